"""The list of small mistakes, and how they are put into a copy of the sources.

A block of mutants.txt, ended by an empty line:

    mutant 7
    file: district.cpp                                  the end of its path, enough to be the only one
    was: a && ⟦b <= c⟧                                  as it stands in the code, once; only what is between the marks is replaced
    now: b < c                                          empty: a statement that is left out
    means: one sentence, what it would do to a planner
    survives: why no test can tell                      only where none does

Spaces and line ends in `was` match any others, so that a formatted file stays found. Expressions become a choice at run time, statements (what
ends in `;` or `}`) an if.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

MARKS = ("⟦", "⟧")
SWITCH = "gis/mutant.hpp"
SWITCH_TEXT = """#pragma once
#include <cstdlib>
/// The mistake that this run makes; 0: none.
inline const int chosen_mutant = std::getenv("FIELDGAP_MUTANT") == nullptr ? 0 : std::atoi(std::getenv("FIELDGAP_MUTANT"));
inline bool is_mutant(int number)
{
    return chosen_mutant == number;
}
"""


class Fault(Exception):
    """The list and the code do not fit each other."""


@dataclass
class Mutant:
    number: int
    file: str = ""
    was: str = ""
    now: str = ""
    means: str = ""
    survives: str = ""
    given: set = field(default_factory=set)

    def name(self):
        return f"mutant {self.number} ({self.file})"


def mutants_of(text):
    """The blocks of the list; lines that begin with # are remarks, a line of two spaces or more goes on with the one before."""
    mutants, key = [], ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        begin = re.fullmatch(r"mutant (\d+)", line)
        pair = re.match(r"(file|was|now|means|survives):(?: (.*))?$", line)
        if begin:
            mutants.append(Mutant(int(begin[1])))
        elif pair and mutants and pair[1] not in mutants[-1].given:
            key = pair[1]
            mutants[-1].given.add(key)
            setattr(mutants[-1], key, pair[2] or "")
        elif line.startswith("  ") and mutants and key:
            setattr(mutants[-1], key, getattr(mutants[-1], key) + " " + line.strip())
        else:
            raise Fault(f"line {number}: '{line}' is no line of a mutant; see tests/mutants/mutant_list.py")
    return mutants


def tokens_of(text):
    return re.findall(r"\w+|[^\w\s]", text)


def pattern_of(text):
    """Matches the text with any space between its parts."""
    parts, last = [], ""
    for token in tokens_of(text):
        gap = r"\s+" if last and (last[-1] + token[0]).replace("_", "a").isalnum() else r"\s*"
        parts.append((gap if parts else "") + re.escape(token))
        last = token
    return "".join(parts)


def place_of(mutant, source):
    """Where the replaced part begins and ends."""
    before, _, rest = mutant.was.partition(MARKS[0])
    if not rest:
        before, rest = "", mutant.was + MARKS[1]
    part, _, after = rest.partition(MARKS[1])
    if not part.strip():
        raise Fault(f"{mutant.name()}: nothing stands between its marks in '{mutant.was}'")
    pattern = rf"{pattern_of(before)}\s*({pattern_of(part)})\s*{pattern_of(after)}"
    found = list(re.finditer(pattern, source))
    if len(found) != 1:
        raise Fault(f"{mutant.name()}: '{mutant.was}' stands {len(found)} times in the file, not once; mend tests/mutants/mutants.txt")
    return found[0].span(1)


def choice(mutants, was):
    """What stands in place of `was`: the mistakes that are made there, one after the other, and the right thing."""
    is_statement = was.rstrip().endswith((";", "}"))
    for mutant in mutants:
        if is_statement:
            was = f"if (is_mutant({mutant.number})) {{ {mutant.now} }} else {{ {was} }}"
        else:
            was = f"(is_mutant({mutant.number}) ? ({mutant.now}) : ({was}))"
    return was


