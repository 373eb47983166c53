#!/usr/bin/python3
"""`fieldgap report --register`: the page's quarter has the figures of the register's tables, out of a file or out of the result's copies; edits
that a district has not saved into the file yet are seen, and not a byte of it changes; what is no register is refused in one line.

usage: check_quarter.py FIELDGAP REPOSITORY
Ends with 77 where the program was built without the page.
"""

import base64
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quarter"))
from strike_off_city import CHANNELS, DAYS, PLAN, STATES, put_into_result, write_register

FIELDGAP, REPOSITORY = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
DONE, USAGE, INPUT = 0, 2, 3
SKIPPED = 77
BLOCK = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
failures = []


def check(holds, text):
    if not holds:
        failures.append(text)


def fieldgap(folder, *arguments):
    return subprocess.run([FIELDGAP, *map(str, arguments)], cwd=folder, text=True, capture_output=True, timeout=300, check=False)


def quarter_of(folder, *arguments):
    done = fieldgap(folder, "report", *arguments, "--overwrite", "-o", "page.html")
    check(done.returncode == DONE, f"report {arguments}: exit {done.returncode}: {done.stderr}")
    block = json.loads(BLOCK.search((folder / "page.html").read_text(encoding="utf-8"))[1])
    return json.loads(zlib.decompress(base64.b64decode(block["deflated"]), -zlib.MAX_WBITS)).get("quarter"), done.stderr


def refused(folder, code, words, *arguments):
    done = fieldgap(folder, "report", *arguments)
    check(done.returncode == code, f"report {arguments}: exit {done.returncode}, not {code}: {done.stderr}")
    check(words in done.stderr, f"report {arguments}: does not say '{words}': {done.stderr}")
    told = [line for line in done.stderr.splitlines() if not line.startswith("progress ")]
    check(len(told) == 1, f"report {arguments}: says more than one line: {done.stderr}")


def same(shown, value):
    return shown == value if value is None or shown is None else abs(shown - value) <= 5.1e-5


def runs_by_place(rows, day):
    return {(row["district"], row["stage"]): row for row in rows["register_runs"] if row["as_of"] == day}


def check_standing(quarter, rows):
    now, before, first = (runs_by_place(rows, day) for day in (DAYS[2], DAYS[1], DAYS[0]))
    check(len(quarter["standing"]) == len(now) and quarter["standing"][0]["district"] == "", "standing: not each district and stage")
    for row in quarter["standing"]:
        place = (row["district"], row["stage"])
        for shown, column in (("meets", "schools_meets"), ("near", "schools_near"), ("short", "schools_short"), ("unknown", "schools_unknown"),
                              ("pupils_short", "pupils_short"), ("gap_m2", "gap_m2")):
            check(same(row[shown], now[place][column]), f"standing {place}: {shown} {row[shown]}, not {now[place][column]}")
        check(same(row["gap_before_m2"], before[place]["gap_m2"]) and same(row["gap_first_m2"], first[place]["gap_m2"]), f"standing {place}: gaps")


def check_channels(quarter, rows):
    value = {(row["as_of"], row["key"]): row["value"] for row in rows["register_amounts"]}
    check([row["channel"] for row in quarter["channels"]] == list(CHANNELS), "channels: others")
    for row in quarter["channels"]:
        name = row["channel"]
        for shown, wanted in (("planned_m2", PLAN[name]), ("done_m2", value[DAYS[2], f"done.{name}_m2"]),
                              ("under_way_m2", value[DAYS[2], f"under_way.{name}_m2"]), ("promised_m2", value[DAYS[2], f"promised.{name}_m2"]),
                              ("done_before_m2", value[DAYS[1], f"done.{name}_m2"])):
            check(same(row[shown], wanted), f"channel {name}: {shown} {row[shown]}, not {wanted}")
    check(quarter["planned_unnamed_m2"] == PLAN["unnamed"], "what the plan names no channel for")
    check(quarter["unassigned_m2"] == 7000.0 and quarter["unassigned_before_m2"] == 8000.0, "unassigned")


