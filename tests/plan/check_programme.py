#!/usr/bin/python3
"""The dated quantities of data/tianjin-plan.toml and the statements of docs/standards.md 8 that are of them, each by the program itself: rows of the table
`programme` read back out of a result, the page of `run`, what `check` says of sums, and what a config with `done` comes to.

usage: check_programme.py FIELDGAP PROJECT EXAMPLE
"""
import json
import math
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from check_plan import TIMEOUT_S, Town
from check_result import Check

FIELDGAP, PROJECT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
PLAN = PROJECT / "data" / "tianjin-plan.toml"
# name: unit, what each year is to bring, the total.
QUANTITIES = {
    "C-grade buildings": ("m2", {2020: 64000, 2021: 64000, 2022: 11000}, 139000),
    "estate-linked schools": ("schools", {2020: 26, 2021: 19, 2022: 17}, 62),
    "legacy estate schools": ("schools", {2020: 14, 2021: 13, 2022: 3}, 30),
    "instruments": ("万 (10,000)", {2020: 129.2, 2021: 129.2, 2022: 68.1}, 326.5),
    "teachers": ("teachers", {2022: 515}, 515),
    "rural hard grounds": ("m2", {2022: 490000}, 490000),
    "districts that pass": ("districts", {2021: 5, 2022: 11}, 16),
}


def call(*words, codes=(0, 1)):
    done = subprocess.run([FIELDGAP, *words], capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    assert done.returncode in codes, f"{words}: exit {done.returncode}: {done.stderr}"
    return done


class Result:
    """What a run of a config says and writes."""

    def __init__(self, config, folder):
        path = Path(folder) / "result.gpkg"
        self.page = call("run", config, "-o", path, "--overwrite").stdout
        wrong = Check(path).all()
        assert not wrong, "\n".join(wrong)
        self.db = sqlite3.connect(path)
        self.summary = dict(self.db.execute("SELECT key, value FROM summary"))

    def programme(self, name):
        rows = self.db.execute("SELECT year, target, done, pace, forecast_year, total FROM programme WHERE name = ? ORDER BY fid", (name,)).fetchall()
        assert rows, name
        return rows

    def issues(self):
        return self.db.execute("SELECT code, layer, feature_id, message FROM data_issues WHERE layer IN ('plan', 'programme')").fetchall()


def with_done(folder, done):
    """The plan's own config, with what is done written in."""
    text = PLAN.read_text(encoding="utf-8")
    for name, years in done.items():
        table = re.search(rf'(\[\[programme\]\]\nname = "{name}".*?\ntarget = [^\n]*\n)', text, re.DOTALL)[1]
        text = text.replace(table, table + f"done = {{ {', '.join(f'{year} = {much}' for year, much in years.items())} }}\n")
    for path in set(re.findall(r'path = "(.*?)"', text)):
        (folder / path).write_bytes((PROJECT / "data" / path).read_bytes())
    (folder / "done.toml").write_text(text, encoding="utf-8")
    return folder / "done.toml"


def check_data(folder):
    """Every row, and nothing else; the plan adds up but for what it does not name."""
    result = Result(PLAN, folder)
    found = result.db.execute("SELECT name, unit, year, target, done, pace, forecast_year, total FROM programme ORDER BY fid").fetchall()
    expected = [(name, unit, year, target, None, None, None, total)
                for name, (unit, targets, total) in QUANTITIES.items() for year, target in targets.items()]
    assert found == expected, found
    assert [(code, message) for code, _, _, message in result.issues()] == [
        ("plan_unnamed", "[plan] books 1475000 m2 on its channels against a shortfall of 2108000 m2: 633000 m2 have no named measure")], result.issues()
    assert result.summary["rural.target_m2"] == 490000 and "rural.done_m2" not in result.summary
    head = next(line for line in result.page.splitlines() if line.startswith("programme"))
    assert head.split() == ["programme", "unit", "year", "target", "done", "pace", "total", "reached"], head
    assert re.search(r"^instruments +万 \(10,000\) +2020 +129\.2 +- +- +-$", result.page, re.MULTILINE), result.page
    assert re.search(r"^C-grade buildings +m2 +2020 +64 000 +-", result.page, re.MULTILINE), result.page
    assert "Rural hard ground: 490 000 m2 to be surfaced anew" in result.page, result.page


def check_sums(folder):
    """SE-11 to SE-14: totals are the sums of their years, to the last digit."""
    result = Result(PLAN, folder)
    for name, wanted in (("C-grade buildings", 139000), ("instruments", 326.5), ("legacy estate schools", 30), ("estate-linked schools", 62)):
        rows = result.programme(name)
        assert all(row[5] == wanted for row in rows), (name, rows)
    schools = [row[1] for row in result.programme("estate-linked schools")]
    assert [round(100 * one / sum(schools), 1) for one in schools] == [41.9, 30.6, 27.4] and math.isclose(sum(schools) / 3, 20.67, abs_tol=5e-3)


def check_legacy(folder):
    """SE-13: 27 of 30 by the end of 2021 are 90 %, and 3 are left for 2022."""
    result = Result(with_done(folder, {"legacy estate schools": {2020: 14, 2021: 13}}), folder)
    rows = result.programme("legacy estate schools")
    assert rows == [(2020, 14, 14, 1, 2022, 30), (2021, 13, 13, 1, 2022, 30), (2022, 3, None, None, None, 30)], rows
    assert (14 + 13) / rows[0][5] == 0.9


def check_unnamed(folder):
    """SE-15: what has no measure, for each new school of the programme."""
    result = Result(PLAN, folder)
    assert round(result.summary["plan.unnamed"] / result.programme("estate-linked schools")[0][5]) == 10210


def check_pupils(folder):
    """SE-8: the shortfall is the whole ground of 281,066.7 primary pupils, or of 206,666.7 junior ones: one pupil more than the whole number needs more."""
    for stage, whole in (("primary", 281066), ("junior", 206666)):
        left = []
        for pupils in (whole, whole + 1):
            town = Town(folder)
            town.schools((stage, pupils, 0, ""))
            town.plan("shortfall_m2 = 2_108_000")
            left.append(town.run(FIELDGAP)["plan.difference.shortfall"])
        assert left[0] < 0 < left[1] and math.isclose(-left[0] / (left[1] - left[0]), 2 / 3, abs_tol=1e-6), (stage, left)


def check_reward(folder):
    """SE-16, 900 m along the street from the only school: one of 24 classes that has to be built earns 3.6 million yuan as a primary school and 6 million as a junior one."""
    town = Town(folder)
    town.schools(("primary", 100, 1000, ""))
    town.venue(100)
    town.write("city.toml", *town.config)
    sites = [{"type": "Feature", "properties": {"id": name, "households": 1000, "pupils_primary": primary, "pupils_junior": junior},
              "geometry": {"type": "Point", "coordinates": [117.206989, 39.121474]}} for name, primary, junior in (("P", 24 * 45, 0), ("J", 0, 24 * 50))]
    (folder / "sites.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": sites}), encoding="utf-8")
    out = folder / "sites.gpkg"
    call("screen", folder / "city.toml", "--sites", folder / "sites.geojson", "-o", out, "-q")
    found = {row[0]: row[1:] for row in sqlite3.connect(out).execute("SELECT estate_id, needed_classes, reward FROM sites")}
    assert found["P"] == (24, 3_600_000) and found["J"] == (24, 6_000_000), found


