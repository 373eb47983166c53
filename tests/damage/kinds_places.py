"""Damage to coordinates: systems missing, mistaken or shifted, and single rows that lie elsewhere."""
import math

from city import csv_text, points_as_columns, srs_of
from kinds import EXACT, REPORTED, kind, within
from osgeo import ogr, osr

GROUP = "Coordinates"
SHAPE = "ESRI Shapefile"
DRAWN = ("schools", "campuses", "fields", "gates", "residential", "districts", "network")  # venues are points and polygons: no shapefile
ROUND_TRIP = within(1e-5)


def moved(shape, move):
    """A copy with every vertex moved by a function of x and y."""
    copy = shape.Clone()
    parts = [copy]
    while parts:
        part = parts.pop()
        parts += [part.GetGeometryRef(n) for n in range(part.GetGeometryCount())]
        for n in range(0 if part.GetGeometryCount() else part.GetPointCount()):
            part.SetPoint_2D(n, *move(part.GetX(n), part.GetY(n)))
    return copy


def reproject(layer, epsg):
    change = osr.CoordinateTransformation(srs_of(layer.epsg), srs_of(epsg))
    for row in layer.rows:
        if row["shape"] is not None:
            row["shape"].Transform(change)
    layer.epsg = epsg


def move_layer(city, role, move, **how):
    for row in city.layer(role).rows:
        row["shape"] = moved(row["shape"], move)
    city.write(role, **how)


def add_every_layer(name, epsg, by_init, with_crs, expect=ROUND_TRIP, refused="", more=None):
    @kind(GROUP, name, expect, by_init=by_init, refused=refused)
    def _(city):
        for role in DRAWN:
            if epsg != 4548:
                reproject(city.layer(role), epsg)
            city.write(role, f"{role}.shp", SHAPE, options=["ENCODING=UTF-8"], with_crs=with_crs, more=more)


add_every_layer("Every layer in degrees", 4490, False, True)
add_every_layer("Every layer in Web Mercator", 3857, False, True)
add_every_layer("Every layer in a 6-degree zone with its number before the easting", 4498, False, True)
add_every_layer("No .prj, degrees", 4490, True, False)
add_every_layer("No .prj, Gauss-Kruger with the zone number before the easting", 4527, True, False)
add_every_layer("No .prj, Gauss-Kruger without the zone number", 4548, True, False)
add_every_layer("No .prj, UTM", 32650, True, False)
add_every_layer("No .prj and a config that names no system", 4548, False, False, EXACT, "crs")
add_every_layer("No .prj and a config that names the system", 4548, False, False, ROUND_TRIP, more={"crs": "EPSG:4548"})


@kind(GROUP, "Schools as a CSV in degrees, latitude under lon and longitude under lat", ROUND_TRIP, ["axes_swapped"])
def _(city):
    layer = city.layer("schools")
    reproject(layer, 4490)
    points_as_columns(layer, swap=True)
    city.at("schools.csv").write_text(csv_text(layer, {"x": "lon", "y": "lat"}), encoding="utf-8-sig")
    city.name_input("schools", "schools.csv", crs="EPSG:4490")


@kind(GROUP, "Two rows of it with latitude and longitude swapped", ROUND_TRIP, ["axes_swapped"])
def _(city):
    layer = city.layer("schools")
    reproject(layer, 4490)
    points_as_columns(layer)
    for row in layer.rows[3:5]:
        row["x"], row["y"] = row["y"], row["x"]
    city.at("schools.csv").write_text(csv_text(layer, {"x": "lon", "y": "lat"}), encoding="utf-8-sig")
    city.name_input("schools", "schools.csv", crs="EPSG:4490")


@kind(GROUP, "Campuses in Gauss-Kruger with X (north) and Y (east) swapped", EXACT, ["axes_swapped"])
def _(city):
    move_layer(city, "campuses", lambda x, y: (y, x))


@kind(GROUP, "Fields with a zone number before the easting that their system does not have", ROUND_TRIP, ["zone_prefix_mended"])
def _(city):
    move_layer(city, "fields", lambda x, y: (x + 39e6, y))


@kind(GROUP, "Fields without the zone number that their system has", ROUND_TRIP, ["zone_prefix_mended"])
def _(city):
    city.layer("fields").epsg = 4527
    city.write("fields")


@kind(GROUP, "Fields in UTM, declared as Gauss-Kruger", REPORTED, ["layer_shifted"])
def _(city):
    reproject(city.layer("fields"), 32650)
    city.layer("fields").epsg = 4548
    city.write("fields")


@kind(GROUP, "Campuses in Gauss-Kruger, declared as UTM", REPORTED, ["layer_shifted"])
def _(city):
    city.layer("campuses").epsg = 32650
    city.write("campuses")


AXIS, FLATTENING = 6378245.0, 0.00669342162296594323


def gcj_offset(x, y):
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    wave = (20 * math.sin(6 * x * math.pi) + 20 * math.sin(2 * x * math.pi)) * 2 / 3
    east += wave + (20 * math.sin(x * math.pi) + 40 * math.sin(x / 3 * math.pi)) * 2 / 3
    east += (150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi)) * 2 / 3
    north += wave + (20 * math.sin(y * math.pi) + 40 * math.sin(y / 3 * math.pi)) * 2 / 3
    north += (160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y * math.pi / 30)) * 2 / 3
    return east, north


def gcj02(lon, lat):
    east, north = gcj_offset(lon - 105, lat - 35)
    angle = math.radians(lat)
    magic = 1 - FLATTENING * math.sin(angle) ** 2
    north = north * 180 / ((AXIS * (1 - FLATTENING)) / (magic * math.sqrt(magic)) * math.pi)
    east = east * 180 / (AXIS / math.sqrt(magic) * math.cos(angle) * math.pi)
    return lon + east, lat + north


