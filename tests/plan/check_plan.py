#!/usr/bin/python3
"""Worked examples of docs/standards.md 1.7 (GP-..) and 8 (SE-..) by the program itself, each out of the summary of a run with a table [plan]; that the
plan changes no figure of its city; and that sums close whatever districts are called.

usage: check_plan.py FIELDGAP PROJECT EXAMPLE
"""
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "result"))
from check_result import Check

TIMEOUT_S = 120
EAST, NORTH = 517000, 4332000
STEPS = ("own", "share", "rent", "basement", "expand", "residual")
PLAN_BLOCKS = ("plan", "rural", "transfers")


def figures(fieldgap, config, folder):
    """The summary of a run, by its keys."""
    result = Path(folder) / "result.gpkg"
    done = subprocess.run([fieldgap, "run", config, "-o", result, "--overwrite", "-q", "--json"], capture_output=True, text=True, timeout=TIMEOUT_S,
                          check=False)
    assert done.returncode in (0, 1), f"exit {done.returncode}: {done.stderr}"
    wrong = Check(result).all()
    assert not wrong, "\n".join(wrong)
    return json.loads(done.stdout)


def compare(found, wanted):
    for key, value in wanted.items():
        assert found[key] is not None and math.isclose(found[key], value, abs_tol=5e-5), f"{key} is {found[key]}, not {value}"


