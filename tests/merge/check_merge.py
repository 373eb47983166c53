#!/usr/bin/python3
"""Drawn cities in three systems, merged: rows, sums, places, hostile names, damage, the same bytes again.

usage: check_merge.py FIELDGAP MERGE_RESULTS
"""
import hashlib
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from osgeo import ogr, osr

FIELDGAP, MERGE = sys.argv[1:3]
HOSTILE = """b'"; DROP TABLE schools; <x> 城"""


def degrees(path):
    ogr.UseExceptions()
    file = ogr.Open(str(path))
    to = osr.SpatialReference()
    to.ImportFromEPSG(4490)
    to.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    for row in file.GetLayer("campuses"):
        shape = row.GetGeometryRef().Clone()
        shape.TransformTo(to)
        yield shape


def merge(folder, cities):
    (folder / "list").write_text("".join("\t".join(map(str, city)) + "\n" for city in cities), encoding="utf-8")
    out = subprocess.run([MERGE, folder / "list", folder / "all.gpkg"], check=True, capture_output=True, text=True).stdout
    return out, [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("all.gpkg", "all.qgz")]


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    results = []
    for seed, crs in ((1, 4490), (2, 4547), (3, 4548)):
        subprocess.run([FIELDGAP, "synth", "-q", "-o", folder / str(seed), "--seed", str(seed), "--schools", str(10 * seed)], check=True)
        results.append(folder / f"{seed}.gpkg")
        subprocess.run([FIELDGAP, "run", "-q", folder / str(seed) / "city.toml", "-o", results[-1], "--set", f"output.crs=EPSG:{crs}"], check=True)
    with sqlite3.connect(results[0]) as db:
        db.executescript("DROP TRIGGER IF EXISTS rtree_campuses_geom_update2")
        for trigger, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('campuses', 'phasing')").fetchall():
            db.execute(f'DROP TRIGGER "{trigger}"')
        db.execute("UPDATE campuses SET geom = NULL WHERE fid = 2")
        db.execute("DELETE FROM gpkg_contents WHERE table_name = 'phasing'")
    broken = folder / "broken.gpkg"
    bytes_of = bytearray(results[2].read_bytes())
    bytes_of[len(bytes_of) // 3:] = b"\xff" * (len(bytes_of) - len(bytes_of) // 3)
    broken.write_bytes(bytes_of)
    cities = [("a", results[0], "unchanged", ""), (HOSTILE, results[1], "done", ""), ("c", results[2], "done", ""), ("d", "", "timeout", "too slow"),
              ("e", broken, "done", "")]
    said, first = merge(folder, cities)
    assert said.startswith("e\t") and said.count("\n") == 1, said
    assert merge(folder, cities[::-1])[1] == first, "the order of cities changes the bytes"
    db = sqlite3.connect(folder / "all.gpkg")
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("SELECT srs_id FROM gpkg_contents WHERE table_name = 'schools'").fetchone() == (4490,)
    assert db.execute("SELECT city, state FROM cities ORDER BY fid").fetchall() == [
        ("a", "done"), (HOSTILE, "done"), ("c", "done"), ("d", "timeout"), ("e", "failed")]
    sums = dict(db.execute("SELECT key, value FROM summary"))
    own = [dict(sqlite3.connect(path).execute("SELECT key, value FROM summary")) for path in results]
    for key in ("schools", "pupils", "gap_m2", "residual_m2", "given_m2.rent", "cost", "data_issues.warning", "waterfall.own"):
        assert abs(sums[key] - sum(one[key] for one in own)) < 0.002, key
    assert "cv_primary" not in sums and not any(key.startswith("waterfall.district.") for key in sums)
    for layer in ("schools", "stages", "campuses", "links", "data_issues"):
        counts = [sqlite3.connect(path).execute(f"SELECT count(*) FROM {layer}").fetchone()[0] for path in results]
        assert db.execute(f"SELECT count(*) FROM {layer}").fetchone()[0] == sum(counts), layer
    assert db.execute("SELECT count(*) FROM phasing WHERE city = 'a'").fetchone() == (0,)
    file = ogr.Open(str(folder / "all.gpkg"))
    rows = list(file.GetLayer("campuses"))
    assert rows[1].GetGeometryRef() is None
    wanted = list(degrees(results[1]))
    found = [row.GetGeometryRef() for row in rows if row["city"] == HOSTILE]
    assert len(wanted) == len(found) and all(
        abs(a - b) < 1e-9 for one, other in zip(wanted, found) for a, b in zip(one.GetEnvelope(), other.GetEnvelope())), "places"
