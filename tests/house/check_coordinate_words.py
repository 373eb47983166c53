#!/usr/bin/python3
"""The tables in docs/formats.md say which headings of coordinates and which makers of tables are known: they are written from the vocabularies in
src/layers/columns.

usage: check_coordinate_words.py REPOSITORY [--update]
"""
import re
import sys
from pathlib import Path

TEXT = r'((?:\s*"[^"]*")+)'
FAMILIES = {"longitude_latitude": "degrees", "x_y": "degrees or metres", "easting_northing": "metres", "german_grid": "metres"}
DATUMS = {"none": "WGS 84", "gcj02": "GCJ-02", "bd09": "BD-09"}


def words_in(texts):
    return " ".join(f"`{word}`" for word in "".join(re.findall(r'"([^"]*)"', texts)).split())


def headings(code):
    yield "what | words"
    yield "--- | ---"
    for family, x, y in re.findall(r"CoordinateWords\{\s*CoordinateFamily::(\w+),\s*" + TEXT + "," + TEXT + r"\s*\}", code):
        yield f"x, {FAMILIES[family]} | {words_in(x)}"
        yield f"y, {FAMILIES[family]} | {words_in(y)}"
    for is_north_first, texts in re.findall(r"PairWords\{(\w+),\s*" + TEXT + r"\s*\}", code):
        yield f"pairs, {'latitude' if is_north_first == 'true' else 'longitude'} first | {words_in(texts)}"
    for datum, joined, alone in re.findall(r"DatumWords\{\s*gis::WebDatum::(\w+),\s*" + TEXT + "," + TEXT + r"\s*\}", code):
        yield f"{DATUMS[datum]}, with a word above | {words_in(joined)}"
        yield f"{DATUMS[datum]}, parted from it by a sign | {words_in(alone)}"
    geometry = re.search(r"geometry_words\(\)\s*\{\s*return" + TEXT, code).group(1)
    yield f"WKT or GeoJSON | {words_in(geometry)}"
    neutral = re.search(r"neutral_coordinate_words\(\)\s*\{\s*return" + TEXT, code).group(1)
    yield f"beside a word above, saying nothing | {words_in(neutral)}"


def makers(code):
    yield "maker | columns | types begin with | datum"
    yield "--- | --- | --- | ---"
    for name, datum, columns, types in re.findall(r'MakerWords\{\s*"(\w+)",\s*gis::WebDatum::(\w+),' + TEXT + "," + TEXT + r"\s*\}", code):
        yield f"{name} | {words_in(columns)} | {words_in(types)} | `{datum}`"


TABLES = {"coordinate words": ("coordinate_words.cpp", headings), "makers": ("map_maker.cpp", makers)}


def with_tables(root, text):
    for name, (source, rows) in TABLES.items():
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        before, rest = text.split(begin)
        after = rest.split(end)[1]
        code = (root / "src" / "layers" / "columns" / source).read_text(encoding="utf-8")
        text = before + begin + "\n" + "\n".join(rows(code)) + "\n" + end + after
    return text


def main():
    root = Path(sys.argv[1])
    page = root / "docs" / "formats.md"
    written = page.read_text(encoding="utf-8")
    wanted = with_tables(root, written)
    if "--update" in sys.argv:
        page.write_text(wanted, encoding="utf-8")
        return 0
    if written != wanted:
        print("docs/formats.md: the tables of coordinates are not those of the code; run tests/house/check_coordinate_words.py . --update")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
