#!/usr/bin/python3
"""Follows all pages of docs/guide word for word, in the order in which the guide's own page names them, one language after the other, in a folder that holds
nothing but a copy of the sample city: its commands, its files, what it shows of what they print, and the files and figures that it promises. Pages in both languages say to do
the same. A page that is added is followed without a word here.

usage: follow_guide_pages.py FIELDGAP PROJECT

Blocks of commands that need a window are told apart by a mark (guide_page.py). A program that is not there is a reason to pass a block over, with a word.
"""
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(sys.argv[2]).resolve()
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "batch"))
from follow_guide import make_province  # noqa: E402  (tests/batch: the cities of "Forty cities tonight")
from guide_page import blocks_of, figures, promised_files  # noqa: E402

TIMEOUT_S = 300
# 1: done, and the data has issues of severity error; but for those that say no with it.
WRAPPER = """#!/bin/sh
echo "$1" >> "{log}"
"{fieldgap}" "$@"
code=$?
case "$1" in verify|batch|diff) exit $code ;; esac
[ $code = 1 ] && exit 0
exit $code
"""
SETTINGS = {"forty-cities": make_province}  # what a page takes for granted beside the sample city


class Reader:
    """Somebody in an empty folder with the sample city, who types what the pages say."""

    def __init__(self, fieldgap, folder):
        self.folder = folder
        self.log = folder.parent / "commands.log"
        shutil.copytree(PROJECT / "data", folder / "data")
        tools = folder.parent / "bin"
        tools.mkdir()
        (tools / "fieldgap").write_text(WRAPPER.format(log=self.log, fieldgap=fieldgap), encoding="utf-8")
        (tools / "fieldgap").chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}

    def type(self, block, place):
        """What the commands print."""
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", block.commands], cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              encoding="utf-8", timeout=TIMEOUT_S, check=False)
        assert done.returncode == 0, f"{place}: ended with {done.returncode}:\n{block.commands}{done.stderr}"
        assert "is open" not in done.stderr, f"{place}: leaves a question:\n{block.commands}{done.stderr}"
        return done.stdout

    def put(self, block, place):
        path = self.folder / block.marks.get("file", block.marks.get("append"))
        assert "file" in block.marks or path.is_file(), f"{place}: adds to {path.name}, which is not there"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w" if "file" in block.marks else "a", encoding="utf-8") as out:
            out.write(block.text)

    def follow(self, page):
        stem = page.name.split(".")[0]
        SETTINGS.get(stem, lambda folder: None)(self.folder)
        printed, needed = None, None
        for block in blocks_of(page):
            place = f"{page.name}:{block.line}"
            if "needs" in block.marks:
                printed, needed = None, block.marks["needs"]
            elif block.marks:
                self.put(block, place)
            elif block.is_commands and (missing := missing_program(block)):
                print(f"{place}: passed over, for there is no {missing} here")
                printed = None
            elif block.is_commands:
                printed = self.type(block, place)
            elif block.kind == "":
                shown_is_printed(block, printed, place)
        absent = [path for path in promised_files(page) if not (self.folder / path).exists()]
        assert not absent or needed, f"{page.name}: promises {absent}"
        unknown = set(figures(page)) - figures_of_results(self.folder)
        assert not unknown, f"{page.name}: figures that no result has: {unknown}"


def figures_of_results(folder):
    """Every amount of the results that are there, to two decimals, and what two figures of a summary are together."""
    known = set()
    for path in folder.rglob("*.gpkg"):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as result:
            for (table,) in result.execute("SELECT table_name FROM gpkg_contents").fetchall():
                columns = [f'"{row[1]}"' for row in result.execute(f'PRAGMA table_info("{table}")') if row[2] == "REAL"]
                rows = result.execute(f'SELECT {", ".join(columns)} FROM "{table}"').fetchall() if columns else []
                values = [value for row in rows for value in row if value is not None]
                known |= {f"{value:.2f}" for value in values}
                if table == "summary":
                    known |= {f"{one + other:.2f}" for one in values for other in values}
    return known


def missing_program(block):
    names = [line.split()[0] for line in block.commands.splitlines() if line.strip() and not line.startswith((" ", "#"))]
    return next((name for name in names if name in ("sqlite3", "ogrinfo", "ogr2ogr") and not shutil.which(name)), None)


