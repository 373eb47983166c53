#!/usr/bin/python3
"""How the time of a run grows with one input: cities that are tiny but for one thing, in several sizes, with the exponent fitted to their seconds.

usage: growth.py FIELDGAP FOLDER [SHAPE [N...]]

Without a shape the four that bench/README.md tells of; `all` runs every shape below. The exponent is the slope of log(seconds - start) over log(n), where
start is the run of the same city with next to nothing in it.
"""
import json
import math
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

LON, LAT = 117.2, 39.1


def at(x_m, y_m):
    return [LON + x_m / (111320 * math.cos(math.radians(LAT))), LAT + y_m / 110574]


def box(x_m, y_m, width_m, height_m):
    return [[at(x_m, y_m), at(x_m + width_m, y_m), at(x_m + width_m, y_m + height_m), at(x_m, y_m + height_m), at(x_m, y_m)]]


def circle(x_m, y_m, radius_m, vertices):
    """Not smooth, so that no vertex lies between its neighbours."""
    ring = []
    for i in range(vertices):
        turn, radius = 2 * math.pi * i / vertices, radius_m * (1 + 0.001 * (i % 2))
        ring.append(at(x_m + radius * math.cos(turn), y_m + radius * math.sin(turn)))
    return ring + ring[:1]


def row(shape, coordinates, **columns):
    return {"type": "Feature", "geometry": {"type": shape, "coordinates": coordinates}, "properties": columns}


def school(i, x_m, y_m, **columns):
    return row("Point", at(x_m, y_m), **{"id": f"S{i}", "name": f"School {i}", "stage": "primary", "enrol_primary": 600, **columns})


def streets(width_m, height_m, step_m=300):
    xs, ys = range(-100, int(width_m) + step_m, step_m), range(-20, int(height_m) + step_m, step_m)
    along = [[at(x, y) for x in xs] for y in ys]
    return [row("LineString", line, highway="residential") for line in along + [[at(x, y) for y in ys] for x in xs]]


def town():
    """Three schools in a row, each with a campus, a field and a venue beside it."""
    return {
        "schools": [school(i, 300 * i + 50, 50) for i in range(3)],
        "campuses": [row("Polygon", box(300 * i, 0, 100, 100), id=f"C{i}", school_id=f"S{i}") for i in range(3)],
        "fields": [row("Polygon", box(300 * i + 10, 10, 60, 40), id=f"F{i}", school_id=f"S{i}", kind="outdoor") for i in range(3)],
        "venues": [row("Polygon", box(300 * i + 150, 20, 50, 50), id=f"V{i}", name=f"Venue {i}") for i in range(3)],
        "network": streets(1200, 400),
    }


def overlapping_fields(n):
    random.seed(1)
    return {"fields": [row("Polygon", box(random.uniform(0, 60), random.uniform(0, 60), 30, 20), id=f"F{i}", school_id="S0", kind="outdoor")
                       for i in range(n)]}


def identical_fields(n):
    return {"fields": [row("Polygon", box(10, 10, 60, 40), id=f"F{i}", school_id="S0", kind="outdoor") for i in range(n)]}


def campus_vertices(n):
    campuses = town()["campuses"]
    campuses[0]["geometry"]["coordinates"] = [circle(50, 50, 60, n)]
    return {"campuses": campuses}


def side_of(n):
    return math.ceil(math.sqrt(n))


