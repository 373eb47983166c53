#!/usr/bin/python3
"""Gives every file of some folders to fieldgap as each of its inputs, in place of the sample city's own, and counts how that ends.

usage: check_broken.py FIELDGAP CITY.toml FOLDER... [--jobs N] [--seconds S] [--memory MIB] [--as INPUT,..] [--page PAGE]
As an input a file is read by `check` and, where that takes it, by `run`; as `sites` by `screen`; as `init` by `init`. Each time it lies in a
folder of its own with the files of its name. A fault is: death by a signal, no end within the time, an exit other than 0 to 3, a refusal that
does not name the file, anything left behind by a refusal, an input or its folder changed, an output that would drive a terminal.
Rows read are compared with those that `ogrinfo -so` counts: a difference is listed, and is no fault, for ogrinfo too stops at damage.
Prints a table in Markdown; --page writes it into PAGE between its marks. Exit 0 without faults, else 1.
"""
import argparse
import hashlib
import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from multiprocessing.pool import ThreadPool
from pathlib import Path

import limited
from unseen import unseen_in

INPUTS = ("schools", "campuses", "fields", "venues", "gates", "residential", "districts", "buildings", "enrolment", "leases", "indicators", "new_venues", "catchments",
          "yields", "network", "dem", "sites", "init")
ENDS = (0, 1, 2, 3)
REFUSED = (2, 3)
# Files that only go with another of their name.
PARTS = {".shx", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".ind", ".idm", ".csvt", ".mid", ".dat", ".map", ".id", ".dbf"}
WHOLES = (".shp", ".tab", ".mif", ".csv", ".dbf")
OSM = (".osm", ".pbf")
TEXTS = (".csv", ".tsv", ".txt")
NOT_COMPARED = ("dem",)  # no vector layer
MARK = "<!-- check-broken -->"


def is_part(path):
    """A part beside its whole; a part without one is a file like others."""
    return path.suffix.lower() in PARTS and any(path.with_suffix(case(whole)).exists() for whole in WHOLES for case in (str.lower, str.upper)
                                                if whole != path.suffix.lower())


def files_in(folders):
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file() and not is_part(path))


def print_of(folder):
    """Names, times and contents of all that lies in a folder."""
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "")
            for path in sorted(folder.rglob("*"))}


def commands(options, given, input_name, output):
    """What is called, one after the other while the one before takes the file."""
    program, city, common = options.fieldgap, options.city, ["--threads", "1"]
    if input_name == "init":
        return [[program, "init", given, "-o", output / "city.toml", "-v", *common]]
    if input_name == "sites":
        return [[program, "screen", city, "--sites", given, "-o", output / "o.gpkg", "--json", *common]]
    place = ["--set", f"inputs.{input_name}.path={json.dumps(str(given))}"]
    place += ["--set", "walk.slope=true"] if input_name == "dem" else []
    return [[program, verb, city, "-o", output / f"{verb}.gpkg", "--json", *common, *place] for verb in ("check", "run")]


def faults_of(ended, given, output, before):
    if ended.code is None:
        yield "hang", "no end within the time limit"
    elif ended.code < 0:
        yield "crash", f"signal {-ended.code}"
    elif ended.code not in ENDS:
        yield "exit", f"exit {ended.code}: {last_line(ended.stderr)}"
    elif ended.code in REFUSED and given.name not in ended.stderr.decode("utf-8", "replace"):
        yield "nameless", last_line(ended.stderr)
    if ended.code not in (0, 1) and any(output.iterdir()):
        yield "leftover", ", ".join(sorted(path.name for path in output.iterdir()))
    if print_of(given.parent) != before:
        yield "changed", "the input, its times or its folder"
    for name, said in (("stdout", ended.stdout), ("stderr", ended.stderr)):
        if unseen_in(said):
            yield "terminal", f"{unseen_in(said)} on {name}"


def last_line(said):
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "not a word"


def rows_read(ended, input_name):
    """Layer and rows as `check --json` tells them, or None."""
    try:
        one = next(one for one in json.loads(ended.stdout)["inputs"] if one["input"] == input_name)
    except (ValueError, KeyError, StopIteration):
        return None
    return one["layer"], one["rows"]


def rows_counted(given, options):
    """Rows by layer as ogrinfo counts them; nothing where it opens nothing."""
    # Both as fieldgap does: the first line of a text is its head, and an archive is looked into.
    head = ["-oo", "HEADERS=YES"] if given.suffix.lower() in TEXTS else []
    opened = f"/vsizip/{given}" if given.suffix.lower() == ".zip" else given
    said = limited.run(["ogrinfo", "-ro", "-so", "-al", *head, opened], options.seconds, options.memory, given.parent).stdout.decode("utf-8", "replace")
    return {name: int(count) for name, count in re.findall(r"^Layer name: (.*)$(?:\n(?!Layer name: ).*)*?\nFeature Count: (-?\d+)$", said, re.M)}


