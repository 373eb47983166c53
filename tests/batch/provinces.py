"""Provinces for tests: folders of small drawn cities, whole or broken in known ways, and how a batch over them is called and looked at."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

FIELDGAP = Path(sys.argv[1]).resolve()
FAILED, ISSUES, DONE, UNCHANGED = "failed", "issues", "done", "unchanged"


def call(folder, *arguments, **options):
    """One call of the program; its output as text."""
    return subprocess.run([FIELDGAP, *map(str, arguments)], cwd=folder, text=True, capture_output=True, timeout=600, check=False, **options)


def drawn_city(folder, seed, schools=6):
    """The folder of a drawn city, its name that of the folder."""
    done = call(folder.parent, "synth", "-q", "-o", folder, "--schools", schools, "--seed", seed)
    assert done.returncode == 0, done.stderr
    config = folder / "city.toml"
    lines = [f'name = "{folder.name}"' if line.startswith("name = ") else line for line in config.read_text(encoding="utf-8").splitlines()]
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def copied_city(city, name):
    """The same city under another name: quicker than drawing one."""
    copy = city.parent / name
    shutil.copytree(city, copy)
    config = copy / "city.toml"
    config.write_text(config.read_text(encoding="utf-8").replace(f'name = "{city.name}"', f'name = "{name}"'), encoding="utf-8")
    return copy


def in_config(city, old, new):
    config = city / "city.toml"
    text = config.read_text(encoding="utf-8")
    assert old in text, (city, old)
    config.write_text(text.replace(old, new, 1), encoding="utf-8")


def breaks():
    """Ten ways in which a city is broken: what is done to it, and a part of what is said."""
    def no_toml(city):
        (city / "city.toml").write_text("[city]\nname = 'x\n", encoding="utf-8")

    def no_key(city):
        in_config(city, "[standards]", "[standards]\nminutes = 3")

    def no_file(city):
        (city / "schools.gpkg").unlink()

    def no_layer(city):
        in_config(city, 'path = "schools.gpkg"', 'path = "schools.gpkg"\nlayer = "Schulen"')

    def garbage(city):
        (city / "schools.gpkg").write_bytes(bytes(range(256)) * 16)

    def empty(city):
        (city / "campuses.gpkg").write_bytes(b"")

    def no_rows(city):
        (city / "schools.csv").write_text("school_id,name,lon,lat\n", encoding="utf-8")
        in_config(city, '"schools.gpkg"', '"schools.csv"')

    def half(city):
        whole = (city / "fields.gpkg").read_bytes()
        (city / "fields.gpkg").write_bytes(whole[:len(whole) // 3])

    def pipe(city):
        (city / "venues.gpkg").unlink()
        os.mkfifo(city / "venues.gpkg")

    def no_number(city):
        in_config(city, "minutes = 10", "minutes = -3")

    return {"no_toml": (no_toml, "city.toml"), "no_key": (no_key, "minutes"), "no_file": (no_file, "schools.gpkg"), "no_layer": (no_layer, "Schulen"),
            "garbage": (garbage, "schools.gpkg"), "empty": (empty, "campuses.gpkg"), "no_rows": (no_rows, "schools.csv"), "half": (half, "fields.gpkg"),
            "pipe": (pipe, "venues.gpkg"), "no_number": (no_number, "minutes")}


def batch(folder, *arguments, **options):
    """A batch and what it told as JSON."""
    done = call(folder, "batch", *arguments, "--json", **options)
    return done, json.loads(done.stdout) if done.stdout else None


def states(told):
    return {city["name"]: city["state"] for city in told["cities"]}


def message(told, name):
    return next(city["message"] for city in told["cities"] if city["name"] == name)


def journal(out):
    with sqlite3.connect(f"file:{out / 'batch.sqlite'}?mode=ro", uri=True) as file:
        file.row_factory = sqlite3.Row
        return {row["name"]: dict(row) for row in file.execute("SELECT * FROM cities")}


def rows(path, statement):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        return file.execute(statement).fetchall()


def results(out):
    """Bytes of everything that is a result: all.gpkg, all.qgz, each city's GeoPackage and project."""
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(out.rglob("*")) if path.suffix in (".gpkg", ".qgz") and path.is_file() and "/." not in str(path.relative_to(out.parent))}


def unfinished(out):
    """What a call that was killed left behind beside the results."""
    known = {".batch.lock", ".pieces"}
    return [str(path) for path in out.rglob(".*") if path.name not in known and ".pieces" not in path.parts]


def times(folder):
    return {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if path.is_file()}


def environment(**more):
    return {**os.environ, **more}
