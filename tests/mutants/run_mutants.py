#!/usr/bin/python3
"""Builds the program and its tests once with every mistake of mutants.txt behind a switch, and runs the tests with each of them in turn.

usage: run_mutants.py REPOSITORY [--units [ROOM,...]] [--only ID,...] [--build] [--jobs N]
Works in REPOSITORY/build/mutants. First the tests must pass without any mistake. For each mistake the unit tests of its room run first, then
the other units, cheap ones first, then the rest of ctest; the first test that fails has found it. Exit code 1: a mistake that nobody finds
and that has no reason in the list, or more than one in ten that survive.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mutant_list import SWITCH, SWITCH_TEXT, Fault, by_file, faults, list_in, mutated

NOT_RUN = "^(house|mutants|install): "  # they look at the text of the code, which is changed here, or at what is installed
SLOWER = 20  # a binary that takes so many times as long as without a mistake, and a minute, does not end
STARTED_S = 60


def files_of(root):
    names = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z"], capture_output=True, check=True).stdout
    return [name for name in names.decode("utf-8").split("\0") if name and (root / name).is_file()]


def write_if_other(path, content):
    """Keeps the time of a file that stays the same, so that it is not built again."""
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def copy_with_mistakes(root, mutants, source):
    changed = by_file(mutants, root)
    names = files_of(root)
    for name in names:
        content = (root / name).read_bytes()
        if name in changed:
            content = mutated(content.decode("utf-8"), changed[name]).encode("utf-8")
        write_if_other(source / name, content)
        (source / name).chmod((root / name).stat().st_mode)
    write_if_other(source / SWITCH, SWITCH_TEXT.encode("utf-8"))
    for path in source.rglob("*"):
        if path.is_file() and str(path.relative_to(source)) not in {*names, SWITCH}:
            path.unlink()
    shared = root.parent / "shared"  # real data lies beside the project, and so beside its copy
    if shared.exists() and not (source.parent / "shared").exists():
        (source.parent / "shared").symlink_to(shared)


def rooms_of(source, asked):
    """The rooms of the unit tests that are asked for: all without a name."""
    rooms = sorted(path.name for path in (source / "tests/unit").iterdir() if path.is_dir())
    unknown = set(asked) - set(rooms)
    if unknown:
        raise Fault(f"no unit tests of {', '.join(sorted(unknown))}; there are {', '.join(rooms)}")
    return asked or rooms


def build(source, folder, rooms, jobs):
    setting = ["-G", "Ninja", "-DCMAKE_BUILD_TYPE=", "-DCMAKE_CXX_FLAGS=-O1 -w", "-DFIELDGAP_TESTS=ON", "-DFIELDGAP_BENCH=OFF", "-DFIELDGAP_WERROR=OFF"]
    subprocess.run(["cmake", "-S", str(source), "-B", str(folder), *setting], check=True, stdout=subprocess.DEVNULL)
    targets = ["--target", *(f"unit_{room}" for room in rooms)] if rooms else []
    subprocess.run(["cmake", "--build", str(folder), "-j", str(jobs), *targets], check=True)


@dataclass
class Outcome:
    found_by: str = ""  # the first test that failed
    seconds: float = 0.0


def environment(number):
    return {**os.environ, "FIELDGAP_MUTANT": str(number)}


def unit_outcome(binary, number, limit_s):
    """Runs one unit binary up to its first failure."""
    begin = time.monotonic()
    try:
        done = subprocess.run([str(binary), "--abort", "--reporter", "xml"], env=environment(number), capture_output=True, timeout=limit_s, check=False)
        text, fails, how = done.stdout.decode("utf-8", "replace"), done.returncode != 0, ""
    except subprocess.TimeoutExpired as expired:
        text, fails, how = (expired.stdout or b"").decode("utf-8", "replace"), True, f" (not at its end after {limit_s:.0f} s)"
    names = re.findall(r'<TestCase name="([^"]*)"', text)
    return Outcome(f"{binary.name}: {names[-1] if names else 'no test begun'}{how}" if fails else "", time.monotonic() - begin)


def ctest_outcome(folder, number, limit_s, jobs, units):
    rooms = "|".join(unit.name.removeprefix("unit_") for unit in units)
    begin = time.monotonic()
    command = ["ctest", "--test-dir", str(folder), "-j", str(jobs), "--stop-on-failure", "--timeout", str(int(limit_s)),
               "-E", f"{NOT_RUN}|^({rooms}):"]
    done = subprocess.run(command, env=environment(number), capture_output=True, check=False)
    failed = re.search(r"Test +#\d+: (.*?) \.+ *\*\*\*", "\n".join(
        line for line in done.stdout.decode("utf-8", "replace").splitlines() if "***Skipped" not in line))
    name = failed[1] if failed else "ctest"
    return Outcome(name if done.returncode != 0 else "", time.monotonic() - begin)


class Suite:
    """The tests of the copy, and how long each part takes without a mistake."""

    def __init__(self, folder, rooms, jobs, units_only):
        self.folder, self.jobs, self.units_only = folder, jobs, units_only
        self.seconds = {folder / "tests" / f"unit_{room}": 0.0 for room in rooms}
        self.ctest_s = 0.0

    def passes(self):
        """Runs everything without a mistake."""
        for binary in self.seconds:
            outcome = unit_outcome(binary, 0, 3600)
            self.seconds[binary] = outcome.seconds
            print(f"without a mistake: {binary.name} {'FAILS: ' + outcome.found_by if outcome.found_by else 'passes'} in {outcome.seconds:.1f} s", flush=True)
            if outcome.found_by:
                return False
        if not self.units_only:
            outcome = ctest_outcome(self.folder, 0, 1500, self.jobs, self.seconds)
            self.ctest_s = outcome.seconds
            print(f"without a mistake: ctest {'FAILS: ' + outcome.found_by if outcome.found_by else 'passes'} in {outcome.seconds:.1f} s", flush=True)
            return not outcome.found_by
        return True

    def units_for(self, file):
        """The room's own first, then the others, cheap ones first."""
        return sorted(self.seconds, key=lambda binary: (binary.name.removeprefix("unit_") not in file.split("/"), self.seconds[binary]))

    def by_units(self, mutant, file):
        total = 0.0
        for binary in self.units_for(file):
            outcome = unit_outcome(binary, mutant.number, SLOWER * self.seconds[binary] + STARTED_S)
            total += outcome.seconds
            if outcome.found_by:
                return Outcome(outcome.found_by, total)
        return Outcome("", total)

    def by_the_rest(self, mutant):
        return ctest_outcome(self.folder, mutant.number, self.ctest_s + STARTED_S, self.jobs, self.seconds)


