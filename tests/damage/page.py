"""The page docs/damage-matrix.md: what was measured, in words."""
from kinds import EXACT, KINDS

# Kinds of which less comes out than should, and why. The test demands that they still fail, so that none stays here for longer than it must.
ASKS = "`init` asks once, under `[city] crs`, and names the choices: Gauss-Kruger and UTM have the same numbers 1.7 km apart"
KNOWN = {
    "No .prj, Gauss-Kruger without the zone number": ASKS,
    "No .prj, UTM": ASKS,
}

HEAD = """# The damage matrix

Each row is a kind of damage that is done to a clean synthetic city (12 schools). The damaged files are then read and analysed, and the result is
compared with that of the clean city: area, need, gap, status, pupils and name of every school, and all pairs of schools and venues in reach.
`tests/damage/check_damage.py` does this for every row and writes this page (`--write`); ctest fails where the page says anything but what was measured.

* **found**: the damage is noticed: an issue is reported, the program refuses the file and says why, or `init` finds out what the file does not say.
* **repaired**: *exact* where every figure is that of the clean city, else how far areas may be off; *by init* where the config that
  `fieldgap init` wrote does it. *no* where figures differ; then the issue says so.
* **reported**: the codes of the issues (docs/data-issues.md) that the clean city does not have, or what the refusal names.
"""

INTRODUCTIONS = {
    "Encodings": "Schools are written as shapefiles or tables in the encodings that bureaus use, with true, false and no declarations of it.",
    "Tables": "The pupils, classes and areas of the schools come as an education return, laid out as people lay out tables for people.",
    "Tables as people make them": "Columns are not what their heading says, or figures stand where nobody looks for them.",
    "Coordinates": "Layers lose their coordinate reference system, declare another one than theirs, or are shifted, whole or in single rows.",
    "Ids and joins": "Ids are changed as spreadsheets change them, rows stand twice, and tables name schools in other ways than by id.",
    "Geometry": "Shapes are drawn wrongly, twice, or where they do not belong; the drawn areas count, not the official ones.",
    "Plausibility": "Numbers are read in the wrong unit or from the wrong column. Such numbers are never changed, only reported.",
    "Streets": "Road classes come in other words, side streets end before the street that they should meet, lines stand twice.",
    "Leases": "A table of contracts is wrong in a row; needs and walks stay, and the issue says what becomes of the contract.",
    "Strike-off register": "A register comes back from a district with more or less in it than a run left there; no figure of the city hangs on it, and nothing is "
                           "changed unasked.",
    "Indicators": "The table of the seven indicators is wrong in a row or in its unit; needs and walks stay, and the issue says what becomes of the row.",
    "Files": "Files are cut off, incomplete or empty.",
}
QUIET = {"columns_not_used"}  # says nothing of damage


def repaired(kind, outcome):
    if outcome["repaired"] == "":
        return "no"
    text = EXACT if outcome["repaired"] == EXACT else f"areas within {outcome['repaired']:g} of themselves"
    return f"{text}, by init" if kind.by_init else text


def row_of(outcome):
    kind = KINDS[outcome["kind"]]
    codes = [f"`{code}`" for code in outcome["codes"] if code not in QUIET]
    said = f"refused, naming `{outcome['said']}`" if outcome["said"] else ", ".join(codes)
    said = "a question in the config that `init` writes" if outcome["said"] == "?" else said
    found = "yes" if said or kind.by_init else "no" if outcome["repaired"] == "" else "not needed"
    return f"| {kind.name} | {found} | {repaired(kind, outcome)} | {said or '-'} |"


def text_of(outcomes):
    parts = [HEAD]
    for group, sentence in INTRODUCTIONS.items():
        rows = [row_of(one) for one in outcomes if KINDS[one["kind"]].group == group]
        parts.append("\n".join([f"## {group}", "", sentence, "", "| kind | found | repaired | reported |", "| --- | --- | --- | --- |", *rows, ""]))
    known = [f"* {name}: {why}" for name, why in KNOWN.items()]
    parts.append("\n".join(["## Known to come out worse than they should", "", *(known or ["None of the kinds above."]), ""]))
    return "\n".join(parts)


def wrong_page(path, outcomes, write):
    text = text_of(outcomes)
    if write:
        path.write_text(text, encoding="utf-8")
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        yield f"{path} is not what was measured; look at the difference that --write makes"