def check_issues(quarter, rows):
    states = [row["state"] for row in rows["register"]]
    counts = quarter["counts"]
    check(counts["all"] == len(states) and counts["still_open"] == len(states) - states.count("closed"), f"counts: {counts}")
    check(counts["states"] == {state: states.count(state) for state in counts["states"]} and len(counts["states"]) == len(STATES), f"states: {counts}")
    check(abs(counts["closed_percent"] - 100 * states.count("closed") / len(states)) <= 0.051, f"rate: {counts['closed_percent']}")
    check(sum(district["all"] for district in quarter["districts"]) == len(states), "districts do not add up")
    for shown, row in zip(quarter["issues"], rows["register"]):
        check(all(shown[key] == (row[key] or "") for key in ("issue_id", "opened", "closed", "unit", "due", "note", "evidence", "state")),
              f"issue {row['issue_id']} is not that of the register")
        check(same(shown["current_gap_m2"], row["current_gap_m2"]), f"issue {row['issue_id']}: gap")
        check(shown["is_closed_now"] == (row["state"] == "closed") and shown["is_reopened_now"] == (row["state"] == "reopened"), "moved now")
    city = [row for row in rows["register_runs"] if not row["district"] and not row["stage"]]
    check([(run["as_of"], run["issues"], run["closed"]) for run in quarter["runs"]] == [(row["as_of"], row["issues"], row["closed"]) for row in city],
          f"runs: {quarter['runs']}")
    check(quarter["until"] == "2022-06-30" and not quarter["is_until_of_plan"], f"until {quarter['until']}")


def check_variation(quarter, database):
    known = {(name, stage): cv for name, *cvs in database.execute("SELECT name, cv_primary, cv_junior FROM districts")
             for stage, cv in zip(("primary", "junior"), cvs) if cv is not None}
    known.update({("", stage): database.execute("SELECT value FROM summary WHERE key = ?", (f"cv_{stage}",)).fetchone()[0]
                  for stage in ("primary", "junior")})
    shown = {(row["district"], row["stage"]): row for row in quarter["variation"]}
    check(set(shown) == set(known), f"variation of {sorted(shown)}, not {sorted(known)}")
    for place, row in shown.items():
        check(abs(row["cv"] - known[place]) <= 1e-4, f"variation {place}: {row['cv']}, not {known[place]}")
        shares = [driver["share"] for driver in row["drivers"]]
        check(shares == sorted(shares, reverse=True) and sum(shares) <= 1.0003, f"drivers {place}: {shares}")


def check_sheets(quarter, database):
    unreachable = [row[0] for row in database.execute("SELECT school_id FROM schools WHERE residual_m2 > 0.005")]
    closed = {sheet["school_id"] for sheet in quarter["sheets"] if sheet["state"] == "closed"}
    check(sorted(quarter["unreachable"]) == sorted(set(unreachable) - closed), f"unreachable: {quarter['unreachable']}")
    for sheet in quarter["sheets"]:
        given = dict(database.execute("SELECT to_id, given_m2 FROM links WHERE from_school = ? AND given_m2 > 0", (sheet["school_id"],)))
        shown = {option["from_id"]: option["proposed_m2"] for option in sheet["options"] if option["from_id"] and option["proposed_m2"]}
        check(shown.keys() == given.keys() and all(same(shown[one], given[one]) for one in given), f"{sheet['school_id']}: options {shown}, not {given}")
        check(len(sheet["history"]) == len(DAYS) * len(sheet["issues"]), f"{sheet['school_id']}: history")


def check_changes(quarter):
    changes = {change["key"]: change for change in quarter["changes"]}
    check(changes["speed_m_per_min"]["is_same"] and changes["version"]["is_same"], "speed or version have changed")
    check(not changes["network_sha256"]["is_same"] and changes["network_sha256"]["now"] == "cd" * 32, "the network has not changed")
    warnings = changes["data_issues.warning"]
    check((warnings["before"], warnings["now"]) == (7, 8), f"warnings: {warnings}")
    check(not any(key.startswith(("done.", "promised.", "under_way.", "unassigned")) for key in changes), "channels among the changes")


def check_copies(folder, rows):
    quarter, said = quarter_of(folder, "city.gpkg", "--register")
    check("warning" not in said.lower(), f"warned of nothing: {said}")
    check_standing(quarter, rows)
    check_channels(quarter, rows)
    check_issues(quarter, rows)
    check_changes(quarter)
    with sqlite3.connect(folder / "city.gpkg") as database:
        check_variation(quarter, database)
        check_sheets(quarter, database)
    check(len(quarter["programme"]) == 2 and len(quarter["surfaces"]) == 2 and len(quarter["rural"]) == 2, "programme or rural grounds are missing")
    check([guess["layer"] for guess in quarter["guesses"]] == ["schools"], f"guesses: {quarter['guesses']}")
    check(len(quarter["readings"]) > 0 and quarter["file"] == "", "readings, or a file that is none")
    first = (folder / "page.html").read_bytes()
    quarter_of(folder, "city.gpkg", "--register")
    check((folder / "page.html").read_bytes() == first, "other bytes at the second time")
    check(quarter_of(folder, "city.gpkg")[0] is None, "a quarter without --register")


