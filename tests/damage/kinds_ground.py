"""Damage to shapes, and numbers that cannot be true."""
import math

from kinds import EXACT, REPORTED, kind, within
from kinds_places import moved
from osgeo import ogr

SHAPES = "Geometry"
NUMBERS = "Plausibility"
TIDIED = within(1e-6)


def outdoor(city):
    """The largest rectangle among the fields that name their school and lie in no other field: its ground counts by itself."""
    fields = city.layer("fields").rows
    rows = [row for row in fields if row["kind"] == "outdoor" and row["school_id"] and len(ring_of(row)) == 5]
    rows.sort(key=lambda row: -row["shape"].GetArea())
    return next(row for row in rows if not any(row is not other and row["shape"].Distance(other["shape"]) == 0.0 for other in fields))


def ring_of(row):
    shape = row["shape"].GetGeometryRef(0) if row["shape"].GetGeometryName() == "MULTIPOLYGON" else row["shape"]
    ring = shape.GetGeometryRef(0)
    return [(ring.GetX(n), ring.GetY(n)) for n in range(ring.GetPointCount())]


def polygon(*rings):
    texts = ("(" + ", ".join(f"{x!r} {y!r}" for x, y in ring) + ")" for ring in rings)
    return ogr.CreateGeometryFromWkt("POLYGON (" + ", ".join(texts) + ")")


def add_field(name, change, expect=EXACT, codes=(), touched=1):
    @kind(SHAPES, name, expect, codes, touched=touched)
    def _(city):
        change(city, outdoor(city))
        city.write("fields")


def bow_tie(_, row):
    ring = ring_of(row)
    ring[1], ring[2] = ring[2], ring[1]
    row["shape"] = polygon(ring)


def spike(_, row):
    ring = ring_of(row)
    far = (ring[0][0] * 1.5 - ring[1][0] * 0.5, ring[0][1] * 1.5 - ring[1][1] * 0.5)
    row["shape"] = polygon([ring[0], far, *ring])


def vertex_twice(_, row):
    ring = ring_of(row)
    row["shape"] = polygon([ring[0], ring[0], *ring[1:], ring[-1]])


def inside_out(city, _):
    for row in city.layer("fields").rows:
        row["shape"] = polygon(ring_of(row)[::-1]) if row["shape"].GetGeometryRef(0).GetGeometryCount() == 1 else row["shape"]


def in_3d(city, _):
    for row in city.layer("fields").rows:
        row["shape"] = row["shape"].Clone()
        row["shape"].Set3D(True)
        row["shape"].SetMeasured(True)


def collection(_, row):
    whole = ogr.Geometry(ogr.wkbGeometryCollection)
    whole.AddGeometry(polygon(ring_of(row)))
    whole.AddGeometry(ogr.CreateGeometryFromWkt("POINT (%r %r)" % ring_of(row)[0]))
    row["shape"] = whole


def not_a_number(_, row):
    ring = ring_of(row)
    row["shape"] = polygon(ring)
    row["shape"].GetGeometryRef(0).SetPoint_2D(1, float("nan"), float("nan"))


def unclosed(_, row):
    whole = ogr.Geometry(ogr.wkbPolygon)
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ring_of(row)[:-1]:
        ring.AddPoint_2D(x, y)
    whole.AddGeometry(ring)
    row["shape"] = whole


def with_sliver(_, row):
    x, _, _, y = row["shape"].GetEnvelope()
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    whole.AddGeometry(polygon(ring_of(row)))
    whole.AddGeometry(polygon([(x - 2, y), (x - 1, y), (x - 1, y + 0.01), (x - 2, y + 0.01), (x - 2, y)]))
    row["shape"] = whole