def check_course(folder):
    """Pace, forecast and sums in the programme's own words, and what `--set` cannot do."""
    config = with_done(folder, {"instruments": {2020: 129.2, 2021: 64.6}, "districts that pass": {2021: 4, 2022: 5}})
    result = Result(config, folder)
    assert result.programme("instruments")[1][2:5] == (64.6, 0.75, 2023), result.programme("instruments")
    assert result.programme("districts that pass")[1][2:5] == (5, 0.5625, 2024)
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("total = 326.5", "total = 326.4").replace("shortfall_m2 = 2_108_000", "shortfall_m2 = 1_474_999.5"), encoding="utf-8")
    expected = [("plan_exceeds_shortfall", "plan", None, "[plan] books 1475000 m2 on its channels, more than its shortfall of 1474999.5 m2, by 0.5 m2"),
                ("programme_total_differs", "programme", "instruments", "the targets of its years make 326.5, its total is 326.4: a difference of 0.1")]
    assert sorted(Result(config, folder).issues()) == expected, Result(config, folder).issues()
    issues = folder / "issues.gpkg"
    call("check", config, "-o", issues, "-q")
    assert sorted(sqlite3.connect(issues).execute("SELECT code FROM data_issues WHERE layer IN ('plan', 'programme')").fetchall()) == [
        (code,) for code, *_ in expected]
    for setting in ("programme.total=5", 'programme=[{name="A", target={2020=1}}]'):
        said = call("run", config, "--set", setting, codes=(2,)).stderr
        assert "neither [programme] nor --set can give them" in said, said
    provenance = json.loads(Result(config, folder).db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]["programme"]
    assert [one["name"] for one in provenance] == list(QUANTITIES) and provenance[3]["done"] == {"2020": 129.2, "2021": 64.6}, provenance


EXAMPLES = {"data": check_data, "sums": check_sums, "SE-13": check_legacy, "SE-15": check_unnamed, "SE-8": check_pupils, "SE-16": check_reward,
            "course": check_course}


def main():
    with tempfile.TemporaryDirectory() as name:
        EXAMPLES[sys.argv[3]](Path(name))


if __name__ == "__main__":
    main()
