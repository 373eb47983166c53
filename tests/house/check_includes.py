#!/usr/bin/python3
"""The one-way rule: which room may include which (the table of docs/architecture.md), and where a third party's header may stand.

Also: the table's rows stand bottom up, so that rooms form no cycle; no folder of sources holds more than 30 files; every source has a
header of its own name, but for `main.cpp`.
"""

import re
import sys
from pathlib import Path

MOST_FILES = 30
TABLE = re.compile(r"<!-- rooms: begin -->\n.*?\n.*?\n(.*?)<!-- rooms: end -->", re.S)

# The beginning of a third party's header, and the .cpp files that may name it.
THIRD_PARTY = {
    r"fmt/": r"(words|gis/io/\w+)/[^/]*\.cpp",
    r"(gdal|ogr|cpl|vrt)\w*\.h$": r"gis/io/\w+/[^/]*\.cpp",
    r"osmium/|expat": r"gis/io/osm/[^/]*\.cpp",
    r"protozero/|libdeflate": r"gis/io/pbf/[^/]*\.cpp",
    r"sqlite3\.h$": r"(gis/io/\w+|src/batch|src/register|src/verify/result)/[^/]*\.cpp",
    r"openssl/|uchardet": r"gis/io/\w+/[^/]*\.cpp",
    r"SQLiteCpp/": r"(src/batch(/cities)?|src/register|src/verify/result)/[^/]*\.cpp",
    r"boost/pending/disjoint_sets": r"(gis/network|gis/walking|gis/joining|src/domain/transport|src/domain/proof|src/domain/screening)/[^/]*\.cpp",
    r"geos_c\.h$|geos/|proj\.h$|boost/": r"gis/geometry/[^/]*\.cpp",
    r"utf8proc\.h$": r"words/[^/]*\.cpp",
    r"(tbb|oneapi)/": r"(gis/network|gis/walking|gis/io/osm|src/domain/\w+|src/layers/input|src/commands)/[^/]*\.cpp",
    r"lemon/|coin/": r"src/domain/flow/[^/]*\.cpp",
    r"xlsxwriter\.h$": r"src/workbook/[^/]*\.cpp",
    r"toml\+\+/": r"src/layers/(config/tree|draft)/[^/]*\.cpp",
    r"CLI/": r"src/cli/[^/]*\.cpp",
    r"nlohmann/": r"(gis/io/\w+|src/cli|src/layers/\w+|src/batch(/\w+)?|src/report|src/quarter(/\w+)?|src/verify/result|src/commands(/\w+)?)/[^/]*\.cpp",
}

# The program, and what writes its man pages and completions.
MAINS = ("src/main.cpp", "src/man_pages.cpp", "src/completions.cpp")

# A check of results is worth nothing if it shares code with what made them: the verifier stands on texts, errors and interrupts alone.
VERIFIER = "src/verify"
MAY_STAND_UNDER_VERIFIER = ("gis", "words", "src/verify", "src/verify/result", "src/verify/checks", "src/verify/proof")

# Headers that belong to the language or to POSIX.
SYSTEM = re.compile(r"[a-z_]+$|(c?[a-z_]+)$|(unistd|fcntl|fnmatch|poll|spawn|semaphore|iconv|zlib|sys/\w+)\.h$")
OWN = re.compile(r"(gis|words|domain|layers|batch|quarter|register|report|cli|synth|verify|workbook|commands)/")


def rooms_of(page):
    """The table as {room: rooms that it may include}, in its order."""
    rooms = {}
    for row in TABLE.search(page)[1].splitlines():
        room, sentence, others = (cell.strip() for cell in row.split("|"))
        assert sentence.endswith("."), f"{room} has no sentence"
        rooms[room] = [] if others == "-" else others.split()
    return rooms


def faults_of_table(rooms):
    seen = []
    for room, others in rooms.items():
        yield from (f"table of rooms: {room} may include {other}, which stands below it" for other in others if other not in seen)
        seen.append(room)


