#!/usr/bin/python3
"""The strike-off register by the program itself: four quarters of a street with a district that writes between the runs, to the square metre; a day run
again, an earlier day; what `check` and `screen` do; and what is refused.

usage: check_register.py FIELDGAP
"""
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from street import Street, dump, is_sound, opened, rows

REGISTER_COLUMNS = ("fid issue_id school_id stage opened baseline_gap_m2 promised_share_m2 promised_rent_m2 promised_basement_m2 promised_expand_m2 unit due "
                    "note current_gap_m2 state closed evidence history")


def claim(holds, text):
    if not holds:
        raise AssertionError(text)


def same(found, wanted, what):
    claim(found == wanted, f"{what}: {found}, not {wanted}")


def figures(street, day):
    return {row["key"]: row["value"] for row in rows(street.register, "SELECT key, value FROM register_amounts WHERE as_of = ?", day)}


def city_row(street, day):
    return rows(street.register, "SELECT * FROM register_runs WHERE as_of = ? AND district = '' AND stage = ''", day)[0]


def as_copied(street):
    """The result holds what the register holds, and is one that `verify` accepts: leases are judged by the day of the run."""
    done = subprocess.run([street.fieldgap, "verify", street.at("out.gpkg")], capture_output=True, text=True, check=False)
    claim(done.returncode == 0, f"verify: {done.stdout}{done.stderr}")
    for table in ("register", "register_history", "register_runs", "register_amounts"):
        of_file = sorted(tuple(str(v) for k, v in row.items() if k not in ("fid", "progress")) for row in rows(street.register, f"SELECT * FROM {table}"))
        of_result = sorted(tuple(str(v) for k, v in row.items() if k != "fid") for row in rows(street.at("out.gpkg"), f"SELECT * FROM {table}"))
        same(of_result, of_file, f"the copy of {table}")


def first_quarter(street):
    street.must_run("2020-12-31")
    same([row["name"] for row in rows(street.register, "SELECT name FROM pragma_table_info('register')")], REGISTER_COLUMNS.split(), "columns")
    same({key: row["baseline_gap_m2"] for key, row in street.issues().items()},
         {"A:primary": 1000, "B:primary": 4000, "C:primary": 300, "D:primary": 250}, "baseline")
    same(set(street.states().values()), {"open"}, "states")
    row = city_row(street, "2020-12-31")
    same((row["issues"], row["open"], row["opened_now"], row["schools_short"], row["schools_near"], row["gap_m2"], row["pupils_short"]),
         (4, 4, 4, 3, 1, 5550, 1600), "the run of the city")
    west = rows(street.register, "SELECT * FROM register_runs WHERE district = 'West' AND stage = 'primary'")[0]
    same((west["issues"], west["gap_m2"], west["schools_short"]), (2, 5000, 2), "the run of West")
    same(figures(street, "2020-12-31")["unassigned_m2"], 5550, "unassigned")
    as_copied(street)
    found = subprocess.run(["ogrinfo", "-q", street.register, "register", "-where", "school_id = 'A'"], capture_output=True, text=True, check=True)
    claim("issue_id (String) = A:primary" in found.stdout and "ERROR" not in found.stderr, f"GDAL: {found.stdout} {found.stderr}")
    subprocess.run(["ogrinfo", "-q", street.register, "-sql", "UPDATE register SET unit = 'Works' WHERE school_id = 'B'"], capture_output=True, check=True)


def second_quarter(street):
    street.edit("ALTER TABLE register ADD COLUMN progress TEXT")
    street.edit("UPDATE register SET promised_rent_m2 = 1000, due = '2021Q1', progress = 'contract sent' WHERE school_id = 'A'")
    street.edit("UPDATE register SET promised_expand_m2 = 3000, promised_rent_m2 = 500, due = '2021Q2' WHERE school_id = 'B'")
    street.edit("UPDATE register SET state = 'claimed' WHERE school_id = 'C'")
    street.edit("UPDATE register SET note = '申请销号' WHERE school_id = 'D'")
    street.leases.append("HT-1,A,V,1000,2021-06-30")
    street.must_run("2021-03-31")
    same(street.states(), {"A": "closed", "B": "in_work", "C": "claimed", "D": "claimed"}, "states of the second quarter")
    closed = street.issues()["A:primary"]
    same((closed["closed"], closed["current_gap_m2"], closed["progress"], closed["due"]), ("2021-03-31", 0, "contract sent", "2021Q1"), "A")
    claim("own ground 2750.00 of 3750.00 m2" in closed["evidence"] and "lease HT-1 of 1000.00 m2 until 2021-06-30, 5.0 min" in closed["evidence"],
          closed["evidence"])
    claim("300.00 m2 are lacking" in street.issues()["C:primary"]["evidence"], "what a claim lacks")
    sums = figures(street, "2021-03-31")
    same((sums["done.rent_m2"], sums["promised.rent_m2"], sums["promised.expand_m2"], sums["under_way.expand_m2"], sums["unassigned_m2"]),
         (1000, 500, 3000, 3000, 500 + 300 + 250), "amounts of the second quarter")
    as_copied(street)


