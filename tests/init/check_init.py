#!/usr/bin/python3
"""`fieldgap init` on what is given, without questions and stable; then `fieldgap run` on the config that it wrote.

usage: check_init.py FIELDGAP LEAST_SCHOOLS PATH [--like CITY.toml]
The result must hold at least so many schools, and the config all inputs of CITY.toml. Exit code 77 (skipped) where PATH is absent.
"""
import argparse
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77


def called(*arguments):
    done = subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def inputs_of(config):
    return set(re.findall(r"^\[inputs\.(\w+)\]", config, re.MULTILINE))


def unstable(fieldgap, path, config):
    first = config.read_bytes()
    for what in (path, config):
        code, text = called(fieldgap, "init", what, "-o", config, "--overwrite")
        if code != 0 or config.read_bytes() != first:
            yield f"init of {what} again: exit {code}, {'other' if config.read_bytes() != first else 'the same'} bytes\n{text}"
    code, _ = called(fieldgap, "init", path, "-o", config)
    if code != 4 or config.read_bytes() != first:
        yield f"init over a file that exists: exit {code}, not 4"


def wrong_in_chinese(fieldgap, path, folder):
    config = Path(folder) / "chinese.toml"
    code, text = called(fieldgap, "init", path, "-o", config, "--lang", "zh")
    if code != 0 or "--set" in text:
        yield f"init in Chinese: exit {code}\n{text}"
        return
    first = config.read_text(encoding="utf-8")
    if "# 查看对象：" not in first:
        yield "the Chinese config does not say in Chinese what was looked at"
    code, text = called(fieldgap, "init", config, "--overwrite")
    if code != 0 or inputs_of(config.read_text(encoding="utf-8")) != inputs_of(first):
        yield f"init of the Chinese config in English: exit {code}, or other inputs\n{text}"


def wrong(options, folder):
    config = Path(folder) / "city.toml"
    code, text = called(options.fieldgap, "init", options.path, "-o", config)
    if code != 0 or "questions" in text:
        yield f"init: exit {code}\n{text}"
        return
    yield from unstable(options.fieldgap, options.path, config)
    yield from wrong_in_chinese(options.fieldgap, options.path, folder)
    if options.like:
        absent = inputs_of(options.like.read_text(encoding="utf-8")) - inputs_of(config.read_text(encoding="utf-8"))
        if absent:
            yield f"inputs not found: {sorted(absent)}"
    code, text = called(options.fieldgap, "run", config, "-q")
    if code not in (0, 1):
        yield f"run: exit {code}\n{text}"
        return
    result = sqlite3.connect(f"file:{config.with_suffix('.gpkg')}?mode=ro", uri=True)
    schools = result.execute("SELECT count(*) FROM schools").fetchone()[0]
    if schools < options.least_schools:
        yield f"{schools} schools, not at least {options.least_schools}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fieldgap")
    parser.add_argument("least_schools", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--like", type=Path)
    options = parser.parse_args()
    if not options.path.exists():
        print(f"data absent: {options.path}: not run; tests/real/README.md says where it can be had")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        found = list(wrong(options, folder))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