def shown_is_printed(block, printed, place):
    """A page may show a part of the lines, in their order."""
    if printed is None:
        return
    lines = iter([line.rstrip() for line in printed.splitlines()])
    for wanted in block.text.splitlines():
        if wanted.strip() not in ("", "..", "...", "……"):
            assert any(line == wanted.rstrip() for line in lines), f"{place}: shows a line that is not printed there:\n{wanted}\nbut\n{printed}"


def pages_of(guide, ending):
    """Those that the guide's first page names, in its order, then the others."""
    first = guide / f"README{ending}"
    named = [guide / name for name in re.findall(r"\]\(([\w-]+(?:\.zh)?\.md)\)", first.read_text(encoding="utf-8")) if not name.startswith("README")]
    is_ours = [page for page in sorted(guide.glob(f"*{ending}")) if not page.name.startswith("README") and (ending != ".md" or ".zh." not in page.name)]
    assert set(named) <= set(is_ours), f"{first}: names pages that are not there: {set(named) - set(is_ours)}"
    return named + [page for page in is_ours if page not in named]


def to_do(page):
    """What a page says to do, but for the language in which the program is to speak."""
    done = [(block.kind, re.sub(r" --lang zh", "", block.commands), sorted(block.marks.items()))
            for block in blocks_of(page) if block.is_commands or block.marks]
    return done


def follow_guide(fieldgap, guide, ending):
    pages = pages_of(guide, ending)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "reader"
        folder.mkdir()
        reader = Reader(fieldgap, folder)
        for page in pages:
            reader.follow(page)
        return len(pages), len(reader.log.read_text(encoding="utf-8").splitlines()) if reader.log.exists() else 0


def check_languages(guide):
    for page in pages_of(guide, ".md"):
        other = page.with_suffix(".zh.md")
        assert other.is_file(), f"{page.name}: there is no {other.name}"
        assert to_do(page) == to_do(other), f"{page.name} and {other.name} differ in what they say to do:\n{to_do(page)}\n{to_do(other)}"


def check_itself(fieldgap):
    """A page that says what is not so is found out."""
    faults = {"a command that does not exist": "```\nfieldgap runn data/city.toml\n```\n",
              "a file that is not there": "```\nfieldgap check nowhere.toml\n```\n",
              "a line that is not printed": "```\nfieldgap --version\n```\n\n```\nfieldgapp 9\n```\n",
              "lines in another order": "```\nprintf 'a\\nb\\n'\n```\n\n```\nb\na\n```\n",
              "a file that does not come": "```\nfieldgap --version\n```\n\n`results/none.gpkg` is there now.\n",
              "a file to add to that is not there": "<!-- append: none.toml -->\n```toml\na = 1\n```\n",
              "a figure that no result has": "7,200.01 m2 are needed.\n",
              "a mark without a block": "<!-- needs: qgis -->\nText.\n",
              "a result that is refused": "```\nfieldgap verify data/schools.gpkg\n```\n"}
    sound = ("```\nfieldgap --version\n```\n\n<!-- needs: qgis -->\n```\nqgis out.qgz\n```\n\n<!-- file: a/b.txt -->\n```\nx\n```\n\n"
             "<!-- append: a/b.txt -->\n```\ny\n```\n\n```\ncat a/b.txt\n```\n\n```\nx\ny\n```\n\n`a/b.csv` is of no matter where a window is needed.\n")
    for name, text in [("sound", sound), *faults.items()]:
        with tempfile.TemporaryDirectory() as folder:
            guide = Path(folder)
            (guide / "README.md").write_text("[Page](page.md)\n", encoding="utf-8")
            (guide / "page.md").write_text(text, encoding="utf-8")
            try:
                follow_guide(fieldgap, guide, ".md")
                fault = None
            except AssertionError as error:
                fault = str(error)
            assert (fault is None) == (name == "sound"), f"a guide with {name}: {fault}"


def main():
    fieldgap = Path(sys.argv[1]).resolve()
    guide = PROJECT / "docs" / "guide"
    check_itself(fieldgap)
    check_languages(guide)
    for ending in (".md", ".zh.md"):
        pages, commands = follow_guide(fieldgap, guide, ending)
        assert commands > pages, f"{ending}: only {commands} commands on {pages} pages"
        print(f"guide{ending}: {pages} pages, {commands} commands of fieldgap")
    return 0


if __name__ == "__main__":
    sys.exit(main())