def third_quarter(street):
    street.schools["C"][2] = 300  # a hall is built
    street.must_run("2021-06-30")
    same(street.states(), {"A": "closed", "B": "in_work", "C": "closed", "D": "claimed"}, "states of the third quarter")
    same(figures(street, "2021-06-30")["done.expand_m2"], 300, "what the hall did")


def fourth_quarter(street):
    """The lease ends, D becomes a branch of C, and B's quarter has gone by."""
    street.schools["D"][3] = "C"
    street.must_run("2021-09-30")
    same(street.states(), {"A": "reopened", "B": "overdue", "C": "reopened", "D": "closed"}, "states of the fourth quarter")
    issues = street.issues()
    same(issues["D:primary"]["evidence"], "merged into C", "D")
    claim(issues["A:primary"]["evidence"].startswith("1000.00 m2 lacking again; lease HT-1 ended on 2021-06-30;"), issues["A:primary"]["evidence"])
    # 500 pupils need 3750 m2; there are 2700 + 500 outdoors and the hall
    claim(issues["C:primary"]["evidence"].startswith("250.00 m2 lacking again; pupils 500 after 400;"), issues["C:primary"]["evidence"])
    same(issues["A:primary"]["history"], "2020-12-31 open; 2021-03-31 closed; 2021-09-30 reopened", "history of A")
    row = city_row(street, "2021-09-30")
    same((row["issues"], row["closed"], row["overdue"], row["reopened"], row["closed_now"], row["reopened_now"]), (4, 1, 1, 2, 1, 2), "the fourth run")
    same(len(rows(street.register, "SELECT * FROM register_history")), 16, "rows of history")
    struck = {row["school_id"]: row for row in rows(street.at("out.gpkg"), "SELECT * FROM strike_off")}
    same((struck["A"]["state"], struck["A"]["current_gap_m2"], struck["B"]["unit"], struck["B"]["due"]), ("reopened", 1000, "Works", "2021Q2"), "the map")
    summary = {row["key"]: row["value"] for row in rows(street.at("out.gpkg"), "SELECT * FROM summary WHERE key LIKE 'register.%'")}
    same((summary["register.issues"], summary["register.closed"], summary["register.rate"], summary["register.overdue"]), (4, 1, 0.25, 1), "summary")
    as_copied(street)


def again_and_earlier(street):
    before = dump(street.register)
    street.must_run("2021-09-30")
    same({table: sorted(str(row[1:]) for row in found) for table, found in dump(street.register).items()},
         {table: sorted(str(row[1:]) for row in found) for table, found in before.items()}, "the same day again")
    before = dump(street.register)
    done = street.run("2021-06-30", output="earlier.gpkg")
    claim(done.returncode == 2 and "2021-09-30" in done.stderr, f"an earlier day: exit {done.returncode}: {done.stderr}")
    claim(not street.at("earlier.gpkg").exists(), "an earlier day made a result")
    same(dump(street.register), before, "the register after a refusal")


def state_of_folder(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(folder).iterdir() if path.name.startswith("register")}


def others_write_nothing(street):
    with opened(street.register) as file:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("UPDATE register SET due = 'soon' WHERE school_id = 'C'")  # lies in the -wal
        before = state_of_folder(street.folder)
        done = street.run("2021-12-31", command="check", output="issues.gpkg")
        claim(done.returncode in (0, 1), f"check: {done.stderr}")
        same(street.codes("issues.gpkg"), ["register_due_not_read"], "what check tells")
        done = street.run("2021-12-31", "--site", "117.2,39.12", "--households", "10", command="screen", output="sites.gpkg")
        claim(done.returncode in (0, 1), f"screen: {done.stderr}")
        same(state_of_folder(street.folder), before, "what check and screen leave")
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute("UPDATE register SET due = NULL WHERE school_id = 'C'")