def mutated(source, mutants):
    """The source with a choice for each mistake, and the switch included."""
    by_place = {}
    for mutant in mutants:
        by_place.setdefault(place_of(mutant, source), []).append(mutant)
    places = sorted(by_place)
    for one, other in zip(places, places[1:]):
        if other[0] < one[1]:
            raise Fault(f"{by_place[other][0].name()} and {by_place[one][0].name()} overlap; give them the same marked text")
    for begin, end in reversed(places):
        source = source[:begin] + choice(by_place[begin, end], source[begin:end]) + source[end:]
    return f'#include "{SWITCH}"\n' + source


def file_of(mutant, files):
    found = [file for file in files if ("/" + file).endswith("/" + mutant.file)]
    if len(found) != 1:
        raise Fault(f"{mutant.name()}: {len(found)} files end so: {found}; name the only one")
    return found[0]


def sources_of(root):
    return sorted(str(path.relative_to(root)) for folder in ("gis", "src") for path in (root / folder).rglob("*.[ch]pp"))


def by_file(mutants, root):
    files = sources_of(root)
    result = {}
    for mutant in mutants:
        result.setdefault(file_of(mutant, files), []).append(mutant)
    return result


def without_texts(source):
    """Without comments, strings and characters."""
    source = re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', source)
    source = re.sub(r"(?<![\w])'(?:[^'\\\n]|\\.)+'", "' '", source)
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", source, flags=re.DOTALL)


def is_balanced(source):
    open_ones = []
    for sign in without_texts(source):
        if sign in "([{":
            open_ones.append(")]}"["([{".index(sign)])
        elif sign in ")]}" and (not open_ones or open_ones.pop() != sign):
            return False
    return not open_ones


def faults(mutants, root):
    """What is wrong with the list, in words."""
    numbers = [mutant.number for mutant in mutants]
    yield from (f"mutant {number} is there twice" for number in sorted({n for n in numbers if numbers.count(n) > 1}))
    for mutant in mutants:
        if not {"file", "was", "now", "means"} <= mutant.given or not mutant.means or not mutant.number:
            yield f"{mutant.name()}: needs file, was, now and means, and a number above 0"
        elif tokens_of(mutant.now) == tokens_of(mutant.was.partition(MARKS[0])[2].partition(MARKS[1])[0] or mutant.was):
            yield f"{mutant.name()}: makes no mistake"
    files = sources_of(root)
    for mutant in mutants:
        try:
            source = (root / file_of(mutant, files)).read_text(encoding="utf-8")
            if is_balanced(source) and not is_balanced(mutated(source, [mutant])):
                yield f"{mutant.name()}: its brackets do not fit"
        except Fault as fault:
            yield str(fault)
    try:
        for file, of_file in by_file(mutants, root).items():
            mutated((root / file).read_text(encoding="utf-8"), of_file)
    except Fault as fault:
        yield str(fault)


def self_test():
    mutant = Mutant(3, "a.cpp", "if (a && ⟦b  <= c⟧)", "b < c", "x")
    source = "void f()\n{\n    if (a &&\n        b <= c) {\n        g();\n    }\n}\n"
    assert "(is_mutant(3) ? (b < c) : (b <= c))" in mutated(source, [mutant])
    assert "if (is_mutant(4)) {  } else { g(); }" in mutated(source, [Mutant(4, "a.cpp", "g();")])
    assert mutated(source, [mutant, Mutant(5, "a.cpp", "a && ⟦b <= c⟧", "true")]).count("is_mutant") == 2
    for wrong in (source * 2, "", source.replace("b <= c", "b < c")):
        try:
            mutated(wrong, [mutant])
            raise AssertionError(wrong)
        except Fault:
            pass
    assert is_balanced("f({1}, '(', \"]\"); // (") and not is_balanced("f(}")
    one, = mutants_of("# x\nmutant 1\nfile: a.cpp\nwas: b\n  c\nnow:\nmeans: d\n")
    assert (one.was, one.now, one.means) == ("b c", "", "d")


def list_in(root):
    return mutants_of((Path(root) / "tests/mutants/mutants.txt").read_text(encoding="utf-8"))
