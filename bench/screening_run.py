#!/usr/bin/python3
"""The whole program on a synthetic city: sites screened, the first answer against reading, and one site out of a prepared city.

usage: screening_run.py FIELDGAP FOLDER [SCHOOLS [SITES [ROUNDS]]]
"""
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path


def timed(command):
    """Wall and CPU seconds of a command that ends with 0 or 1."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code > 1:
        raise SystemExit(f"exit code {code}: {' '.join(map(str, command))}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def median(command, rounds):
    timed(command)
    times = [timed(command) for _ in range(rounds)]
    return statistics.median(wall for wall, _ in times), statistics.median(cpu for _, cpu in times)


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    schools, sites, rounds = (int(value) for value in (sys.argv[3:] + ["1000", "1000", "5"][len(sys.argv) - 3:]))
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([program, "synth", "-o", folder, "--schools", str(schools), "--overwrite", "-q"], check=True)
    many = folder / "many_sites.gpkg"
    many.unlink(missing_ok=True)
    subprocess.run(["ogr2ogr", many, folder / "residential.gpkg", "-nln", "sites", "-dialect", "SQLITE", "-sql",
                    f"SELECT geom, id, name, households, 2024 AS first_phase_year FROM residential LIMIT {sites}"], check=True)
    place = subprocess.run(["ogrinfo", "-q", "-al", folder / "schools.gpkg", "-dialect", "SQLITE", "-sql",
                            "SELECT ST_X(ST_Transform(ST_Centroid(geom), 4326)) || ',' || ST_Y(ST_Transform(ST_Centroid(geom), 4326)) AS p FROM schools "
                            f"LIMIT 1 OFFSET {schools // 2}"], check=True, capture_output=True, text=True).stdout.split("= ")[1].split()[0]
    out = ["-o", folder / "out.gpkg", "--overwrite", "-q"]
    city = folder / "city.toml"
    one = [program, "screen", city, f"--site={place}", "--households", "800", *out]
    kept = folder / "city.prepared"
    kept.unlink(missing_ok=True)
    reading, _ = median([program, "check", city, *out], rounds)
    running, _ = median([program, "run", city, *out], rounds)
    first, _ = median(one, rounds)
    wall, cpu = median([program, "screen", city, "--sites", many, *out], 1)
    again, _ = median([*one, "--prepared", kept], rounds)
    print(f"{schools} schools: check {reading:.2f} s, run {running:.2f} s")
    print(f"one site, the city read: {first:.2f} s, {first / reading:.2f} x check, {first / running:.2f} x run")
    print(f"{sites} sites: {wall:.1f} s wall, {cpu:.1f} s CPU")
    print(f"one site, the city prepared ({kept.stat().st_size / 2**20:.0f} MiB): {again:.3f} s")


main()
