"""Where the program is: the plugin's setting, the variable FIELDGAP, PATH, the folder bin/ of the plugin, in this order."""

import os
import shutil
import sys
from dataclasses import dataclass
from typing import List, Optional

PROGRAM = "fieldgap.exe" if sys.platform == "win32" else "fieldgap"


@dataclass(frozen=True)
class Place:
    """source is `setting`, `environment`, `path` or `plugin`."""

    source: str
    path: str


@dataclass(frozen=True)
class Search:
    found: Optional[Place]
    misses: List[Place]  # what was named and is no program: worth a word even where another place has one


def _is_program(path):
    return os.path.isfile(path) and os.access(path, os.X_OK)


def program_at(path):
    """The program that a file or a folder stands for, or None."""
    path = os.path.expanduser(path)
    candidates = [path, os.path.join(path, PROGRAM), os.path.join(path, "bin", PROGRAM)]
    return next((os.path.abspath(each) for each in candidates if _is_program(each)), None)


def _places(setting, environment, plugin_folder):
    named = [("setting", setting), ("environment", environment.get("FIELDGAP"))]
    on_path = shutil.which(PROGRAM, path=environment.get("PATH", ""))
    own = os.path.join(plugin_folder, "bin", PROGRAM)
    usual = [("path", on_path), ("plugin", own if os.path.exists(own) else None)]
    return [Place(source, path.strip()) for source, path in named + usual if path and path.strip()]


def find_program(setting, environment, plugin_folder):
    """The first place that has a program, and those before it that were named and have none."""
    misses = []
    for place in _places(setting, environment, plugin_folder):
        program = program_at(place.path)
        if program:
            return Search(Place(place.source, program), misses)
        misses.append(place)
    return Search(None, misses)
