#!/usr/bin/python3
"""The plugin inside a QGIS without a window: layers of a project as they are shown there, cancelling, errors, and results in the project.

usage: check_in_qgis.py FIELDGAP [PICTURES]
"""

import subprocess
import sys

from desk import ROOT, Desk, say


def main():
    say("inside QGIS")
    with Desk(sys.argv[1]) as desk:
        city, plugins = desk.city(), desk.unpacked_plugin()
        big = desk.folder / "big"
        subprocess.run([desk.program, "synth", "-o", big, "--schools", "1500", "--seed", "3"], check=True, capture_output=True)
        environment = desk.environment(FIELDGAP=str(desk.program), PYTHONPATH=str(plugins), PYTHONDONTWRITEBYTECODE="1")
        done = subprocess.run([sys.executable, ROOT / "tests/desk/plugin/steps_without_window.py", city, big], env=environment, check=False, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        say(done.stderr[-2000:])
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
