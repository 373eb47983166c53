#!/usr/bin/python3
"""Follows the README's "From your files to a map in five minutes" word for word: its three commands, with a folder or file of data in place of FOLDER.

usage: follow_readme.py FIELDGAP PROJECT DATA [DATA ...]

DATA that lies beside the project is passed over with a word where it is absent. Exit code: 0 a map came of each, 77 none was there.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DONE = (0, 1)  # 1: done, and the data has issues of severity error


def commands_of(readme):
    """The lines of the first block of commands below the heading, without their comments."""
    section = readme.split("## From your files to a map in five minutes")[1]
    block = re.search(r"```\n(.*?)```", section, re.DOTALL)[1]
    return [line.split("#")[0].strip() for line in block.splitlines() if line.startswith("fieldgap ")]


def follow(commands, fieldgap, data, folder):
    for command in commands:
        words = [str(data) if word == "FOLDER" else word for word in command.split()]
        run = subprocess.run([fieldgap, *words[1:]], cwd=folder, capture_output=True, text=True, timeout=300)
        assert run.returncode in DONE, f"{data}: '{command}' ended with {run.returncode}:\n{run.stderr}"
        assert "is open" not in run.stderr, f"{data}: '{command}' leaves a question:\n{run.stderr}"
    missing = [name for name in ("CITY.toml", "CITY.issues.gpkg", "CITY.gpkg", "CITY.qgz") if not (folder / name).is_file()]
    assert not missing, f"{data}: the README promises {missing}"


def main():
    fieldgap, project, *places = sys.argv[1:]
    commands = commands_of((Path(project) / "README.md").read_text(encoding="utf-8"))
    assert [command.split()[1] for command in commands] == ["init", "check", "run"], commands
    followed = 0
    for place in places:
        if not os.path.exists(place):
            print(f"data absent: {place}: passed over; tests/real/README.md says where it can be had")
            continue
        with tempfile.TemporaryDirectory() as folder:
            follow(commands, fieldgap, Path(place).resolve(), Path(folder))
        followed += 1
        print(f"a map of {place}")
    return 0 if followed else 77


if __name__ == "__main__":
    sys.exit(main())