def in_parts(_, row):
    """The same ground as a polygon of two parts that share an edge."""
    ring = ring_of(row)[:-1]
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    whole.AddGeometry(polygon([*ring[:len(ring) // 2 + 1], ring[0]]))
    whole.AddGeometry(polygon([*ring[len(ring) // 2:], ring[0], ring[len(ring) // 2]]))
    row["shape"] = whole


def as_line(_, row):
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in ring_of(row):
        line.AddPoint_2D(x, y)
    row["shape"] = line


def twice(city, row):
    city.layer("fields").rows.append({**row, "id": row["id"] + "x"})


def null_row(city, row):
    city.layer("fields").rows.append({**row, "id": "none", "shape": None})


def empty_row(city, row):
    city.layer("fields").rows.append({**row, "id": "empty", "shape": ogr.CreateGeometryFromWkt("POLYGON EMPTY")})


def lost(_, row):
    row["shape"] = None


add_field("A field as a bow tie", bow_tie, REPORTED, ["polygon_repaired"])
add_field("A field with a spike", spike, TIDIED, [])
add_field("A field with vertices twice", vertex_twice, TIDIED)
add_field("Fields inside out (rings the other way round)", inside_out, TIDIED)
add_field("Fields with heights and measures", in_3d)
add_field("A field as a collection of a polygon and a point", collection, TIDIED, ["geometry_partial"])
add_field("A field with a vertex that is no number", not_a_number, REPORTED, ["geometry_missing"])
add_field("A field whose ring is not closed", unclosed, TIDIED)
add_field("A field with a sliver beside it", with_sliver, within(1e-4), ["polygon_sliver"])
add_field("A field of two parts that share an edge", in_parts, TIDIED, ["polygon_tidied"])
add_field("A field as a closed line", as_line, TIDIED, ["polygon_from_line"])
add_field("A field drawn twice", twice, TIDIED, ["field_drawn_twice"])
add_field("A field without a shape (NULL) beside the others", null_row, EXACT, ["geometry_missing"])
add_field("A field with an empty shape beside the others", empty_row, EXACT, ["geometry_missing"])
add_field("A field that lost its shape", lost, REPORTED, ["geometry_missing", "field_not_drawn"])


@kind(SHAPES, "A running track as an open line", REPORTED, ["track_completed"], touched=1)
def _(city):
    row = outdoor(city)
    x, y = ring_of(row)[0]
    row["shape"] = stadium_line(x, y)
    row["surface"] = "tartan"
    city.write("fields")


def stadium_line(x, y):
    """A track of 400 m without one of its straights."""
    bend = [(x + 84.39 + 36.5 * math.sin(math.radians(a)), y + 36.5 - 36.5 * math.cos(math.radians(a))) for a in range(0, 181, 5)]
    other = [(x - 36.5 * math.sin(math.radians(a)), y + 36.5 + 36.5 * math.cos(math.radians(a))) for a in range(0, 181, 5)]
    line = ogr.Geometry(ogr.wkbLineString)
    for px, py in [*bend, *other]:
        line.AddPoint_2D(px, py)
    return line


def campus_of_school(city, stage="primary"):
    school = next(row for row in city.layer("schools").rows if row["stage"] == stage and row["phase"] == "open" and row["enrol_primary"])
    return school, next(row for row in city.layer("campuses").rows if row["school_id"] == school["id"])


@kind(SHAPES, "A campus drawn twice", TIDIED, ["campus_drawn_twice"])
def _(city):
    _, campus = campus_of_school(city)
    city.layer("campuses").rows.append({**campus, "id": "again"})
    city.write("campuses")


@kind(SHAPES, "A campus reaching over its neighbour", REPORTED, ["campus_overlap"], touched=2)
def _(city):
    _, campus = campus_of_school(city)
    other = min((row for row in city.layer("campuses").rows if row is not campus), key=lambda row: row["shape"].Distance(campus["shape"]))
    campus["shape"] = campus["shape"].Union(other["shape"].Centroid().Buffer(15)).Union(
        ogr.CreateGeometryFromWkt(f"LINESTRING ({point(campus)}, {point(other)})").Buffer(2))
    city.write("campuses")


def point(row):
    middle = row["shape"].Centroid()
    return f"{middle.GetX()!r} {middle.GetY()!r}"


def add_far_school(name, metres, expect, codes):
    @kind(SHAPES, name, expect, codes)
    def _(city):
        school, campus = campus_of_school(city)
        box = campus["shape"].GetEnvelope()
        school["shape"] = ogr.CreateGeometryFromWkt(f"POINT ({box[1] + metres!r} {(box[2] + box[3]) / 2!r})")
        city.write("schools")


add_far_school("A school's point 30 m outside the campus that names it", 30.0, EXACT, [])
add_far_school("A school's point 500 m outside the campus that names it", 500.0, EXACT, ["school_outside_campus"])


@kind(SHAPES, "A school's point 20 m outside its campus, which names no school", EXACT, ["campus_by_distance"])
def _(city):
    school, campus = campus_of_school(city)
    box = campus["shape"].GetEnvelope()
    campus["school_id"] = None
    school["shape"] = ogr.CreateGeometryFromWkt(f"POINT ({box[1] + 20!r} {(box[2] + box[3]) / 2!r})")
    city.write("campuses")
    city.write("schools")


@kind(SHAPES, "A campus without its school", REPORTED, ["campus_school_unknown", "campus_without_school"], touched=1)
def _(city):
    school, _ = campus_of_school(city)
    city.layer("schools").rows.remove(school)
    city.write("schools")


@kind(SHAPES, "A school without its campus", REPORTED, ["school_without_campus"], touched=1)
def _(city):
    _, campus = campus_of_school(city)
    city.layer("campuses").rows.remove(campus)
    city.write("campuses")


@kind(SHAPES, "A building on a field", EXACT, ["building_on_field"])
def _(city):
    layer = city.layer("fields")
    field = outdoor(city)
    house = {name: None for name in layer.columns} | {"shape": field["shape"].Centroid().Buffer(12)}
    city.layers["buildings"] = type(layer)([], [house])
    city.write("buildings")


def add_numbers(name, change, codes, touched=1, expect=REPORTED):
    @kind(NUMBERS, name, expect, codes, touched=touched, area="official")
    def _(city):
        change(city, [row for row in city.layer("schools").rows if row["phase"] == "open" and row["enrol_primary"] and row["outdoor_m2"]])
        city.write("schools")


def scaled(column, factor, whole_column=False):
    def damage(city, rows):
        for row in city.layer("schools").rows if whole_column else rows[:1]:
            row[column] = None if row[column] is None else row[column] * factor
    return damage


def put(column, value):
    def damage(_, rows):
        rows[0][column] = value(rows[0]) if callable(value) else value
    return damage


def classes_for_pupils(city, _):
    for row in city.layer("schools").rows:
        row["enrol_primary"] = row["classes_primary"]


add_numbers("A school's outdoor area in mu", scaled("outdoor_m2", 0.0015), ["unit_mistaken"])
add_numbers("A school's outdoor area in km2", scaled("outdoor_m2", 1e-6), ["unit_mistaken"])
add_numbers("A school's outdoor area in square feet", scaled("outdoor_m2", 10.7639), ["unit_mistaken"])
add_numbers("The whole column of outdoor areas in mu", scaled("outdoor_m2", 0.0015, True), ["school_areas_tiny"], 12)
add_numbers("The column of pupils holds classes", classes_for_pupils, ["pupils_like_classes"], 12)
add_numbers("A school's pupils in thousands", put("enrol_primary", 1), ["pupils_in_thousands"])
add_numbers("A school's pupils missing", put("enrol_primary", None), ["pupils_missing"])
add_numbers("A school's pupils zero", put("enrol_primary", 0), ["pupils_all_zero"])
add_numbers("A school's pupils ten times as many", put("enrol_primary", lambda row: row["enrol_primary"] * 10), ["class_size_odd"])
add_numbers("A school's pupils are its id", put("enrol_primary", lambda row: int(row["id"])), ["value_not_read", "pupils_missing"])
