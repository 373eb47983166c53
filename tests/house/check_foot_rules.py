#!/usr/bin/python3
"""The tables of tags in docs/walk.md and docs/walk.zh.md say what gis/streets/foot_rules.hpp says.

usage: check_foot_rules.py ROOT [--write]
"""
import re
import sys
from pathlib import Path

ENTRY = re.compile(r'\{"(\w+)", "(\w+)", FootWord::(\w+)\}')
TABLE = re.compile(r"(<!-- tags: begin -->\n).*?(<!-- tags: end -->)", re.S)
HEADS = {"docs/walk.md": "tag | values | what it says\n--- | --- | ---\n", "docs/walk.zh.md": "标签 | 取值 | 含义\n--- | --- | ---\n"}
WORDS = {
    "walked": ("walked", "可步行"),
    "walked_if_allowed": ("walked where foot allows it", "foot 允许时可步行"),
    "walked_with_sidewalk": ("walked where foot allows it or a sidewalk is tagged; all with trunk = \"open\"", "foot 允许或标注了人行道时可步行；trunk = \"open\" 时均可"),
    "allows": ("allows, whatever access says", "允许，不论 access 怎么写"),
    "on_private": ("private: at the beginning and the end of a walk only", "内部：只在步行的开头和结尾"),
    "bars": ("bars streets, and nodes with a barrier", "道路及设卡节点均不可通过"),
    "bars_streets": ("bars streets", "道路不可通过"),
    "absent": ("as if the tag were not there", "视同没有该标签"),
}


def rows_of(source, language):
    rows = {}
    for key, value, word in ENTRY.findall(source):
        rows.setdefault((key, word), []).append(f"`{value}`")
    for (key, word), values in rows.items():
        yield f"`{key}` | {', '.join(values)} | {WORDS[word][language]}\n"


def main():
    root = Path(sys.argv[1])
    source = (root / "gis/streets/foot_rules.hpp").read_text(encoding="utf-8")
    wrong = 0
    for language, (name, head) in enumerate(HEADS.items()):
        page = root / name
        text = page.read_text(encoding="utf-8")
        right = TABLE.sub(lambda found, table=head + "".join(rows_of(source, language)): found[1] + table + found[2], text)
        if "--write" in sys.argv:
            page.write_text(right, encoding="utf-8")
        elif right != text or not TABLE.search(text):
            print(f"{name}: its table of tags is not that of the code; tests/house/check_foot_rules.py . --write mends it")
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
