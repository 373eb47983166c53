#!/usr/bin/python3
"""Batches of cities whole and broken: each ends in its own way, none stops the others, and nothing is lost or overwritten.

usage: check_batch.py FIELDGAP REPOSITORY
"""

import contextlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from osgeo import ogr

from provinces import (DONE, FAILED, FIELDGAP, ISSUES, UNCHANGED, batch, breaks, call, copied_city, drawn_city, in_config, journal, message, results,
                       rows, states, times, unfinished)

REPOSITORY = Path(sys.argv[2]).resolve()


@contextlib.contextmanager
def province(*names):
    """A folder with one drawn city of each name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "province"
        folder.mkdir()
        first = drawn_city(folder / names[0], 1)
        for other in names[1:]:
            copied_city(first, other)
        yield folder


def name_nobody(campuses):
    """An error of the data: exit 1, and a result."""
    file = ogr.Open(str(campuses), 1)
    layer = file.GetLayer(0)
    campus = layer.GetNextFeature()
    campus["school_id"] = "nobody"
    layer.SetFeature(campus)


def ten_ways():
    ways = breaks()
    with province("Heping", "Hexi", *ways) as folder:
        for name, (break_it, _) in ways.items():
            break_it(folder / name)
        with_errors = copied_city(folder / "Hexi", "Nankai")
        name_nobody(with_errors / "campuses.gpkg")
        before = times(folder)
        out = folder.parent / "out"
        done, told = batch(folder.parent, "province", "-o", out)
        wanted = {"Heping": DONE, "Hexi": DONE, "Nankai": ISSUES, **{name: FAILED for name in ways}}
        assert states(told) == wanted, (told, done.stderr)
        assert done.returncode == 1, done
        for name, (_, said) in ways.items():
            assert said in message(told, name), (name, message(told, name))
        assert times(folder) == before, "an input was touched"
        assert {name: row["state"] for name, row in journal(out).items()} == states(told)
        assert not unfinished(out), unfinished(out)
        merged = dict(rows(out / "all.gpkg", "SELECT city, state FROM cities"))
        assert merged == states(told), merged
        assert {city for city, in rows(out / "all.gpkg", "SELECT DISTINCT city FROM schools")} == {"Heping", "Hexi", "Nankai"}
        sums = dict(rows(out / "all.gpkg", "SELECT key, value FROM summary"))
        own = [dict(rows(out / name / f"{name}.gpkg", "SELECT key, value FROM summary")) for name in ("Heping", "Hexi", "Nankai")]
        assert sums["schools"] == sum(one["schools"] for one in own)
        table = call(folder.parent, "batch", "province", "-o", folder.parent / "again", "--jobs", 1)
        assert table.returncode == 1 and "13 cities: done 2, issues 1, failed 10" in table.stdout, table.stdout
        assert results(folder.parent / "again")["all.gpkg"] == results(out)["all.gpkg"], "the number of cities at once changes the bytes"


def limits():
    with province("Heping") as folder:
        slow = drawn_city(folder / "slow", 2, 2000)
        in_config(slow, "minutes = 10", "minutes = 60")
        out = folder.parent / "out"
        done, told = batch(folder.parent, folder / "slow", "-o", out, "--timeout", 1)
        assert states(told) == {"slow": "timeout"} and done.returncode == 1, (told, done.stderr)
        assert "--timeout" in message(told, "slow")
        done, told = batch(folder.parent, folder / "slow", "-o", out, "--resume", "--memory", 16)
        assert states(told) == {"slow": "out_of_memory"} and done.returncode == 1, told
        done, told = batch_with_kill(folder, out, signal.SIGSEGV)
        assert states(told) == {"slow": "crashed", "Heping": DONE} and done == 1, told
        done, told = batch_with_kill(folder, out, signal.SIGKILL)
        assert states(told) == {"slow": "crashed", "Heping": UNCHANGED} and done == 1, told
        assert not unfinished(out), unfinished(out)
        assert not (out / "slow" / "slow.gpkg").exists()


def batch_with_kill(folder, out, number):
    """A batch whose slow city is ended by a signal."""
    import json
    process = subprocess.Popen([FIELDGAP, "batch", folder, "-o", out, "--resume", "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    slow = None
    while slow is None and process.poll() is None:
        for entry in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                if entry.name.isdigit() and b"slow/city.toml" in (entry / "cmdline").read_bytes() and f"{process.pid}" == (
                        entry / "stat").read_text().rsplit(")", 1)[1].split()[1]:
                    slow = int(entry.name)
        time.sleep(0.01)
    time.sleep(0.3)
    os.kill(slow, number)
    text = process.communicate(timeout=600)[0]
    return process.returncode, json.loads(text)


def names_and_lists():
    with province("Heping", "Hexi") as folder:
        in_config(folder / "Hexi", 'name = "Hexi"', 'name = "heping"')
        (folder / "some.txt").write_text("\ufeff# cities\nHeping/city.toml\n\nnone/city.toml\nHexi\\city.toml\nHeping/city.toml\n", encoding="utf-8")
        (folder / "notes.toml").write_text("[notes]\n", encoding="utf-8")
        out = folder.parent / "out"
        done, told = batch(folder.parent, folder / "some.txt", "-o", out)
        assert states(told) == {"Heping": DONE, "heping_2": DONE, "none": FAILED} and done.returncode == 1, (told, done.stderr)
        assert "some.txt:4" in message(told, "none"), message(told, "none")
        assert "heping_2" in done.stderr, "a new name is said"
        done, told = batch(folder.parent, folder, "-o", out, "--resume")
        assert states(told) == {"Heping": UNCHANGED, "heping_2": UNCHANGED} and done.returncode == 0, (told, done.stderr)
        assert "notes.toml" in done.stderr
        assert call(folder.parent, "batch", "nowhere").returncode == 2
        (folder / "empty").mkdir()
        assert call(folder.parent, "batch", folder / "empty").returncode == 2
        (folder / "bare.txt").write_text("# nothing\n", encoding="utf-8")
        assert call(folder.parent, "batch", folder / "bare.txt").returncode == 2


def template():
    """Folders of shapefiles, and one config for all of them."""
    with province("Heping") as folder:
        text = (folder / "Heping" / "city.toml").read_text(encoding="utf-8").replace('"schools.gpkg"', '"sch*.gpkg"').replace(
            '"venues.gpkg"', '"venues_{city}.gpkg"')
        for name in ("Hexi", "none", "two"):
            copied_city(folder / "Heping", name)
        for city in folder.iterdir():
            (city / "city.toml").unlink()
            (city / "venues.gpkg").rename(city / f"venues_{city.name}.gpkg")
        (folder / "none" / "schools.gpkg").rename(folder / "none" / "shools.gpkg")
        (folder / "two" / "sch.gpkg").write_bytes((folder / "two" / "schools.gpkg").read_bytes())
        config = folder.parent / "template.toml"
        config.write_text(text, encoding="utf-8")
        out = folder.parent / "out"
        done, told = batch(folder.parent, folder, "--template", config, "-o", out)
        assert states(told) == {"Heping": DONE, "Hexi": DONE, "none": FAILED, "two": FAILED}, (told, done.stderr)
        assert "shools.gpkg" in message(told, "none"), message(told, "none")
        assert "sch.gpkg" in message(told, "two") and "schools.gpkg" in message(told, "two"), message(told, "two")
        done, told = batch(folder.parent, folder, "--template", config, "-o", out, "--resume")
        assert states(told)["Heping"] == UNCHANGED and states(told)["none"] == FAILED, told
        single = call(folder.parent, "run", config, "--folder", folder / "Hexi", "-o", folder.parent / "Hexi.gpkg", "-q")
        assert single.returncode == 0, single.stderr
        assert (folder.parent / "Hexi.gpkg").read_bytes() == (out / "Hexi" / "Hexi.gpkg").read_bytes(), "a city of a batch is as one by itself"


def folders_in_the_way():
    with province("Heping", "Hexi") as folder:
        out = folder.parent / "out"
        out.mkdir()
        (out / "Hexi").write_text("a file", encoding="utf-8")
        done, told = batch(folder.parent, folder, "-o", out)
        assert states(told) == {"Heping": DONE, "Hexi": FAILED} and done.returncode == 1, (told, done.stderr)
        assert (out / "Hexi").read_text(encoding="utf-8") == "a file"
        refused = call(folder.parent, "batch", folder, "-o", out)
        assert refused.returncode == 4 and "--resume" in refused.stderr, refused
        assert call(folder.parent, "batch", folder, "-o", out / "Hexi").returncode == 4
        assert call(folder.parent, "batch", folder, "-o", "/proc/none").returncode == 4
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        full = call(folder.parent, "batch", folder, "-o", folder.parent / "full", preexec_fn=small)
        assert full.returncode in (1, 4) and "error" in full.stderr, full
        done, told = batch(folder.parent, folder, "-o", folder.parent / "full", "--resume")
        assert states(told) == {"Heping": DONE, "Hexi": DONE} and done.returncode == 0, told


def one_at_a_time():
    with province("Heping") as folder:
        drawn_city(folder / "large", 2, 1200)
        out = folder.parent / "out"
        first = subprocess.Popen([FIELDGAP, "batch", folder, "-o", out, "-q"])
        while not (out / "batch.sqlite").exists():
            time.sleep(0.01)
        second = call(folder.parent, "batch", folder, "-o", out, "--resume")
        assert second.returncode == 4 and "another batch" in second.stderr, second
        assert first.wait(600) == 0


def inputs_are_no_outputs():
    """Whatever of the batch would take the place of an input: nothing is begun, and nothing touched."""
    for target in ("all.gpkg", "all.qgz", "batch.sqlite", "Heping/Heping.gpkg", "Heping/Heping.qgz", "Heping/Heping.log"):
        with province("Heping") as folder:
            city = folder / "Heping"
            (city / "schools.gpkg").rename(folder / target)
            in_config(city, '"schools.gpkg"', f'"../{target}"')
            before = times(folder)
            refused = call(folder.parent, "batch", city / "city.toml", "-o", folder, "--overwrite")
            assert refused.returncode == 2 and target.split("/")[-1] in refused.stderr, (target, refused)
            assert times(folder) == before, target


def main():
    for check in (ten_ways, limits, names_and_lists, template, folders_in_the_way, one_at_a_time, inputs_are_no_outputs):
        begin = time.monotonic()
        check()
        print(f"{check.__name__}: {time.monotonic() - begin:.1f} s")


if __name__ == "__main__":
    main()
