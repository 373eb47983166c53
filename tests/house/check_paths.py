#!/usr/bin/python3
"""Every path of the repository that a page names is there: pages that lead a reader nowhere are worse than none.

usage: check_paths.py REPOSITORY
A path is what stands in backticks and begins with a folder of the repository; it may leave out its ending (`gis/io/osm/osm_tags`), hold
a `*`, or name what is built (build/).
"""

import re
import sys
from pathlib import Path

FOLDERS = ("gis/", "src/", "words/", "tests/", "docs/", "scripts/", "bench/", "cmake/", "qgis_plugin/")
SPAN = re.compile(r"`([^`\n]+)`")


def is_there(root, path):
    path = path.split("#")[0].rstrip("/.,")
    return any(root.glob(path)) or any(root.glob(path + ".*"))


def paths_in(text):
    for span in SPAN.findall(text):
        word = span.split()[0]
        if word.startswith(FOLDERS) and not re.search(r"[<>{}|]|NAME|ROOM|CASE|X\b", word):
            yield word


def main():
    root = Path(sys.argv[1])
    assert not is_there(root, "gis/nowhere") and is_there(root, "gis/units") and list(paths_in("`gis/units.hpp` and `--set`")) == ["gis/units.hpp"]
    pages = [root / "README.md", root / "CONTRIBUTING.md", root / "bench/README.md", *sorted((root / "docs").rglob("*.md"))]
    missing = [f"{page.relative_to(root)}: `{path}` is not there" for page in pages for path in paths_in(page.read_text(encoding="utf-8")) if not is_there(root, path)]
    print("\n".join(missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
