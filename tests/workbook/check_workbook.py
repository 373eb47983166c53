#!/usr/bin/python3
"""The workbook of `fieldgap run --xlsx`: every row and figure of the result, in both languages, with heads that stay in sight; names that look like
formulas are texts; what does not fit says so; the same bytes again; nothing that is there is lost.

usage: check_workbook.py FIELDGAP WRITE_WORKBOOK PROJECT
"""
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from hostile_names import LONG, NAMES, city_in
from xlsx_sheets import made_at, sheets_of

TABLES = ("schools", "stages", "ledger", "districts", "indicators", "variation", "residential", "surfaces", "programme", "data_issues", "summary")
TITLES = {"en": ["Schools", "Stages", "Ledger", "Districts", "Indicators", "Variation", "Estates", "Surfaces", "Programmes", "Data issues", "Summary"],
          "zh": ["学校", "学段", "台账", "区", "指标", "差异系数", "住宅小区", "场地面层", "专项任务", "数据问题", "汇总"]}
LETTERS = 32767


def run(*command, ends=(0, 1), environment=None):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, env={**os.environ, **(environment or {})})
    assert done.returncode in ends, f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr}"
    return done.stderr


def columns_of(result, table):
    geometry = [row[0] for row in result.execute("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,))]
    return [row[1] for row in result.execute(f"PRAGMA table_info({table})") if not row[5] and row[1] not in geometry]


def positions(columns):
    """Where the columns of a table stand in its sheet, which has a name after an id, and a meaning after a key."""
    at, added = [], 0
    for number, column in enumerate(columns):
        at.append(number + added)
        added += (column == "school_id" and "name" not in columns) or column == "key"
    return at


def shown_in_english(sheet):
    return sheet.name in TITLES["en"]


def check_rows(result, sheet, table):
    columns = columns_of(result, table)
    names = ", ".join(f'"{column}"' for column in columns)  # one is called limit
    rows = result.execute(f"SELECT {names} FROM {table} ORDER BY rowid").fetchall()
    assert len(sheet.rows) == len(rows), f"{table}: {len(sheet.rows)} rows of {len(rows)}"
    for shown, row in zip(sheet.rows, rows):
        for at, column, value in zip(positions(columns), columns, row):
            cell = shown[at]
            if column == "value" and value is None:
                value = "unknown" if shown_in_english(sheet) else "未知"
            assert (value is None or value == "") == (cell is None), f"{table}.{column}: {cell!r} for {value!r}"
            if isinstance(value, float):
                assert abs(cell - value) <= 1e-9 * max(1, abs(value)), f"{table}.{column}: {cell!r} for {value!r}"
            elif isinstance(value, str) and column in ("school_id", "name", "message", "key", "value", "from_id", "feature_id"):
                assert cell == value or (len(value) > 1000 and cell.startswith(value[:1000])), f"{table}.{column}: {cell!r} for {value!r}"


def check_sheets(result, sheets, language):
    assert [sheet.name for sheet in sheets] == TITLES[language], [sheet.name for sheet in sheets]
    for sheet, table in zip(sheets, TABLES):
        assert not sheet.has_formula and sheet.frozen and sheet.filter.startswith("A1:"), f"{table}: {sheet.filter}"
        assert all(8 <= width <= 65 for width in sheet.widths) and len(sheet.widths) >= 1, f"{table}: {sheet.widths}"
        assert not set(sheet.head) & {column for column in columns_of(result, table) if "_" in column}, f"{table}: {sheet.head}"
        check_rows(result, sheet, table)


def check_names(sheets):
    shown = {row[1] for row in sheets[0].rows}
    for name in NAMES:
        if name != LONG:
            assert name in shown, f"{name!r} is none of the names {sorted(map(str, shown))[:30]}"
    (cut,) = [name for name in shown if name and len(name) > 1000]
    assert len(cut) == LETTERS and cut.endswith("GeoPackage]"), (len(cut), cut[-40:])


def check_city(fieldgap, project, folder):
    config = city_in(project / "data", folder)
    result = folder / "r.gpkg"
    for language in ("en", "zh"):
        workbook = folder / f"{language}.xlsx"
        run(fieldgap, "run", config, "-o", result, "--overwrite", "--xlsx", workbook, "--lang", language)
        sheets = sheets_of(workbook)
        with sqlite3.connect(result) as opened:
            check_sheets(opened, sheets, language)
        if language == "en":
            check_names(sheets)
    assert "Required (m2)" in sheets_of(folder / "en.xlsx")[0].head, sheets_of(folder / "en.xlsx")[0].head


def check_bytes(fieldgap, project, folder):
    books = []
    for name, threads, epoch in (("a", 1, None), ("b", 2, None), ("c", 2, "86400")):
        book = folder / f"{name}.xlsx"
        run(fieldgap, "run", project / "data/city.toml", "-o", folder / f"{name}/r.gpkg", "--threads", threads, "--xlsx", book,
            environment={"SOURCE_DATE_EPOCH": epoch} if epoch else {})
        books.append(book)
    assert books[0].read_bytes() == books[1].read_bytes(), "the workbook depends on the threads or on the clock"
    assert [made_at(book) for book in books] == ["2020-01-01T00:00:00Z"] * 2 + ["1970-01-02T00:00:00Z"], [made_at(book) for book in books]


def check_refusals(fieldgap, project, folder):
    config = city_in(project / "data", folder)
    there = folder / "there.xlsx"
    there.write_bytes(b"mine")
    for workbook, more, end in ((config, ["--overwrite"], 2), (folder / "schools.gpkg", ["--overwrite"], 2), (folder / "o.gpkg", [], 2), (there, [], 4),
                                (folder / "book.xls", [], 2), (folder / "no/such/book.xlsx", [], 4)):
        before = workbook.read_bytes() if workbook.exists() else None
        run(fieldgap, "run", config, "-o", folder / "o.gpkg", "--xlsx", workbook, *more, ends=(end,))
        assert before == (workbook.read_bytes() if workbook.exists() else None), f"{workbook} has changed"
        assert not (folder / "o.gpkg").exists(), f"a result in spite of {workbook}"
    run(fieldgap, "run", config, "-o", folder / "o.gpkg", "--xlsx", there, "--overwrite")
    assert sheets_of(there), "not replaced"


def check_limits(fieldgap, write_workbook, project, folder):
    result, book = folder / "l.gpkg", folder / "l.xlsx"
    run(fieldgap, "run", project / "data/city.toml", "-o", result)
    run(write_workbook, result, book, 6, 60)
    for sheet, table in zip(sheets_of(book), TABLES):
        with sqlite3.connect(result) as opened:
            rows = opened.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        if rows > 5:
            assert len(sheet.rows) == 5 and str(rows - 4) in sheet.rows[-1][0] and table in sheet.rows[-1][0], (table, rows, sheet.rows[-1])
        assert all(len(cell) <= 60 for row in sheet.rows[:4] for cell in row if isinstance(cell, str)), f"{table}: cells are too long"


def main():
    fieldgap, write_workbook, project = (Path(word) for word in sys.argv[1:4])
    for check in (check_city, check_bytes, check_refusals):
        with tempfile.TemporaryDirectory() as folder:
            check(fieldgap, project, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        check_limits(fieldgap, write_workbook, project, Path(folder))


if __name__ == "__main__":
    main()
