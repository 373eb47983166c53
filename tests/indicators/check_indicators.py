#!/usr/bin/python3
"""The tables of the seven indicators of random cities against a second implementation, which reads what was written and not what came out.

usage: check_indicators.py FIELDGAP PROJECT [CITIES [SEED]]
"""
import math
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import random_city
from second_opinion import Opinion

sys.path.append(str(Path(__file__).parents[1] / "result"))
from check_result import Check  # noqa: E402

CONFIG = """[city]
name = "Drawn"
crs = "EPSG:4548"
[inputs.schools]
path = "schools.csv"
[inputs.indicators]
path = "指标.csv"
[standards]
regime = "{}"
"""


def same(found, wanted):
    if found is None or wanted is None or isinstance(wanted, str):
        return found == wanted
    return math.isclose(found, float(wanted), rel_tol=1e-8, abs_tol=1e-8)


def all_same(found, wanted):
    return len(found) == len(wanted) and all(same(a, b) for a, b in zip(found, wanted))


def compare(label, found, wanted):
    for one, other in zip(found, wanted):
        assert all_same(one, other), f"{label}: {one}\n instead of {other}"
    assert len(found) == len(wanted), f"{label}: {len(found)} rows instead of {len(wanted)}"


def check_tables(result, opinion):
    db = sqlite3.connect(result)
    compare("indicators", db.execute("SELECT school_id, stage, indicator, value, state FROM indicators ORDER BY fid").fetchall(), opinion.rows)
    compare("indicator_verdicts", db.execute("SELECT school_id, stage, met, tolerated, short, unknown, passes FROM indicator_verdicts ORDER BY fid").fetchall(),
            opinion.verdicts)
    rows = db.execute("SELECT district, stage, indicator, schools, mean_weighted, mean_plain, cv_weighted, cv_plain, cv_weighted_rounded, cv_plain_rounded, "
                      "passes_weighted, passes_plain, passes_weighted_rounded, passes_plain_rounded FROM variation ORDER BY fid").fetchall()
    wanted = [(*row[:6], *row[6], *row[7]) for row in opinion.variation]
    compare("variation", rows, wanted)
    for district, *found in db.execute("SELECT district_id, passes_weighted, passes_plain, deciding_reading FROM districts ORDER BY district_id"):
        assert all_same(found, opinion.district(district)), f"{district}: {found} instead of {opinion.district(district)}"


def check_city(fieldgap, folder, seed):
    """True where something could be compared."""
    schools = random_city.drawn_city(seed)
    national = seed % 2 == 1
    opinion = Opinion(schools, national)
    random_city.write_schools(folder / "schools.csv", schools)
    random_city.write_indicators(folder / "指标.csv", schools, "gb18030" if seed % 3 else "utf-8")
    (folder / "city.toml").write_text(CONFIG.format("national" if national else "plan"), encoding="utf-8")
    if not any(school.rows for school in schools) or opinion.is_close():
        return False
    run = subprocess.run([fieldgap, "run", folder / "city.toml", "-o", folder / "r.gpkg", "--overwrite", "-q"], capture_output=True, text=True, timeout=300)
    assert run.returncode in (0, 1), run.stderr
    check_tables(folder / "r.gpkg", opinion)
    wrong = Check(folder / "r.gpkg").all()
    assert not wrong, "\n".join(wrong)
    return True


def main():
    fieldgap = sys.argv[1]
    cities = int(sys.argv[3]) if len(sys.argv) > 3 else 40
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    compared = 0
    with tempfile.TemporaryDirectory() as scratch:
        for seed in range(first, first + cities):
            try:
                compared += check_city(fieldgap, Path(scratch), seed)
            except AssertionError as wrong:
                print(f"seed {seed}: {wrong}")
                return 1
    print(f"{compared} cities compared")
    return 0 if compared > cities // 2 else 1


if __name__ == "__main__":
    sys.exit(main())
