#!/usr/bin/python3
"""The table of words in docs/formats.md says which types and states of schools are known: it is written from the vocabularies in src/layers/text.

usage: check_words.py REPOSITORY [--update]
"""

import re
import sys
from pathlib import Path

BEGIN, END = "<!-- school words: begin -->", "<!-- school words: end -->"
LITERALS = r'((?:\s*"[^"]*"|\s*//[^\n]*)+)'
MEANINGS = {
    "any_school": "a school, and no more", "primary": "primary", "junior": "junior", "senior": "senior",
    "junior_or_both": "junior, or junior and senior: the name decides, a total is of neither", "nine_years": "primary and junior",
    "secondary": "junior and senior", "twelve_years": "all three", "special": "kind special", "vocational": "kind vocational",
    "teaching_point": "kind teaching_point", "no_school": "no school: left out (`not_a_school`)",
}


def words_in(literals):
    lines = [line for line in literals.split("\n") if not line.strip().startswith("//")]
    return "".join(re.findall(r'"([^"]*)"', "\n".join(lines))).split()


def rows(root):
    folder = root / "src" / "layers" / "text"
    for phase, texts in re.findall(r"PhaseWords\{\s*RegisterPhase::(\w+),\s*" + LITERALS, (folder / "phase_vocabulary.cpp").read_text(encoding="utf-8")):
        yield "`phase`", phase if phase != "closed" else "closed: left out (`school_closed`)", words_in(texts)
    types = (folder / "type_vocabulary.cpp").read_text(encoding="utf-8")
    for sign, texts, category in re.findall(r"TypeWords\{\s*(\w+),\s*" + LITERALS + r"(,\s*true)?\}", types):
        first = "first part of a type text: " if category else ""
        yield "`stage`, `kind`", first + MEANINGS[sign], words_in(texts)
    for sign, texts in re.findall(r"TypeCodes\{\s*(\w+),\s*" + LITERALS, types):
        yield "`stage`, `kind`: codes", MEANINGS[sign], words_in(texts)
    endings = re.search(r"endings =\s*" + LITERALS, (folder / "place_name.cpp").read_text(encoding="utf-8"))
    yield "end of `name`", MEANINGS["no_school"], words_in(endings.group(1))


def table(root):
    lines = ["column | means | words (capitals, spaces and full width do not count)", "--- | --- | ---"]
    lines += [f"{column} | {meaning} | {', '.join(words)}" for column, meaning, words in rows(root)]
    return "\n".join(lines)


def main():
    root = Path(sys.argv[1])
    page = root / "docs" / "formats.md"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    written, after = rest.split(END)
    wanted = "\n" + table(root) + "\n"
    if "--update" in sys.argv:
        page.write_text(before + BEGIN + wanted + END + after, encoding="utf-8")
        return 0
    if written != wanted:
        print("docs/formats.md: the table of words is not that of the code; run tests/house/check_words.py . --update")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
