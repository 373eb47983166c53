#!/usr/bin/python3
"""Every row that is read is used or has a row in data_issues: counted on the JSON of `fieldgap check`.

usage: check_accounting.py FIELDGAP REPOSITORY [--all]
Takes the sample city, the golden cases, the cities beside the project and its broken files and those in odd encodings (a fifth of them, each
as one of the inputs, in turn; with --all every one as every input); what is absent is said and passed over. `run` must report the same
issues up to its walk.
"""
import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from multiprocessing.pool import ThreadPool
from pathlib import Path

WALK_CODES = {"gate_owner_unknown", "gate_without_outline", "no_entry", "no_entry_piece", "school_outside_districts", "catchment_school_unknown", "owed_school_unknown",
              "estate_pupils_unknown", "dwelling_unknown", "first_year_missing", "estates_without_pupils", "lease_lapsed", "lease_not_in_reach", "lease_not_eligible",
              "lease_counted_in_part", "lease_cost_over_budget", "district_cap_unknown", "allocation_cut_off", "hardship_district_unknown", "reading_decides"}
AFTER_WALK = ("venue_overlap", "new_venues")  # places of new venues are measured beside what the walk reaches
ENDS = {0, 1, 2, 3}
BROKEN_ROLES = ("schools", "campuses", "fields", "venues", "gates", "districts", "network", "enrolment")
KINDS = (".shp", ".csv", ".geojson", ".json", ".gpkg", ".osm", ".pbf", ".tsv", ".dbf", ".zip", ".xlsx")
SAMPLED = 5  # every fifth broken file
TIMEOUT_S = 300


def check(fieldgap, config, folder):
    """Returns what is wrong with the end of the program, how it ended, its report (None where it refused), and its issues."""
    output = Path(folder) / "issues.gpkg"
    done = subprocess.run([fieldgap, "check", str(config), "-o", str(output), "-q", "--overwrite", "--json", "--threads", "1"],
                          capture_output=True, timeout=TIMEOUT_S, check=False)
    said = done.stderr.decode("utf-8", "replace")
    wrong = "" if done.returncode in ENDS else f"exit {done.returncode}: {said}"
    if not wrong and done.returncode in (2, 3) and not said.startswith("error: "):
        wrong = f"refused without a word: {said}"
    return wrong, done.returncode, json.loads(done.stdout) if done.returncode in (0, 1) else None, output


def wrong_counts(report):
    for one in report["inputs"]:
        if one["rows"] != one["used"] + one["left_out"]:
            yield f"{one['input']}: {one['rows']} rows are not {one['used']} used and {one['left_out']} left out"
    left_out = sum(one["rows_left_out"] for one in report["issues"])
    if left_out != sum(one["left_out"] for one in report["inputs"]):
        yield f"issues leave out {left_out} rows, inputs {sum(one['left_out'] for one in report['inputs'])}"
    if sum(report["counts"].values()) != len(report["issues"]) or sum(one["count"] for one in report["codes"]) != len(report["issues"]):
        yield "the counts are not those of the issues"


def issues_of(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return db.execute("SELECT severity, code, layer, feature_id, message, gap_effect_m2 FROM data_issues").fetchall()
    finally:
        db.close()


def wrong_beside_run(fieldgap, config, folder, issues):
    result = Path(folder) / "result.gpkg"
    subprocess.run([fieldgap, "run", str(config), "-o", str(result), "-q", "--overwrite"], capture_output=True, timeout=TIMEOUT_S,
                   check=False)
    run = [row for row in issues_of(result) if row[1] not in WALK_CODES and row[1:3] != AFTER_WALK]
    if run != issues_of(issues):
        yield "run and check report different issues before the walk"


def judged(job):
    """Returns the name of the config, how `check` ended, and what is wrong."""
    fieldgap, name, config, with_run = job
    with tempfile.TemporaryDirectory() as folder:
        if not isinstance(config, Path):
            text, config = config, Path(folder) / "broken.toml"
            config.write_text(text, encoding="utf-8")
        wrong, end, report, issues = check(fieldgap, config, folder)
        if wrong or report is None:
            return name, end, [wrong] if wrong else []
        found = list(wrong_counts(report))
        if with_run:
            found += wrong_beside_run(fieldgap, config, folder, issues)
        return name, end, found


def broken_files(shared, every):
    paths = sorted(path for room in ("broken", "encodings") for path in (shared / room).rglob("*") if path.suffix.lower() in KINDS)
    paths = [path for path in paths if not (path.suffix == ".dbf" and path.with_suffix(".shp").exists())]
    return paths if every else paths[::SAMPLED]


def broken_configs(paths, schools, every):
    """Each broken file as an input beside schools that are sound."""
    for number, path in enumerate(paths):
        for role in BROKEN_ROLES if every else (BROKEN_ROLES[number % len(BROKEN_ROLES)],):
            text = "[city]\nname = 'broken'\n"
            if role != "schools":
                text += f"[inputs.schools]\npath = '{schools}'\n"
            crs = "" if path.suffix in (".osm", ".pbf") or role == "enrolment" else "crs = 'EPSG:4326'\n"
            level = "admin_level = 8\n" if role == "districts" and path.suffix in (".osm", ".pbf") else ""
            yield f"{path.name} as {role}", text + f"[inputs.{role}]\npath = '{path}'\n{crs}{level}"


def whole_configs(repository, shared):
    configs = [repository / "data" / "city.toml", *sorted((repository / "tests" / "golden").glob("*/*.toml")),
               shared / "liechtenstein" / "city.toml", shared / "heidelberg" / "city.toml",
               repository / "tests" / "real" / "moscow_west.toml"]
    for config in configs:
        if not config.exists() or (config.name == "moscow_west.toml" and not shared.exists()):
            print(f"data absent: {config}: passed over; put the project's shared data beside the checkout, as shared/data")
        else:
            yield config


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fieldgap")
    parser.add_argument("repository", type=Path)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    shared = options.repository.parent / "shared" / "data"
    if not (shared / "broken").exists():
        print(f"data absent: {shared / 'broken'}: passed over; put the project's shared data beside the checkout, as shared/data")
    jobs = [(options.fieldgap, str(path), path, shared not in path.parents) for path in whole_configs(options.repository, shared)]
    broken = broken_configs(broken_files(shared, options.all), options.repository / "data" / "schools.gpkg", options.all)
    jobs += [(options.fieldgap, name, text, False) for name, text in broken]
    with ThreadPool(2) as pool:
        outcomes = pool.map(judged, jobs, chunksize=1)
    wrong = [f"{name}: {text}" for name, _, found in outcomes for text in found]
    ends = sorted(Counter(end for _, end, _ in outcomes).items())
    print("\n".join([f"{len(outcomes)} configs; ends: " + ", ".join(f"{count} with {end}" for end, count in ends), *wrong]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
