#!/usr/bin/python3
"""Follows docs/guide/forty-cities.md word for word, in both languages: its commands, its template, on a province made for it.

usage: follow_guide.py FIELDGAP REPOSITORY
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "readme"))
from check_resume import shared_map
from guide_page import blocks_of
from provinces import DONE, FIELDGAP, copied_city, drawn_city, journal

REPOSITORY = Path(sys.argv[2]).resolve()
FILES = ("campuses.gpkg", "fields.gpkg", "venues.gpkg")


def blocks(page, kind):
    return [block.text for block in blocks_of(page) if block.kind == kind]


def commands(page):
    return [line for block in blocks(page, "") for line in block.splitlines() if line.startswith("fieldgap ")]


def make_province(folder):
    """What the page talks of: cities with configs, a list, and folders of files that differ in names."""
    province = folder / "province"
    province.mkdir()
    heping = drawn_city(province / "Heping", 1)
    copied_city(heping, "Hexi")
    (folder / "cities.txt").write_text("province/Heping/city.toml\nprovince/Hexi/city.toml\n", encoding="utf-8")
    for city, schools in (("Heping", "schools2025.shp"), ("Hexi", "schools_new.shp")):
        bureau = folder / "bureaus" / city
        bureau.mkdir(parents=True)
        subprocess.run(["ogr2ogr", "-q", bureau / schools, heping / "schools.gpkg"], check=True, stderr=subprocess.DEVNULL)
        for file in FILES:
            (bureau / file.replace("campuses", f"campuses_{city}")).write_bytes((heping / file).read_bytes())
    shared_map(folder / "bureaus")
    (folder / "bureaus" / "map.osm").rename(folder / "bureaus" / "province.osm")


def follow(page, folder):
    make_province(folder)
    (folder / "template.toml").write_text(blocks(page, "toml")[0], encoding="utf-8")
    for command in commands(page):
        done = subprocess.run([FIELDGAP, *command.split()[1:]], cwd=folder, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode in (0, 1), f"{command}\n{done.stderr}"
        if "--dry-run" in command:
            assert "#SBATCH" in done.stdout and not (folder / "cluster").exists(), (command, done.stdout)
        elif " batch " in command:
            out = folder / re.search(r"-o (\w+)", command)[1]
            found = {name: row["state"] for name, row in journal(out).items()}
            assert set(found) == {"Heping", "Hexi"} and set(found.values()) <= {DONE, "issues", "unchanged"}, (command, found, done.stderr)
            assert "--resume" not in command or set(found.values()) == {"unchanged"}, found
            assert (out / "all.gpkg").is_file() and (out / "all.qgz").is_file()
    assert (folder / "Heping.gpkg").read_bytes() == (folder / "folders" / "Heping" / "Heping.gpkg").read_bytes()


def main():
    pages = [REPOSITORY / "docs/guide/forty-cities.md", REPOSITORY / "docs/guide/forty-cities.zh.md"]
    assert commands(pages[0]) == commands(pages[1]) and blocks(pages[0], "toml") == blocks(pages[1], "toml"), "the pages differ in what they say to do"
    assert len(commands(pages[0])) == 7
    with tempfile.TemporaryDirectory() as name:
        follow(pages[0], Path(name).resolve())
    print(f"guide: {len(commands(pages[0]))} commands followed")


if __name__ == "__main__":
    main()
