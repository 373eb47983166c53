#!/usr/bin/python3
"""`fieldgap report`: the page holds the figures of the result to four places, as data; it appears whole or not at all, the same bytes each
time; and what is no result of `run` is refused with a word that says what to do.

usage: check_report.py FIELDGAP REPOSITORY
Ends with 77 where the program was built without the page, after trying that it says so.
"""

import base64
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

FIELDGAP, REPOSITORY = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
DONE, USAGE, INPUT, OUTPUT = 0, 2, 3, 4
SKIPPED = 77
BLOCK = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
failures = []


def check(holds, text):
    if not holds:
        failures.append(text)


def fieldgap(folder, *arguments):
    return subprocess.run([FIELDGAP, *map(str, arguments)], cwd=folder, text=True, capture_output=True, timeout=300, check=False)


def refused(folder, code, words, *arguments):
    done = fieldgap(folder, "report", *arguments)
    check(done.returncode == code, f"report {arguments}: exit {done.returncode}, not {code}: {done.stderr}")
    check(words in done.stderr, f"report {arguments}: does not say '{words}': {done.stderr}")
    check(len(done.stderr.strip().splitlines()) <= 2, f"report {arguments}: says more than it must: {done.stderr}")


def data_of(page):
    block = json.loads(BLOCK.search(page)[1])
    return block["lang"], json.loads(zlib.decompress(base64.b64decode(block["deflated"]), -zlib.MAX_WBITS))


def same(shown, value):
    if isinstance(value, float):
        return isinstance(shown, (int, float)) and abs(shown - value) <= 5.1e-5
    return shown == value


def compare_tables(data, database):
    """Every cell of the page is that of the result."""
    for name, table in data["tables"].items():
        columns = list(table["columns"])
        where = {"links": "WHERE given_m2 > 0", "streets": "WHERE access = 'walked'"}.get(name, "")
        rows = database.execute(f"SELECT {', '.join(columns)} FROM {name} {where} ORDER BY fid").fetchall()
        check(table["rows"] == len(rows), f"{name}: {table['rows']} rows, not {len(rows)}")
        for place, column in enumerate(columns):
            shown = table["columns"][column]
            is_same = len(shown) == len(rows) and all(same(shown[i], row[place]) for i, row in enumerate(rows))
            check(is_same, f"{name}.{column} is not that of the result")
        if "geometry" in table:
            check(len(table["geometry"]) == len(rows), f"{name}: {len(table['geometry'])} shapes")
    check({"schools", "stages", "districts", "summary", "links", "venues"} <= set(data["tables"]), "layers are missing")


def check_places(data):
    """The sample city stands where it is drawn: 117 degrees east, 39 north."""
    schools = data["tables"]["schools"]
    per_degree = schools["units_per_degree"]
    for x, y in schools["geometry"]:
        check(116 < x / per_degree < 119 and 38 < y / per_degree < 41, f"a school at {x / per_degree}, {y / per_degree}")


def check_page(folder):
    done = fieldgap(folder, "report", "city.gpkg")
    check(done.returncode == DONE and "city.html" in done.stderr, f"report: exit {done.returncode}: {done.stderr}")
    page = (folder / "city.html").read_text(encoding="utf-8")
    lang, data = data_of(page)
    check(lang == "en", f"the page is in '{lang}'")
    compare_tables(data, sqlite3.connect(folder / "city.gpkg"))
    check_places(data)
    check(data["file"] == "city.gpkg" and data["provenance"]["inputs"], "no provenance")
    check("Content-Security-Policy" in page and "default-src 'none'" in page, "the page has no policy")
    marks = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)  # a script may name addresses; its policy lets it ask none
    check(not re.search(r"(src|href)=[\"']?https?:", marks), "the page loads something")
    refused(folder, OUTPUT, "--overwrite", "city.gpkg")
    fieldgap(folder, "report", "city.gpkg", "-o", "again.html", "--threads", "1")
    check((folder / "again.html").read_bytes() == (folder / "city.html").read_bytes(), "other bytes at the second time")
    fieldgap(folder, "report", "city.gpkg", "-o", "zh.html", "--lang", "zh")
    chinese = (folder / "zh.html").read_text(encoding="utf-8")
    check('<html lang="zh">' in chinese and data_of(chinese)[0] == "zh", "--lang zh does not reach the page")


