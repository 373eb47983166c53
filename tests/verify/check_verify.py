#!/usr/bin/python3
"""`fieldgap verify` accepts every honest result and refuses every lie of lies.py, naming the check; files that are broken, hostile or of other
kinds end with their exit codes; and no file is changed.

usage: check_verify.py FIELDGAP SOURCE [LIE ...]     with names: those lies alone
"""
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from books import Books
from lies import LIES

TIMEOUT_S = 300
ACCEPTED, REFUSED, UNREADABLE = 0, 1, 3
LEASES = """school_id,venue_id,m2,until,number
{0},{1},150,2030-12-31,L-1
{2},{3},120.5,2026-06-30,L-2
{0},{1},40,2019-01-31,L-0
"""
LEASE_SETS = ["plan.as_of=2025-12-31", "plan.until=2035-12-31", "channels.share.cap_m2=1500", "channels.rent.cap_m2=9000"]
CITIES = {
    "area": [],
    "scarce": ["standards.primary=14", "standards.junior=19"],
    "schools": ["allocation.objective=schools"],
    "pupils": ["allocation.objective=pupils"],
    "lots": ["channels.rent.min_lot_m2=300", "channels.rent.max_schools_per_venue=2", "channels.share.min_lot_m2=200"],
    "budget": ["allocation.objective=budget", "allocation.budget_per_year=150000"],
    "rich": ["allocation.objective=budget", "allocation.budget_per_year=1e9"],
    "national": ["standards.regime=national"],
    "required": ["standards.split=required", "standards.senior=12", "standards.area_source=drawn"],
    "constant": ["standards.primary.base_m2=400", "standards.junior={ base_m2 = 600, per_pupil = 9 }"],
    "steps": ["standards.primary={ steps = [ { from_pupils = 1, base_m2 = 2500 }, { from_pupils = 301, base_m2 = 900, per_pupil = 7 } ] }",
              "standards.junior={ steps = [ { from_pupils = 0, per_pupil = 9 }, { from_pupils = 600, base_m2 = 1000, per_pupil = 9 } ] }",
              "standards.split=required"],
    "slow": ["walk.crossing_s=20", "walk.steps_factor=1.7", "walk.minutes=12.5", "walk.speed_m_per_min=66.7", "output.crs=EPSG:3857"],
    "projected": ["output.crs=EPSG:4548", "standards.floor=0.5"],
    "degrees": ["output.crs=EPSG:4326", "channels.basement.cap_m2=100", "walk.speeds=[70]"],
}


class Fieldgap:
    def __init__(self, binary, source, folder):
        self.binary, self.folder, self.wrong = binary, folder, []
        shutil.copytree(source / "data", folder / "data")
        self.config = folder / "data" / "city.toml"

    def call(self, *arguments):
        return subprocess.run([self.binary, *map(str, arguments)], capture_output=True, text=True, errors="replace", timeout=TIMEOUT_S, check=False)

    def claim(self, holds, text):
        if not holds:
            self.wrong.append(text)

    def city(self, name, sets, config=None):
        out = self.folder / f"{name}.gpkg"
        done = self.call("run", config or self.config, "-o", out, "--overwrite", "-q", *(word for one in sets for word in ("--set", one)))
        assert done.returncode in (0, 1), f"{name}: run ended with {done.returncode}: {done.stderr}"
        return out

    def refusing(self, path):
        """Exit code and the names of the checks that refuse."""
        done = self.call("verify", path, "--json", "-q")
        checks = json.loads(done.stdout)["checks"] if done.returncode in (ACCEPTED, REFUSED) else []
        return done, [check["check"] for check in checks if not check["accepted"]]

    def accepts(self, path):
        done, checks = self.refusing(path)
        self.claim(done.returncode == ACCEPTED, f"{path.name}: not accepted: {checks} {done.stderr} {self.worst(done)}")

    def ends_with(self, code, path, text, *options):
        done = self.call("verify", path, *options)
        self.claim(done.returncode == code and text in done.stderr, f"{path}: exit {done.returncode}, not {code}: {done.stderr}")

    @staticmethod
    def worst(done):
        if not done.stdout.startswith("{"):
            return ""
        return [check["worst"]["message"] for check in json.loads(done.stdout)["checks"] if not check["accepted"]]