def bd09(lon, lat):
    lon, lat = gcj02(lon, lat)
    turn = math.pi * 3000 / 180
    radius = math.hypot(lon, lat) + 0.00002 * math.sin(lat * turn)
    angle = math.atan2(lat, lon) + 0.000003 * math.cos(lon * turn)
    return radius * math.cos(angle) + 0.0065, radius * math.sin(angle) + 0.006


def add_datum(role, name, shift, datum, expect, codes=()):
    @kind(GROUP, name, expect, codes)
    def _(city):
        reproject(city.layer(role), 4326)
        move_layer(city, role, shift, more={"datum": datum} if datum else None)


add_datum("campuses", "Campuses shifted to GCJ-02, said so in the config", gcj02, "gcj02", ROUND_TRIP)
add_datum("fields", "Fields shifted to BD-09, said so in the config", bd09, "bd09", ROUND_TRIP)
add_datum("campuses", "Campuses shifted to GCJ-02, said nowhere", gcj02, None, REPORTED, ["layer_shifted"])
add_datum("fields", "Fields shifted to BD-09, said nowhere", bd09, None, REPORTED, ["layer_shifted"])
add_datum("schools", "Schools shifted to GCJ-02, said nowhere", gcj02, None, REPORTED, ["layer_shifted"])


@kind(GROUP, "All layers but the streets shifted to GCJ-02, said nowhere", REPORTED, ["layer_shifted"])
def _(city):
    for role in ("schools", "campuses", "fields", "gates", "venues", "residential", "districts"):
        reproject(city.layer(role), 4326)
        move_layer(city, role, gcj02)


def schools_in_columns(city, shift, names):
    """Schools as a CSV of degrees; `names` of the columns that hold them as a map has them, in WGS 84, and as pairs."""
    layer = city.layer("schools")
    reproject(layer, 4326)
    points_as_columns(layer)
    for row in layer.rows:
        lon, lat = float(row["x"]), float(row["y"])
        on_map = shift(lon, lat)
        cells = {"x": repr(on_map[0]), "y": repr(on_map[1]), "lon": repr(lon), "lat": repr(lat), "pair": f"{lon!r},{lat!r}"}
        row.update({name: cells[name] for name in names})
    layer.columns = [*[name for name in layer.columns if name not in ("x", "y")], *names]
    city.at("schools.csv").write_text(csv_text(layer, names), encoding="utf-8-sig")
    city.name_input("schools", "schools.csv", crs="EPSG:4326")


@kind(GROUP, "Schools as a CSV with BD-09 beside WGS 84, the one named", ROUND_TRIP)
def _(city):
    schools_in_columns(city, bd09, {"x": "lng", "y": "lat", "lon": "lng_wgs84", "lat": "lat_wgs84"})


@kind(GROUP, "Schools as a CSV with BD-09 beside WGS 84, neither named", ROUND_TRIP)
def _(city):
    schools_in_columns(city, bd09, {"x": "lng", "y": "lat", "lon": "x1", "lat": "y1"})


@kind(GROUP, "Schools as a CSV with the coordinates of Amap, their headings say so", ROUND_TRIP, ["datum_by_heading"])
def _(city):
    schools_in_columns(city, gcj02, {"x": "高德经度", "y": "高德纬度"})


@kind(GROUP, "Schools as a CSV with a column of pairs", ROUND_TRIP)
def _(city):
    schools_in_columns(city, gcj02, {"pair": "location"})


@kind(GROUP, "Fields in Beijing 1954, 50 m off", REPORTED, ["datum_without_transformation", "layer_shifted"])
def _(city):
    city.layer("fields").epsg = 2436
    move_layer(city, "fields", lambda x, y: (x - 40, y + 30))


@kind(GROUP, "Campuses in a local plane, with the four parameters in the config", ROUND_TRIP)
def _(city):
    turn, east, north, scale = math.radians(1.5), 510000.0, 4320000.0, 1.00002
    def to_local(x, y):
        dx, dy = (x - east) / scale, (y - north) / scale
        return dx * math.cos(turn) + dy * math.sin(turn), dy * math.cos(turn) - dx * math.sin(turn)
    helmert = {"east_m": east, "north_m": north, "scale": scale, "rotation_deg": 1.5}
    move_layer(city, "campuses", to_local, with_crs=False, more={"crs": "EPSG:4548", "helmert": helmert})


@kind(GROUP, "One school at 0, 0", REPORTED, ["geometry_missing"], touched=1)
def _(city):
    city.layer("schools").rows[0]["shape"] = ogr.CreateGeometryFromWkt("POINT (0 0)")
    city.write("schools")


@kind(GROUP, "One venue in another country", REPORTED, ["place_far_off"], touched=0)
def _(city):
    reproject(city.layer("venues"), 4326)
    row = city.layer("venues").rows[0]
    row["shape"] = moved(row["shape"], lambda x, y: (x - 100, y + 8))
    city.write("venues")


@kind(GROUP, "The venues of a town 35 km away", REPORTED, ["layer_far_off"], touched=1)
def _(city):
    for row in city.layer("venues").rows:
        row["shape"] = moved(row["shape"], lambda x, y: (x + 35000, y))
    city.write("venues")


@kind(GROUP, "A field moved by 1.5 km", REPORTED, ["field_off_campus"], touched=1)
def _(city):
    row = next(row for row in city.layer("fields").rows if row["kind"] == "outdoor")
    row["shape"] = moved(row["shape"], lambda x, y: (x + 900, y + 1200))
    city.write("fields")