def refused_places(street):
    """The config, an input, the output, a folder that is not there; a file that is no register; one that may not be written."""
    for place, code in (("city.toml", 2), ("schools.csv", 2), ("out.gpkg", 2), ("out.qgz", 2), ("nowhere/register.gpkg", 4), (".", 4)):
        done = street.run("2021-12-31", "--set", f"register.path={place}")
        claim(done.returncode == code and len(done.stderr.strip().splitlines()) == 1, f"register at {place}: exit {done.returncode}: {done.stderr}")
    street.write("text.gpkg", "no database, but long enough to be looked at as one\n" * 20)
    done = street.run("2021-12-31", "--set", "register.path=text.gpkg")
    claim(done.returncode == 3 and "text.gpkg" in done.stderr, f"a text: exit {done.returncode}: {done.stderr}")
    subprocess.run([street.fieldgap, "synth", "-o", street.at("other"), "--schools", "10", "-q"], check=True, capture_output=True)
    done = street.run("2021-12-31", "--set", "register.path=other/schools.gpkg")
    claim(done.returncode == 3 and "register" in done.stderr, f"another GeoPackage: exit {done.returncode}: {done.stderr}")
    before = dump(street.register)
    os.chmod(street.register, 0o444)
    done = street.run("2021-12-31", output="closed.gpkg")
    claim(done.returncode == 4 and "write-protected" in done.stderr, f"read-only: exit {done.returncode}: {done.stderr}")
    claim(not street.at("closed.gpkg").exists(), "a result beside a read-only register")
    os.chmod(street.register, 0o644)
    same(dump(street.register), before, "a read-only register")
    street.write("undated.toml", street.at("city.toml").read_text(encoding="utf-8").replace("as_of = 2020-12-31\n", ""))
    done = subprocess.run([street.fieldgap, "run", street.at("undated.toml")], capture_output=True, text=True, check=False)
    claim(done.returncode == 2 and "as_of" in done.stderr, f"without a day: exit {done.returncode}: {done.stderr}")


def by_a_link(street):
    street.at("shelf").mkdir()
    os.symlink("shelf/kept.gpkg", street.at("link.gpkg"))
    for day in ("2020-12-31", "2021-03-31"):
        done = street.run(day, "--set", "register.path=link.gpkg")
        claim(done.returncode in (0, 1), f"a link: {done.stderr}")
    claim(street.at("link.gpkg").is_symlink() and not street.at("shelf/kept.gpkg").is_symlink(), "the link stays, the file is behind it")
    same(len(rows(street.at("shelf/kept.gpkg"), "SELECT DISTINCT as_of FROM register_runs")), 2, "runs behind the link")


def without_a_register(street):
    street.write("plain.toml", street.at("city.toml").read_text(encoding="utf-8").partition("[register]")[0])
    street.lay_out()
    subprocess.run([street.fieldgap, "run", street.at("plain.toml"), "-q"], check=True, capture_output=True)
    for table in ("strike_off", "register", "register_history", "register_runs", "register_amounts"):
        same(rows(street.at("plain.gpkg"), f"SELECT count(*) AS n FROM {table}")[0]["n"], 0, f"{table} without a register")


def one_city_a_register(street):
    """Two cities of a batch would take each other's schools for gone."""
    for name in ("one", "two"):
        street.write(f"{name}.toml", street.at("city.toml").read_text(encoding="utf-8").replace('"register.gpkg"', '"shared.gpkg"'))
    done = subprocess.run([street.fieldgap, "batch", street.at("one.toml"), street.at("two.toml"), "-o", street.at("batch")], capture_output=True, text=True,
                          check=False)
    claim(done.returncode == 2 and done.stderr.count("[register]") == 2, f"one register of two cities: exit {done.returncode}: {done.stderr}")
    done = subprocess.run([street.fieldgap, "batch", street.at("one.toml"), "-o", street.at("batch")], capture_output=True, text=True, check=False)
    claim(done.returncode == 0 and street.at("shared.gpkg").exists(), f"a batch of one: {done.stderr}")


def init_keeps_it(street):
    subprocess.run([street.fieldgap, "init", street.at("city.toml"), "-o", street.at("kept.toml"), "-q"], check=True, capture_output=True)
    kept = street.at("kept.toml").read_text(encoding="utf-8")
    claim('path = "register.gpkg"' in kept and "as_of = 2020-12-31" in kept, kept)


def main():
    with tempfile.TemporaryDirectory() as folder:
        street = Street(sys.argv[1], folder)
        for step in (first_quarter, second_quarter, third_quarter, fourth_quarter, again_and_earlier, others_write_nothing, refused_places, by_a_link,
                     without_a_register, one_city_a_register, init_keeps_it):
            step(street)
            claim(is_sound(street.register), f"the register after {step.__name__}")
    print("the register holds what the quarters say")


if __name__ == "__main__":
    main()