def schools_of_one_name(n):
    side = side_of(n)
    places = [(300 * (i % side), 300 * (i // side)) for i in range(n)]
    return {
        "schools": [school(i, x + 50, y + 50, name="Central School") for i, (x, y) in enumerate(places)],
        "campuses": [row("Polygon", box(x, y, 100, 100), id=f"C{i}") for i, (x, y) in enumerate(places)],
        "fields": [row("Polygon", box(x + 10, y + 10, 60, 40), id=f"F{i}", kind="outdoor") for i, (x, y) in enumerate(places)],
        "enrolment": [row("Point", at(x, y), name="Central School", stage="primary", enrol_primary=500 + i % 100)
                      for i, (x, y) in enumerate(places)],
        "network": streets(300 * side, 300 * side),
    }


def schools_at_one_place(n):
    schools = [school(i, 50 + 0.001 * i, 50, name="Central School") for i in range(n)]
    return {"schools": schools, "fields": [], "campuses": []}


def apart_fields(n):
    """Fields side by side that belong to no campus."""
    side = side_of(n)
    return {"fields": [row("Polygon", box(2000 + 30 * (i % side), 30 * (i // side), 20, 20), id=f"F{i}", kind="outdoor") for i in range(n)]}


def fields_on_a_large_campus(n):
    side = side_of(n)
    campuses = town()["campuses"]
    campuses[0]["geometry"]["coordinates"] = box(0, -30 * side - 10, 30 * side, 30 * side + 110)
    return {"campuses": campuses,
            "fields": [row("Polygon", box(30 * (i % side), -30 * (i // side) - 30, 31, 31), id=f"F{i}", kind="outdoor") for i in range(n)]}


def gates(n):
    return {"gates": [row("Point", at(100 * math.cos(i) / 2 + 50, 100), id=f"G{i}", owner_kind="school", owner_id="S0") for i in range(n)]}


def gates_without_owner(n):
    return {"gates": [row("Point", at(100 * i / n, 100), id=f"G{i}") for i in range(n)]}


def venues_on_one_spot(n):
    return {"venues": [row("Polygon", box(150, 20, 50, 50), id=f"V{i}", name=f"Venue {i}") for i in range(n)]}


def overlapping_venues(n):
    random.seed(2)
    return {"venues": [row("Polygon", box(random.uniform(120, 180), random.uniform(0, 60), 30, 20), id=f"V{i}", name=f"Venue {i}")
                       for i in range(n)]}


def overlapping_estates(n):
    random.seed(3)
    return {"residential": [row("Polygon", box(random.uniform(0, 600), random.uniform(150, 300), 60, 60), id=f"E{i}", name=f"Estate {i}", households=300,
                                phase="planned") for i in range(n)]}


def campus_holes(n):
    side = side_of(n)
    campuses = town()["campuses"]
    step = 100 / (side + 1)
    campuses[0]["geometry"]["coordinates"] = box(0, 0, 100, 100) + [
        box(step * (i % side) + 0.1 * step, step * (i // side) + 0.1 * step, 0.5 * step, 0.5 * step)[0][::-1] for i in range(n)]
    return {"campuses": campuses}


def campus_parts(n):
    side = side_of(n)
    campuses = town()["campuses"]
    campuses[0]["geometry"] = {"type": "MultiPolygon", "coordinates": [
        box(100 / side * (i % side), 100 / side * (i // side), 70 / side, 70 / side) for i in range(n)]}
    return {"campuses": campuses}


def campus_parts_overlapping(n):
    random.seed(4)
    campuses = town()["campuses"]
    campuses[0]["geometry"] = {"type": "MultiPolygon", "coordinates": [
        box(random.uniform(0, 90), random.uniform(0, 90), 10, 10) for _ in range(n)]}
    return {"campuses": campuses}


def branches(n):
    side = side_of(n)
    places = [(300 * (i % side), 300 * (i // side)) for i in range(n)]
    return {
        "schools": [school(i, x + 50, y + 50, **({"parent_id": "S0"} if i else {})) for i, (x, y) in enumerate(places)],
        "campuses": [row("Polygon", box(x, y, 100, 100), id=f"C{i}", school_id=f"S{i}") for i, (x, y) in enumerate(places)],
        "fields": [row("Polygon", box(x + 10, y + 10, 60, 40), id=f"F{i}", school_id=f"S{i}", kind="outdoor") for i, (x, y) in enumerate(places)],
        "network": streets(300 * side, 300 * side),
    }


def catchments(n):
    random.seed(5)
    return {"catchments": [row("Polygon", box(random.uniform(0, 600), random.uniform(0, 300), 60, 60), id=f"A{i}", school_id=f"S{i % 3}")
                           for i in range(n)],
            "residential": [row("Polygon", box(300 * i, 150, 60, 60), id=f"E{i}", name=f"Estate {i}", households=300, phase="planned") for i in range(3)]}


def district_vertices(n):
    return {"districts": [row("Polygon", [circle(400, 50, 2000, n)], id="D", name="District")]}


def districts(n):
    side = side_of(n)
    return {"districts": [row("Polygon", box(300 * (i % side), 300 * (i // side), 300, 300), id=f"D{i}", name=f"District {i}") for i in range(n)]}


def streets_between_two_nodes(n):
    lines = [row("LineString", [at(0, -20), at(500, -20 - 0.01 * i), at(1000, -20)], highway="residential") for i in range(n)]
    return {"network": town()["network"] + lines}


def streets_on_each_other(n):
    return {"network": town()["network"] + [row("LineString", [at(0, -20), at(1000, -20)], highway="residential") for _ in range(n)]}


SHAPES = {
    overlapping_fields: (2500, 5000, 10000, 20000),
    identical_fields: (2500, 5000, 10000, 20000),
    campus_vertices: (125000, 250000, 500000, 1000000),
    schools_of_one_name: (2500, 5000, 10000, 20000),
    schools_at_one_place: (5000, 20000),
    apart_fields: (25000, 100000),
    fields_on_a_large_campus: (5000, 20000),
    gates: (5000, 20000),
    gates_without_owner: (5000, 20000),
    venues_on_one_spot: (5000, 20000),
    overlapping_venues: (5000, 20000),
    overlapping_estates: (5000, 20000),
    campus_holes: (12500, 50000),
    campus_parts: (5000, 20000),
    campus_parts_overlapping: (5000, 20000),
    branches: (5000, 20000),
    catchments: (5000, 20000),
    district_vertices: (250000, 1000000),
    districts: (5000, 20000),
    streets_between_two_nodes: (5000, 20000),
    streets_on_each_other: (5000, 20000),
}
TOLD_IN_README = 4


def written(folder, layers):
    """A config and its layers."""
    folder.mkdir(parents=True, exist_ok=True)
    config = '[city]\nname = "Growth"\n'
    for name, rows in layers.items():
        (folder / f"{name}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": rows}), encoding="utf-8")
        config += f'[inputs.{name}]\npath = "{name}.geojson"\n'
    config += "[channels]\nrent = { cost_per_m2 = 60 }\nshare = { cost_per_m2 = 10 }\n"
    (folder / "city.toml").write_text(config, encoding="utf-8")
    return folder / "city.toml"


def seconds_of(program, config):
    """Wall and CPU seconds of a run that ends with 0 or 1."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    run = subprocess.run([program, "run", config, "-o", config.with_name("out.gpkg"), "--overwrite", "-q"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                         check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode > 1:
        raise SystemExit(f"exit code {run.returncode}: {config}\n{run.stderr.decode()}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def exponent(sizes, seconds):
    """The slope of the line of least squares through the logarithms."""
    xs, ys = [math.log(n) for n in sizes], [math.log(max(s, 1e-3)) for s in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)


def measure(program, folder, shape, sizes):
    start = min(seconds_of(program, written(folder / "town", town()))[1] for _ in range(3))
    cpu = []
    for n in sizes:
        config = written(folder / f"{shape.__name__}_{n}", {**town(), **shape(n)})
        wall, seconds = seconds_of(program, config)
        cpu.append(seconds - start)
        print(f"{shape.__name__:28} {n:8} {wall:8.2f} s wall {seconds:8.2f} s CPU", flush=True)
    if len(sizes) > 1:
        print(f"{shape.__name__:28} exponent {exponent(sizes, cpu):.2f}", flush=True)


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    program, folder = sys.argv[1], Path(sys.argv[2])
    wanted = sys.argv[3] if len(sys.argv) > 3 else ""
    shapes = {shape.__name__: shape for shape in SHAPES}
    if wanted in shapes:
        sizes = [int(n) for n in sys.argv[4:]] or SHAPES[shapes[wanted]]
        measure(program, folder, shapes[wanted], sizes)
        return
    if wanted not in ("", "all"):
        raise SystemExit(f"no shape '{wanted}'; one of {', '.join(shapes)}")
    for shape in list(SHAPES)[:None if wanted else TOLD_IN_README]:
        measure(program, folder, shape, SHAPES[shape])


if __name__ == "__main__":
    main()
