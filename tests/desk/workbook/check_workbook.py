#!/usr/bin/python3
"""The workbook in LibreOffice: it opens, every sheet has its rows, names that look like formulas are shown as they are.

usage: check_workbook.py FIELDGAP [PICTURES]
"""
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(PROJECT / "tests" / "workbook"))
sys.path.insert(0, str(PROJECT / "tests" / "quarter"))
from hostile_names import LONG, NAMES, city_in
from strike_off_city import put_into_result
from xlsx_sheets import sheets_of

ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def as_csv(book, folder):
    """Each sheet as LibreOffice shows it, by its name."""
    profile = (folder / "profile").as_uri()
    subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", ALL_SHEETS, "--outdir", str(folder), str(book)],
                   check=True, capture_output=True, timeout=300)
    shown = {}
    for path in folder.glob(f"{book.stem}-*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            shown[path.stem.removeprefix(book.stem + "-")] = list(csv.reader(file))
    return shown


def check_language(fieldgap, folder, language):
    book = folder / f"{language}.xlsx"
    config = city_in(PROJECT / "data", folder)
    subprocess.run([fieldgap, "run", str(config), "-o", str(folder / f"{language}.gpkg"), "--xlsx", str(book), "--lang", language, "-q"], check=True)
    shown = as_csv(book, folder)
    for sheet in sheets_of(book):
        rows = shown.get(sheet.name)
        assert rows is not None, f"no sheet {sheet.name} among {sorted(shown)}"
        assert rows[0] == sheet.head and len(rows) == len(sheet.cells), f"{sheet.name}: {len(rows)} rows of {len(sheet.cells)}, head {rows[0]}"
        print(f"{book.name} {sheet.name}: {len(rows) - 1} rows; {' | '.join(rows[1][:6]) if len(rows) > 1 else ''}")
    names = {row[1] for row in shown[sheets_of(book)[0].name]}
    missing = [name for name in NAMES if name != LONG and name not in names]
    assert not missing, f"not shown as they are: {missing}"


def check_quarter(fieldgap, folder, language):
    """The sheets of a quarter, whose cells a district wrote."""
    result, book = folder / "quarter.gpkg", folder / f"quarter-{language}.xlsx"
    subprocess.run([fieldgap, "run", str(PROJECT / "data" / "city.toml"), "-o", str(result), "-q"], check=False)
    rows = put_into_result(result)
    subprocess.run([fieldgap, "report", str(result), "-o", str(folder / "page.html"), "--xlsx", str(book), "--lang", language, "-q", "--register"],
                   check=True)
    shown = as_csv(book, folder)
    for sheet in sheets_of(book)[:6]:
        cells = shown.get(sheet.name)
        assert cells is not None and len(cells) == len(sheet.cells), f"{sheet.name}: {cells and len(cells)} rows of {len(sheet.cells)}"
        print(f"{book.name} {sheet.name}: {len(cells)} rows; {' | '.join(cells[1][:6])}")
    notes = {cell for row in shown[sheets_of(book)[1].name] for cell in row}
    missing = [row["note"] for row in rows["register"] if row["note"] and row["note"] not in notes]
    assert not missing, f"not shown as they are: {missing}"


def main():
    for language in ("en", "zh"):
        with tempfile.TemporaryDirectory() as folder:
            check_language(sys.argv[1], Path(folder), language)
        with tempfile.TemporaryDirectory() as folder:
            check_quarter(sys.argv[1], Path(folder), language)


if __name__ == "__main__":
    main()
