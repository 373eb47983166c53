#!/usr/bin/python3
"""docs/data-issues.md and .zh.md hold each issue code once, in the groups and the order of src/domain/city/findings.def, with its severity, with
message and cure word for word as the program says them, and with a cause."""

import re
import sys
from pathlib import Path

STRING = r'"((?:[^"\\]|\\.)*)"'
ENGLISH = re.compile(rf"FIELDGAP_FINDING\((\w+), (\w+), {STRING}, {STRING}\)")
CHINESE = re.compile(rf"FIELDGAP_FINDING_ZH\((\w+), {STRING}, {STRING}\)")
LINE = re.compile(r"- ([^:：]+?)(?:: |：)(.*)")
NAMES = {"级别": "severity", "说明": "message", "原因": "cause", "处理": "cure"}


def unescaped(text):
    return re.sub(r"\\(.)", r"\1", text)


def groups_of_table(text):
    """Lists of (code, severity, message, cure): a comment line after an empty one begins a group."""
    groups = []
    for line in text.splitlines():
        match = ENGLISH.match(line)
        if match:
            groups[-1].append((match[1], match[2], unescaped(match[3]), unescaped(match[4])))
        elif line.startswith("// "):
            groups.append([])
    return [group for group in groups if group]


def in_chinese(groups, text):
    said = {code: (unescaped(message), unescaped(cure)) for code, message, cure in CHINESE.findall(text)}
    return [[(code, severity, *said.get(code, ("", ""))) for code, severity, _, _ in group] for group in groups]


def groups_of_page(text):
    """Lists of (code, {field: text}) by `##` headings, of which those without a code do not count."""
    groups = [[]]
    for line in text.splitlines():
        field = LINE.match(line)
        if line.startswith("## "):
            groups.append([])
        elif line.startswith("### "):
            groups[-1].append((line[4:].strip(), {}))
        elif field and groups[-1]:
            groups[-1][-1][1][NAMES.get(field[1], field[1])] = field[2].strip()
    return [group for group in groups if group]


def faults_of_entry(entry, fields):
    code, severity, message, cure = entry
    for field, right in (("severity", severity), ("message", message), ("cure", cure)):
        if fields.get(field) != right:
            yield f"{code}: {field} is '{fields.get(field, '')}'; the program says '{right}'"
    if not fields.get("cause"):
        yield f"{code}: no cause; say in a sentence why this happens in data"


def faults(table, page):
    right = [[entry[0] for entry in group] for group in table]
    shown = [[code for code, _ in group] for group in page]
    known = {code for group in right for code in group}
    listed = [code for group in shown for code in group]
    yield from (f"{code}: missing" for code in sorted(known - set(listed)))
    yield from (f"{code}: no such code" for code in sorted(set(listed) - known))
    yield from (f"{code}: {listed.count(code)} times" for code in sorted(set(listed)) if listed.count(code) > 1)
    if right != shown:
        yield "groups or order differ from src/domain/city/findings.def"
    fields = {code: found for group in page for code, found in group}
    for entry in (entry for group in table for entry in group if entry[0] in fields):
        yield from faults_of_entry(entry, fields[entry[0]])


def self_test():
    table = groups_of_table('// Rows\nFIELDGAP_FINDING(a, error, "say \\"{}\\"", "Do.")\n')
    page = "# T\n\n- x\n\n## Rows\n\n### a\n- severity: error\n- message: say \"{}\"\n- cause: why\n- cure: Do.\n"
    assert table == [[("a", "error", 'say "{}"', "Do.")]] and not list(faults(table, groups_of_page(page)))
    for wrong in (page.replace("why", ""), page.replace("Do", "Do it"), page.replace("### a", "### b"), page + "\n### a\n- cause: why\n"):
        assert list(faults(table, groups_of_page(wrong)))


def main():
    self_test()
    root = Path(sys.argv[1])
    english = groups_of_table((root / "src/domain/city/findings.def").read_text(encoding="utf-8"))
    chinese = in_chinese(english, (root / "src/domain/city/findings_zh.def").read_text(encoding="utf-8"))
    found = []
    for name, table in (("docs/data-issues.md", english), ("docs/data-issues.zh.md", chinese)):
        found += [f"{name}: {fault}" for fault in faults(table, groups_of_page((root / name).read_text(encoding="utf-8")))]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