def city_with_leases(fieldgap, plain):
    """Two leases that count, one that has lapsed; caps of a channel and of a district."""
    db = sqlite3.connect(plain)
    pairs = db.execute("SELECT from_school, to_id FROM links JOIN schools ON school_id = from_school JOIN venues ON venue_id = to_id "
                       "WHERE channel = 'rent' AND gap_m2 > 300 AND area_m2 > 300 GROUP BY from_school ORDER BY gap_m2 DESC LIMIT 2").fetchall()
    district = db.execute("SELECT name FROM districts ORDER BY gap_m2 DESC").fetchone()[0]
    (fieldgap.folder / "data" / "leases.csv").write_text(LEASES.format(*pairs[0], *pairs[1]), encoding="utf-8")
    config = fieldgap.folder / "data" / "leases.toml"
    text = fieldgap.config.read_text(encoding="utf-8").replace('rent     = { cost_per_m2 = 60 }',
                                                               f'rent     = {{ cost_per_m2 = 60, district_caps_m2 = {{ "{district}" = 2500 }} }}')
    config.write_text(text + '\n[inputs.leases]\npath = "leases.csv"\n', encoding="utf-8")
    return fieldgap.city("leases", LEASE_SETS, config)


def honest_results(fieldgap):
    results = {name: fieldgap.city(name, sets) for name, sets in CITIES.items()}
    results["leases"] = city_with_leases(fieldgap, results["area"])
    for seed in (3, 8):
        folder = fieldgap.folder / f"synth{seed}"
        assert fieldgap.call("synth", "-o", folder, "--schools", 40, "--seed", seed).returncode == 0
        results[f"synth{seed}"] = fieldgap.city(f"synth{seed}", ["channels.rent.cap_m2=4000"], folder / "city.toml")
    return results


def tell(fieldgap, results, wanted):
    for name, of, checks, function in LIES:
        if wanted and name not in wanted:
            continue
        copy = fieldgap.folder / "lie.gpkg"
        books = Books(results[of], copy)
        function(books)
        books.close()
        done, refusing = fieldgap.refusing(copy)
        fieldgap.claim(done.returncode == REFUSED, f"lie believed: {name} (exit {done.returncode}) {done.stderr}")
        fieldgap.claim(bool(set(checks) & set(refusing)), f"{name}: refused by {refusing}, not by {checks}: {fieldgap.worst(done)}")


# Columns that say nothing of the allocation, or that no other column and no rule tells: what the inputs alone know.
UNTOLD = {
    "schools": "rural dense drawn_m2 mean_class_primary mean_class_junior over_class over_size flips_at_m_per_min "
               "basement_usable_m2 expand_possible_m2",
    "stages": "", "ledger": "", "future_gaps": "", "certificate": "price_per_m2",
    "venues": "shadow_m2 price_per_m2 rentable", "districts": "schools pupils schools_unknown passes_weighted passes_plain",
    "links": "crossings major_roads flips_at_m_per_min", "campuses": "campus_m2", "summary": "",
}


def change_each_column(fieldgap, result):
    """One value of each column of the tables that are checked, changed by little: none goes unseen but those that nothing else tells."""
    draw = random.Random(14)
    db = sqlite3.connect(result)
    for table, untold in UNTOLD.items():
        known = fieldgap.columns[table]
        for column in known:
            rows = db.execute(f"SELECT fid FROM {table} WHERE {column} IS NOT NULL AND typeof({column}) IN ('real', 'integer')").fetchall()
            if column in untold.split() or not rows:
                continue
            fid = draw.choice(rows)[0]
            if table == "summary" and not is_checked_key(db.execute("SELECT key FROM summary WHERE fid = ?", (fid,)).fetchone()[0]):
                continue
            copy = fieldgap.folder / "column.gpkg"
            books = Books(result, copy)
            books.run(f"UPDATE {table} SET {column} = {column} + 1 WHERE fid = ?", fid)
            books.close()
            done, _ = fieldgap.refusing(copy)
            fieldgap.claim(done.returncode == REFUSED, f"{table}.{column} of row {fid}: 1 more goes unseen")


