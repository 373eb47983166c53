#!/usr/bin/python3
"""The table of road classes in docs/formats.md says what src/layers/text/road_vocabulary.cpp knows.

usage: check_road_words.py ROOT [--write]
"""
import re
import sys
from pathlib import Path

ENTRY = re.compile(r'RoadWords\{"(\w*)",((?:\s*"[^"]*")+)\}')
TABLE = re.compile(r"(<!-- road classes: begin -->\n).*?(<!-- road classes: end -->)", re.S)
HEAD = "read as | words\n--- | ---\n"


def rows_of(source):
    words = {}
    for osm, literals in ENTRY.findall(source):
        words.setdefault(osm, []).extend("".join(re.findall(r'"([^"]*)"', literals)).split())
    for osm, list_of_words in words.items():
        yield f"{f'`{osm}`' if osm else 'themselves'} | {' '.join(list_of_words)}\n"


def main():
    root = Path(sys.argv[1])
    page = root / "docs/formats.md"
    text = page.read_text(encoding="utf-8")
    table = HEAD + "".join(rows_of((root / "src/layers/text/road_vocabulary.cpp").read_text(encoding="utf-8")))
    right = TABLE.sub(lambda found: found[1] + table + found[2], text)
    if "--write" in sys.argv:
        page.write_text(right, encoding="utf-8")
    elif right != text or not TABLE.search(text):
        print("docs/formats.md: its table of road classes is not that of the code; tests/house/check_road_words.py . --write mends it")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
