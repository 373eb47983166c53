#!/usr/bin/python3
"""The ledger of drawn cities adds up, by scripts/ledger-sums.sql as a planner runs it and by check_result.py; both find a ledger that does not.

Each city is run with all channels, under both regimes, with official and with drawn figures, and with leases of what its schools reach.

usage: check_ledger_sums.py FIELDGAP PROJECT
"""
import csv
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "result"))
from check_result import Check

LAST_ROW = re.compile(r"(\d+) schools compared, (\d+) differ")
CHANNELS = ("channels.share.cost_per_m2=10", "channels.rent.cost_per_m2=60", "channels.basement.cost_per_m2=45", "channels.expand.cost_per_m2=20")

# What somebody might do to a result, and the figures that show it.
LIES = (
    ("a rented row is larger", "UPDATE ledger SET m2 = m2 + 0.01 WHERE basis = 'rent' AND m2 = (SELECT max(m2) FROM ledger WHERE basis = 'rent')", {"rent_m2"}),
    ("a field's row is gone", "DELETE FROM ledger WHERE fid = (SELECT min(fid) FROM ledger WHERE basis = 'own_outdoor')", {"own_m2"}),
    ("an official row is there twice", "INSERT INTO ledger (school_id, basis, m2) SELECT school_id, basis, m2 FROM ledger WHERE basis = 'official' LIMIT 1", {"own_m2"}),
    ("what is lacking is called a basement", "UPDATE ledger SET basis = 'basement' WHERE fid = (SELECT min(fid) FROM ledger WHERE basis = 'unassigned')",
     {"basement_m2", "residual_m2"}),
    ("a basis that there is not", "UPDATE ledger SET basis = 'gift' WHERE fid = (SELECT min(fid) FROM ledger WHERE basis = 'own_outdoor')", {"own_m2", "basis gift"}),
    ("a row of no school", "INSERT INTO ledger (school_id, basis, m2) VALUES ('nobody', 'share', 5.0)", {"share_m2"}),
    ("a dearer row", "UPDATE ledger SET cost = cost + 1 WHERE fid = (SELECT min(fid) FROM ledger WHERE cost > 0)", {"cost"}),
    ("a school has more than its rows", "UPDATE schools SET own_m2 = own_m2 + 0.02 WHERE fid = (SELECT min(fid) FROM schools WHERE own_m2 > 0)", {"own_m2"}),
    ("a school lacks less than its rows", "UPDATE schools SET residual_m2 = 0 WHERE fid = (SELECT min(fid) FROM schools WHERE residual_m2 > 0)", {"residual_m2"}),
)


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr}")


def result_of(fieldgap, config, *settings):
    result = config.parent / "result.gpkg"
    run(fieldgap, "run", config, "-o", result, "--overwrite", "-q", *(part for setting in settings for part in ("--set", setting)))
    return result


def rows_of(script, result):
    """What the script prints: the rows that differ, how many schools were compared, how many differ."""
    db = sqlite3.connect(f"file:{result}?mode=ro", uri=True)
    *rows, last = db.execute(script).fetchall()
    db.close()
    counts = LAST_ROW.fullmatch(last[0])
    assert counts and last[1:] == (None, None, None), last
    return rows, int(counts[1]), int(counts[2])


def bases(result):
    db = sqlite3.connect(f"file:{result}?mode=ro", uri=True)
    found = dict(db.execute("SELECT basis, count(*) FROM ledger GROUP BY basis").fetchall())
    found["lease"] = db.execute("SELECT count(*) FROM ledger WHERE lease_no IS NOT NULL").fetchone()[0]
    found["future"] = db.execute("SELECT count(*) FROM future_gaps").fetchone()[0]
    db.close()
    return found


def check_sums(script, result):
    db = sqlite3.connect(f"file:{result}?mode=ro", uri=True)
    known = db.execute("SELECT count(*) FROM schools WHERE own_m2 IS NOT NULL").fetchone()[0]
    db.close()
    found = rows_of(script, result)
    assert found == ([], known, 0), f"{result}: {found}"
    check = Check(result)
    for claims in (check.order, check.ledger, check.future_gaps):
        claims()
    assert not check.wrong, "\n".join(check.wrong)


