#!/usr/bin/python3
"""Reading that cannot be trusted is refused by name, and never changes what is read: the real binary on damaged, hostile and locked inputs.

usage: check_reading.py FIELDGAP DATA
DATA is the sample city. Each check copies what it needs into a folder of its own. Nothing leaves the machine.
"""
import hashlib
import http.server
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import zipfile
from multiprocessing.pool import ThreadPool
from pathlib import Path

import damaged_files

FIELDGAP, DATA = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
TIMEOUT_S = 60
BAD_INPUT = 3


def run(folder, *arguments, **environment):
    """Exit code, stdout, stderr."""
    done = subprocess.run([FIELDGAP, *map(str, arguments)], cwd=folder, capture_output=True, timeout=TIMEOUT_S, check=False,
                          env={**os.environ, **environment})
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def check_city(folder, role, path, *more, **environment):
    """`fieldgap check` on the sample city with another file as one input."""
    return run(folder, "check", DATA / "city.toml", "-o", Path(folder) / "issues.gpkg", "--overwrite", "-q", "--json", "--set",
               f'inputs.{role}.path="{path}"', *more, **environment)


def rows_of(answer, role):
    return next(one for one in json.loads(answer)["inputs"] if one["input"] == role)["rows"]


def state_of(folder):
    """All that a program could change in a folder."""
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, b"" if path.is_dir() else path.read_bytes())
            for path in [Path(folder), *sorted(Path(folder).rglob("*"))]}


def refused(answer, *words):
    """Complaints about an answer that is not a refusal of the input in one line with these words."""
    code, _, said = answer
    lines = [line for line in said.splitlines() if line.startswith("error: ")]
    if code != BAD_INPUT or len(lines) != 1 or not all(word in lines[0] for word in words):
        yield f"expected exit {BAD_INPUT} and one line with {words}, got {code}: {said!r}"


def damaged_files_lose_no_row(folder):
    """A file of each format, cut at places all over it: all rows, or a refusal that names it."""
    for damage in damaged_files.all_of(Path(folder)):
        code, out, said = check_city(folder, "venues", damage.path, "--set", 'city.crs="EPSG:4326"')
        if code == BAD_INPUT and damage.path.name in said:
            continue
        if code not in (0, 1) or rows_of(out, "venues") < damage.least_rows:
            yield f"{damage.what}: exit {code} {said!r}, " + (f"{rows_of(out, 'venues')} of {damage.least_rows} rows" if out else "")


def whole_files_are_read(folder):
    for path, rows in damaged_files.whole(Path(folder)):
        code, out, said = check_city(folder, "venues", path, "--set", 'city.crs="EPSG:4326"')
        if code not in (0, 1) or rows_of(out, "venues") != rows:
            yield f"{path.name}: exit {code}, {said!r}{out[:200]}"


def copy_of_city(folder):
    city = Path(folder) / "city"
    shutil.copytree(DATA, city)
    return city


def leave_log(path, statement):
    """What a program that died leaves: its last edit in a -wal."""
    code = f"""
import os, sqlite3
db = sqlite3.connect({str(path)!r}, isolation_level=None)
for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    db.execute(f'DROP TRIGGER "{{name}}"')
db.execute("PRAGMA journal_mode=WAL")
db.execute("PRAGMA wal_autocheckpoint=0")
db.execute({statement!r})
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    Path(f"{path}-shm").unlink(missing_ok=True)


def pupils_in(result):
    db = sqlite3.connect(f"file:{result}?immutable=1", uri=True)
    try:
        return db.execute("SELECT sum(enrol_primary) FROM schools").fetchone()[0]
    finally:
        db.close()


def digest_in(result, role):
    db = sqlite3.connect(f"file:{result}?immutable=1", uri=True)
    try:
        for text, in db.execute("SELECT metadata FROM gpkg_metadata"):
            for one in json.loads(text).get("inputs", []):
                if one["input"] == role:
                    return one["sha256"]
    finally:
        db.close()
    return None


def edits_in_a_log_are_read_and_left(folder):
    city, result = copy_of_city(folder), Path(folder) / "result.gpkg"
    run(city, "run", "city.toml", "-o", result, "-q")
    before, schools = pupils_in(result), city / "schools.gpkg"
    leave_log(schools, "UPDATE schools SET enrol_primary = enrol_primary + 1000 WHERE enrol_primary > 0")
    kept = state_of(city)
    code, _, said = run(city, "run", "city.toml", "-o", result, "-q", "--overwrite")
    if code not in (0, 1) or pupils_in(result) <= before + 1000:
        yield f"the edits were not read: exit {code} {said!r}, {pupils_in(result)} pupils after {before}"
    if state_of(city) != kept:
        yield "the folder of the inputs was changed"
    both = schools.read_bytes() + Path(f"{schools}-wal").read_bytes()
    if digest_in(result, "schools") != hashlib.sha256(both).hexdigest():
        yield "the digest is not that of the file with its log"


def an_edit_taken_back_is_not_read(folder):
    """A journal is left by a program that died within an edit: half of it stands in the file."""
    city = copy_of_city(folder)
    schools = city / "schools.gpkg"
    code = f"""
