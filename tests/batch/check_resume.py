#!/usr/bin/python3
"""A batch that is killed, interrupted or touched, and gone on with: the same bytes as an undisturbed one.

usage: check_resume.py FIELDGAP [--kills N] [--seed S] [--cities N] [--data FOLDER]
With --data every config below it is in the batch too (the real cities of scripts/batch-kills).
"""

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from provinces import (DONE, FAILED, FIELDGAP, UNCHANGED, batch, breaks, call, copied_city, drawn_city, journal, results, states,
                       unfinished)


def shared_map(folder):
    """Streets that three of the cities name, so that pieces are cut: a net of lanes as OSM XML."""
    step = 0.001
    nodes, ways = [], []
    for i in range(60):
        for j in range(60):
            nodes.append(f'<node id="{60 * i + j + 1}" lon="{117.15 + i * step:.4f}" lat="{39.1 + j * step:.4f}" version="1"/>')
    for i in range(60):
        for refs in ([60 * i + j + 1 for j in range(60)], [60 * j + i + 1 for j in range(60)]):
            inside = "".join(f'<nd ref="{ref}"/>' for ref in refs)
            ways.append(f'<way id="{len(ways) + 1}" version="1">{inside}<tag k="highway" v="residential"/></way>')
    (folder / "map.osm").write_text("<osm version='0.6'>" + "".join(nodes + ways) + "</osm>", encoding="utf-8")


def city_on_map(folder, name, number):
    """A hand-drawn city on the shared map."""
    city = folder / name
    city.mkdir()
    schools = ["id,name,lon,lat,enrol_primary"]
    schools += [f"{name}{i},School {i},{117.16 + 0.01 * number + 0.004 * i:.4f},{39.12 + 0.003 * i:.4f},{200 + 10 * i}" for i in range(5)]
    (city / "schools.csv").write_text("\n".join(schools) + "\n", encoding="utf-8")
    (city / "city.toml").write_text(f'[city]\nname = "{name}"\n[inputs.schools]\npath = "schools.csv"\ncrs = "EPSG:4326"\n'
                                    '[inputs.network]\npath = "../map.osm"\n', encoding="utf-8")


def make_province(folder, cities, ways):
    """Drawn cities, some on one map, and those that are broken, each in its way."""
    folder.mkdir()
    shared_map(folder)
    for number, name in enumerate(("Dongli", "Jinnan", "Xiqing")):
        city_on_map(folder, name, number)
    first = drawn_city(folder / "c000", 1, 20)
    for number in range(1, cities):
        copied_city(first, f"c{number:03}")
    for name, (break_it, _) in ways.items():
        break_it(copied_city(first, name))
    return folder