class Town:
    """Schools along a street, 100 m from one to the next; a venue beside the first."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.config = ["[inputs.schools]", 'path = "schools.csv"', 'crs = "EPSG:4548"']

    def schools(self, *rows):
        """Stage, pupils, ground, and district."""
        lines = [f"{number},{stage},{pupils if stage == 'primary' else ''},{pupils if stage == 'junior' else ''},{ground},{quoted(district)},"
                 f"{EAST + 100 * number},{NORTH}" for number, (stage, pupils, ground, district) in enumerate(rows)]
        self.write("schools.csv", "id,stage,enrol_primary,enrol_junior,outdoor_m2,district,x,y", *lines)

    def venue(self, area_m2):
        self.write("venues.csv", "id,area_m2,x,y", f"V,{area_m2},{EAST},{NORTH + 10}")
        self.write("streets.csv", "highway,line", f'residential,"LINESTRING ({EAST - 1000} {NORTH + 5}, {EAST + 1000} {NORTH + 5})"')
        self.config += ["[inputs.venues]", 'path = "venues.csv"', 'crs = "EPSG:4548"', "[inputs.network]", 'path = "streets.csv"', 'crs = "EPSG:4548"',
                        'columns = { wkt = "line" }', "[channels]", "rent = { cost_per_m2 = 60 }"]

    def plan(self, *lines):
        self.config += ["[plan]", *lines]

    def write(self, name, *lines):
        (self.folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self, fieldgap):
        self.write("city.toml", *self.config)
        return figures(fieldgap, self.folder / "city.toml", self.folder)


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


# EXAMPLE: schools, the m2 of a venue, the plan, what comes out.
TOWNS = {
    "GP-1": ([("primary", 1080, 6200)], None, ["shortfall_m2 = 1900"],
             {"required_m2": 8100, "gap_m2": 1900, "schools.short": 1, "waterfall.own": 6200, "waterfall.residual": 1900, "plan.difference.unnamed": 0}),
    "GP-2": ([("primary", 1080, 7000)], None, ["shortfall_m2 = 1000"],
             {"gap_m2": 1100, "schools.near": 1, "mean_primary": 6.4815, "waterfall.own": 7000, "plan.difference.shortfall": 100}),
    "GP-3": ([("junior", 900, 9180)], None, ["shortfall_m2 = 0"],
             {"required_m2": 9180, "gap_m2": 0, "schools.meets": 1, "mean_junior": 10.2, "waterfall.own": 9180, "waterfall.residual": 0, "plan.unnamed": 0}),
    "GP-4": ([("primary", 400, 2000), ("primary", 400, 5000)], None, ["shortfall_m2 = 1000"],
             {"gap_m2": 1000, "net_m2": -1000, "waterfall.required": 6000, "waterfall.own": 5000, "waterfall.residual": 1000,
              "plan.difference.shortfall": 0}),
    "GP-5": ([("primary", 500, 2750), ("primary", 1000, 3500)], 3000, ["shortfall_m2 = 5000", "rent_m2 = 3000"],
             {"gap_m2": 5000, "waterfall.rent": 3000, "waterfall.residual": 2000, "plan.unnamed": 2000, "plan.difference.rent": 0,
              "plan.difference.unnamed": 0}),
    "GP-6": ([("primary", 1000, 7000), ("junior", 500, 1100)], 3000, ["shortfall_m2 = 4500", "rent_m2 = 3500"],
             {"gap_m2": 4500, "waterfall.rent": 3000, "waterfall.residual": 1500, "plan.unnamed": 1000, "plan.difference.rent": -500,
              "plan.difference.unnamed": 500}),
}

# EXAMPLE: keys of a run of data/tianjin-plan.toml.
STATEMENTS = {
    "SE-1": {"plan.expand": 996000, "plan.basement": 25000, "plan.rent": 257000, "plan.share": 197000, "plan.named": 1475000},
    "SE-2": {"plan.shortfall_m2": 2108000, "plan.unnamed": 633000},
    "SE-3": {"plan.of_shortfall.named": 0.699715, "plan.of_shortfall.unnamed": 0.300285},
    "SE-4": {"plan.of_shortfall.expand": 0.472486, "plan.of_shortfall.basement": 0.01186, "plan.of_shortfall.rent": 0.121917,
             "plan.of_shortfall.share": 0.093454},
    "SE-5": {"plan.of_named.expand": 0.675254, "plan.of_named.basement": 0.016949, "plan.of_named.rent": 0.174237, "plan.of_named.share": 0.133559},
    "SE-6": {"plan.walked": 454000, "plan.of_shortfall.walked": 0.21537, "plan.of_named.walked": 0.307797},
    "SE-7": {"plan.on_campus": 1021000, "plan.of_shortfall.on_campus": 0.484345},
    "SE-9": {"plan.per_district.shortfall": 131750, "plan.per_district.unnamed": 39562.5, "plan.districts_pass.2021": 5, "plan.districts_pass.2022": 16},
    "SE-10": {"plan.quarters": 12, "plan.per_year.shortfall": 2108000 / 3, "plan.per_quarter.shortfall": 2108000 / 12, "plan.per_quarter.named": 1475000 / 12},
}


def check_town(fieldgap, folder, example):
    schools, venue_m2, plan, wanted = TOWNS[example]
    town = Town(folder)
    town.schools(*[(*school, "") for school in schools])
    if venue_m2:
        town.venue(venue_m2)
    town.plan(*plan)
    compare(town.run(fieldgap), wanted)


def check_statement(fieldgap, folder, data, example):
    compare(figures(fieldgap, data / "tianjin-plan.toml", folder), STATEMENTS[example])


def check_city_stays(fieldgap, folder, data):
    with_plan, without = (figures(fieldgap, data / name, folder) for name in ("tianjin-plan.toml", "city.toml"))
    assert {key.split(".")[0] for key in with_plan.keys() - without.keys()} == set(PLAN_BLOCKS)
    with_plan["data_issues.info"] -= 1  # plan_unnamed
    assert without == {key: value for key, value in with_plan.items() if key in without}


def check_names(fieldgap, folder):
    """Districts by the schools' own column; the last school lies in none."""
    names = ["share", "required", "share.required", "district", "outside", "'; DROP TABLE summary; --", '"quoted" {"json": [', "和平区", "x" * 300, ""]
    town = Town(folder)
    town.schools(*[("primary", 100 + number, 500, name) for number, name in enumerate(names)])
    town.plan(f"hardship = {{ {json.dumps(names[5])} = 1.2, Nowhere = 2 }}")
    found = town.run(fieldgap)
    groups = ["district." + name for name in names[:-1]] + ["outside"]
    for step in ("required", *STEPS):
        assert found[f"waterfall.{step}"] == sum(found[f"waterfall.{group}.{step}"] for group in groups), step
    for group in groups:
        assert found[f"waterfall.{group}.required"] == sum(found[f"waterfall.{group}.{step}"] for step in STEPS), group
    assert sum(key.startswith("waterfall.") for key in found) == 7 * (len(groups) + 1)
    assert {key for key in found if key.startswith("transfers")} == {"transfers", *("transfers." + name for name in names[:-1])}
    assert found["data_issues.warning"] == 1, "one row for Nowhere"


def main():
    fieldgap, project, example = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory() as folder:
        if example in TOWNS:
            check_town(fieldgap, folder, example)
        elif example in STATEMENTS:
            check_statement(fieldgap, folder, project / "data", example)
        elif example == "city":
            check_city_stays(fieldgap, folder, project / "data")
        elif example == "names":
            check_names(fieldgap, folder)
        else:
            sys.exit(f"no example '{example}'")


if __name__ == "__main__":
    main()
