#!/usr/bin/python3
"""Bottlenecks and shadows of drawn cities: they are found again without the program (least_cut.py), and neither caps nor lots nor the objective move
a bottleneck.

usage: check_drawn_cities.py FIELDGAP
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from check_result import Check
from city_problem import CityProblem

SCHOOLS = 60
SEEDS = (3, 4, 5)
OPEN = "share = { cost_per_m2 = 10 }\nrent = { cost_per_m2 = 60 }\n"
VARIANTS = {
    "as it is": OPEN,
    "rent capped": "share = { cost_per_m2 = 10 }\nrent = { cost_per_m2 = 60, cap_m2 = 1000 }\n",
    "both capped": "share = { cost_per_m2 = 10, cap_m2 = 300 }\nrent = { cost_per_m2 = 60, cap_m2 = 1000000 }\n",
    "lots": "share = { cost_per_m2 = 10 }\nrent = { cost_per_m2 = 60, min_lot_m2 = 400 }\n",
    "for money": OPEN + "\n[allocation]\nobjective = 'budget'\nbudget_per_year = 90000\n",
}


def result_of(fieldgap, city, name, channels):
    config = city / "city.toml"
    text = re.sub(r"\[channels\]\n(?:\w+ *= \{.*\}\n)+", "[channels]\n" + channels, config.read_text(encoding="utf-8"))
    variant = city / "variant.toml"
    variant.write_text(text, encoding="utf-8")
    result = city / f"{name.replace(' ', '_')}.gpkg"
    done = subprocess.run([fieldgap, "run", str(variant), "-o", str(result)], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{name}: exit {done.returncode}\n{done.stderr}")
    return result


def bottlenecks(check):
    return [tuple(row)[2:] for row in check.rows("bottlenecks")]


def main():
    fieldgap = str(Path(sys.argv[1]).resolve())
    wrong, rows, ones, zeros = [], 0, 0, 0
    for seed in SEEDS:
        with tempfile.TemporaryDirectory(prefix="fieldgap_drawn_") as folder:
            subprocess.run([fieldgap, "synth", "-o", folder, "--schools", str(SCHOOLS), "--seed", str(seed), "--overwrite"], capture_output=True, check=True)
            first = None
            for name, channels in VARIANTS.items():
                check = Check(result_of(fieldgap, Path(folder), name, channels))
                check.layers()
                check.bottlenecks()
                wrong += [f"seed {seed}, {name}: {fault}" for fault in check.wrong]
                if not CityProblem(check.db).is_known:
                    wrong.append(f"seed {seed}, {name}: not found again")
                first = first or bottlenecks(check)
                if bottlenecks(check) != first:
                    wrong.append(f"seed {seed}, {name}: other bottlenecks than without it")
                shadows = [row["shadow_m2"] for row in check.rows("venues")]
                rows, ones, zeros = rows + len(first), ones + shadows.count(1.0), zeros + shadows.count(0.0)
    print("\n".join([f"{len(SEEDS) * len(VARIANTS)} results, {rows} bottlenecks, {ones} venues with and {zeros} without a shadow", *wrong]))
    return 1 if wrong or not rows or not ones or not zeros else 0


if __name__ == "__main__":
    sys.exit(main())