def difference(read, counted):
    layer, rows = read
    there = counted.get(layer, next(iter(counted.values())) if len(counted) == 1 else None)
    if there is None:
        return f"{rows} rows read; ogrinfo opens no such layer"
    return "" if rows == there else f"{rows} rows read; ogrinfo counts {there}"


class Outcome:
    def __init__(self, file, input_name):
        self.file, self.input_name = file, input_name
        self.code, self.faults, self.compared, self.difference = None, [], False, ""


def tried(job):
    """One file as one input, in a folder of its own with whatever has its name."""
    options, file, input_name = job
    outcome = Outcome(file, input_name)
    with tempfile.TemporaryDirectory(prefix="fieldgap_broken_") as work:
        place, output = Path(work) / "in", Path(work) / "out"
        place.mkdir()
        output.mkdir()
        for path in file.parent.iterdir():
            if path.is_file() and path.name.split(".")[0] == file.name.split(".")[0]:
                shutil.copy2(path, place)
        given = place / file.name
        before = print_of(place)
        for command in commands(options, given, input_name, output):
            ended = limited.run(command, options.seconds, options.memory, work)
            outcome.code = "-" if ended.code is None or ended.code < 0 else ended.code
            outcome.faults += [(command[1], *fault) for fault in faults_of(ended, given, output, before)]
            if command[1] == "check" and ended.code in (0, 1) and file.suffix.lower() not in OSM and input_name not in NOT_COMPARED:
                compare(outcome, rows_read(ended, input_name), given, options)
            if ended.code not in (0, 1) or outcome.faults:
                break
            clear(output)
    return outcome


def compare(outcome, read, given, options):
    if read:
        outcome.compared = True
        outcome.difference = difference(read, rows_counted(given, options))


def clear(folder):
    for path in folder.iterdir():
        path.unlink()


def table(outcomes, options):
    """How the runs ended, input by input."""
    ends = [*ENDS, "other"]
    lines = ["| as | runs | " + " | ".join(f"exit {end}" if end != "other" else end for end in ends) + " | faults | rows compared | as ogrinfo |",
             "| --- |" + " ---: |" * (len(ends) + 4)]
    for name in [*options.inputs, "all"]:
        those = [outcome for outcome in outcomes if name in ("all", outcome.input_name)]
        count = Counter(outcome.code if outcome.code in ENDS else "other" for outcome in those)
        compared = [outcome for outcome in those if outcome.compared]
        cells = [len(those), *(count[end] for end in ends), sum(len(outcome.faults) for outcome in those), len(compared),
                 sum(not outcome.difference for outcome in compared)]
        lines.append(f"| {name} | " + " | ".join(map(str, cells)) + " |")
    return lines


def report(outcomes, city_changed, options):
    lines = [f"{len(set(outcome.file for outcome in outcomes))} files, {len(outcomes)} runs; at most {options.seconds:g} s and "
             f"{options.memory} MiB each.", "", *table(outcomes, options), ""]
    differences = Counter((outcome.file.name, outcome.difference) for outcome in outcomes if outcome.difference)
    lines += ["Rows other than ogrinfo counts:", "", *(f"* `{name}`, as {count} of the inputs: {text}" for (name, text), count
                                                    in sorted(differences.items()))] if differences else ["Rows: all as ogrinfo counts them."]
    faults = sorted(f"* {kind}: `{outcome.file.name}` as {outcome.input_name}, `{verb}`: {text}" for outcome in outcomes
                    for verb, kind, text in outcome.faults)
    faults += ["* changed: a file of the city"] if city_changed else []
    return lines + ["", *(["Faults:", "", *faults] if faults else ["No fault."])], bool(faults)


def write_into(page, lines):
    before, _, after = page.read_text(encoding="utf-8").split(MARK)
    page.write_text(before + MARK + "\n" + "\n".join(lines) + "\n" + MARK + after, encoding="utf-8")


def options_of(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fieldgap", type=lambda text: Path(text).resolve())
    parser.add_argument("city", type=lambda text: Path(text).resolve())
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--memory", type=int, default=4096, help="MiB of address space")
    parser.add_argument("--as", dest="inputs", type=lambda text: text.split(","), default=list(INPUTS))
    parser.add_argument("--page", type=Path)
    options = parser.parse_args(arguments)
    for folder in options.folders:
        if not folder.is_dir():
            parser.error(f"'{folder}' is no folder")
    return options


def main(arguments):
    options = options_of(arguments)
    before = print_of(options.city.parent)
    jobs = [(options, file, name) for file in files_in(options.folders) for name in options.inputs]
    with tempfile.TemporaryDirectory(prefix="fieldgap_program_") as place, ThreadPool(options.jobs) as pool:
        options.fieldgap = shutil.copy(options.fieldgap, place)  # which may be built anew meanwhile
        outcomes = pool.map(tried, jobs, chunksize=1)
    lines, any_fault = report(outcomes, print_of(options.city.parent) != before, options)
    print("\n".join(lines))
    if options.page:
        write_into(options.page, lines)
    return 1 if any_fault else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
