#!/usr/bin/python3
"""What the plugin takes for granted of the program: its keys with their limits, its words, its lines, its refusals.

usage: check_with_program.py FIELDGAP REPOSITORY
"""

import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM, ROOT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "qgis_plugin"))

from fieldgap.city.config_text import Input, config_text  # noqa: E402
from fieldgap.city.settings import CHANNELS, SETTINGS, USUAL_COST, set_words  # noqa: E402
from fieldgap.program.lines import line_of, says_unknown_command  # noqa: E402

failures = []


def expect(what, is_so, more=""):
    if not is_so:
        failures.append(what)
        print(f"NOT SO: {what} {more}")


def run(*words):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.splitlines()


def check_settings(folder):
    """A config with every setting at each of its limits is read; one beyond is not."""
    inputs = [Input(role, str(ROOT / f"data/{role}.gpkg"), role, "layer \"学校\"\n") for role in ("schools", "network")]
    for name, pick in (("low", lambda each: each.words[0] if each.words else float(each.low)), ("high", lambda each: each.words[-1] if each.words else float(each.high))):
        values = {each.key: pick(each) for each in SETTINGS}
        config = folder / f"{name}.toml"
        config.write_text(config_text("新 \"津\" \\ \n", "x", inputs, values), encoding="utf-8")
        code, lines = run("check", config)
        expect(f"every setting at its {name} limit", code == 0, lines)
        code, lines = run("check", ROOT / "data/city.toml", "-o", folder / f"{name}.gpkg", *set_words(values))
        expect(f"every setting at its {name} limit by --set", code == 0, lines)
    for each in SETTINGS:
        beyond = "no word of it" if each.words else each.high * 2
        expect(f"{each.key} beyond its limit is refused", run("check", folder / "low.toml", "--overwrite", "--set", f"{each.key}={beyond}")[0] == 2)


def check_lines(folder):
    code, lines = run("check", folder / "low.toml", "-o", folder / "new.gpkg")
    kinds = [line_of(line) for line in lines]
    percents = [line.percent for line in kinds if line.kind == "progress"]
    expect("progress rises to 100", code == 0 and percents == sorted(percents) and percents[-1:] == [100], lines)
    for language in ("en", "zh"):
        code, lines = run("check", folder / "low.toml", "-o", folder / "new.gpkg", "--lang", language)
        expect(f"a refusal is one error line ({language})", code == 4 and line_of(lines[-1]).kind == "error", lines)
        code, lines = run("no-command", "--lang", language)
        expect(f"a command that is not known is told ({language})", code == 2 and says_unknown_command(line_of(lines[-1]).text, "no-command"), lines)


def main():
    expect("each channel has a usual cost", set(USUAL_COST) == set(CHANNELS))
    with tempfile.TemporaryDirectory() as name:
        check_settings(Path(name))
        check_lines(Path(name))
    print("plugin and program: " + ("as it should be" if not failures else f"{len(failures)} not so"))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
