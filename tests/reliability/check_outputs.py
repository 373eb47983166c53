#!/usr/bin/python3
"""No output ever takes the place of an input: every option that names an output, against every kind of file that is read.

usage: check_outputs.py FIELDGAP REPOSITORY
Also here: several runs at once on one new name, a result and its project that appear both or neither, folders left by killed runs, a log
that cannot be written, a file that may not grow.
"""

import contextlib
import hashlib
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIELDGAP, REPOSITORY = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
DATA = REPOSITORY / "data"
USAGE, OUTPUT = 2, 4
failures = []


def check(holds, text):
    if not holds:
        failures.append(text)


def fieldgap(folder, *arguments, **options):
    return subprocess.run([FIELDGAP, *map(str, arguments)], cwd=folder, text=True, capture_output=True, timeout=120, check=False, **options)


def state_of(folder):
    """Bytes and times of every file, and where links lead."""
    state = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            state[str(path)] = os.readlink(path)
        elif path.is_file():
            state[str(path)] = (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
    return state


@contextlib.contextmanager
def city():
    """The sample city in a folder of its own, with inputs of many kinds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in DATA.iterdir():
            shutil.copy(file, folder)
        subprocess.run(["ogr2ogr", "-q", "campuses.shp", "campuses.gpkg"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
        subprocess.run(["ogr2ogr", "-q", "fields.tab", "fields.gpkg", "-f", "MapInfo File"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
        text = (folder / "city.toml").read_text(encoding="utf-8").replace('"campuses.gpkg"', '"campuses.shp"').replace('"fields.gpkg"', '"fields.tab"')
        (folder / "city.toml").write_text(text, encoding="utf-8")
        os.symlink("schools.gpkg", folder / "link.gpkg")
        os.link(folder / "districts.gpkg", folder / "hard.gpkg")
        (folder / "sub").mkdir()
        yield folder


# A file that is read, by every kind of name: itself, its parts, links, a way round.
INPUTS = ["schools.gpkg", "campuses.shp", "campuses.dbf", "campuses.prj", "fields.tab", "fields.dat", "fields.map", "network.gpkg", "city.toml", "link.gpkg",
          "hard.gpkg", "sub/../districts.gpkg"]


def calls(target):
    """Every output of every command, by its option or key, pointed at `target`."""
    absolute = os.path.abspath(target) if os.path.isabs(target) else target
    return {
        "run -o": ["run", "city.toml", "-o", absolute],
        "run [output] path": ["run", "city.toml", "--set", f'output.path="{absolute}"'],
        "run --log-json": ["run", "city.toml", "-o", "new.gpkg", "--log-json", absolute],
        "check -o": ["check", "city.toml", "-o", absolute],
        "check --log-json": ["check", "city.toml", "-o", "new.gpkg", "--log-json", absolute],
        "screen -o": ["screen", "city.toml", "--sites", "sites.gpkg", "-o", absolute],
        "screen --prepared": ["screen", "city.toml", "--sites", "sites.gpkg", "-o", "new.gpkg", "--prepared", absolute],
        "screen --log-json": ["screen", "city.toml", "--sites", "sites.gpkg", "-o", "new.gpkg", "--log-json", absolute],
        "init -o": ["init", "schools.gpkg", "campuses.shp", "venues.gpkg", "fields.tab", "network.gpkg", "districts.gpkg", "-o", absolute],
        "init --log-json": ["init", ".", "-o", "new.toml", "--log-json", absolute],
    }


def check_every_output_against_every_input():
    with city() as folder:
        before = state_of(folder)
        for target in INPUTS:
            for option, arguments in calls(target).items():
                if target == "city.toml" and option.startswith("init"):
                    continue  # to write a config anew is what `init -o city.toml --overwrite` is for
                for overwrite in ([], ["--overwrite"]) if target == INPUTS[0] else (["--overwrite"],):
                    ran = fieldgap(folder, *arguments, *overwrite)
                    name = f"{option} on {target} {' '.join(overwrite)}"
                    # A log is also refused for what it holds: an input of another call, any other file.
                    check(ran.returncode == USAGE or (option == "init --log-json" and ran.returncode in (USAGE, OUTPUT)),
                          f"{name}: exit {ran.returncode}: {ran.stderr.strip()[-200:]}")
                    check(len(ran.stderr.splitlines()) == 1, f"{name}: not one line: {ran.stderr}")
                    check(state_of(folder) == before, f"{name}: something changed")
        for target, option in (("sites.gpkg", "screen -o"), ("sites.gpkg", "screen --prepared"), ("sites.gpkg", "screen --log-json")):
            ran = fieldgap(folder, *calls(target)[option], "--overwrite")
            check(ran.returncode == USAGE and state_of(folder) == before, f"{option} on --sites: exit {ran.returncode}")
        ran = fieldgap(folder, "synth", "-o", ".", "--network", "network.gpkg", "--overwrite", "--log-json", "network.gpkg")
        check(ran.returncode == USAGE and state_of(folder) == before, f"synth --log-json on --network: exit {ran.returncode}")
        for same in (["-o", "x.qgz"], ["-o", "x.gpkg", "--log-json", "x.gpkg"], ["-o", "x.gpkg", "--log-json", "x.qgz"]):
            ran = fieldgap(folder, "run", "city.toml", *same)
            check(ran.returncode == USAGE and state_of(folder) == before, f"two outputs of one name {same}: exit {ran.returncode}")
        ran = fieldgap(folder, "screen", "city.toml", "--sites", "sites.gpkg", "-o", "x.gpkg", "--prepared", "x.gpkg")
        check(ran.returncode == USAGE and state_of(folder) == before, f"--prepared and -o of one name: exit {ran.returncode}")


def check_archive():
    with city() as folder:
        shutil.make_archive(str(folder / "schools"), "zip", folder, "schools.gpkg")
        before = state_of(folder)
        for path in ("schools.zip", f"/vsizip/{folder}/schools.zip/schools.gpkg", "/vsizip/{schools.zip}/schools.gpkg"):
            ran = fieldgap(folder, "run", "city.toml", "--overwrite", "--set", f'inputs.schools.path="{path}"', "-o", "schools.zip")
            check(ran.returncode == USAGE and state_of(folder) == before, f"archive {path}: exit {ran.returncode} {ran.stderr}")


def check_default_names():
    """One GeoPackage with all layers: the config is named after it, and the result would be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for layer in ("schools", "campuses", "fields", "venues", "network"):
            subprocess.run(["ogr2ogr", "-q", "-append", "-nln", layer, "town.gpkg", DATA / f"{layer}.gpkg"], cwd=folder, check=True)
        before = state_of(folder)
        check(fieldgap(folder, "init", "town.gpkg").returncode == 0, "init of one GeoPackage")
        check('path = "town.result.gpkg"' in (folder / "town.toml").read_text(encoding="utf-8"), "init names the result")
        for command, result in (("run", "town.result.gpkg"), ("check", "town.result.issues.gpkg")):
            ran = fieldgap(folder, command, "town.toml", "--overwrite")
            check(ran.returncode == 0 and (folder / result).is_file(), f"{command} with default names: {ran.returncode} {ran.stderr}")
        config = "\n".join(line for line in (folder / "town.toml").read_text(encoding="utf-8").splitlines() if "town.result" not in line)
        (folder / "town.toml").write_text(config + "\n", encoding="utf-8")
        os.remove(folder / "town.result.gpkg")
        ran = fieldgap(folder, "run", "town.toml", "--overwrite")
        check(ran.returncode == 0 and (folder / "town.result.gpkg").is_file(), f"run without [output] path: {ran.returncode}")
        check(state_of(folder)[str(folder / "town.gpkg")] == before[str(folder / "town.gpkg")], "the one GeoPackage is as it was")


def check_two_at_once():
    with city() as folder:
        for round_number in range(8):
            runs = [subprocess.Popen([FIELDGAP, "run", "city.toml", "-o", "o.gpkg", "-q", "--set", f'city.name="{name}"'], cwd=folder,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for name in "AB"]
            codes = [run.wait(120) for run in runs]
            check(sorted(codes) == [0, OUTPUT], f"two at once, round {round_number}: {codes}")
            winner = "AB"[codes.index(0)]
            with sqlite3.connect(folder / "o.gpkg") as database:
                name = json.loads(database.execute("select metadata from gpkg_metadata").fetchone()[0])["config"]["city"]["name"]
            check(name == winner, f"two at once: the result is that of {name}, not of {winner}")
            project = subprocess.run(["unzip", "-p", "o.qgz"], cwd=folder, capture_output=True, check=False).stdout if shutil.which("unzip") else None
            check(project is None or b"<title>" + winner.encode() + b"</title>" in project, "two at once: the project is of the other run")
            check(not list(folder.glob(".unfinished*")), "two at once: a folder is left")
            for file in ("o.gpkg", "o.qgz"):
                os.remove(folder / file)


def check_both_or_neither():
    """A result that cannot be replaced keeps its project; a project's name that is taken keeps the result away."""
    with city() as folder:
        check(fieldgap(folder, "run", "city.toml", "-o", "sub/o.gpkg").returncode == 0, "first run")
        before = state_of(folder)
        if subprocess.run(["chattr", "+i", folder / "sub/o.gpkg"], capture_output=True, check=False).returncode == 0:
            ran = fieldgap(folder, "run", "city.toml", "-o", "sub/o.gpkg", "--overwrite", "--set", 'city.name="Other"')
            subprocess.run(["chattr", "-i", folder / "sub/o.gpkg"], check=True)
            check(ran.returncode == OUTPUT and state_of(folder) == before, f"immutable result: exit {ran.returncode}")
        else:
            print("note: chattr +i does not work here, so a result that cannot be replaced was not tried")
        os.remove(folder / "sub/o.gpkg")
        before = state_of(folder)
        ran = fieldgap(folder, "run", "city.toml", "-o", "sub/o.gpkg")
        check(ran.returncode == OUTPUT and state_of(folder) == before, f"project alone is there: exit {ran.returncode}")


def check_killed_runs():
    """Folders of killed runs go away with the next run; those of living runs stay."""
    with city() as folder:
        arguments = [FIELDGAP, "run", "city.toml", "-o", "o.gpkg", "-q"]
        left = 0
        for pause_ms in range(0, 60, 4):
            run = subprocess.Popen(arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while run.poll() is None and not list(folder.glob(".unfinished*/unfinished.gpkg")):
                time.sleep(0.0005)
            time.sleep(pause_ms / 1000)
            run.kill()
            run.wait(60)
            left += len(list(folder.glob(".unfinished*")))
            check((folder / "o.gpkg").exists() == (folder / "o.qgz").exists(), f"killed after {pause_ms} ms: one without the other")
            for file in folder.glob("o.*"):
                os.remove(file)
        check(left > 0, "no run was killed while it had its folder: the test shows nothing")
        check(fieldgap(folder, "run", "city.toml", "-o", "o.gpkg").returncode == 0, "run after killed runs")
        check(not list(folder.glob(".unfinished*")), "folders of killed runs are left")


def check_broken_off_publication():
    """Killed between the two names: the next run puts back what was. The moment is made by hand, as such a process leaves it."""
    with city() as folder:
        check(fieldgap(folder, "run", "city.toml", "-o", "o.gpkg").returncode == 0, "first run")
        before = state_of(folder)
        work = folder / ".unfinished-geopackage.dead00"
        work.mkdir()
        (work / "lock").touch()
        (work / "unfinished.gpkg").write_bytes(b"new result")
        os.link(folder / "o.qgz", work / "kept.0")
        new_project = folder / "new.qgz"
        new_project.write_bytes(b"new project")
        inode, result_inode = new_project.stat().st_ino, (work / "unfinished.gpkg").stat().st_ino
        os.rename(new_project, folder / "o.qgz")
        (work / "undo").write_bytes(f"unfinished.qgz\0o.qgz\0{inode}\0unfinished.gpkg\0o.gpkg\0{result_inode}\0".encode())
        ran = fieldgap(folder, "check", "city.toml", "-o", "c.gpkg")
        check(ran.returncode == 0 and not work.exists(), f"check beside a dead run: {ran.returncode}")
        for file in ("c.gpkg", "c.qgz"):
            os.remove(folder / file)
        check(state_of(folder) == before, "the project of a run that was killed stands beside an old result")


def check_logs():
    with city() as folder:
        ran = fieldgap(folder, "run", "city.toml", "-o", "o.gpkg", "-q", "--log-json", "/dev/full")
        check(ran.returncode == OUTPUT and ran.stderr.count("\n") == 1 and not (folder / "o.gpkg").exists(), f"log on a full disk: {ran}")
        check(fieldgap(folder, "run", "city.toml", "-o", "o.gpkg", "-q", "--log-json", "log.json").returncode == 0, "log")
        check(fieldgap(folder, "check", "city.toml", "-o", "c.gpkg", "-q", "--log-json", "log.json").returncode == 0, "log once more")
        check(fieldgap(folder, "check", "missing.toml", "--log-json", "log.json").returncode != 0, "log of a command that fails")
        lines = [json.loads(line) for line in (folder / "log.json").read_text(encoding="utf-8").splitlines()]
        check(sum("fieldgap" in line["text"] for line in lines) == 2 and any("missing.toml" in line["text"] for line in lines), f"lines of the log: {lines}")
        (folder / "notes.txt").write_text("mine\n", encoding="utf-8")
        ran = fieldgap(folder, "check", "city.toml", "-o", "d.gpkg", "--log-json", "notes.txt")
        check(ran.returncode == OUTPUT and (folder / "notes.txt").read_text(encoding="utf-8") == "mine\n", "a log into a file of the user's")
        os.mkfifo(folder / "pipe")
        check(fieldgap(folder, "check", "city.toml", "-o", "d.gpkg", "--log-json", "pipe").returncode == OUTPUT, "a log into a pipe that nobody reads")
        check(not (folder / "d.gpkg").exists(), "nothing is written without its log")
        ran = fieldgap(folder, "screen", "city.toml", "--sites", "sites.gpkg", "-o", "d.gpkg", "--prepared", "pipe")
        check(ran.returncode == USAGE, f"a pipe as the prepared city: {ran}")


def check_file_size_limit():
    with city() as folder:
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        for arguments in (["run", "city.toml"], ["screen", "city.toml", "--sites", "sites.gpkg", "--prepared", "p"]):
            ran = fieldgap(folder, *arguments, "-o", "sub/o.gpkg", "-q", preexec_fn=limit)
            check(ran.returncode == OUTPUT and ran.stderr.count("\n") == 1, f"{arguments[0]} with a file size limit: {ran}")
            check(not list((folder / "sub").iterdir()) and not (folder / "p").exists(), f"{arguments[0]} with a file size limit: something is left")


def check_signal_in_the_middle():
    with city() as folder:
        for pause_ms in (1, 10, 40, 70, 100, 130, 160):
            run = subprocess.Popen([FIELDGAP, "run", "city.toml", "-o", "sub/o.gpkg", "-q"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            time.sleep(pause_ms / 1000)
            run.send_signal(signal.SIGTERM)
            code = run.wait(60)
            names = sorted(path.name for path in (folder / "sub").iterdir())
            check((code in (130, -signal.SIGTERM) and not names) or (code == 0 and names == ["o.gpkg", "o.qgz"]), f"SIGTERM after {pause_ms} ms: exit {code}, {names}")
            for name in names:
                os.remove(folder / "sub" / name)


for test in (check_every_output_against_every_input, check_archive, check_default_names, check_two_at_once, check_both_or_neither, check_killed_runs,
             check_broken_off_publication, check_logs, check_file_size_limit, check_signal_in_the_middle):
    start = time.monotonic()
    test()
    print(f"{test.__name__}: {time.monotonic() - start:.1f} s")
print("\n".join(failures) or "no output took the place of an input")
sys.exit(bool(failures))
