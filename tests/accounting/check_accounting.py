#!/usr/bin/python3
"""Every row that is read is used or has a row in data_issues: counted on the JSON of `fieldgap check`.

usage: check_accounting.py FIELDGAP REPOSITORY
Takes the sample city, the golden cases, the cities beside the project and its broken files (each as two
of the inputs, in turn); what is absent is said and passed over. `run` must report the same issues up to its walk.
"""
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

WALK_CODES = {"gate_owner_unknown", "gate_without_outline", "no_entry", "school_outside_districts", "catchment_school_unknown", "owed_school_unknown",
              "estate_pupils_unknown", "dwelling_unknown", "first_year_missing", "estates_without_pupils"}
ENDS = {0, 1, 2, 3}
BROKEN_ROLES = ("schools", "campuses", "fields", "venues", "gates", "districts", "network", "enrolment")
TIMEOUT_S = 300


def check(fieldgap, config, folder):
    output = Path(folder) / "issues.gpkg"
    done = subprocess.run([fieldgap, "check", str(config), "-o", str(output), "-q", "--overwrite", "--json"], capture_output=True,
                          timeout=TIMEOUT_S, check=False)
    if done.returncode not in ENDS:
        return f"exit {done.returncode}: {done.stderr.decode('utf-8', 'replace')}", None, output
    return "", json.loads(done.stdout) if done.returncode in (0, 1) else None, output


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
    run = [row for row in issues_of(result) if row[1] not in WALK_CODES]
    if run != issues_of(issues):
        yield "run and check report different issues before the walk"


def judged(fieldgap, config, with_run):
    with tempfile.TemporaryDirectory() as folder:
        wrong, report, issues = check(fieldgap, config, folder)
        if wrong or report is None:
            return [wrong] if wrong else []
        found = list(wrong_counts(report))
        if with_run:
            found += wrong_beside_run(fieldgap, config, folder, issues)
        return found


def broken_configs(broken, schools, folder):
    """Each broken file in two roles, beside schools that are sound."""
    kinds = (".shp", ".csv", ".geojson", ".json", ".gpkg", ".osm", ".pbf", ".tsv")
    paths = sorted(path for path in broken.glob("*/*") if path.suffix in kinds)
    half = len(BROKEN_ROLES) // 2
    for number, path in enumerate(paths):
        for role in (BROKEN_ROLES[number % half], BROKEN_ROLES[half + number % half]):
            text = "[city]\nname = 'broken'\n"
            if role != "schools":
                text += f"[inputs.schools]\npath = '{schools}'\n"
            crs = "" if path.suffix in (".osm", ".pbf") or role == "enrolment" else "crs = 'EPSG:4326'\n"
            level = "admin_level = 8\n" if role == "districts" and path.suffix in (".osm", ".pbf") else ""
            config = Path(folder) / "broken.toml"
            config.write_text(text + f"[inputs.{role}]\npath = '{path}'\n{crs}{level}", encoding="utf-8")
            yield f"{path.name} as {role}", config


def main():
    fieldgap, repository = sys.argv[1], Path(sys.argv[2])
    shared = repository.parent / "shared" / "data"
    configs = [repository / "data" / "city.toml", *sorted((repository / "tests" / "golden").glob("*/*.toml")),
               shared / "liechtenstein" / "city.toml", shared / "heidelberg" / "city.toml",
               repository / "tests" / "real" / "moscow_west.toml"]
    wrong = []
    judgements = 0
    for config in configs:
        if not config.exists() or (config.name == "moscow_west.toml" and not shared.exists()):
            print(f"{config}: not on this machine; passed over")
            continue
        wrong += [f"{config}: {text}" for text in judged(fieldgap, config, shared not in config.parents)]
        judgements += 1
    if not (shared / "broken").exists():
        print(f"{shared / 'broken'}: not on this machine; passed over")
    with tempfile.TemporaryDirectory() as folder:
        for name, config in broken_configs(shared / "broken", repository / "data" / "schools.gpkg", folder):
            wrong += [f"{name}: {text}" for text in judged(fieldgap, config, False)]
            judgements += 1
    print("\n".join([f"{judgements} configs", *wrong]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