def faults_of_verifier(rooms):
    for room, others in rooms.items():
        if room == VERIFIER or room.startswith(VERIFIER + "/"):
            yield from (f"table of rooms: {room} may include {other}, and verifies what that made" for other in others
                        if other not in MAY_STAND_UNDER_VERIFIER)


def room_of(path):
    return path.rsplit("/", 1)[0]


def place_of(header):
    return header if header.startswith(("gis/", "words/")) else "src/" + header


def fault(rooms, file, header):
    """What is wrong with this include, or nothing."""
    if OWN.match(header):
        room, other = room_of(file), room_of(place_of(header))
        return "" if other == room or other in rooms.get(room, []) else f"{room} must not include {other}"
    for pattern, allowed in THIRD_PARTY.items():
        if re.match(pattern, header):
            return "" if re.fullmatch(allowed, file) else f"{header} belongs into {allowed}"
    return "" if SYSTEM.match(header) else f"{header} is in no list of tests/house/check_includes.py"


def sources(root):
    for folder in ("gis", "src", "words"):
        yield from sorted((root / folder).rglob("*.[ch]pp"))


def faults_of_headers(files):
    for file in sorted(files):
        if file.endswith(".cpp") and file[:-3] + "hpp" not in files and file not in MAINS:
            yield f"{file}: no header of its name"


def faults(root, rooms):
    count = {}
    for path in sources(root):
        file = str(path.relative_to(root))
        room = room_of(file)
        count[room] = count.get(room, 0) + 1
        if room not in rooms:
            yield f"{file}: its folder is no room of the table"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if include and not include[1].endswith(".def") and (text := fault(rooms, file, include[1])):
                yield f"{file}:{number}: {text}"
    yield from (f"{room}: {files} files, more than {MOST_FILES}" for room, files in count.items() if files > MOST_FILES)
    yield from (f"table of rooms: there is no {room}" for room in rooms if room not in count)


def self_test(rooms):
    """The rules bite."""
    assert fault(rooms, "gis/io/base/a.cpp", "domain/city/city.hpp")
    assert fault(rooms, "src/domain/gap/a.cpp", "gis/io/osm/osm.hpp")
    assert fault(rooms, "src/domain/gap/a.cpp", "cli/log.hpp")
    assert fault(rooms, "src/domain/standard/a.cpp", "domain/gap/gap.hpp")
    assert fault(rooms, "gis/geometry/a.cpp", "gis/streets/streets.hpp")
    assert fault(rooms, "gis/io/base/a.hpp", "ogrsf_frmts.h")
    assert fault(rooms, "src/layers/table/a.cpp", "toml++/toml.h")
    assert not fault(rooms, "src/layers/config/tree/config_tree.cpp", "toml++/toml.h")
    assert not fault(rooms, "src/commands/run.cpp", "layers/input/read_city.hpp")
    assert not fault(rooms, "gis/units.hpp", "compare")
    assert list(faults_of_headers({"gis/a.cpp"})) and not list(faults_of_headers({"gis/a.cpp", "gis/a.hpp"}))
    assert list(faults_of_verifier({"src/verify/checks": ["src/domain/flow"]})) and not list(faults_of_verifier({"src/batch": ["gis/io/base"]}))
    assert fault(rooms, "src/verify/checks/a.cpp", "domain/allocation/allocation.hpp")
    assert fault(rooms, "src/verify/result/a.cpp", "layers/result/result_view.hpp")
    assert list(faults_of_table({"a": ["b"], "b": []})) and not list(faults_of_table({"b": [], "a": ["b"]}))


def main():
    root = Path(sys.argv[1])
    rooms = rooms_of((root / "docs/architecture.md").read_text(encoding="utf-8"))
    self_test(rooms)
    files = {str(path.relative_to(root)) for path in sources(root)}
    found = [*faults_of_table(rooms), *faults_of_verifier(rooms), *faults_of_headers(files), *faults(root, rooms)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
