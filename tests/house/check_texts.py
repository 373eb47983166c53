#!/usr/bin/python3
"""Each translate(Text::id, {values}) gives as many values as the text has placeholders: too few would end a run with exit code 5.
Texts that nothing says are named."""

import re
import sys
from pathlib import Path

TEXT = re.compile(r'^WORDS_TEXT\((\w+),\s*"((?:[^"\\]|\\.)*)"\)', re.MULTILINE)
SAID = re.compile(r"\btranslate\(\s*(?:words::)?Text::(\w+)\s*")
USED = re.compile(r"Text::(\w+)")


def placeholders(text):
    return len(re.findall(r"\{[^{}]*\}", text))


def arguments_in_braces(source, at):
    """Number of elements of the brace list that opens at `at`."""
    depth, count, is_empty, i = 0, 0, True, at
    while i < len(source):
        c = source[i]
        if c in "\"'":
            i = source.index(c, i + 1) if c == "'" else end_of_string(source, i)
            is_empty = False
        elif c in "({[":
            depth += 1
        elif c in ")}]":
            depth -= 1
            if depth == 0:
                return 0 if is_empty else count + 1
        elif c == "," and depth == 1:
            count += 1
        elif not c.isspace():
            is_empty = False
        i += 1
    return -1


def end_of_string(source, at):
    i = at + 1
    while source[i] != '"':
        i += 2 if source[i] == "\\" else 1
    return i


def faults(root):
    texts = {}
    for path in sorted((root / "words").glob("*.def")):
        texts.update({name: placeholders(text) for name, text in TEXT.findall(path.read_text(encoding="utf-8"))})
    used = set()
    for path in sorted([*root.glob("src/**/*.[ch]pp"), *root.glob("gis/**/*.[ch]pp"), *root.glob("words/*.[ch]pp")]):
        source = path.read_text(encoding="utf-8")
        used |= set(USED.findall(source))
        for match in SAID.finditer(source):
            rest = source[match.end():match.end() + 1]
            is_list = rest == "," and source[match.end() + 1:].lstrip().startswith("{")
            if rest == "," and not is_list:
                continue
            given = arguments_in_braces(source, source.index("{", match.end())) if is_list else 0
            if rest in ",)" and match[1] in texts and given != texts[match[1]]:
                line = source.count("\n", 0, match.start()) + 1
                yield f"{path.relative_to(root)}:{line}: {match[1]} has {texts[match[1]]} placeholders and gets {given} values"
    for name in sorted(texts.keys() - used):
        yield f"words: nothing says {name}"


def main():
    assert arguments_in_braces('{a, f(b, c), "x,y", {d, e}}', 0) == 4 and arguments_in_braces("{}", 0) == 0
    assert placeholders("{} of {:.2f}") == 2
    found = list(faults(Path(sys.argv[1])))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