def told(mutant, outcome):
    print(f"{mutant.number:4} {mutant.file:28} {'killed' if outcome.found_by else 'SURVIVED':8} {outcome.seconds:6.1f} s  "
          f"{outcome.found_by or mutant.survives or mutant.means}", flush=True)


def run(suite, mutants, file_of_mutant):
    """Returns the outcomes by number."""
    outcomes = {}
    with ThreadPoolExecutor(suite.jobs) as pool:
        for mutant, outcome in zip(mutants, pool.map(lambda mutant: suite.by_units(mutant, file_of_mutant[mutant.number]), mutants)):
            outcomes[mutant.number] = outcome
            if outcome.found_by or suite.units_only:
                told(mutant, outcome)
    for mutant in mutants if not suite.units_only else []:
        if not outcomes[mutant.number].found_by:
            outcomes[mutant.number] = suite.by_the_rest(mutant)
            told(mutant, outcomes[mutant.number])
    return outcomes


def verdict(mutants, outcomes, units_only):
    alive = [mutant for mutant in mutants if not outcomes[mutant.number].found_by]
    print(f"{len(mutants)} mistakes, {len(mutants) - len(alive)} found, {len(alive)} not{' by the unit tests' if units_only else ''}: "
          f"{', '.join(str(mutant.number) for mutant in alive) or 'none'}")
    for mutant in mutants:
        if mutant.survives and outcomes[mutant.number].found_by:
            print(f"{mutant.name()} is found; take its reason off the list")
    unexcused = [mutant for mutant in alive if not mutant.survives]
    return 0 if units_only or (not unexcused and 10 * len(alive) <= len(mutants)) else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("--units", nargs="?", const="", metavar="ROOM,...", help="only the unit tests, of these rooms those of their own mistakes")
    parser.add_argument("--only", default="", help="numbers of mutants, parted by commas")
    parser.add_argument("--build", action="store_true", help="build, and run nothing")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    root = options.repository.resolve()
    source, folder = root / "build/mutants/source", root / "build/mutants/build"
    mutants = list_in(root)
    wrong = list(faults(mutants, root))
    if wrong:
        raise Fault("\n".join(wrong))
    units_only = options.units is not None
    copy_with_mistakes(root, mutants, source)
    asked_rooms = [room for room in (options.units or "").split(",") if room]
    rooms = rooms_of(source, asked_rooms)
    build(source, folder, rooms if units_only else [], options.jobs)
    if options.build:
        return 0
    suite = Suite(folder, rooms, options.jobs, units_only)
    if not suite.passes():
        return 1
    file_of_mutant = {mutant.number: file for file, of_file in by_file(mutants, root).items() for mutant in of_file}
    asked = {int(number) for number in options.only.split(",") if number}
    chosen = [mutant for mutant in mutants if mutant.number in asked or
              (not asked and (not asked_rooms or set(asked_rooms) & set(file_of_mutant[mutant.number].split("/"))))]
    return verdict(chosen, run(suite, chosen, file_of_mutant), units_only)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Fault as fault:
        print(fault)
        sys.exit(2)
