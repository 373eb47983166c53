#!/usr/bin/python3
"""No value and no shape of one feature costs the result: in every layer at once a row whose columns all hold one odd value, or whose geometry
is odd, beside sound rows. The run must end with a result (or name the value), the file must be sound, and JSON must be JSON.

usage: check_values.py FIELDGAP
"""
import json
import math
import sqlite3
import sys
import tempfile
from pathlib import Path

import check_stray
from check_stray import call, point, square, town

COLUMNS = {
    "schools": "id name stage enrol_primary enrol_junior enrol_senior enrol_other enrol_total classes_primary classes_total capacity_primary "
               "outdoor_m2 indoor_m2 special_m2 basement_usable_m2 expand_possible_m2 district rural dense kind parent_id counts_as_school phase "
               "open_year plan_year built_year migrant_share enrol_primary_2027",
    "campuses": "id school_id name",
    "fields": "id school_id kind floor_m2 storeys surface",
    "venues": "id name kind area_m2 rentable price_per_m2",
    "new_venues": "id name kind area_m2 rentable price_per_m2",
    "residential": "id name households population pupils_primary pupils_junior phase first_phase_year owed_school dwelling order",
    "districts": "id name",
    "sites": "id name households population pupils_primary phase first_phase_year dwelling order",
    "network": "highway foot access sidewalk bridge tunnel layer area",
}
VALUES = {
    "NUL": "a\0b", "a megabyte": "x" * 1_000_000, "half a character": "\ud800", "no characters": "\uffff\ufdd0\U0010ffff", "controls": "\x01\x1b\x9b",
    "a greatest number": 1e308, "a number beyond": "1e400", "infinite": "inf", "no number": "nan", "a smallest number": 5e-324, "minus": -1e18,
    "beyond 64 bits": 10**30, "last of 64 bits": 2**63 - 1, "first of 64 bits": -2**63, "64 bits as text": "9223372036854775808", "minus nothing": -0.0,
    "a list": [1, 2], "a thing": {"a": 1}, "a truth": True, "a far year": 99999999999, "quotes": "';--\"`", "empty": "", "spaces": " \t ",
}


def circle(corners, radius=0.001, east=117.2, north=39.1):
    ring = [[east + radius * math.cos(2 * math.pi * i / corners), north + radius * math.sin(2 * math.pi * i / corners)] for i in range(corners)]
    return ring + ring[:1]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


SHAPES = {
    "no rings": polygon(), "an empty ring": polygon([]), "no parts": {"type": "MultiPolygon", "coordinates": []},
    "an empty collection": {"type": "GeometryCollection", "geometries": []}, "an empty point": {"type": "Point", "coordinates": []},
    "a point of nulls": {"type": "Point", "coordinates": [None, None]}, "far beyond": square(1e300, 1e300), "a point far beyond": point(1e300, -1e300),
    "beyond the pole": point(117.2, 91), "the pole": point(0, 90), "ground at the pole": square(117.2, 89.9995), "once more around": point(477.2, 39.1),
    "one place five times": polygon([[117.2, 39.1]] * 5), "a bow": polygon([[117.2, 39.1], [117.201, 39.101], [117.201, 39.1], [117.2, 39.101], [117.2, 39.1]]),
    "many corners": polygon(circle(5_000)), "many holes": polygon(circle(50), *(circle(4, 1e-6 * i)[::-1] for i in range(1, 100))),
    "many parts": {"type": "MultiPolygon", "coordinates": [[circle(4, 4e-6, 117.2 + i * 1e-5)] for i in range(500)]},
    "the world": polygon([[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]), "the other side": square(-62.8, -39.1),
    "a line of one place": {"type": "LineString", "coordinates": [[117.2, 39.1]]}, "a high point": {"type": "Point", "coordinates": [117.2, 39.1, 1e308]},
    "points apart": {"type": "MultiPoint", "coordinates": [[117.2, 39.1], [27, 0]]},
    "of all kinds": {"type": "GeometryCollection", "geometries": [point(117.2, 39.1), square(117.2, 39.1)]},
}


def with_value(value):
    """A further row in each layer, at the place of the first."""
    layers = town()
    return {name: rows + [({column: value for column in COLUMNS[name].split()}, rows[0][1])] for name, rows in layers.items()}


def with_shape(shape):
    layers = town()
    return {name: rows + [({**rows[0][0], "id": "ODD"}, shape)] for name, rows in layers.items()}


def faults_of(fieldgap, layers, crs):
    with tempfile.TemporaryDirectory(prefix="fieldgap_values_") as work:
        folder = Path(work)
        check_stray.write(folder, [], layers)
        for verb in ("run", "screen"):
            done = call(fieldgap, verb, folder, crs)
            if done.returncode not in (0, 1):
                yield f"{verb} ends with {done.returncode}: {done.stderr[-400:]}"
                continue
            json.loads(done.stdout)
            db = sqlite3.connect(f"file:{folder / 'o.gpkg'}?mode=ro", uri=True)
            if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                yield f"{verb}: the file is not sound"
            db.close()


def main():
    fieldgap = str(Path(sys.argv[1]).resolve())
    wrong = [f"{name}: {fault}" for name, value in VALUES.items() for fault in faults_of(fieldgap, with_value(value), "EPSG:4548")]
    wrong += [f"{name}, {crs}: {fault}" for name, shape in SHAPES.items() for crs in ("EPSG:4548", "EPSG:4326")
              for fault in faults_of(fieldgap, with_shape(shape), crs)]
    print("\n".join([f"{len(VALUES)} values, {len(SHAPES)} shapes", *wrong]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
