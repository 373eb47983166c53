#!/usr/bin/python3
"""The sample city in data/: `fieldgap synth` makes it again byte by byte, and `fieldgap run` gives the same file for any number of threads.

With -v, and in the JSON log, every step tells its seconds and the peak memory, every input its rows and its seconds.

usage: check_sample.py FIELDGAP PROJECT
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "result"))
from check_result import Check

BY_HAND = ("tianjin-plan.toml",)  # tests/plan holds it
SQLITE_VERSION = slice(96, 100)  # the one part of the header that another SQLite writes differently


def bytes_of(path):
    data = bytearray(path.read_bytes())
    if path.suffix == ".gpkg":
        data[SQLITE_VERSION] = b"\0\0\0\0"
    return bytes(data)


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr}")
    return done.stderr


def check_synth(fieldgap, data, folder):
    again = folder / "again"
    run(fieldgap, "synth", "-o", again, "--schools", "20", "--seed", "1", "--threads", "3")
    names = sorted(path.name for path in data.iterdir() if path.name not in BY_HAND)
    assert names == sorted(path.name for path in again.iterdir()), f"other files: {names}"
    for name in names:
        assert bytes_of(data / name) == bytes_of(again / name), f"data/{name} is not what `fieldgap synth --schools 20 --seed 1` writes"


def check_run(fieldgap, data, folder):
    results = []
    for threads in (1, 2, 5):
        result = folder / f"threads-{threads}" / "city.gpkg"
        run(fieldgap, "run", data / "city.toml", "-o", result, "--threads", threads)
        results.append((result.read_bytes(), result.with_suffix(".qgz").read_bytes()))
        wrong = Check(result).all()
        assert not wrong, "\n".join(wrong)
    assert results[0] == results[1] == results[2], "the result depends on the number of threads"


def check_times(fieldgap, data, folder):
    config = (data / "city.toml").read_text(encoding="utf-8")
    inputs = re.findall(r"^\[inputs\.(\w+)\]", config, re.M)
    for command in (["run"], ["check"], ["screen", "--sites", data / "sites.gpkg"]):
        log = folder / f"{command[0]}.log"
        said = run(fieldgap, command[0], data / "city.toml", *command[1:], "-o", folder / f"{command[0]}.gpkg", "-v", "--log-json", log)
        steps = set(re.findall(r"^progress \d+ (.*)$", said, re.M)) - {"done"}
        logged = "".join(json.loads(line)["text"] + "\n" for line in log.read_text(encoding="utf-8").splitlines())
        for text in (said, logged):
            told = {"inputs": re.findall(r"^input (\w+) \(.*\): \d+ rows, \d+ used, \d+ left out, read in \d+\.\d\d s$", text, re.M),
                    "steps": set(re.findall(r"^(.*): \d+\.\d\d s, peak memory so far \d+ MiB$", text, re.M))}
            assert sorted(told["inputs"]) == sorted(inputs) and told["steps"] == steps, f"{command[0]} tells the times of {told}"


def main():
    fieldgap, project = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        check_synth(fieldgap, project / "data", Path(folder))
        check_run(fieldgap, project / "data", Path(folder))
        check_times(fieldgap, project / "data", Path(folder))


if __name__ == "__main__":
    main()
