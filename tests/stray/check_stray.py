#!/usr/bin/python3
"""A feature that the CRS of the result cannot express loses its geometry and nothing else: one stray feature in each layer, in turn and all
together, by run, check and screen, in projected systems, where the run must end as it does in degrees.

usage: check_stray.py FIELDGAP
"""
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TIMEOUT_S = 120
CODE = "outside_output_crs"
FAR = (27.0, 0.0)  # 90 degrees from the meridian of EPSG:4548
ID_OF = {"schools": "school_id", "campuses": "campus_id", "fields": "field_id", "venues": "venue_id", "new_venues": "candidate_id", "residential": "estate_id",
         "districts": "district_id", "bottlenecks": "bottleneck_id", "sites": "estate_id"}
FURTHEST_M = 1e8


def square(east, south, size=0.001):
    return {"type": "Polygon", "coordinates": [[[east, south], [east + size, south], [east + size, south + size], [east, south + size],
                                                [east, south]]]}


def point(east, south):
    return {"type": "Point", "coordinates": [east, south]}


def town():
    x, y = 117.2, 39.1
    return {
        "schools": [({"id": "S1", "enrol_primary": 900}, point(x, y)), ({"id": "S2", "enrol_junior": 900}, point(x + 0.004, y))],
        "campuses": [({"id": "C1", "school_id": "S1"}, square(x, y)), ({"id": "C2", "school_id": "S2"}, square(x + 0.004, y))],
        "fields": [({"id": "F1"}, square(x + 0.0002, y + 0.0002, 0.0004))],
        "venues": [({"id": "V1", "area_m2": 5000}, point(x + 0.002, y))],
        "new_venues": [({"id": "N1", "area_m2": 5000}, point(x + 0.001, y))],
        "residential": [({"id": "E1", "households": 500}, square(x, y + 0.002))],
        "districts": [({"id": "D1"}, square(x - 0.01, y - 0.01, 0.03))],
        "sites": [({"id": "T1", "households": 100}, square(x + 0.002, y + 0.002))],
        "network": [({"highway": "residential"}, {"type": "LineString", "coordinates": [[x - 0.005, y - 0.0001], [x + 0.01, y - 0.0001]]}),
                    ({"highway": "residential"}, {"type": "LineString", "coordinates": [[x, y - 0.0001], [x, y + 0.005]]})],
    }


STRAY = {
    "schools": ({"id": "STRAY", "enrol_primary": 300, "outdoor_m2": 100}, point(*FAR)),
    "campuses": ({"id": "STRAY"}, square(*FAR)),
    "fields": ({"id": "STRAY"}, square(*FAR)),
    "venues": ({"id": "STRAY", "area_m2": 5000}, point(*FAR)),
    "new_venues": ({"id": "STRAY", "area_m2": 5000}, point(*FAR)),
    "residential": ({"id": "STRAY", "households": 10}, square(*FAR)),
    # Partly where the others are: NULL as a whole.
    "districts": ({"id": "STRAY"}, {"type": "Polygon", "coordinates": [[[117.3, 39.2], [117.31, 39.2], [*FAR], [117.3, 39.2]]]}),
    "sites": ({"id": "STRAY", "households": 10}, square(*FAR)),
    "network": ({"highway": "residential"}, {"type": "LineString", "coordinates": [[27.0, 0.0], [27.001, 0.0]]}),
}