def is_checked_key(key):
    return key.split(".")[0] in ("schools", "own_m2", "required_m2", "gap_m2", "given_m2", "residual_m2", "cost", "venues", "links", "bound_m2")


# --- files that are no honest results

def old_result(fieldgap, result):
    copy = fieldgap.folder / "old.gpkg"
    books = Books(result, copy)
    books.db.execute("DROP TABLE certificate")
    books.close()
    fieldgap.ends_with(REFUSED, copy, "schema_version")
    fieldgap.ends_with(REFUSED, copy, "fieldgap run", "--json")
    fieldgap.claim(json.loads(fieldgap.call("verify", copy, "--json").stdout)["has_certificate"] is False, "old result: --json")


def other_files(fieldgap, result):
    folder = fieldgap.folder
    (folder / "text.gpkg").write_text("no database", encoding="utf-8")
    (folder / "empty.gpkg").write_bytes(b"")
    sqlite3.connect(folder / "plain.gpkg").executescript("CREATE TABLE a (b); INSERT INTO a VALUES (1);")
    os.mkfifo(folder / "pipe.gpkg")
    assert fieldgap.call("check", fieldgap.config, "-o", folder / "issues.gpkg", "-q").returncode in (0, 1)
    for name in ("text", "empty", "plain", "pipe", "issues", "nothing"):
        fieldgap.ends_with(UNREADABLE, folder / f"{name}.gpkg", f"{name}.gpkg")
    fieldgap.ends_with(UNREADABLE, folder, "fieldgap run")
    fieldgap.ends_with(UNREADABLE, folder / "data" / "schools.gpkg", "schools.gpkg")
    shutil.copy(result, folder / "open.gpkg")
    Path(f"{folder}/open.gpkg-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(4096))
    fieldgap.ends_with(UNREADABLE, folder / "open.gpkg", "open.gpkg-wal")
    fieldgap.claim(not (folder / "open.gpkg-shm").exists(), "a file beside the result")


def without_config(fieldgap, result):
    for key, value in (("config", None), ("program", "other"), ("config", {}), ("config", [1]), ("config", {"standards": {"floor": "much"}}),
                       ("config", {"standards": {"primary": {"base_m2": "much"}}}), ("config", {"standards": {"primary": {"steps": []}}})):
        copy = fieldgap.folder / "config.gpkg"
        books = Books(result, copy)
        document = json.loads(books.one("SELECT metadata FROM gpkg_metadata")[0])
        document[key] = value
        books.run("UPDATE gpkg_metadata SET metadata = ?", json.dumps(document))
        books.close()
        fieldgap.ends_with(UNREADABLE, copy, "config.gpkg")


def hostile_names(fieldgap, result):
    """Ids that would drive a terminal, break JSON or SQL: the verdict stays, and nothing of them reaches the terminal."""
    copy = fieldgap.folder / "it's 50% #1 \"q\" é.gpkg"
    books = Books(result, copy)
    venue = books.one("SELECT to_id FROM links WHERE given_m2 > 0 AND channel = 'rent'")[0]
    evil = "\x1b[31mV'\"; DROP TABLE x;\n\u202e\x00" + "v" * 5000
    for table, column in (("venues", "venue_id"), ("links", "to_id"), ("ledger", "from_id"), ("certificate", "id"), ("schools", "nearest_venue_id")):
        books.db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (evil, venue))
    books.close()
    done = fieldgap.call("verify", copy)
    fieldgap.claim(done.returncode in (ACCEPTED, REFUSED), f"hostile id: exit {done.returncode} {done.stderr[:300]}")
    books = Books(copy, fieldgap.folder / "evil.gpkg")
    books.run("UPDATE venues SET rented_m2 = rented_m2 + 1 WHERE rented_m2 > 0")
    books.close()
    for options in ([], ["--json"], ["--lang", "zh"]):
        done = fieldgap.call("verify", fieldgap.folder / "evil.gpkg", *options)
        said = done.stdout + done.stderr
        fieldgap.claim(done.returncode == REFUSED and "\x1b" not in said and "\u202e" not in said, f"hostile id told {options}: {done.returncode}")


