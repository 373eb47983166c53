#!/usr/bin/python3
"""An end that is asked for while the program computes is heard at once: exit code 130 (or the usual one if it was done already) within seconds, and nothing
left in the folder. Tried at several moments of a run over very many overlapping fields and of one over a large synthetic city.

usage: check_interrupt.py FIELDGAP BENCH_FOLDER
"""
import importlib.util
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIELDS = 20000
SCHOOLS = 1500
MOMENTS_S = (0.05, 0.3, 0.8, 1.5, 2.5, 4.0)
STARTED_AFTER_S = 0.5  # before, the program may still be loading its libraries, and the signal ends it as it ends any other
HEARD_WITHIN_S = 3.0  # the program promises two; machines that run tests are busy
DONE, ISSUES, INTERRUPTED = 0, 1, 130


def shapes_of(folder):
    spec = importlib.util.spec_from_file_location("growth", Path(folder) / "growth.py")
    growth = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(growth)
    return growth


def files_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def interrupted_run(program, config, moment_s, number, out):
    """Exit code, seconds from the signal to the end, and what stands in the folder of the output."""
    out.mkdir()
    run = subprocess.Popen([program, "run", config, "-o", out / "city.gpkg", "-q"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run.wait(moment_s)
    except subprocess.TimeoutExpired:
        pass
    asked = time.monotonic()
    if run.poll() is None:
        os.kill(run.pid, number)
    code = run.wait()
    return code, time.monotonic() - asked, files_in(out)


def faults_of(program, config, folder):
    for i, moment_s in enumerate(MOMENTS_S):
        number = signal.SIGTERM if i % 2 == 0 else signal.SIGINT
        code, seconds, left = interrupted_run(program, config, moment_s, number, folder / f"out{i}")
        print(f"{config.parent.name}: {signal.Signals(number).name} after {moment_s} s: exit {code} in {seconds:.2f} s", flush=True)
        if code in (DONE, ISSUES):
            if "city.gpkg" not in left:
                yield f"{config.parent.name}, {moment_s} s: done, but there is no output"
            continue
        if code != INTERRUPTED and not (code == -number and moment_s < STARTED_AFTER_S):
            yield f"{config.parent.name}, {moment_s} s: exit {code}"
        if seconds > HEARD_WITHIN_S:
            yield f"{config.parent.name}, {moment_s} s: heard after {seconds:.1f} s"
        if left:
            yield f"{config.parent.name}, {moment_s} s: left {left}"


def main():
    program, growth = sys.argv[1], shapes_of(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        fields = growth.written(scratch / "fields", {**growth.town(), **growth.overlapping_fields(FIELDS)})
        subprocess.run([program, "synth", "-o", scratch / "city", "--schools", str(SCHOOLS), "-q"], check=True)
        faults = []
        for config in (fields, scratch / "city" / "city.toml"):
            outputs = scratch / f"out_{config.parent.name}"
            outputs.mkdir()
            faults += faults_of(program, config, outputs)
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


main()
