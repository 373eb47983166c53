#!/usr/bin/python3
"""The page's texts stand in one catalogue, each in both languages with the same places, and each is said somewhere; its colours are those
of the map in QGIS."""

import json
import re
import sys
from pathlib import Path

PLACE = re.compile(r"\{\d\}")
KINDS = re.compile(r"named\('(\w+)'")
COLOUR = re.compile(r'constexpr const char\* (\w+) = "(\d+),(\d+),(\d+),255";')
PAGE_COLOUR = re.compile(r"(\w+): '#([0-9a-f]{6})'")


def faults_of_texts(catalogue, source):
    kinds = tuple(f"{kind}_" for kind in KINDS.findall(source))
    templates = tuple(re.findall(r"t\(`(\w+_)\$\{", source))
    for name, texts in catalogue.items():
        if sorted(texts) != ["en", "zh"] or (texts["en"].strip() and not texts["zh"]):
            yield f"web/src/words.json: '{name}' is not in English and Chinese"
        elif sorted(PLACE.findall(texts["en"])) != sorted(PLACE.findall(texts["zh"])):
            yield f"web/src/words.json: '{name}' has other places in Chinese"
        if f"'{name}'" not in source and not name.startswith(kinds + templates):
            yield f"web/src/words.json: nothing says '{name}'"


def faults_of_colours(looks, page):
    named = {name: f"{int(red):02x}{int(green):02x}{int(blue):02x}" for name, red, green, blue in COLOUR.findall(looks)}
    shown = dict(PAGE_COLOUR.findall(page.split("export const colours = {")[1].split("}")[0]))
    if not named or named != shown:
        yield f"web/src/looks.ts: its colours {shown} are not those of style_looks.hpp, {named}"


def main():
    root = Path(sys.argv[1])
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "web/src").rglob("*.ts")))
    catalogue = json.loads((root / "web/src/words.json").read_text(encoding="utf-8"))
    looks = (root / "src/layers/output/style_looks.hpp").read_text(encoding="utf-8")
    page = (root / "web/src/looks.ts").read_text(encoding="utf-8")
    found = [*faults_of_texts(catalogue, source), *faults_of_colours(looks, page)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