def views_for_tables(fieldgap, result):
    copy = fieldgap.folder / "view.gpkg"
    books = Books(result, copy)
    books.db.execute("ALTER TABLE links RENAME TO links_of")
    books.db.execute("CREATE VIEW links AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT links_of.* FROM links_of, n")
    books.close()
    fieldgap.ends_with(UNREADABLE, copy, "view.gpkg")


def damaged_bytes(fieldgap, result):
    """Bytes flipped anywhere: refused, unreadable, or such as nobody reads; never a fault of the program."""
    draw = random.Random(7)
    whole = result.read_bytes()
    copy = fieldgap.folder / "damaged.gpkg"
    for i in range(60):
        damaged = bytearray(whole)
        for _ in range(draw.choice((1, 20, 500))):
            damaged[draw.randrange(len(damaged) if i % 2 else 20000)] = draw.randrange(256)
        copy.write_bytes(damaged if i % 5 else damaged[:draw.randrange(len(damaged))])
        done = fieldgap.call("verify", copy, "-q")
        fieldgap.claim(done.returncode in (ACCEPTED, REFUSED, UNREADABLE), f"damaged bytes {i}: exit {done.returncode} {done.stderr[:300]}")


def stays_as_it_is(fieldgap, result):
    result.chmod(0o444)
    before = (hashlib.sha256(result.read_bytes()).hexdigest(), result.stat().st_mtime_ns, sorted(os.listdir(result.parent)))
    first = fieldgap.call("verify", result)
    after = (hashlib.sha256(result.read_bytes()).hexdigest(), result.stat().st_mtime_ns, sorted(os.listdir(result.parent)))
    fieldgap.claim(before == after and first.returncode == ACCEPTED, f"the result is not as it was, or not accepted: {first.stderr}")
    fieldgap.claim(first.stdout == fieldgap.call("verify", result, "--threads", "1").stdout, "another answer the second time")
    chinese = fieldgap.call("verify", result, "--lang", "zh")
    fieldgap.claim(chinese.returncode == ACCEPTED and "通过" in chinese.stdout, "no Chinese")
    fieldgap.claim(fieldgap.call("verify", result, "-q").stdout == "", "-q says something")


def main():
    with tempfile.TemporaryDirectory() as folder:
        fieldgap = Fieldgap(sys.argv[1], Path(sys.argv[2]), Path(folder))
        results = honest_results(fieldgap)
        for path in results.values():
            fieldgap.accepts(path)
        tell(fieldgap, results, sys.argv[3:])
        if not sys.argv[3:]:
            fieldgap.columns = {table: [row[1] for row in sqlite3.connect(results["leases"]).execute(f"PRAGMA table_info({table})") if row[1] != "fid"]
                                for table in UNTOLD}
            change_each_column(fieldgap, results["leases"])
            old_result(fieldgap, results["area"])
            other_files(fieldgap, results["area"])
            without_config(fieldgap, results["area"])
            hostile_names(fieldgap, results["area"])
            views_for_tables(fieldgap, results["area"])
            damaged_bytes(fieldgap, results["area"])
            stays_as_it_is(fieldgap, results["area"])
        print("\n".join(fieldgap.wrong) or f"{len(results)} results accepted, {len(LIES)} lies refused")
        return 1 if fieldgap.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
