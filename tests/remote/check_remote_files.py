#!/usr/bin/python3
"""Files of another machine: fetched whole and only where the config allows it, the figures of the same files here, and no result written there.

usage: check_remote_files.py FIELDGAP PROJECT
"""
import http.server
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

FIELDGAP, PROJECT = Path(sys.argv[1]), Path(sys.argv[2])
DATA = PROJECT / "data"
asked = []


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        asked.append(self.path)


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: Quiet(*given, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"/vsicurl/http://127.0.0.1:{server.server_address[1]}"


def config(file, paths, remote="remote = true"):
    text = "\n".join(f'[inputs.{role}]\npath = "{path}"\n{remote}\n' for role, path in paths.items())
    channels = "[channels]\nrent = { cost_per_m2 = 60 }\nshare = { cost_per_m2 = 10 }\n" if "network" in paths else ""
    file.write_text('[city]\nname = "Elsewhere"\n' + text + channels, encoding="utf-8")
    return file


def run(*words, code=0):
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    done = subprocess.run([FIELDGAP, *map(str, words)], capture_output=True, text=True, check=False, env=environment, timeout=120)
    assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
    return done


def digests(result):
    (text,) = sqlite3.connect(result).execute("SELECT metadata FROM gpkg_metadata").fetchone()
    return sorted(re.findall(r'"sha256": ?"(\w+)"', text))


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    work = folder / "tmp"
    work.mkdir()
    os.environ["TMPDIR"] = str(work)
    store = folder / "store"
    store.mkdir()
    for layer in ("campuses", "fields", "venues", "network"):
        (store / f"{layer}.gpkg").write_bytes((DATA / f"{layer}.gpkg").read_bytes())
    subprocess.run(["ogr2ogr", "-lco", "ENCODING=GB18030", store / "schools.shp", DATA / "schools.gpkg", "-sql",
                    "SELECT id, name, stage, enrol_primary AS enrol_prim, enrol_junior AS enrol_jun, geom FROM schools"], check=True, capture_output=True)
    (store / "schools.cpg").unlink()  # Chinese without a word about it
    subprocess.run(["ogr2ogr", "-f", "CSV", store / "pupils.csv", DATA / "schools.gpkg", "-sql",
                    "SELECT id, name, stage, enrol_primary, enrol_junior FROM schools"], check=True, capture_output=True)
    (store / "pupils.csv").write_bytes((store / "pupils.csv").read_text(encoding="utf-8").encode("gb18030"))

    names = {"schools": "schools.shp", "campuses": "campuses.gpkg", "fields": "fields.gpkg", "venues": "venues.gpkg", "network": "network.gpkg",
             "enrolment": "pupils.csv"}
    url = serve(store)
    here = config(folder / "here.toml", {role: store / file for role, file in names.items()}, "")
    there = config(folder / "there.toml", {role: f"{url}/{file}" for role, file in names.items()})
    of_here = run("run", here, "-o", folder / "here.gpkg", "--json")
    of_there = run("run", there, "-o", folder / "there.gpkg", "--json")
    assert of_here.stdout == of_there.stdout and len(json.loads(of_here.stdout)) > 10, "other figures"
    assert digests(folder / "here.gpkg") == digests(folder / "there.gpkg") and len(digests(folder / "here.gpkg")) == 6, "other digests"
    assert not list(work.iterdir()), "copies are left"

    # One line where one is missing, named as the config has it; nothing asked where it is not allowed.
    lost = run("check", config(folder / "lost.toml", {"schools": f"{url}/nothing.gpkg"}), "-o", folder / "lost.gpkg", "-q", code=3)
    assert len(lost.stderr.strip().splitlines()) == 1 and f"'{url}/nothing.gpkg'" in lost.stderr, lost.stderr
    asked.clear()
    shut = run("check", config(folder / "shut.toml", {"schools": f"{url}/schools.shp"}, ""), "-o", folder / "shut.gpkg", "-q", code=3)
    assert "remote = true" in shut.stderr and not asked, (shut.stderr, asked)
    assert not list(work.iterdir()), "copies are left"

    # Nothing is written there: one line, and no folder of that name here.
    for words in (["run", here, "-o", "/vsis3/bucket/out.gpkg"], ["batch", here, "-o", "/vsis3/bucket/out"], ["batch", here, "-o", "s3://bucket/out"],
                  ["synth", "-o", "/vsis3/bucket/city"], ["run", here, "-o", "PG:dbname=city password=geheim"]):
        refused = run(*words, "-q", code=4)
        assert len(refused.stderr.strip().splitlines()) == 1 and "another machine" in refused.stderr and "geheim" not in refused.stderr, refused.stderr
    assert not Path("/vsis3").exists() and not Path("s3:").exists()
print("ok")
