"""A page of the guide as blocks between fences, and what is said of each by a comment right above it, which no reader sees:

    <!-- needs: qgis -->            what follows needs a window, or another program: it is not followed
    <!-- file: template.toml -->    what follows is the content of that file
    <!-- append: sample/city.toml -->  what follows is added at the end of that file

Anywhere on a page:

    <!-- figures: of a story -->    its numbers are of no result that its commands make
"""
import re
from dataclasses import dataclass, field
from pathlib import Path

PROGRAMS = ("fieldgap", "cp", "mv", "rm", "mkdir", "cat", "echo", "printf", "sed", "sqlite3", "ogrinfo", "ogr2ogr", "python3", "diff", "ls", "qgis",
            "qgis_process", "xdg-open", "firefox", "open")
SHELLS = ("", "sh", "bash", "console", "shell")
STORY = "<!-- figures: of a story -->"
MARK = re.compile(r"<!--\s*(needs|file|append):\s*(.+?)\s*-->$")


@dataclass
class Block:
    kind: str
    line: int
    text: str = ""
    marks: dict = field(default_factory=dict)

    @property
    def is_commands(self):
        """Whether it begins with a program's name; else it shows what one printed."""
        words = self.text.lstrip().removeprefix("$ ").split()
        return self.kind in SHELLS and bool(words) and words[0] in PROGRAMS and not {"file", "append"} & self.marks.keys()

    @property
    def commands(self):
        return "".join(line.removeprefix("$ ") for line in self.text.splitlines(keepends=True))


def blocks_of(page):
    """In their order, each with the marks of the comments that stand directly above its fence."""
    found, block, marks = [], None, {}
    for number, line in enumerate(Path(page).read_text(encoding="utf-8").splitlines(), 1):
        if block is not None:
            if line.startswith("```"):
                found.append(block)
                block = None
            else:
                block.text += line + "\n"
        elif line.startswith("```"):
            block = Block(line.removeprefix("```").strip(), number, marks=marks)
            marks = {}
        elif mark := MARK.match(line.strip()):
            marks[mark[1]] = mark[2]
        elif line.strip():
            assert not marks, f"{page}:{number}: a mark that stands above no block"
    assert block is None, f"{page}:{block.line}: a block without an end"
    return found


def promised_files(page):
    """Files that the page speaks of by a path of folders, such as `results/all.qgz`; NAME and CITY stand for other words."""
    text = Path(page).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:[\w.-]+/)+[\w.-]+\.(?:gpkg|qgz|sqlite|html|xlsx|toml|csv))`", text)
    return [path for path in paths if not path.startswith("../") and not re.search(r"\b(NAME|CITY|YEAR)\b", path)]


def figures(page):
    """Numbers with two decimals and groups of thousands in the text of a page, but not in its code."""
    whole = Path(page).read_text(encoding="utf-8")
    text = "" if STORY in whole else re.sub(r"```.*?```|`[^`\n]*`", "", whole, flags=re.DOTALL)
    return [number.replace(",", "") for number in re.findall(r"(?<![\d.,])(\d{1,3}(?:,\d{3})*\.\d\d)(?![\d.])", text)]
