#!/usr/bin/python3
"""The one-way rule: which room may include which, and where a third party's header may stand (architecture, section 2)."""

import re
import sys
from pathlib import Path

# A room and what it may include, besides itself. The longest matching folder is a file's room.
ROOMS = {
    "words": [],
    "gis": ["words"],
    "gis/geometry": ["gis", "words"],
    "gis/network": ["gis", "gis/geometry", "words"],
    "gis/io": ["gis", "gis/geometry", "gis/network", "words"],
    "src/domain": ["gis", "gis/geometry", "gis/network", "words"],
    "src/layers": ["src/domain", "gis", "gis/geometry", "gis/network", "gis/io", "words"],
    "src/synth": ["src/domain", "gis", "gis/geometry", "gis/network", "gis/io", "words"],
    "src/cli": ["gis", "words"],
    "src": ["src/cli", "src/layers", "src/synth", "src/domain", "gis", "gis/geometry", "gis/network", "gis/io", "words"],
}

# The beginning of a third party's header, and the .cpp files that may name it.
THIRD_PARTY = {
    r"fmt/": r"(words|gis/io)/[^/]*\.cpp",
    r"(gdal|ogr|cpl|vrt)\w*\.h$": r"gis/io/[^/]*\.cpp",
    r"(osmium|protozero)/": r"gis/io/[^/]*\.cpp",
    r"sqlite3\.h$|openssl/|uchardet": r"gis/io/[^/]*\.cpp",
    r"geos_c\.h$|geos/|proj\.h$|boost/": r"gis/geometry/[^/]*\.cpp",
    r"(tbb|oneapi)/": r"(gis/network/[^/]*|src/domain/[^/]*|src/layers/input_files|src/run(_check|_screen)?)\.cpp",
    r"lemon/|coin/": r"src/domain/allocation[^/]*\.cpp",
    r"toml\+\+/": r"src/layers/config[^/]*\.cpp",
    r"CLI/": r"src/cli/[^/]*\.cpp",
    r"nlohmann/": r"(gis/io|src/cli|src/layers)/[^/]*\.cpp|src/run\.cpp",
}

# Headers that belong to the language or to POSIX.
SYSTEM = re.compile(r"[a-z_]+$|(c?[a-z_]+)$|(unistd|fcntl|semaphore|iconv|zlib|sys/\w+)\.h$")
OWN = re.compile(r"(gis|words|domain|layers|cli|synth)/|(run|run_parts|check_table|screen_table|text_cells)\.hpp$")


def room_of(path):
    folders = [room for room in ROOMS if path.startswith(room + "/")]
    return max(folders, key=len) if folders else ""


def place_of(header):
    return header if header.startswith(("gis/", "words/")) else "src/" + header


def fault(file, header):
    """What is wrong with this include, or nothing."""
    if OWN.match(header):
        room, other = room_of(file), room_of(place_of(header))
        return "" if other == room or other in ROOMS[room] else f"{room} must not include {other}"
    for pattern, allowed in THIRD_PARTY.items():
        if re.match(pattern, header):
            return "" if re.fullmatch(allowed, file) else f"{header} belongs into {allowed}"
    return "" if SYSTEM.match(header) else f"{header} is in no list of tests/house/check_includes.py"


def faults(root):
    for folder in ("gis", "src", "words"):
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            file = str(path.relative_to(root))
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                include = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
                if include and not include[1].endswith(".def") and (text := fault(file, include[1])):
                    yield f"{file}:{number}: {text}"


def self_test():
    """The rules bite."""
    assert fault("gis/io/a.cpp", "domain/city.hpp")
    assert fault("src/domain/a.cpp", "gis/io/osm.hpp")
    assert fault("src/domain/a.cpp", "cli/log.hpp")
    assert fault("gis/geometry/a.cpp", "gis/network/streets.hpp")
    assert fault("gis/io/a.hpp", "ogrsf_frmts.h")
    assert fault("src/layers/a.cpp", "toml++/toml.h")
    assert not fault("src/layers/config.cpp", "toml++/toml.h")
    assert not fault("src/run.cpp", "gis/io/osm.hpp")
    assert not fault("gis/units.hpp", "compare")


def main():
    self_test()
    found = list(faults(Path(sys.argv[1])))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
