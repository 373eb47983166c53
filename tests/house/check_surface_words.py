#!/usr/bin/python3
"""The table of surfaces in docs/formats.md says what src/layers/surface/surface_vocabulary.hpp knows.

usage: check_surface_words.py ROOT [--write]
"""
import re
import sys
from pathlib import Path

ENTRY = re.compile(r'SurfaceWords\{\s*(true|false),((?:\s*"[^"]*")+)\}')
NOT_SAID = re.compile(r'surface_not_said =((?:\s*"[^"]*")+);')
TABLE = re.compile(r"(<!-- surfaces: begin -->\n).*?(<!-- surfaces: end -->)", re.S)
HEAD = "hard | words\n--- | ---\n"


def words_of(literals):
    return " ".join("".join(re.findall(r'"([^"]*)"', literals)).split())


def table_of(source):
    words = {"true": [], "false": []}
    for is_hard, literals in ENTRY.findall(source):
        words[is_hard].append(words_of(literals))
    rows = [("1", " ".join(words["true"])), ("0", " ".join(words["false"])), ("not said", words_of(NOT_SAID.search(source)[1]))]
    return HEAD + "".join(f"{hard} | {text}\n" for hard, text in rows)


def twice(source):
    """Words that stand in the table more than once, so that the second means nothing."""
    words = [word for _, literals in ENTRY.findall(source) for word in words_of(literals).split()]
    return sorted({word for word in words if words.count(word) > 1})


def main():
    root = Path(sys.argv[1])
    page = root / "docs/formats.md"
    source = (root / "src/layers/surface/surface_vocabulary.hpp").read_text(encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    right = TABLE.sub(lambda found: found[1] + table_of(source) + found[2], text)
    if "--write" in sys.argv:
        page.write_text(right, encoding="utf-8")
        return 0
    faults = [f"surface_vocabulary.hpp: '{word}' stands there twice" for word in twice(source)]
    if right != text or not TABLE.search(text):
        faults.append("docs/formats.md: its table of surfaces is not that of the code; tests/house/check_surface_words.py . --write mends it")
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
