#!/usr/bin/python3
"""A whole run beside what merely copies its map and its result: `osmium cat` and `ogr2ogr`, in turns.

usage: bench/copying.py FIELDGAP CITY.toml MAP.osm.pbf [ROUNDS] [--set KEY=VALUE ...]
Needs osmium-tool and gdal-bin.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def timed(command):
    """Wall seconds, and CPU seconds of the process and its children."""
    begin, before = time.perf_counter(), os.times()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    if done.returncode > 1:
        sys.exit(f"{command[0]} ended with {done.returncode}")
    return time.perf_counter() - begin, after.children_user + after.children_system - before.children_user - before.children_system


def main():
    words = sys.argv[1:]
    settings = words[words.index("--set"):] if "--set" in words else []
    words = words[: len(words) - len(settings)]
    fieldgap, city, city_map = words[:3]
    rounds = int(words[3]) if len(words) > 3 else 7
    with tempfile.TemporaryDirectory(prefix="fieldgap_copying_") as work:
        result, copy, copied_map = Path(work) / "r.gpkg", Path(work) / "copy.gpkg", Path(work) / "copy.osm.pbf"
        commands = {
            "fieldgap run": [fieldgap, "run", city, "-q", "-o", result, "--overwrite", *settings],
            "osmium cat": ["osmium", "cat", "-O", "-o", copied_map, city_map],
            "ogr2ogr": ["ogr2ogr", "-q", "-overwrite", copy, result],
        }
        times = {name: [] for name in commands}
        for round_number in range(rounds + 1):  # the first warms up
            for name, command in commands.items():
                one = timed(command)
                copy.unlink(missing_ok=True) if name == "ogr2ogr" else None
                if round_number > 0:
                    times[name].append(one)
    medians = {name: [statistics.median(one[i] for one in of) for i in (0, 1)] for name, of in times.items()}
    for name, (wall, cpu) in medians.items():
        print(f"{name:13} {wall:.3f} s, {cpu:.3f} s of CPU (medians of {rounds})")
    for i, what in enumerate(("wall", "CPU")):
        print(f"{what}: {medians['fieldgap run'][i] / (medians['osmium cat'][i] + medians['ogr2ogr'][i]):.2f} x")


if __name__ == "__main__":
    main()