def kill_group(process):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def children_are_gone(out):
    """No city goes on when the batch is no more."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        left = [entry.name for entry in Path("/proc").iterdir() if entry.name.isdigit() and str(out).encode() in command_of(entry)]
        if not left:
            return
        time.sleep(0.05)
    raise AssertionError(f"processes that go on: {left}")


def command_of(entry):
    try:
        return (entry / "cmdline").read_bytes()
    except OSError:
        return b""


def kills(folder, configs, count, chance):
    whole = folder / "whole"
    begin = time.monotonic()
    done, told = batch(folder, *configs, "-o", whole)
    seconds = time.monotonic() - begin
    assert done.returncode == 1 and set(states(told).values()) <= {DONE, "issues", FAILED}, (done.stderr, told)
    assert {name for name, state in states(told).items() if state == FAILED} == set(breaks()), told
    wanted = results(whole)
    out = folder / "killed"
    for _ in range(count):
        if chance.random() < 0.3:
            shutil.rmtree(out, ignore_errors=True)  # a batch from its beginning on, too
        process = subprocess.Popen([FIELDGAP, "batch", *configs, "-o", out, "--resume", "-q"], cwd=folder, start_new_session=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.0, 1.1 * seconds))
        kill_group(process)
        children_are_gone(out)
        found = results(out)
        assert all(found[name] == wanted[name] for name in found), "half a result"
        if chance.random() < 0.5:
            went_on(folder, configs, out, wanted)
    went_on(folder, configs, out, wanted)
    print(f"kills: {count} at random moments of {seconds:.1f} s, {len(told['cities'])} cities, all results the same bytes")


def went_on(folder, configs, out, wanted):
    done, told = batch(folder, *configs, "-o", out, "--resume")
    assert done.returncode == 1, done.stderr
    found = results(out)
    assert found == wanted, {name for name in {*found, *wanted} if found.get(name) != wanted.get(name)}
    assert not unfinished(out), unfinished(out)
    assert {name: row["state"] for name, row in journal(out).items()} == states(told)


def interrupts(folder, configs):
    out = folder / "interrupted"
    process = subprocess.Popen([FIELDGAP, "batch", *configs, "-o", out, "--jobs", "1"], cwd=folder, stderr=subprocess.PIPE, text=True)
    while not (out / "batch.sqlite").exists() or not any(out.glob("*/*.gpkg")):
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130 and "--resume" in said, (process.returncode, said)
    assert not unfinished(out), unfinished(out)
    assert {row["state"] for row in journal(out).values()} <= {DONE, "issues", FAILED, "interrupted", "waiting"}
    return out


def what_is_done_again(folder, configs, out):
    """Only what would come out otherwise."""
    wanted = results(out)
    done, told = batch(folder, *configs, "-o", out, "--resume")
    unchanged = {name for name, state in states(told).items() if state == UNCHANGED}
    assert unchanged == set(states(told)) - set(breaks()), told
    (out / "c000" / "c000.gpkg").unlink()
    os.utime(folder / "province" / "c001" / "schools.gpkg")  # touched, and the same
    done, told = batch(folder, *configs, "-o", out, "--resume")
    assert {name for name, state in states(told).items() if state == DONE} == {"c000"}, told
    assert results(out) == wanted
    done, told = batch(folder, *configs, "-o", out, "--resume", "--set", "walk.speed_m_per_min=81")
    assert UNCHANGED not in states(told).values(), told
    done, told = batch(folder, *configs, "-o", out, "--resume")
    assert UNCHANGED not in states(told).values() and results(out) == wanted, told
    (out / "batch.sqlite").write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 30)
    done, told = batch(folder, *configs, "-o", out, "--resume")
    assert {name for name, state in states(told).items() if state == UNCHANGED} == unchanged, told
    assert "batch.sqlite" in done.stderr and list(out.glob("batch.*.sqlite")), done.stderr
    assert results(out) == wanted
    (out / "all.gpkg").unlink()
    done, told = batch(folder, *configs, "-o", out, "--resume", "--no-merge")
    assert not (out / "all.gpkg").exists() and told["all"] is None
    batch(folder, *configs, "-o", out, "--resume")
    assert results(out) == wanted
    done, told = batch(folder, folder / "province" / "c000", "-o", out, "--resume")
    assert states(told) == {"c000": UNCHANGED} and "c001" in done.stderr, "what is left of other cities is said"
    assert (out / "c001" / "c001.gpkg").exists()


def damaged_result(folder, configs, out):
    """A result that somebody spoilt is made again, for its bytes are no longer those of the journal."""
    batch(folder, *configs, "-o", out, "--resume")
    wanted = results(out)
    path = out / "c002" / "c002.gpkg"
    path.write_bytes(path.read_bytes()[:20000])
    done, told = batch(folder, *configs, "-o", out, "--resume")
    assert states(told)["c002"] == DONE and results(out) == wanted, told


def pieces_give_the_whole(folder, out):
    for name in ("Dongli", "Jinnan", "Xiqing"):
        single = folder / "single" / f"{name}.gpkg"
        single.parent.mkdir(exist_ok=True)
        call(folder, "run", folder / "province" / name / "city.toml", "-o", single, "-q")
        assert single.read_bytes() == (out / name / f"{name}.gpkg").read_bytes(), name
    assert len(list((out / ".pieces").glob("*.osm.pbf"))) == 3


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("fieldgap")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--cities", type=int, default=8)
    parser.add_argument("--data")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        configs = [make_province(folder / "province", options.cities, breaks())]
        configs += [options.data] if options.data else []
        kills(folder, configs, options.kills, random.Random(options.seed))
        if not options.data:
            pieces_give_the_whole(folder, folder / "whole")
            out = interrupts(folder, configs)
            went_on(folder, configs, out, results(folder / "whole"))
            what_is_done_again(folder, configs, out)
            damaged_result(folder, configs, out)


if __name__ == "__main__":
    main()
