#!/usr/bin/python3
"""Each text of words/zh.def and src/domain/city/findings_zh.def is Chinese: it holds Chinese characters, and not the English text again. What holds none
stands in NOT_CHINESE with the reason. (That both languages have the same values in the same order is a unit test: words, catalogue.)"""

import re
import sys
from pathlib import Path

STRING = r'"(?:[^"\\]|\\.)*"'
PAIR = re.compile(rf"^WORDS_(TEXT|ZH)\((\w+),\s*((?:{STRING}\s*)+)\)", re.MULTILINE)
FINDING = re.compile(rf"^FIELDGAP_FINDING(_ZH)?\((\w+),(?: \w+,)?\s*({STRING}),\s*({STRING})\)", re.MULTILINE)
CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
WORD = re.compile(r"[A-Za-z]{2,}")

# The texts without a Chinese character, and why.
NOT_CHINESE = {
    "cli_version": "the program's own line of --version",
    "cli_log_begins": "the first line of a log, read by programs",
    "cli_bar": "a bar of signs and a number",
    "cli_progress_line": "`progress N text`, read by programs",
    "reason_named": "only puts two other texts together",
    "binding_at": "only puts other texts together",
    "binding_of_stage": "only puts two other texts together",
    "init_taken": "a number and a text with its classifier",
    "list_join": "only puts two other texts together",
    "guess_one": "only puts two other texts together",
    "init_crs_why": "only puts two other texts together",
    "config_place": "file, line and column",
    "config_set_place": "an option as it is typed",
    "config_kind_number": "a number alone",
    "config_kind_text": "a value in quotes alone",
    "config_question": "only puts two other texts together",
    "fit_point": "two coordinates",
    "check_feature": "the name of a column",
    "tip_list_mark": "a comma",
    "run_listed": "only puts two other texts together",
    "evidence_joined": "only puts two other texts together",
    "evidence_of_stage": "only puts two other texts together",
}


def unquoted(text):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text))


def texts_of(root):
    """English and Chinese texts by id; a finding's message and cure each have one."""
    english, chinese = {}, {}
    for path in sorted((root / "words").glob("*.def")):
        for language, name, text in PAIR.findall(path.read_text(encoding="utf-8")):
            (chinese if language == "ZH" else english)[name] = unquoted(text)
    for path in sorted([*root.glob("src/**/findings*.def")]):
        for language, name, message, cure in FINDING.findall(path.read_text(encoding="utf-8")):
            into = chinese if language else english
            into[name + " (message)"] = unquoted(message)
            into[name + " (cure)"] = unquoted(cure)
    return english, chinese


def faults(english, chinese, allowed):
    for name, text in sorted(chinese.items()):
        has_chinese = bool(CHINESE.search(text))
        if not has_chinese and name not in allowed:
            yield f"{name}: '{text}' has no Chinese character; translate it, or list it in tests/house/check_chinese.py with the reason"
        elif has_chinese and name in allowed:
            yield f"{name}: '{text}' is Chinese now; take it off the list in tests/house/check_chinese.py"
        elif has_chinese and text == english.get(name):
            yield f"{name}: the English text has Chinese characters: '{text}'"
    yield from (f"{name}: listed in tests/house/check_chinese.py, and no such text" for name in sorted(allowed.keys() - chinese.keys()))
    for name, text in sorted(english.items()):
        # A sentence that shrank to a word is a sentence that lost its half: Chinese says the same in a third of the letters, not in a tenth.
        letters = len(CHINESE.findall(chinese.get(name, "")))
        words = len(WORD.findall(re.sub(r"'[^']*'|\[[^\]]*\]", "", text)))
        if words >= 8 and letters * 2 < words and name not in allowed:
            yield f"{name}: {letters} Chinese characters for {words} English words: '{chinese.get(name, '')}'"


def self_test():
    english = {"a": "write it", "b": "{}", "c": "one two three four five six seven eight nine"}
    right = {"a": "写出", "b": "{}", "c": "一二三四五六七八九"}
    assert not list(faults(english, right, {"b": "a value"}))
    for wrong, allowed in (({**right, "a": "write it"}, {"b": ""}), (right, {}), (right, {"b": "", "a": ""}), (right, {"b": "", "z": ""}),
                           ({**right, "c": "一"}, {"b": ""})):
        assert list(faults(english, wrong, allowed))


def main():
    self_test()
    english, chinese = texts_of(Path(sys.argv[1]))
    found = list(faults(english, chinese, NOT_CHINESE))
    if len(chinese) < 600 or english.keys() != chinese.keys():
        found.append(f"{len(chinese)} Chinese texts for {len(english)} English ones: {sorted(english.keys() ^ chinese.keys())[:5]}")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