def write(folder, stray, layers=None):
    for name, rows in (layers or town()).items():
        rows = rows + [STRAY[name]] if name in stray else rows
        features = [{"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in rows]
        (folder / f"{name}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    inputs = "".join(f"[inputs.{name}]\npath = '{name}.geojson'\ncrs = 'EPSG:4326'\n" for name in town() if name != "sites")
    (folder / "city.toml").write_text("[city]\nname = 'stray'\n" + inputs, encoding="utf-8")


def call(fieldgap, verb, folder, crs):
    more = ["--sites", "sites.geojson"] if verb == "screen" else []
    return subprocess.run([fieldgap, verb, "city.toml", *more, "-o", "o.gpkg", "--overwrite", "--json", "--set", f"output.crs='{crs}'"],
                          cwd=folder, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)


def rows_without_geometry(db):
    """Layer and id of each row of the layers that are drawn."""
    layers = [name for name, in db.execute("SELECT table_name FROM gpkg_geometry_columns")]
    return {(layer, ident) for layer in layers if layer in ID_OF
            for ident, in db.execute(f"SELECT {ID_OF[layer]} FROM {layer} WHERE geom IS NULL AND {ID_OF[layer]} != 'all'")}


def faults_of_file(path, unplaced_in_degrees, expected):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        reported = {(layer, ident) for layer, ident, geometry in
                    db.execute(f"SELECT layer, feature_id, geom FROM data_issues WHERE code = '{CODE}'") if geometry is None}
        if expected - {layer for layer, ident in reported if ident == "STRAY"}:
            yield f"not reported: {expected - {layer for layer, _ in reported}}"
        unplaced = rows_without_geometry(db) - unplaced_in_degrees
        if unplaced - reported:
            yield f"without geometry and without a word: {unplaced - reported}"
        for layer, *box in db.execute("SELECT table_name, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE min_x IS NOT NULL"):
            if not all(abs(side) < FURTHEST_M for side in box):
                yield f"the extent of {layer} is {box}"
    finally:
        db.close()
    project = zipfile.ZipFile(path.with_suffix(".qgz"))
    text = project.read(project.namelist()[0]).decode("utf-8")
    for number in re.findall(r"<[xy]m(?:in|ax)>([^<]*)<", text):
        if not abs(float(number)) < FURTHEST_M:
            yield f"the project's extent holds {number}"


def faults_of(fieldgap, verb, stray, crs):
    with tempfile.TemporaryDirectory(prefix="fieldgap_stray_") as work:
        folder = Path(work)
        write(folder, stray)
        plain = call(fieldgap, verb, folder, "EPSG:4326")
        db = sqlite3.connect(folder / "o.gpkg")
        unplaced = rows_without_geometry(db)
        db.close()
        done = call(fieldgap, verb, folder, crs)
        if done.returncode != plain.returncode or done.returncode not in (0, 1):
            yield f"exit {done.returncode}, in degrees {plain.returncode}: {done.stderr}"
            return
        expected = {name for name in stray if name in ID_OF and name != "sites"} if crs == "EPSG:4548" and verb != "screen" else set()
        yield from faults_of_file(folder / "o.gpkg", unplaced, expected)
        if verb != "check":
            yield from (f"{key} is {value}, in degrees {other}" for key, value, other in differing(done.stdout, plain.stdout))


def differing(text, plain_text):
    """Figures that depend on the CRS, where none may."""
    one, other = (json.loads(each) for each in (text, plain_text))
    one, other = (each.get("summary", each) for each in (one, other))
    for key in other:
        if not key.startswith("data_issues") and one.get(key) != other[key]:
            yield key, one.get(key), other[key]


def faults_on_the_moon(fieldgap):
    """No way leads there: it was once written as degrees."""
    with tempfile.TemporaryDirectory(prefix="fieldgap_stray_") as work:
        write(Path(work), [])
        done = call(fieldgap, "check", Path(work), "IAU_2015:30100")
        if done.returncode != 2 or "[output] crs" not in done.stderr:
            yield f"a CRS of the Moon: exit {done.returncode}: {done.stderr}"


def main():
    fieldgap = str(Path(sys.argv[1]).resolve())
    wrong, trials = list(faults_on_the_moon(fieldgap)), 0
    for verb in ("run", "check", "screen"):
        for stray in [*([name] for name in STRAY), list(STRAY)]:
            for crs in ("EPSG:4548", "EPSG:3857", "EPSG:32650", "EPSG:3031") if len(stray) > 1 else ("EPSG:4548",):
                trials += 1
                wrong += [f"{verb}, {crs}, stray {', '.join(stray)}: {fault}" for fault in faults_of(fieldgap, verb, stray, crs)]
    print("\n".join([f"{trials} calls", *wrong]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