def write_leases(result, path):
    """Of each rented link, and of some that are not used: half of it until 2022, as much again until 2030; one that has lapsed."""
    db = sqlite3.connect(f"file:{result}?mode=ro", uri=True)
    links = db.execute("SELECT from_school, to_id, given_m2 FROM links WHERE channel = 'rent' ORDER BY given_m2 DESC, fid").fetchall()
    db.close()
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["number", "school_id", "venue_id", "m2", "until"])
        for i, (school, venue, given) in enumerate(links[:40] + links[-10:]):
            table.writerow([f"L{i}", school, venue, f"{given / 3 + 10:.2f}", "2022-06-30"])
            table.writerow([f"M{i}", school, venue, f"{given / 7 + 1:.2f}", "2030-12-31"])
            table.writerow([f"N{i}", school, venue, "50", "2019-12-31"])


def check_city(fieldgap, script, config):
    """Every kind of row that was seen on the way."""
    seen = {}
    for settings in ((), ("standards.area_source=drawn",), ("standards.regime=national",)):
        result = result_of(fieldgap, config, *CHANNELS, *settings)
        check_sums(script, result)
        seen = {key: seen.get(key, 0) + count for key, count in list(seen.items()) + list(bases(result).items())}
    result = result_of(fieldgap, config, *CHANNELS)
    write_leases(result, config.parent / "leases.csv")
    result = result_of(fieldgap, config, *CHANNELS, "inputs.leases.path=leases.csv", "plan.as_of=2021-12-31", "plan.until=2025-12-31")
    check_sums(script, result)
    seen.update(bases(result))
    return result, seen


def check_lies(script, result):
    for name, statement, figures in LIES:
        lie = result.with_name("lie.gpkg")
        shutil.copy(result, lie)
        db = sqlite3.connect(lie)
        for trigger, in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'schools'").fetchall():
            db.execute(f'DROP TRIGGER "{trigger}"')  # they call functions that SQLite alone has not got
        assert db.execute(statement).rowcount == 1, f"{name}: nothing was changed"
        db.commit()
        db.close()
        rows, _, differ = rows_of(script, lie)
        assert differ == 1 and {row[1] for row in rows} == figures, f"{name}: {rows}"
        check = Check(lie)
        check.ledger()
        assert check.wrong, f"{name}: check_result.py takes it for right"


def check_shell(script_path, result):
    """As docs/ledger.md says it, where the shell of SQLite is installed."""
    shell = shutil.which("sqlite3")
    if shell:
        done = subprocess.run([shell, str(result)], stdin=script_path.open("rb"), capture_output=True, text=True, check=True)
        assert re.fullmatch(r"\d+ schools compared, 0 differ\|*\n", done.stdout) and not done.stderr, done.stdout + done.stderr


def main():
    fieldgap, project = Path(sys.argv[1]), Path(sys.argv[2])
    script_path = project / "scripts" / "ledger-sums.sql"
    script = script_path.read_text(encoding="utf-8")
    seen = {}
    with tempfile.TemporaryDirectory() as folder:
        for schools, seed in ((12, 3), (60, 4), (150, 5)):
            city = Path(folder) / f"city-{seed}"
            run(fieldgap, "synth", "-o", city, "--schools", schools, "--seed", seed)
            result, of_city = check_city(fieldgap, script, city / "city.toml")
            seen = {key: seen.get(key, 0) + of_city.get(key, 0) for key in seen | of_city}
        missing = {"own_outdoor", "own_indoor", "official", "rent", "unassigned", "lease", "future"} - {key for key, count in seen.items() if count}
        assert not missing, f"no drawn city has rows of {missing}: {seen}"
        check_lies(script, result)
        check_shell(script_path, result)


if __name__ == "__main__":
    main()
