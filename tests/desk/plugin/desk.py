"""A desk to try things on: a home of its own, the plugin in it, QGIS with or without a screen. What is expected is said, and counted."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PLUGINS_OF_QGIS = "/usr/share/qgis/python/plugins"
HOSTILE_FOLDER = "新 津 'x' \"y\" [% 1 %]"
LAYERS = ("schools", "campuses", "fields", "venues", "network", "gates", "residential", "districts")
failures = []


def say(text):
    print(text, flush=True)


def expect(what, is_so, more=""):
    say(f"  {'ok' if is_so else 'NOT SO'}: {what}")
    if not is_so:
        failures.append(what)
        say(str(more)[-600:])


def outcome():
    say("all as it should be" if not failures else f"{len(failures)} not so")
    return 1 if failures else 0


class Desk:
    """Folders that are gone afterwards. program: a copy, so that what is found is this one."""

    def __init__(self, program):
        self._temporary = tempfile.TemporaryDirectory(prefix="desk")
        self.folder = Path(self._temporary.name)
        self.home = self.folder / "home"
        self.home.mkdir(mode=0o700)
        self.program = self.folder / "program" / "fieldgap"
        self.program.parent.mkdir()
        shutil.copy2(program, self.program)
        self.zip = self.folder / "fieldgap-plugin.zip"
        subprocess.run([sys.executable, ROOT / "scripts/plugin-zip", self.zip], check=True, stdout=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._temporary.cleanup()

    def city(self, name=HOSTILE_FOLDER):
        """A copy of the sample city."""
        folder = self.folder / name
        shutil.copytree(ROOT / "data", folder)
        return folder

    def unpacked_plugin(self):
        """The folder that QGIS is to look for plugins in."""
        folder = self.folder / "plugins"
        with zipfile.ZipFile(self.zip) as archive:
            archive.extractall(folder)
        return folder

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if name not in ("FIELDGAP", "DISPLAY", "WAYLAND_DISPLAY")}
        return {**kept, "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", **more}


def value_of(result, key):
    with closing(sqlite3.connect(result)) as file:
        return file.execute("SELECT value FROM summary WHERE key = ?", (key,)).fetchone()[0]


class Screen:
    """An X server without a screen, on a number of its own."""

    def __init__(self, size="1600x1000x24"):
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.display = ":" + self._server.stdout.readline().strip()
        if self.display == ":":
            raise SystemExit("Xvfb did not begin")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.terminate()
        self._server.wait()