def check_language_of_result(folder):
    fieldgap(folder, "run", "city.toml", "-o", "chinese.gpkg", "-q", "--lang", "zh")
    fieldgap(folder, "report", "chinese.gpkg")
    check(data_of((folder / "chinese.html").read_text(encoding="utf-8"))[0] == "zh", "the page is not in the language of its result")


def check_workbook(folder):
    done = fieldgap(folder, "report", "chinese.gpkg", "-o", "with.html", "--xlsx", "with.xlsx")
    check(done.returncode == DONE, f"report --xlsx: exit {done.returncode}: {done.stderr}")
    with zipfile.ZipFile(folder / "with.xlsx") as book:
        check("学校" in book.read("xl/workbook.xml").decode(), "the workbook is not in the language of its result")
    refused(folder, OUTPUT, "with.xlsx", "city.gpkg", "-o", "other.html", "--xlsx", "with.xlsx")
    refused(folder, USAGE, "other.ods", "city.gpkg", "-o", "other.html", "--xlsx", "other.ods")
    refused(folder, USAGE, "city.gpkg", "city.gpkg", "-o", "other.html", "--xlsx", "city.gpkg", "--overwrite")
    check(not (folder / "other.html").exists(), "a page appears although its workbook is refused")


def check_refusals(folder):
    os.link(folder / "city.gpkg", folder / "hard.html")
    os.symlink("city.gpkg", folder / "link.html")
    before = sorted(path.name for path in folder.iterdir())
    result = (folder / "city.gpkg").read_bytes()
    refused(folder, USAGE, "no result given")
    for same in ("city.gpkg", "hard.html", "link.html", "./city.gpkg"):
        refused(folder, USAGE, "city.gpkg", "city.gpkg", "-o", same, "--overwrite")
    refused(folder, USAGE, "x.html", "city.gpkg", "-o", "x.html", "--log-json", "x.html")
    refused(folder, INPUT, "nowhere.gpkg", "nowhere.gpkg")
    refused(folder, INPUT, "city.toml", "city.toml", "-o", "x.html")
    refused(folder, INPUT, "schools.gpkg", "schools.gpkg")
    refused(folder, INPUT, "not `check` or `screen`", "issues.gpkg")
    refused(folder, INPUT, "cut.gpkg", "cut.gpkg")
    refused(folder, OUTPUT, "no/such/folder", "city.gpkg", "-o", "no/such/folder/x.html")
    check(sorted(path.name for path in folder.iterdir()) == before, "a refused call left something behind")
    check((folder / "city.gpkg").read_bytes() == result, "the result was touched")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (REPOSITORY / "data").iterdir():
            shutil.copy(file, folder)
        fieldgap(folder, "run", "city.toml", "-q")
        first = fieldgap(folder, "report", "city.gpkg", "-o", "probe.html")
        if first.returncode == USAGE and "FIELDGAP_WEB" in first.stderr:
            check(len(first.stderr.strip().splitlines()) == 1, f"says more than one line: {first.stderr}")
            print("\n".join(failures))
            return 1 if failures else SKIPPED
        fieldgap(folder, "check", "city.toml", "-o", "issues.gpkg", "-q")
        whole = (folder / "city.gpkg").read_bytes()
        (folder / "cut.gpkg").write_bytes(whole[: len(whole) // 2])
        check_page(folder)
        check_language_of_result(folder)
        check_workbook(folder)
        check_refusals(folder)
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
