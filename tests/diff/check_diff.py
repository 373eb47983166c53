#!/usr/bin/python3
"""fieldgap diff on runs of the sample city and what was edited in between: causes to the m2, what differs besides, files that are none.

usage: check_diff.py FIELDGAP REPOSITORY
"""
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

FIELDGAP, REPOSITORY = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
CAUSES = "pupils outdoor indoor special official leases sharing merger walk allocation standard config".split()
KINDS = "closed opened worse better unchanged gone new".split()
FIGURES = "gap_before_m2 gap_after_m2 residual_before_m2 residual_after_m2 change_m2".split()
BY = [f"by_{cause}_m2" for cause in CAUSES]
COLUMNS = {kind: ["school_id", "name", "district", *FIGURES, *BY] for kind in KINDS}
COLUMNS["causes"] = ["scope", "district", *FIGURES, *BY, *(f"schools_{kind}" for kind in KINDS), "schools_unknown", "known_now_m2", "unknown_now_m2"]
COLUMNS["summary"] = ["key", "value", "unit", "note"]
USAGE, INPUT, OUTPUT = 2, 3, 4
failures = []


def check(holds, text):
    if not holds:
        failures.append(text)
        print(text)


def call(*arguments):
    return subprocess.run([FIELDGAP, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False)


def run(folder, name, *settings, city=None):
    """A result of the sample city, or of `city`, with these settings."""
    result = folder / f"{name}.gpkg"
    words = [word for setting in settings for word in ("--set", setting)]
    done = call("run", (city or REPOSITORY / "data") / "city.toml", "-o", result, *words)
    assert done.returncode in (0, 1), done.stderr
    return result


def hundredths(value):
    return round(value * 100)


def sums_of(db):
    """Of the rows of all kinds, by cause and change, in hundredths."""
    sums = dict.fromkeys(["change_m2", *BY], 0)
    for kind in KINDS:
        for row in db.execute(f'SELECT * FROM "{kind}"'):
            if row["change_m2"] is None:
                continue
            for name in sums:
                sums[name] += hundredths(row[name])
            check(hundredths(row["change_m2"]) == sum(hundredths(row[name]) for name in BY), f"{row['school_id']}: causes do not sum to the change")
            check(hundredths(row["change_m2"]) == hundredths(row["residual_after_m2"]) - hundredths(row["residual_before_m2"]),
                  f"{row['school_id']}: the change is not that of the residual")
    return sums


def residual_of(result):
    return hundredths(sqlite3.connect(result).execute("SELECT value FROM summary WHERE key = 'residual_m2'").fetchone()[0])


class Difference:
    """A file of `diff`, checked as far as every one must hold."""

    def __init__(self, folder, old, new):
        self.path = folder / "diff.gpkg"
        before = [hashlib.sha256(path.read_bytes()).digest() for path in (old, new)]
        self.done = call("diff", old, new, "-o", self.path, "--overwrite")
        check(self.done.returncode == 0, f"diff ends with {self.done.returncode}: {self.done.stderr}")
        check(before == [hashlib.sha256(path.read_bytes()).digest() for path in (old, new)], "a result was changed")
        self.db = sqlite3.connect(self.path)
        self.db.row_factory = sqlite3.Row
        for layer, columns in COLUMNS.items():
            found = [row[1] for row in self.db.execute(f'PRAGMA table_info("{layer}")') if row[1] not in ("fid", "geom")]
            check(found == columns, f"{layer}: columns {found}")
        self.sums = sums_of(self.db)
        self.check_causes(old, new)
        self.check_summary()

    def check_causes(self, old, new):
        rows = self.db.execute("SELECT * FROM causes ORDER BY fid").fetchall()
        check(rows[0]["scope"] == "city" and rows[0]["district"] is None, "causes: the first row is not the city's")
        for name, value in self.sums.items():
            check(hundredths(rows[0][name]) == value, f"causes: {name} of the city is not that of its schools")
            check(sum(hundredths(row[name]) for row in rows[1:]) == value, f"causes: {name} of the districts does not sum to the city's")
        moved = residual_of(new) - residual_of(old)
        known = hundredths(rows[0]["known_now_m2"]) - hundredths(rows[0]["unknown_now_m2"])
        check(moved == self.sums["change_m2"] + known, f"the city's residual moved by {moved}, causes say {self.sums}")

    def check_summary(self):
        figures = {row["key"]: row["value"] for row in self.db.execute("SELECT * FROM summary")}
        for name, value in self.sums.items():
            check(hundredths(figures[name]) == value, f"summary: {name}")
        for kind in KINDS:
            check(figures[f"schools.{kind}"] == self.count(kind), f"summary: schools.{kind}")

    def count(self, kind):
        return self.db.execute(f'SELECT count(*) FROM "{kind}"').fetchone()[0]

    def is_by(self, *causes):
        others = {name: value for name, value in self.sums.items() if value and name not in ["change_m2", *(f"by_{cause}_m2" for cause in causes)]}
        check(not others, f"by {causes} alone, and yet {others}")

    def notes(self):
        return {row["key"]: row["note"] for row in self.db.execute("SELECT * FROM summary WHERE note IS NOT NULL")}


def opened(path):
    """A GeoPackage to be edited: what keeps its index of places needs functions that Python has not."""
    db = sqlite3.connect(path)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree_%'").fetchall():
        db.execute(f'DROP TRIGGER "{name}"')
    return db


def edited_city(folder, name, layer, sql):
    city = folder / name
    shutil.copytree(REPOSITORY / "data", city)
    with opened(city / f"{layer}.gpkg") as db:
        check(db.execute(sql).rowcount > 0, f"{name}: nothing was edited")
    return city


def school_short_of_all(result):
    """A school with a residual, of one stage, whose venues and partners leave nothing: what it needs more stays."""
    db = sqlite3.connect(result)
    return db.execute("SELECT school_id FROM schools WHERE residual_m2 > 100 AND stage = 'primary' AND basement_usable_m2 = 0 ORDER BY school_id").fetchone()


def check_same(folder, old):
    same = Difference(folder, old, old)
    check(same.count("unchanged") == sqlite3.connect(old).execute("SELECT count(*) FROM schools WHERE status <> 'branch'").fetchone()[0], "not all unchanged")
    check(not any(same.sums.values()), "a result differs from itself")
    check(not same.notes(), f"a result says other things than itself: {same.notes()}")
    check("Nothing changed" in same.done.stdout, "what did not change is said")


def check_pupils(folder, old):
    school = school_short_of_all(old)[0]
    city = edited_city(folder, "pupils", "schools", f"UPDATE schools SET enrol_primary = enrol_primary + 20 WHERE id = '{school}'")
    found = Difference(folder, old, run(folder, "more", city=city))
    check(found.sums["by_pupils_m2"] == 20 * 750, f"20 pupils more are {found.sums}")
    found.is_by("pupils", "sharing")
    row = found.db.execute("SELECT * FROM worse WHERE school_id = ?", (school,)).fetchone()
    check(row is not None and row["by_pupils_m2"] == 150.0, "the school of the pupils is not worse by 150 m2")
    back = Difference(folder, folder / "more.gpkg", old)
    check(back.sums["change_m2"] == -found.sums["change_m2"], "backwards it is not the opposite")
    answer = json.loads(call("diff", old, folder / "more.gpkg", "--json").stdout)
    check(answer["by_pupils_m2"] == 150.0 and [row["school_id"] for row in answer["worse"]] == [school], "--json does not name the school")
    chinese = call("diff", old, folder / "more.gpkg", "--lang", "zh").stdout
    check("在校生数 +150 平方米" in chinese, f"in Chinese: {chinese}")


def check_settings(folder, old):
    standard = Difference(folder, old, run(folder, "standard", "standards.primary=8"))
    check(standard.sums["by_standard_m2"] > 0, "a higher standard asks for nothing more")
    check("setting standards.primary differs: 7.5 and 8.0" in standard.done.stderr, f"not said: {standard.done.stderr}")
    check("differs.config.standards.primary" in standard.notes(), "the setting is not in summary")
    standard.is_by("standard", "sharing")
    minutes = Difference(folder, old, run(folder, "minutes", "walk.minutes=5"))
    check(minutes.sums["by_config_m2"] > 0, "a shorter walk opens nothing")
    minutes.is_by("config")
    longer = Difference(folder, folder / "minutes.gpkg", old)
    longer.is_by("config")
    off = Difference(folder, old, run(folder, "off", "channels.rent.cap_m2=0"))
    check(off.sums["by_config_m2"] == off.sums["change_m2"] > 0, "a cap of nothing is not by settings")


def check_ground(folder, old):
    nothing = [f"channels.{channel}.cap_m2=0" for channel in ("share", "rent", "basement", "expand")]
    tight = run(folder, "tight", *nothing)
    field, school = sqlite3.connect(tight).execute("SELECT f.field_id, school_id FROM fields f JOIN schools s USING (school_id) WHERE f.kind = 'outdoor' "
                                                   "AND f.counted_m2 > 500 AND s.gap_m2 > 0 AND s.own_source = 'drawn' ORDER BY 1").fetchone()
    without = run(folder, "field", f"inputs.fields.where=id <> '{field}'", *nothing)
    own_before, own_after = (sqlite3.connect(result).execute("SELECT own_m2 FROM schools WHERE school_id = ?", (school,)).fetchone()[0] for result in (tight, without))
    gone = Difference(folder, tight, without)
    check(gone.sums["by_outdoor_m2"] == hundredths(own_before - own_after) > 0, f"a field that goes, {own_before} to {own_after} m2: {gone.sums}")
    gone.is_by("outdoor")
    venue = sqlite3.connect(old).execute("SELECT venue_id FROM venues WHERE rented_m2 > 0 ORDER BY rented_m2 DESC, venue_id").fetchone()[0]
    fewer = Difference(folder, old, run(folder, "venue", f"inputs.venues.where=id <> '{venue}'"))
    fewer.is_by("allocation")
    school = sqlite3.connect(old).execute("SELECT school_id, residual_m2 FROM schools WHERE residual_m2 > 0 ORDER BY residual_m2 DESC").fetchone()
    left = Difference(folder, old, run(folder, "left", f"inputs.schools.where=id <> '{school[0]}'"))
    check([row[0] for row in left.db.execute("SELECT school_id FROM gone")] == [school[0]], "the school that is gone is not in `gone`")
    back = Difference(folder, folder / "left.gpkg", old)
    check([row[0] for row in back.db.execute('SELECT school_id FROM "new"')] == [school[0]], "the school that came is not in `new`")


def check_identities(folder, old):
    """Every school with another id, and two schools that merge."""
    city = edited_city(folder, "renamed", "schools", "UPDATE schools SET id = 'S' || id")
    for layer, column in (("campuses", "school_id"), ("fields", "school_id"), ("gates", "owner_id"), ("schools", "parent_id"), ("residential", "owed_school")):
        with opened(city / f"{layer}.gpkg") as db:
            kind = " AND owner_kind = 'school'" if layer == "gates" else ""
            db.execute(f"UPDATE {layer} SET {column} = 'S' || {column} WHERE {column} IS NOT NULL AND {column} <> ''{kind}")
    renamed = Difference(folder, old, run(folder, "renamed", city=city))
    check(renamed.count("gone") == renamed.count("new") == 0, f"another id is another school: {renamed.count('gone')} gone, {renamed.count('new')} new")
    check(not any(renamed.sums.values()), f"other ids change figures: {renamed.sums}")
    first, second = [row[0] for row in sqlite3.connect(old).execute("SELECT school_id FROM schools WHERE stage = 'primary' AND own_source IS NOT NULL "
                                                                    "AND status <> 'branch' ORDER BY residual_m2 DESC, school_id LIMIT 2")]
    city = edited_city(folder, "merged", "schools", f"UPDATE schools SET parent_id = '{first}' WHERE id = '{second}'")
    merged = Difference(folder, old, run(folder, "merged", city=city))
    check(merged.count("gone") == merged.count("new") == 0, "a school that merged is gone")
    merged.is_by("merger", "sharing", "walk", "allocation")
    split = Difference(folder, folder / "merged.gpkg", old)
    check(split.count("gone") == split.count("new") == 0, "a school that was split off is new")
    check(split.sums["change_m2"] == -merged.sums["change_m2"], "a split is not the opposite of the merger")


def check_older(folder, old):
    """What an earlier fieldgap did not write."""
    older = folder / "older.gpkg"
    shutil.copy(old, older)
    with opened(older) as db:
        for table in ("leases", "ledger"):
            db.execute(f"DROP TABLE {table}")
            db.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (table,))
        db.execute("ALTER TABLE schools DROP COLUMN parent_id")
    found = Difference(folder, older, old)
    check("lacks ledger, leases, schools.parent_id" in found.done.stderr, f"not said what an older result lacks: {found.done.stderr}")
    check(not any(found.sums.values()), "an older result of the same city differs from it")


