#!/usr/bin/python3
"""Damages a clean synthetic city in every way of the list, runs it, and demands that the result is the clean one or that the damage is reported.

usage: check_damage.py FIELDGAP PAGE [--seeds 1 2 ..] [--only WORDS] [--jobs N] [--write] [--verbose]
PAGE (docs/damage-matrix.md) must say what was measured with the first seed; --write writes it.
"""
import argparse
import json
import multiprocessing
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import kinds_files
import kinds_ground
import kinds_ids
import kinds_indicators
import kinds_leases
import kinds_people
import kinds_places
import kinds_register
import kinds_streets
import kinds_text
import page
from city import City
from kinds import EXACT, KINDS, REPORTED

ROOMS = (kinds_text, kinds_people, kinds_places, kinds_ids, kinds_ground, kinds_streets, kinds_leases, kinds_register, kinds_indicators, kinds_files)
SCHOOL_COLUMNS = "own_m2, required_m2, gap_m2, status, name, enrol_primary, enrol_junior, enrol_senior"
AREAS = 3
ROUNDING_M2 = 0.02
TIMEOUT_S = 120


def called(*arguments):
    return subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True, timeout=TIMEOUT_S, check=False)


def result_of(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        schools = {row[0]: row[1:] for row in db.execute(f"SELECT school_id, {SCHOOL_COLUMNS} FROM schools")}
        pairs = set(db.execute("SELECT from_school, to_id, channel FROM links"))
        codes = dict(db.execute("SELECT code, count(*) FROM data_issues GROUP BY code"))
        return schools, pairs, codes
    finally:
        db.close()


def run_city(fieldgap, config, area, output):
    return called(fieldgap, "run", config, "-o", output, "-q", "--overwrite", "--threads", "1", "--set", f"standards.area_source={area}")


def is_like(a, b, share):
    return a == b or (a is not None and b is not None and abs(a - b) <= ROUNDING_M2 + share * max(a, b))


def differing(clean, damaged, names, share):
    """The ids of the schools whose rows differ, by more than `share` in their areas."""
    for ident in sorted(clean.keys() | damaged.keys()):
        old, new = clean.get(ident), damaged.get(ident)
        if old is None or new is None:
            yield ident
            continue
        old = (*old[:AREAS + 1], names.get(ident, old[AREAS + 1]), *old[AREAS + 2:])
        same_words = old[AREAS:] == new[AREAS:]
        same_areas = old[:AREAS] == new[:AREAS] if share is None else all(is_like(a, b, share) for a, b in zip(old[:AREAS], new[:AREAS]))
        if not (same_words and same_areas):
            yield ident


def lay_out(kind, clean, folder):
    city = City(clean, folder)
    kind.damage(city)
    if kind.by_init:
        for role in city.inputs.keys() - city.written:
            shutil.copy(city.inputs[role]["path"], folder)
    return city


def config_of(kind, city, fieldgap, folder):
    """The planner's own config with the paths changed, or what init writes."""
    if not kind.by_init:
        return city.config()
    done = called(fieldgap, "init", folder, "-o", city.at("init.toml"), "-q")
    if done.returncode != 0:
        raise ValueError(f"init: exit {done.returncode}: {done.stderr}")
    return city.at("init.toml")


def measured(job):
    """What came of one kind: {repaired, codes, said, wrong}. `repaired` is exact, a share, or empty."""
    number, fieldgap, clean, truth = job
    kind = KINDS[number]
    with tempfile.TemporaryDirectory() as folder:
        try:
            city = lay_out(kind, clean, folder)
            config = config_of(kind, city, fieldgap, folder)
            done = run_city(fieldgap, config, kind.area, city.at("out.gpkg"))
            if done.returncode in (0, 1):
                outcome = compared(kind, truth[kind.area], result_of(city.at("out.gpkg")), city.names)
            else:
                outcome = refused(kind, done, folder)
        except Exception as error:  # pylint: disable=broad-except
            outcome = {"repaired": "", "codes": [], "said": "", "wrong": f"the test itself failed: {error!r}"}
    return outcome | {"kind": number}


def refused(kind, done, folder):
    said = (done.stderr + done.stdout).replace(folder + "/", "").strip()
    is_right = done.returncode in (2, 3) and kind.refused and kind.refused in said
    wrong = "" if is_right else f"exit {done.returncode}: {said}"
    asked = "?" if kind.by_init and done.returncode == 2 and '"?"' in said else ""
    return {"repaired": "", "codes": [], "said": kind.refused if is_right else asked, "wrong": wrong}


def compared(kind, clean, damaged, names):
    share = kind.expect if isinstance(kind.expect, float) else None
    differ = list(differing(clean[0], damaged[0], names, None))
    far = list(differing(clean[0], damaged[0], names, share)) if share is not None else differ
    same_pairs = clean[1] == damaged[1]
    codes = sorted(code for code, count in damaged[2].items() if count > clean[2].get(code, 0))
    repaired = EXACT if not differ and same_pairs else share if share is not None and not far and same_pairs else ""
    wrong = [f"code {code} is not there" for code in kind.codes if code not in codes]
    if kind.refused:
        wrong.append("it was not refused")
    elif kind.expect == REPORTED:
        wrong += [f"{len(far)} schools differ, not {kind.touched}: {far}"] if len(far) > kind.touched else []
    elif not repaired:
        wrong += [f"{ident}: {clean[0].get(ident)} became {damaged[0].get(ident)}" for ident in far[:2]]
        wrong += [] if same_pairs else [f"other pairs: {sorted(clean[1] ^ damaged[1])[:3]}"]
    text = "; ".join(wrong) + f" (differ: {len(far)}; codes: {', '.join(codes)})" if wrong else ""
    return {"repaired": repaired, "codes": codes, "said": "", "wrong": text, "differ": len(far)}


def clean_city(fieldgap, seed, folder):
    """The folder of the city, and its result for both sources of areas."""
    clean = Path(folder) / f"clean{seed}"
    done = called(fieldgap, "synth", "-o", clean, "--schools", "12", "--seed", seed, "-q")
    if done.returncode != 0:
        raise SystemExit(f"synth: {done.stderr}")
    truth = {}
    for area in ("official", "drawn"):
        run_city(fieldgap, City(clean, folder).config(), area, Path(folder) / f"{area}.gpkg")
        truth[area] = result_of(Path(folder) / f"{area}.gpkg")
    return clean, truth


def of_seed(options, seed, folder):
    clean, truth = clean_city(options.fieldgap, seed, folder)
    chosen = [n for n, kind in enumerate(KINDS) if options.only in f"{kind.group}: {kind.name}"]
    with multiprocessing.Pool(options.jobs) as pool:
        return pool.map(measured, [(n, options.fieldgap, clean, truth) for n in chosen], chunksize=1)


def complaints(outcomes, seed):
    """A kind fails that should not, or is on the list of known ones and does not fail any more."""
    for one in outcomes:
        kind = KINDS[one["kind"]]
        is_known = kind.name in page.KNOWN
        if one["wrong"] and not is_known:
            yield f"seed {seed}, {kind.group}: {kind.name}: {one['wrong']}"
        if not one["wrong"] and is_known:
            yield f"seed {seed}, {kind.name}: it is mended; take it off the list of known failures"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fieldgap", type=lambda text: str(Path(text).resolve()))
    parser.add_argument("page", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--only", default="")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


def main():
    options = arguments()
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in options.seeds:
            outcomes = of_seed(options, seed, folder)
            found += complaints(outcomes, seed)
            if options.verbose:
                print("\n".join(json.dumps({"name": KINDS[one["kind"]].name} | one, ensure_ascii=False) for one in outcomes))
            if seed == options.seeds[0] and not options.only:
                found += page.wrong_page(options.page, outcomes, options.write)
    print("\n".join([f"{len(KINDS)} kinds of damage, {len(options.seeds)} seeds, {len(ROOMS)} rooms", *found]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
