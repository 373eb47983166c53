#!/usr/bin/python3
"""The workbook of `fieldgap report --register --xlsx`: its sheets stand before those of the result, in both languages, with the figures of the
register; what a district wrote is text, whatever sign it begins with; what does not fit says so.

usage: check_quarter.py FIELDGAP WRITE_WORKBOOK PROJECT
Ends with 77 where the program was built without the page.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quarter"))
from strike_off_city import CHANNELS, DAYS, PLAN, put_into_result
from xlsx_sheets import sheets_of

SKIPPED = 77
TITLES = {"en": ["Quarter", "Strike-off issues", "Channels and plan", "Variation and drivers", "School sheets", "Data and changes"],
          "zh": ["季度", "销号问题", "途径与规划", "差异系数与影响学校", "一校一案", "数据与变化"]}
FIRST_OF_RESULT = {"en": "Schools", "zh": "学校"}


def run(*command, ends=(0, 1)):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode in ends, f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr}"
    return done


def table(sheet, head):
    """The rows below the row that begins with this head, up to a free one."""
    at = next(number for number, row in enumerate(sheet.cells) if row[:len(head)] == list(head))
    rows = []
    for row in sheet.cells[at + 1:]:
        if not any(cell is not None for cell in row):
            break
        rows.append(row)
    return rows


def check_standing(sheet, rows):
    now = [row for row in rows["register_runs"] if row["as_of"] == DAYS[2]]
    shown = table(sheet, ["District", "Stage", "Schools that meet"])
    assert len(shown) == len(now), f"{len(shown)} rows of {len(now)}"
    city = next(row for row in now if not row["district"] and not row["stage"])
    assert shown[0][:2] == ["City", "all"] and shown[0][2] == city["schools_meets"] and abs(shown[0][7] - city["gap_m2"]) < 1e-6, shown[0]


def check_counts(sheet, rows):
    states = [row["state"] for row in rows["register"]]
    city = table(sheet, ["District", "Issues"])[0]
    assert city[1] == len(states) and city[2] == states.count("closed") and city[4] == len(states) - states.count("closed"), city
    assert abs(city[3] - round(100 * states.count("closed") / len(states), 1)) < 0.051, city
    runs = table(sheet, ["Run", "Gap (m2)"])
    assert [row[0] for row in runs[:3]] == list(DAYS) and "straight line leads" in runs[3][0] and "closes in" in runs[4][0], runs
    named = table(sheet, ["What", "School"])
    assert {row[0] for row in named} >= {"Closed in this run", "overdue", "Reopened in this run"}, named


def check_issues(sheet, rows):
    shown = table(sheet, ["Issue", "School id"])
    assert len(shown) == len(rows["register"]), len(shown)
    for cells, row in zip(shown, rows["register"]):
        assert cells[0] == row["issue_id"] and cells[14] == row["unit"] and cells[15] == row["due"] and cells[16] == row["note"], cells
        assert cells[17] == row["evidence"] and abs(cells[9] - row["current_gap_m2"]) < 1e-6, cells


def check_channels(sheet):
    shown = table(sheet, ["Channel", "Planned (m2)"])
    assert [row[1] for row in shown] == [PLAN[one] for one in (*CHANNELS, "unnamed", "shortfall_m2")], shown
    assert [row[2] for row in shown[:4]] == [200.0, 400.0, 600.0, 800.0], shown
    assert len(shown[4]) == 2, f"what the plan leaves unnamed is filled in: {shown[4]}"


def check_sheets(sheets, rows):
    quarter, issues, channels, variation, schools, changes = sheets[:6]
    check_standing(quarter, rows)
    check_counts(quarter, rows)
    check_issues(issues, rows)
    check_channels(channels)
    assert table(variation, ["District", "Stage", "Schools"])[0][0] == "City"
    assert table(variation, ["District", "Stage", "Schools", "Limit"])
    open_schools = {row["school_id"] for row in rows["register"] if row["state"] != "closed"}
    titles = [row[0] for row in schools.cells if row and isinstance(row[0], str)]
    assert all(any(f"({school})" in title for title in titles) for school in open_schools), titles[:5]
    before = {row[0]: row for row in table(changes, ["Key", "Before"])}
    network = before["Street network (SHA-256)"]
    assert network[1:3] == ["ab" * 32, "cd" * 32] and network[4] == "yes", network
    assert table(changes, ["Layer", "What was found"])[0][0] == "schools"
    assert len(table(changes, ["Name", "Unit", "Year"])) == 2 and table(changes, ["Input", "File"])


def check_city(fieldgap, project, folder):
    result = folder / "r.gpkg"
    run(fieldgap, "run", project / "data/city.toml", "-o", result, "-q")
    rows = put_into_result(result)
    for language in ("en", "zh"):
        book = folder / f"{language}.xlsx"
        done = run(fieldgap, "report", result, "--register", "-o", folder / f"{language}.html", "--xlsx", book, "--lang", language, ends=(0, 2))
        if done.returncode == 2 and "FIELDGAP_WEB" in done.stderr:
            return SKIPPED
        sheets = sheets_of(book)
        names = [sheet.name for sheet in sheets]
        assert names[:6] == TITLES[language] and names[6] == FIRST_OF_RESULT[language], names
        assert not any(sheet.has_formula for sheet in sheets), "a note has become a formula"
        if language == "en":
            check_sheets(sheets, rows)
    run(fieldgap, "report", result, "-o", folder / "plain.html", "--xlsx", folder / "plain.xlsx", "--lang", "en")
    assert sheets_of(folder / "plain.xlsx")[0].name == "Schools", "a quarter without --register"
    check_limits(sys.argv[2], result, folder)
    return 0


def check_limits(write_workbook, result, folder):
    book = folder / "small.xlsx"
    run(write_workbook, result, book, 20, 60, "--register")
    quarter, issues, *_, schools, changes = sheets_of(book)[:6]
    assert all(len(sheet.cells) <= 20 for sheet in (quarter, issues, schools, changes)), "a sheet has more rows than it may"
    assert "more rows do not fit" in quarter.cells[-1][0], quarter.cells[-1]
    assert "more schools" in schools.cells[-1][0], schools.cells[-1]
    assert all(len(cell) <= 60 for row in issues.cells for cell in row if isinstance(cell, str)), "cells are too long"


def main():
    fieldgap, _, project = (Path(word) for word in sys.argv[1:4])
    with tempfile.TemporaryDirectory() as folder:
        return check_city(fieldgap, project, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