def check_file(folder, rows):
    write_register(folder / "register.gpkg", rows).close()
    quarter, _ = quarter_of(folder, "city.gpkg", "--register", "register.gpkg")
    check(quarter["file"] == "register.gpkg" and not quarter["is_of_other_run"], "the file is not named")
    check_issues(quarter, rows)
    later = [{**row, "as_of": "2021-09-30"} for row in rows["register_runs"] if row["as_of"] == DAYS[2]]
    write_register(folder / "later.gpkg", {**rows, "register_runs": rows["register_runs"] + later}).close()
    quarter, said = quarter_of(folder, "city.gpkg", "--register=later.gpkg")
    check(quarter["is_of_other_run"] and "2021-09-30" in said, f"a later register is taken without a word: {said}")


def check_open_edits(folder, rows):
    """As QGIS has it open: edits stand in the log beside the file."""
    path = folder / "wal.gpkg"
    editor = write_register(path, rows, wal=True)
    editor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    editor.execute("UPDATE register SET note = 'signed last week', state = 'claimed' WHERE state = 'open'")
    editor.execute("UPDATE register SET state = 'closed' WHERE state = 'overdue'")
    editor.commit()
    log = folder / "wal.gpkg-wal"
    before = path.read_bytes(), log.read_bytes()
    check(len(before[1]) > 0, "the test has no log")
    quarter, _ = quarter_of(folder, "city.gpkg", "--register", "wal.gpkg")
    claimed = [issue for issue in quarter["issues"] if issue["note"] == "signed last week"]
    check(claimed and all(issue["state"] == "claimed" for issue in claimed), "an edit in the log is not seen")
    overdue = sum(row["state"] == "overdue" for row in rows["register"])
    check(quarter["counts"]["states"]["overdue"] == overdue and quarter["overruled"] == overdue, "closed by hand counts as closed")
    check((path.read_bytes(), log.read_bytes()) == before, "the register was touched")
    editor.close()


def check_refusals(folder):
    before = sorted(path.name for path in folder.iterdir())
    (folder / "plain.txt").write_text("no database", encoding="utf-8")
    refused(folder, USAGE, "--register REGISTER.gpkg", "bare.gpkg", "--register", "-o", "x.html")
    refused(folder, USAGE, "report city.gpkg --register city.gpkg", "--register", "city.gpkg")
    refused(folder, USAGE, "--register", "city.gpkg", "-o", "x.html", "--register", "")
    refused(folder, USAGE, "register.gpkg", "city.gpkg", "--register", "register.gpkg", "-o", "register.gpkg", "--overwrite")
    refused(folder, INPUT, "schools.gpkg", "city.gpkg", "-o", "x.html", "--register", "schools.gpkg")
    refused(folder, INPUT, "nowhere.gpkg", "city.gpkg", "-o", "x.html", "--register", "nowhere.gpkg")
    refused(folder, INPUT, "plain.txt", "city.gpkg", "-o", "x.html", "--register", "plain.txt")
    refused(folder, INPUT, "cut.gpkg", "city.gpkg", "-o", "x.html", "--register", "cut.gpkg")
    (folder / "plain.txt").unlink()
    check(sorted(path.name for path in folder.iterdir()) == before, "a refused call left something behind")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (REPOSITORY / "data").iterdir():
            shutil.copy(file, folder)
        fieldgap(folder, "run", "city.toml", "-q")
        first = fieldgap(folder, "report", "city.gpkg", "-o", "probe.html")
        if first.returncode == USAGE and "FIELDGAP_WEB" in first.stderr:
            return SKIPPED
        shutil.copy(folder / "city.gpkg", folder / "bare.gpkg")
        rows = put_into_result(folder / "city.gpkg")
        check_copies(folder, rows)
        check_file(folder, rows)
        check_open_edits(folder, rows)
        whole = (folder / "register.gpkg").read_bytes()
        (folder / "cut.gpkg").write_bytes(whole[: len(whole) // 2])
        check_refusals(folder)
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
