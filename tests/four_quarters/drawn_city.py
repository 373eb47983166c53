"""A drawn city in plain tables, whose grounds measure to the square metre: it is drawn in the plane in which the program measures (equal-area, about the
middle of the schools) and written in degrees."""
from dataclasses import dataclass, field, replace
from pathlib import Path

from osgeo import osr

osr.UseExceptions()
LONGITUDE, LATITUDE = 117.20, 39.12
STANDARD_M2 = 7.5
YARD_HALF_M, YARD_FROM_M, YARD_TO_M = 60, 20, 140
FIELD_WIDE_M = 50


def to_degrees():
    plane, globe = osr.SpatialReference(), osr.SpatialReference()
    plane.ImportFromProj4(f"+proj=laea +lat_0={LATITUDE} +lon_0={LONGITUDE} +datum=WGS84 +units=m")
    globe.ImportFromEPSG(4326)
    globe.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(plane, globe)


DEGREES = to_degrees()


def place(x, y):
    longitude, latitude, _ = DEGREES.TransformPoint(float(x), float(y))
    return f"{longitude:.12f} {latitude:.12f}"


def box(west, south, east, north):
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return '"POLYGON ((' + ", ".join(place(*corner) for corner in corners) + '))"'


@dataclass(frozen=True)
class School:
    x: float
    district: str
    pupils: int
    outdoor_m2: float
    hall_m2: float = 0  # on its own floor, beside the field
    official_m2: float | None = None
    parent: str = ""


@dataclass(frozen=True)
class Lease:
    school: str
    venue: str
    m2: float
    until: str


@dataclass(frozen=True)
class City:
    """Schools north of one street; venues by place and area; side streets by name."""
    schools: dict
    venues: dict  # x, y, m2
    side_streets: dict = field(default_factory=dict)  # two ends
    leases: dict = field(default_factory=dict)  # by number

    def with_school(self, school_id, **changes):
        return replace(self, schools={**self.schools, school_id: replace(self.schools[school_id], **changes)})

    def write(self, folder, as_of):
        folder = Path(folder)
        write(folder / "schools.csv", "id,name,district,enrol_primary,outdoor_m2,parent_id,wkt",
              *(f'{key},School {key},{each.district},{each.pupils},{"" if each.official_m2 is None else each.official_m2},{each.parent},'
                f'"POINT ({place(each.x, 80)})"' for key, each in self.schools.items()))
        write(folder / "campuses.csv", "id,school_id,wkt",
              *(f"C-{key},{key},{box(each.x - YARD_HALF_M, YARD_FROM_M, each.x + YARD_HALF_M, YARD_TO_M)}" for key, each in self.schools.items()))
        write(folder / "fields.csv", "id,school_id,kind,floor_m2,wkt", *(row for key, each in self.schools.items() for row in self.grounds(key, each)))
        write(folder / "venues.csv", "id,area_m2,wkt", *(f'{key},{m2},"POINT ({place(x, y)})"' for key, (x, y, m2) in self.venues.items()))
        main_street = ((-3000, 0), (3000, 0))
        write(folder / "streets.csv", "highway,wkt",
              *(f'residential,"LINESTRING ({place(*start)}, {place(*end)})"' for start, end in (main_street, *self.side_streets.values())))
        write(folder / "leases.csv", "number,school_id,venue_id,m2,until",
              *(f"{number},{each.school},{each.venue},{each.m2},{each.until}" for number, each in self.leases.items()))
        (folder / "city.toml").write_text(config_text(as_of), encoding="utf-8")
        return folder / "city.toml"

    @staticmethod
    def grounds(school_id, school):
        west, south = school.x - FIELD_WIDE_M, YARD_FROM_M + 5
        yield f"F-{school_id},{school_id},outdoor,,{box(west, south, school.x, south + school.outdoor_m2 / FIELD_WIDE_M)}"
        if school.hall_m2:
            yield f"H-{school_id},{school_id},indoor,{school.hall_m2},{box(school.x + 5, south, school.x + 35, south + school.hall_m2 / 30)}"


def write(path, *lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def config_text(as_of):
    inputs = "".join(f'[inputs.{role}]\npath = "{role if role != "network" else "streets"}.csv"\ncrs = "EPSG:4326"\n'
                     for role in ("schools", "campuses", "fields", "venues", "network"))
    return (f'[city]\nname = "Quarters"\n{inputs}[inputs.leases]\npath = "leases.csv"\n[channels]\nrent = {{ cost_per_m2 = 60 }}\n'
            f'[register]\npath = "register.gpkg"\nas_of = {as_of}\n')
