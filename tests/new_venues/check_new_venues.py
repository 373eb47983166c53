#!/usr/bin/python3
"""Places for new venues as users give them: whatever their order, their file and the number of threads the result is the same; their file is an
input in every sense. Cities with lots of places: what is chosen is the best of all sets, tried one by one with the program itself.

usage: check_new_venues.py FIELDGAP
"""
import csv
import itertools
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "result"))
from check_result import Check

CASE = Path(__file__).resolve().parent.parent / "golden" / "venue_options"
FIELDGAP = sys.argv[1]


def run(folder, config, *more, expected=0):
    done = subprocess.run([FIELDGAP, "run", config, "--overwrite", "-q", *more], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == expected, (config, more, done.returncode, done.stderr)
    return done


def rows_of(path, layer="venue_options"):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(f"SELECT * FROM {layer} ORDER BY fid")]


def figures_of(path):
    return {row["key"]: row["value"] for row in rows_of(path, "summary")}


def claims_hold(path):
    check = Check(path)
    check.venue_options()
    assert not check.wrong, check.wrong


def same_whatever_the_order(folder):
    run(folder, "street.toml", "--threads", "1")
    first = (folder / "street.gpkg").read_bytes()
    claims_hold(folder / "street.gpkg")
    assert figures_of(folder / "street.gpkg")["venue_options.gain_m2"] == 3900
    run(folder, "street.toml", "--threads", "4")
    assert (folder / "street.gpkg").read_bytes() == first, "another number of threads, other bytes"
    rows = rows_of(folder / "street.gpkg")
    head, *places = (folder / "places.csv").read_text().splitlines()
    (folder / "places.csv").write_text("\n".join([head, *reversed(places)]) + "\n")
    run(folder, "street.toml")
    assert rows_of(folder / "street.gpkg") == rows, "another order of the places, other rows"


def one_input_by_two_names(folder):
    rows = rows_of(folder / "street.gpkg")
    text = (folder / "street.toml").read_text()
    without = text.replace('candidates = "places.csv"\n', "")
    (folder / "table.toml").write_text(without.replace("[inputs.new_venues]\n", '[inputs.new_venues]\npath = "places.csv"\n'))
    run(folder, "table.toml", "-o", "table.gpkg")
    assert rows_of(folder / "table.gpkg") == rows
    with sqlite3.connect(folder / "table.gpkg") as db:
        provenance = db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0]
    assert '"places.csv"' in provenance and '"new_venues"' in provenance
    done = run(folder, "street.toml", "-o", "places.csv", expected=2)
    assert "[inputs.new_venues]" in done.stderr, done.stderr
    (folder / "gone.toml").write_text(text.replace("places.csv", "gone.csv"))
    assert "gone.csv" in run(folder, "gone.toml", expected=3).stderr
    (folder / "without.toml").write_text(without.replace('[inputs.new_venues]\ncrs = "EPSG:4548"\n', ""))
    assert "names no places" in run(folder, "without.toml", expected=2).stderr


def without_rent(folder):
    text = (folder / "street.toml").read_text().replace("rent = { cost_per_m2 = 60 }", "expand = {}")
    (folder / "unrented.toml").write_text(text)
    run(folder, "unrented.toml", "-o", "unrented.gpkg")
    assert rows_of(folder / "unrented.gpkg") == []
    assert [row["layer"] for row in rows_of(folder / "unrented.gpkg", "data_issues") if row["code"] == "new_venues_not_rented"] == ["new_venues"]
    assert "venue_options.gain_m2" not in figures_of(folder / "unrented.gpkg")


def best_of_all_sets(folder, seed):
    """A street of random schools and places: the sets are built as venues of today, and the city is solved again."""
    draw = random.Random(seed)
    east = 500000
    with open(folder / "schools.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow("id name stage enrol_primary outdoor_m2 x y".split())
        for i in range(8):
            out.writerow([f"S{i}", f"School {i}", "primary", 400, draw.randrange(1000, 3200), east + draw.randrange(0, 6000), 4332000])
    places = [[f"P{i}", draw.randrange(200, 2500), east + draw.randrange(0, 6000), 4332000] for i in range(6)]

    def write(name, rows):
        with open(folder / name, "w", newline="") as file:
            csv.writer(file).writerows([["id", "area_m2", "x", "y"], *rows])

    write("places.csv", places)
    today = [["V", draw.randrange(200, 2500), east + draw.randrange(0, 6000), 4332010]]
    write("venues.csv", today)
    text = (folder / "street.toml").read_text().replace('[inputs.campuses]\npath = "campuses.csv"\ncrs = "EPSG:4548"\n', "")
    cap = f"rent = {{ cost_per_m2 = 60, cap_m2 = {draw.randrange(1500, 6000)} }}" if seed % 2 else "rent = { cost_per_m2 = 60 }"
    (folder / "drawn.toml").write_text(text.replace("rent = { cost_per_m2 = 60 }", cap))
    run(folder, "drawn.toml", "-o", "drawn.gpkg")
    claims_hold(folder / "drawn.gpkg")
    given = figures_of(folder / "drawn.gpkg")["given_m2"]

    def gain(chosen):
        write("venues.csv", today + [row for row in places if row[0] in chosen])
        run(folder, "drawn.toml", "-o", "again.gpkg")
        return figures_of(folder / "again.gpkg")["given_m2"] - given

    for row in rows_of(folder / "drawn.gpkg"):
        assert abs(gain({row["candidate_id"]}) - row["gain_m2"]) < 0.005, (seed, row)
    best = max(gain(set(pair)) for pair in itertools.combinations([row[0] for row in places], 2))
    figures = figures_of(folder / "drawn.gpkg")
    assert abs(figures["venue_options.gain_m2"] - best) < 0.005 and figures["venue_options.proven"] == 1, (seed, best, figures)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in CASE.iterdir():
            if file.suffix in (".csv", ".toml"):
                shutil.copy(file, folder)
        same_whatever_the_order(folder)
        one_input_by_two_names(folder)
        without_rent(folder)
        for seed in (1, 2, 3):
            best_of_all_sets(folder, seed)


main()