import os, sqlite3
db = sqlite3.connect({str(schools)!r}, isolation_level=None)
for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    db.execute(f'DROP TRIGGER "{{name}}"')
db.execute("PRAGMA cache_size=1")
db.execute("BEGIN IMMEDIATE")
db.execute("CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000) SELECT i, hex(randomblob(200)) x FROM n")
db.execute("UPDATE schools SET enrol_primary = enrol_primary + 1000")
db.execute("UPDATE filler SET i = i + 1")
os._exit(0)
"""
    result = Path(folder) / "result.gpkg"
    run(city, "run", "city.toml", "-o", result, "-q")
    before = pupils_in(result)
    subprocess.run([sys.executable, "-c", code], check=True)
    if not Path(f"{schools}-journal").exists():
        yield "the test leaves no journal"
    kept = state_of(city)
    code, _, said = run(city, "run", "city.toml", "-o", result, "-q", "--overwrite")
    if code not in (0, 1) or pupils_in(result) != before:
        yield f"exit {code} {said!r}: {pupils_in(result)} pupils, before {before}"
    if state_of(city) != kept:
        yield "the folder of the inputs was changed"


def inputs_stay_as_they_are(folder):
    """Every command, files in WAL mode whose log is gone, a raster of heights."""
    city = copy_of_city(folder)
    db = sqlite3.connect(city / "venues.gpkg", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.close()
    (city / "dem.asc").write_text("ncols 4\nnrows 4\nxllcorner 116\nyllcorner 38\ncellsize 1\n" + "1 2 3 4\n" * 4)
    (city / "dem.prj").write_text('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
                                  'UNIT["degree",0.0174532925199433]]')
    kept = state_of(city)
    result = Path(folder) / "result.gpkg"
    for command in (["run", "city.toml", "-o", result, "--set", 'inputs.dem.path="dem.asc"', "--set", "walk.slope=true"],
                    ["check", "city.toml", "-o", result], ["screen", "city.toml", "--sites", "sites.gpkg", "-o", result],
                    ["init", ".", "-o", Path(folder) / "made.toml"]):
        code, _, said = run(city, *command, "-q", "--overwrite")
        if code not in (0, 1):
            yield f"{command}: exit {code} {said!r}"
        if state_of(city) != kept:
            yield f"{command}: the folder of the inputs was changed: {sorted(set(state_of(city)) ^ set(kept))}"


def pipes_are_refused_at_once(folder):
    folder = Path(folder)
    os.mkfifo(folder / "pipe.geojson")
    os.symlink("/dev/zero", folder / "zero.osm.pbf")
    os.symlink("/dev/zero", folder / "zero.gpkg")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "socket.csv"))
    for role, path in (("schools", folder / "pipe.geojson"), ("schools", "/dev/zero"), ("network", folder / "zero.osm.pbf"),
                       ("fields", folder / "zero.gpkg"), ("enrolment", folder / "socket.csv"),
                       ("venues", f"/vsizip/{{{folder}/pipe.geojson}}/a.shp")):
        yield from refused(check_city(folder, role, path), str(path).split("}")[0].split("{")[-1])
    yield from refused(run(folder, "run", DATA / "city.toml", "-o", folder / "r.gpkg", "-q", "--set", f'inputs.dem.path="{folder}/pipe.geojson"',
                           "--set", "walk.slope=true"), "pipe.geojson")
    yield from refused(run(folder, "screen", DATA / "city.toml", "-o", folder / "r.gpkg", "-q", "--sites", "pipe.geojson"), "pipe.geojson")
    for part in (".dbf", ".shx", ".prj", ".cpg"):
        shape = damaged_files.shapefile(folder / ("part" + part[1:]))
        shape.with_suffix(part).unlink(missing_ok=True)
        os.mkfifo(shape.with_suffix(part))
        yield from refused(check_city(folder, "venues", shape), shape.with_suffix(part).name)
        yield from refused(run(folder, "init", shape, "-o", "made.toml"), shape.with_suffix(part).name)
    code, _, said = run(folder, "init", ".", "-v", "-o", "made.toml")
    if code != BAD_INPUT and "pipe.geojson" not in said:
        yield f"init on a folder with a pipe: exit {code}, {said!r}"


def a_view_without_end_is_given_up(folder):
    path = Path(folder) / "endless.gpkg"
    shutil.copy(DATA / "venues.gpkg", path)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
               "SELECT i AS id, CAST(NULL AS BLOB) AS geom FROM n WHERE i < 0")
    db.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('endless', 'features', 'endless', 4326)")
    db.execute("INSERT INTO gpkg_geometry_columns VALUES ('endless', 'geom', 'POINT', 4326, 0, 0)")
    db.close()
    yield from refused(check_city(folder, "venues", path, "--set", 'inputs.venues.layer="endless"'), "endless.gpkg", "'endless'")


class Listener:
    """A server on this machine that counts what it is asked."""

    def __enter__(self):
        self.asked = []
        listener = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                listener.asked.append(self.path)
                self.send_error(404)

            do_HEAD = do_POST = do_GET

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def no_request_is_made(folder):
    """Whatever a file or the environment says. A system that is only linked is unknown, not degrees."""
    folder = Path(folder)
    with Listener() as listener:
        environment = {"no_proxy": "127.0.0.1", "PROJ_NETWORK": "ON", "PROJ_NETWORK_ENDPOINT": listener.url, "GML_SKIP_RESOLVE_ELEMS": "NONE",
                       "GDAL_HTTP_PROXY": "", "PROJ_USER_WRITABLE_DIRECTORY": str(folder)}
        asked = {"link.geojson": {"type": "link", "properties": {"href": f"{listener.url}/crs.wkt", "type": "ogcwkt"}},
                 "name.geojson": {"type": "name", "properties": {"name": f"{listener.url}/crs.wkt"}},
                 "local.geojson": {"type": "name", "properties": {"name": "/dev/zero"}}}
        for name, crs in asked.items():
            path = damaged_files.geojson(folder / name, crs)
            yield from refused(check_city(folder, "venues", path, **environment), name, "crs")
            code, _, said = check_city(folder, "venues", path, "--set", 'inputs.venues.crs="EPSG:4326"', **environment)
            if code not in (0, 1):
                yield f"{name} with crs: exit {code} {said!r}"
            run(folder, "init", name, "-o", "made.toml", **environment)
        for path in damaged_files.pointing_on(folder, listener.url):
            check_city(folder, "venues", path, **environment)
            run(folder, "init", path, "-o", "made.toml", **environment)
        datum = damaged_files.geojson(folder / "nad27.geojson", {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4267"}})
        check_city(folder, "venues", datum, **environment)
        if listener.asked:
            yield f"asked for {listener.asked[:5]}"


def archives_are_bounded(folder):
    folder = Path(folder)
    with zipfile.ZipFile(folder / "many.zip", "w") as archive:
        for i in range(24_000):
            archive.writestr(f"d{i % 100}/{i}.geojson", "{}")
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("bomb.kml", "w") as member:
            for _ in range(300):
                member.write(b"a" * 1_000_000)
    (folder / "cut.zip").write_bytes((folder / "bomb.zip").read_bytes()[:-40])
    for name in ("many.zip", "bomb.zip", "cut.zip"):
        start = time.monotonic()
        yield from refused(check_city(folder, "venues", folder / name), name)
        yield from refused(run(folder, "init", name, "-o", "made.toml"), name)
        if time.monotonic() - start > 20:
            yield f"{name}: {time.monotonic() - start:.0f} s"
    inner = folder / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.write(damaged_files.geojson(folder / "v.geojson"), "v.geojson")
    with zipfile.ZipFile(folder / "outer.zip", "w") as archive:
        archive.write(inner, "inner.zip")
        archive.write(folder / "many.zip", "many.zip")
    nested = f"/vsizip/{{/vsizip/{{{folder}/outer.zip}}/inner.zip}}/v.geojson"
    if check_city(folder, "venues", nested)[0] not in (0, 1):
        yield f"an archive in an archive: {check_city(folder, 'venues', nested)}"
    yield from refused(check_city(folder, "venues", nested.replace("inner.zip", "many.zip")), "many.zip")
    for sheet in damaged_files.endless_sheets(folder):
        yield from refused(check_city(folder, "venues", sheet), sheet.name)
    laughs = folder / "laughs.gml"
    laughs.write_text('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">' +
                      "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)) +
                      ']><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"><l>&a11;</l></gml:FeatureCollection>')
    yield from refused(check_city(folder, "venues", laughs), "laughs.gml")


def a_filter_is_taken_whole(folder):
    """A ';' ends nothing in silence; in a text it is a letter."""
    for path in (DATA / "venues.gpkg", damaged_files.geojson(Path(folder) / "v.geojson")):
        yield from refused(check_city(folder, "venues", path, "--set", 'inputs.venues.where="1=1; DROP TABLE venues"'), path.name, "where")
        code, out, said = check_city(folder, "venues", path, "--set", "inputs.venues.where=\"id <> 'a;b'\"")
        if code not in (0, 1) or rows_of(out, "venues") == 0:
            yield f"a ';' in a text: exit {code} {said!r}"


def messages_name_the_file(folder):
    """A damaged file as each input, of each kind that is refused for another reason."""
    folder = Path(folder)
    files = {"nothing.geojson": b"", "words.geojson": b"no json", "nothing.csv": b"", "zero.csv": b"id\0,name\n1,2\n", "nothing.shp": b"",
             "nothing.gpkg": b"SQLite format 3\0", "nothing.zip": b"PK\5\6" + bytes(18), "words.zip": b"no archive", "nothing.osm.pbf": b"",
             "words.osm": b"<osm><node", "words.xlsx": b"PK", "tag.kml": b"<kml>"}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    roles = ("schools", "campuses", "network", "districts", "enrolment")
    trials = [(roles[(i + turn) % len(roles)], name) for i, name in enumerate(files) for turn in (0, 1)]
    trials = [(role, name) for role, name in trials if not (role == "enrolment" and "osm" in name)]
    for role, name in trials:
        code, _, said = check_city(folder, role, folder / name)
        if code not in (0, 1) and (name not in said or role not in said and "osm" not in name):
            yield f"{name} as {role}: {said!r}"
    table = folder / "v.csv"
    table.write_text("id,x,y\n1,117,39\n2,117,39\n")
    for key, value in (("encoding", "nonsense"), ("where", "id = 'S"), ("layer", "nonsense"), ("head_row", 9)):
        setting = f"inputs.venues.{key}={json.dumps(value)}"
        yield from refused(check_city(folder, "venues", table, "--set", setting, "--set", 'inputs.venues.crs="EPSG:4326"'), str(value), "v.csv")
    code, _, said = check_city(folder, "venues", table, "--set", 'inputs.venues.crs="nonsense"')
    if code != 2 or "v.csv" not in said or "nonsense" not in said:
        yield f"a crs that is none: exit {code}, {said!r}"
    for name in files:
        yield from refused(run(folder, "init", name, "-o", "made.toml"), name)


CHECKS = (damaged_files_lose_no_row, whole_files_are_read, edits_in_a_log_are_read_and_left, an_edit_taken_back_is_not_read,
          inputs_stay_as_they_are, pipes_are_refused_at_once, a_view_without_end_is_given_up, no_request_is_made, archives_are_bounded,
          a_filter_is_taken_whole, messages_name_the_file)


def faults_of(check):
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        try:
            faults = [f"{check.__name__}: {fault}" for fault in check(folder)]
        except Exception:  # one broken check hides no other
            faults = [f"{check.__name__}: {traceback.format_exc()}"]
        print(f"{check.__name__}: {time.monotonic() - start:.1f} s")
        return faults


def main():
    wanted = sys.argv[3:]
    checks = [check for check in CHECKS if not wanted or check.__name__ in wanted]
    with ThreadPool(2) as pool:
        faults = [fault for found in pool.map(faults_of, checks) for fault in found]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
