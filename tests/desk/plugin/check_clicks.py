#!/usr/bin/python3
"""The plugin as a planner meets it: QGIS under Xvfb, the zip installed by the plugin manager, the dialog filled and run by clicks, the result on the map.

usage: check_clicks.py FIELDGAP PICTURES

PICTURES: a folder for what the screen showed, to be looked at: once in English, once in Chinese.
"""

import json
import subprocess
import sys
from pathlib import Path

from desk import ROOT, Desk, Screen, expect, outcome, say

LOCALES = {"en": "en_US", "zh": "zh-Hans"}
LIMIT_S = 400


def clicked(desk, screen, language, pictures):
    """What the steps inside QGIS wrote of what they saw."""
    city = desk.city(f"{language} 新津 'x'")
    seen = desk.folder / f"{language}.json"
    profiles = desk.folder / f"profiles {language}"
    steps = {"zip": str(desk.zip), "city": str(city), "pictures": str(pictures), "language": language, "seen": str(seen)}
    command = ["qgis", "--nologo", "--noversioncheck", "--lang", LOCALES[language], "--profiles-path", profiles, "--code",
               ROOT / "tests/desk/plugin/clicks_in_qgis.py"]
    environment = desk.environment(DISPLAY=screen.display, QT_QPA_PLATFORM="xcb", FIELDGAP=str(desk.program), DESK_STEPS=json.dumps(steps))
    with open(desk.folder / f"{language}.log", "w", encoding="utf-8") as log:
        try:
            subprocess.run(command, env=environment, stdout=log, stderr=log, timeout=LIMIT_S, check=False)
        except subprocess.TimeoutExpired:
            say(f"QGIS did not end within {LIMIT_S} s")
    return json.loads(seen.read_text(encoding="utf-8")) if seen.exists() else {"trouble": Path(log.name).read_text(encoding="utf-8")}


def check(seen, language):
    expect(f"{language}: nothing went wrong in QGIS", not seen.get("trouble"), seen.get("trouble"))
    expect(f"{language}: the zip is installed and its algorithms are there", len(seen.get("algorithms", [])) == 7, seen)
    expect(f"{language}: without a city the dialog refuses in words", seen.get("refused"), seen)
    expect(f"{language}: the run ends well", seen.get("run"), seen.get("log"))
    expect(f"{language}: layers, tables, groups, styles", seen.get("layers", 0) >= 15 and seen.get("groups", 0) >= 3 and seen.get("styled"), seen)
    expect(f"{language}: a report is written, or it is told that this version has none", seen.get("report"), seen)


def main():
    pictures = Path(sys.argv[2]).resolve()
    pictures.mkdir(parents=True, exist_ok=True)
    with Desk(sys.argv[1]) as desk, Screen() as screen:
        for language in LOCALES:
            say(f"clicks, {language}")
            check(clicked(desk, screen, language, pictures), language)
    return outcome()


if __name__ == "__main__":
    sys.exit(main())
