#!/usr/bin/python3
"""Real cities, run whole: exit code 0 or 1, a result that holds docs/rules.md, and facts computed by hand.

usage: check_real.py FIELDGAP CITY.toml [FACTS.txt]
FACTS.txt has lines `layer | condition | column | value`. Exit code 77 (skipped) where the city's data is absent.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "result"))
from check_result import Check

SKIPPED = 77


def absent_inputs(config):
    paths = re.findall(r'^path = "(.*)"', config.read_text(encoding="utf-8"), re.MULTILINE) if config.exists() else [str(config)]
    return [path for path in paths if not (config.parent / path).exists()]


def wrong_facts(check, facts):
    for line in facts.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        layer, condition, column, expected = (part.strip() for part in line.split("|"))
        found = [row[0] for row in check.db.execute(f"SELECT {column} FROM {layer} WHERE {condition}")]
        tolerance = 0.006
        holds = len(found) == 1 and (str(found[0]) == expected or
                                     (isinstance(found[0], (int, float)) and abs(found[0] - float(expected)) < tolerance))
        if not holds:
            yield f"{layer}: {condition}: {column} is {found}, not {expected}"


def main():
    fieldgap, config = sys.argv[1], Path(sys.argv[2])
    absent = absent_inputs(config)
    if absent:
        print(f"data absent: {absent[0]} of {config}: not run; tests/real/README.md says where it can be had")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.gpkg"
        done = subprocess.run([fieldgap, "run", str(config), "-o", str(result), "-q"], capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            print(f"exit {done.returncode}\n{done.stderr}")
            return 1
        check = Check(result)
        wrong = check.all()
        for facts in sys.argv[3:]:
            wrong += wrong_facts(check, Path(facts))
        print("\n".join(wrong))
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
