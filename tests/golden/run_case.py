#!/usr/bin/python3
"""Runs the real binary on one golden case and compares what comes out.

A case is a folder: `command` (one line of arguments, a line of `NAME=VALUE` before it sets an environment variable), files and folders
that are copied into the empty folder in which the program runs, and `expected/`: `exit`, `stdout`, `stderr`, and for each GeoPackage that
is written `FILE/LAYER.txt`, a dump that does not depend on row numbers, page layout or the last digits of a coordinate: one row a line, or
one column a line where there are many.
Where a case has a file `inputs_of`, the inputs of the case that it names are copied too; where it has a file `only`, nothing but the names
of expected/ that stand in it, one a line, is compared.
`--update` writes what came out as the new expectation.
"""

import argparse
import difflib
import os
import re
import shlex
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

DIGITS_OF_DEGREES = 6
DIGITS_OF_METRES = 2
GEOMETRY_NAMES = {1: "POINT", 2: "LINESTRING", 3: "POLYGON", 4: "MULTIPOINT", 5: "MULTILINESTRING", 6: "MULTIPOLYGON",
                  7: "GEOMETRYCOLLECTION"}
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
KEPT = ("FIELDGAP_MUTANT", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")  # of scripts/mutants and scripts/sanitize
SANITIZERS_OWN = b"LLVMSymbolizer: "  # of files that it looks for while it reads its suppressions
TIMEOUT_S = 300
MOST_COLUMNS_A_LINE = 12
NO_INPUTS = ("command", "expected", "inputs_of", "only")


class Wkb:
    """A reader of well-known binary, as text with rounded coordinates."""

    def __init__(self, data, digits):
        self.data, self.at, self.digits, self.order = data, 0, digits, "<"

    def take(self, form):
        values = struct.unpack_from(self.order + form, self.data, self.at)
        self.at += struct.calcsize(self.order + form)
        return values

    def points(self, count):
        return ", ".join(self.point() for _ in range(count))

    def point(self):
        return " ".join(f"{round(value, self.digits) + 0.0:.{self.digits}f}" for value in self.take("dd"))

    def ring(self):
        return f"({self.points(self.take('I')[0])})"

    def geometry(self):
        self.order = "<" if self.data[self.at] == 1 else ">"
        self.at += 1
        kind = self.take("I")[0]
        name = GEOMETRY_NAMES.get(kind)
        if name is None:
            return f"GEOMETRY {kind}"
        if kind == 1:
            return f"{name}({self.point()})"
        count = self.take("I")[0]
        if kind == 2:
            return f"{name}({self.points(count)})"
        part = self.ring if kind == 3 else self.geometry
        return f"{name}({', '.join(part() for _ in range(count))})"


def geometry_text(blob, digits):
    flags = blob[3]
    if flags & 0x10:
        return "EMPTY"
    return Wkb(blob[8 + ENVELOPE_BYTES[flags >> 1 & 7]:], digits).geometry()


def value_text(value, digits):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return geometry_text(value, digits) if value[:2] == b"GP" else f"{len(value)} bytes"
    return f"{value:.9g}" if isinstance(value, float) else str(value)


def layer_text(db, name, digits):
    columns = [row[1] for row in db.execute(f'PRAGMA table_info("{name}")') if not row[5]]
    rows = db.execute('SELECT {} FROM "{}" ORDER BY rowid'.format(", ".join(f'"{c}"' for c in columns), name))
    return table_text(columns, [[value_text(value, digits) for value in row] for row in rows])


def table_text(columns, rows):
    """A row a line; of a wide layer a column a line, so that a difference shows which."""
    if len(columns) <= MOST_COLUMNS_A_LINE:
        return "".join(" | ".join(cells) + "\n" for cells in [columns, *rows])
    return "".join(f"row {number}\n" + "".join(f"  {name}: {cell}\n" for name, cell in zip(columns, cells)) for number, cells in enumerate(rows, 1)) \
        or "no row\n" + "".join(f"  {name}\n" for name in columns)


def dump(path):
    """Text of each layer and table of a GeoPackage; the rows in their order, which is part of the contract."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        degrees = {row[0] for row in db.execute("SELECT srs_id FROM gpkg_spatial_ref_sys WHERE definition LIKE 'GEOGCS%'")}
        layers = {}
        for name, srs in db.execute("SELECT table_name, srs_id FROM gpkg_contents WHERE table_name != 'layer_styles' ORDER BY 1").fetchall():
            layers[name] = layer_text(db, name, DIGITS_OF_DEGREES if srs in degrees else DIGITS_OF_METRES)
        return layers
    finally:
        db.close()


def without_places(text, folder):
    """Temporary folders, progress lines (how many there are depends on the machine) and durations say nothing about the result."""
    text = text.replace(str(folder), "TEMP")
    lines = [line for line in text.splitlines(keepends=True) if not re.match(r"progress \d+ ", line)]
    return re.sub(r"\b\d+\.\d+ s\b", "N s", "".join(lines))


def read_command(case):
    lines = (case / "command").read_text(encoding="utf-8").splitlines()
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": "/nonexistent"}
    environment.update({name: os.environ[name] for name in KEPT if name in os.environ})
    for line in lines[:-1]:
        name, _, value = line.partition("=")
        environment[name] = value
    return shlex.split(lines[-1]), environment


def copy_inputs(case, folder):
    if (case / "inputs_of").exists():
        copy_inputs(case.parent / (case / "inputs_of").read_text(encoding="utf-8").strip(), folder)
    for item in sorted(case.iterdir()):
        if item.name in NO_INPUTS:
            continue
        if item.is_dir():
            shutil.copytree(item, folder / item.name)
        else:
            shutil.copy(item, folder / item.name)


def run(binary, case, folder):
    """All that came out, by the name it has under expected/."""
    copy_inputs(case, folder)
    before = {path for path in folder.rglob("*") if path.is_file()}
    arguments, environment = read_command(case)
    done = subprocess.run([binary, *arguments], cwd=folder, env=environment, capture_output=True, timeout=TIMEOUT_S, check=False)
    found = {"exit": f"{done.returncode}\n"}
    for name, stream in (("stdout", done.stdout), ("stderr", done.stderr)):
        lines = [line for line in stream.splitlines(keepends=True) if not line.startswith(SANITIZERS_OWN)]
        found[name] = without_places(b"".join(lines).decode("utf-8", "backslashreplace"), folder)
    written = sorted(path for path in folder.rglob("*") if path.is_file() and path not in before)
    found["files"] = "".join(f"{path.relative_to(folder)}\n" for path in written)
    for path in written:
        if path.suffix == ".gpkg":
            for layer, text in dump(path).items():
                found[f"{path.relative_to(folder)}/{layer}.txt"] = text
    return only_wanted(case, found)


def only_wanted(case, found):
    if not (case / "only").exists():
        return found
    names = (case / "only").read_text(encoding="utf-8").split()
    return {name: found.get(name, "(did not come out)\n") for name in names}


def update(expected, found):
    shutil.rmtree(expected, ignore_errors=True)
    for name, text in found.items():
        path = expected / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def differences(expected, found):
    wanted = {str(path.relative_to(expected)): path.read_text(encoding="utf-8") for path in expected.rglob("*") if path.is_file()}
    lines = []
    for name in sorted(wanted.keys() | found.keys()):
        before, after = wanted.get(name, ""), found.get(name, "")
        if before != after or (name in wanted) != (name in found):
            lines += difflib.unified_diff(before.splitlines(True), after.splitlines(True), f"expected/{name}", f"came out/{name}")
            lines.append("\n")
    return "".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=lambda path: str(Path(path).resolve()))
    parser.add_argument("case", type=Path)
    parser.add_argument("--update", action="store_true", help="write what came out as the new expectation")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fieldgap_golden_") as folder:
        found = run(options.binary, options.case, Path(folder).resolve())
    if options.update:
        update(options.case / "expected", found)
        return 0
    text = differences(options.case / "expected", found)
    sys.stdout.write(text)
    return 1 if text else 0


if __name__ == "__main__":
    sys.exit(main())