STREET = """\
Schools: 0 closed, 0 opened, 1 worse, 1 better, 1 unchanged, 0 gone, 0 new.
Without a source: 2 600 m2 before, 2 500 m2 after.
Change -100 m2: reported figures -250 m2, pupils +150 m2.
Worse: West School +150 m2 (pupils +150 m2).
Better: East School -250 m2 (reported figures -250 m2).

East: -250 m2, 0 closed, 0 opened (reported figures -250 m2).
West: +150 m2, 0 closed, 0 opened (pupils +150 m2).
"""


def check_street(folder, _):
    """The street of tests/golden/leases, where every number can be computed on paper: A gets 20 pupils, C reports 250 m2 more; a lease lapses whose ground B rents all the same."""
    town = folder / "street"
    shutil.copytree(REPOSITORY / "tests/golden/leases", town)
    results = []
    for name, settings in (("before", []), ("after", ["--set", "plan.as_of=2022-06-30"])):
        results.append(folder / f"street-{name}.gpkg")
        done = call("run", town / "street.toml", "-o", results[-1], *settings)
        assert done.returncode in (0, 1), done.stderr
        schools = town / "schools.csv"
        schools.write_text(schools.read_text(encoding="utf-8").replace("primary,500,2750", "primary,520,2750").replace("primary,400,2700", "primary,400,2950"),
                           encoding="utf-8")
    found = Difference(folder, *results)
    check(found.done.stdout == STREET, f"the street reads\n{found.done.stdout}")
    check("warning" not in found.done.stderr, f"the day of the run is no difference: {found.done.stderr}")
    found.is_by("official", "pupils")
    fates = [tuple(row) for row in sqlite3.connect(results[1]).execute("SELECT number, school_id, counted_m2, fate FROM leases")]
    check(fates == [("HT-1", "B", 600.0, "counts"), ("HT-2", "B", 0.0, "lapsed"), ("HT-3", "A", 0.0, "lapsed"), ("HT-4", "C", 0.0, "not_in_reach")], f"leases: {fates}")


def hostile(folder, old, name, sql):
    path = folder / f"{name}.gpkg"
    shutil.copy(old, path)
    with opened(path) as db:
        db.executescript(sql)
    return path


def check_refusals(folder, old):
    text = folder / "text.gpkg"
    text.write_text("no database\n", encoding="utf-8")
    half = folder / "half.gpkg"
    half.write_bytes(old.read_bytes()[:20000])
    issues = folder / "issues.gpkg"
    call("check", REPOSITORY / "data" / "city.toml", "-o", issues)
    files = [folder / "none.gpkg", text, half, issues, folder / "diff.gpkg",
             hostile(folder, old, "word", "UPDATE schools SET residual_m2 = 'much' WHERE fid = 1"),
             hostile(folder, old, "large", "UPDATE venues SET area_m2 = 1e300 WHERE fid = 1"),
             hostile(folder, old, "negative", "UPDATE schools SET gap_m2 = -1 WHERE fid = 1"),
             hostile(folder, old, "twice", "UPDATE venues SET venue_id = (SELECT min(venue_id) FROM venues)"),
             hostile(folder, old, "nobody", "UPDATE links SET to_id = 'nobody' WHERE fid = 1"),
             hostile(folder, old, "branch", "UPDATE links SET from_school = (SELECT school_id FROM schools WHERE status = 'branch') WHERE fid = 1; "
                                            "UPDATE schools SET parent_id = 'nobody' WHERE status = 'branch'"),
             hostile(folder, old, "price", "UPDATE venues SET price_per_m2 = -1 WHERE fid = 1"),
             hostile(folder, old, "status", "UPDATE schools SET status = 'fine' WHERE fid = 1"),
             hostile(folder, old, "config", "UPDATE gpkg_metadata SET metadata = replace(metadata, '\"primary\":7.5', '\"primary\":\"x\"')"),
             hostile(folder, old, "no_json", "UPDATE gpkg_metadata SET metadata = '{'")]
    for path in files:
        for pair in ((old, path), (path, old)):
            done = call("diff", *pair)
            lines = [line for line in done.stderr.splitlines() if not line.startswith("progress ")]
            check(done.returncode == INPUT and len(lines) == 1 and path.name in lines[0], f"{path.name}: {done.returncode} {done.stderr}")
    check(call("diff", old).returncode == USAGE, "one result is enough")
    check(call("diff", old, old, "-o", old, "--overwrite").returncode == USAGE, "a result may be the output")
    check(call("diff", old, old, "-o", folder / "new.gpkg", "--log-json", old).returncode == USAGE, "a result may be the log")
    there = folder / "there.gpkg"
    there.write_bytes(b"")
    check(call("diff", old, old, "-o", there).returncode == OUTPUT, "what exists is replaced unasked")
    check(not [path for path in folder.rglob("*") if path.name.startswith(".fieldgap")], "unfinished folders stay")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old = run(folder, "old")
        for part in (check_same, check_pupils, check_settings, check_ground, check_identities, check_street, check_older, check_refusals):
            part(folder, old)
        check((folder / "diff.qgz").exists(), "no project beside the layers")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
