"""Sheets of an .xlsx as rows of values, read as plain XML: no library that might forgive what Excel does not."""
import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Sheet:
    """`cells[row][column]`, both from 0: a text, a number or None. `xml`: as it stands in the file."""

    def __init__(self, name, xml, shared):
        self.name, self.xml = name, xml
        root = ElementTree.fromstring(xml)
        self.cells = []
        for row in root.iter(MAIN + "row"):
            at = int(row.get("r")) - 1
            self.cells.extend([] for _ in range(at + 1 - len(self.cells)))
            for cell in row.iter(MAIN + "c"):
                column = column_of(cell.get("r"))
                self.cells[at].extend([None] * (column + 1 - len(self.cells[at])))
                self.cells[at][column] = value_of(cell, shared)
        self.has_formula = any(True for _ in root.iter(MAIN + "f"))
        panes = list(root.iter(MAIN + "pane"))
        self.frozen = bool(panes) and panes[0].get("state") == "frozen" and panes[0].get("ySplit") == "1"
        self.filter = next((found.get("ref") for found in root.iter(MAIN + "autoFilter")), None)
        self.widths = [float(column.get("width")) for column in root.iter(MAIN + "col")]

    @property
    def head(self):
        return self.cells[0]

    @property
    def rows(self):
        width = len(self.head)
        return [row + [None] * (width - len(row)) for row in self.cells[1:]]


def column_of(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def value_of(cell, shared):
    kind = cell.get("t")
    if kind == "inlineStr":
        return unescaped("".join(text.text or "" for text in cell.iter(MAIN + "t")))
    value = cell.find(MAIN + "v")
    if value is None:
        return None
    return unescaped(shared[int(value.text)]) if kind == "s" else float(value.text)


def unescaped(text):
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def sheets_of(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None, f"{path} is damaged"
        names = [sheet.get("name") for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = ["".join(text.text or "" for text in item.iter(MAIN + "t"))
                      for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
        return [Sheet(name, archive.read(f"xl/worksheets/sheet{number}.xml").decode("utf-8"), shared) for number, name in enumerate(names, 1)]


def made_at(path):
    with zipfile.ZipFile(path) as archive:
        return re.search(r"<dcterms:created[^>]*>([^<]*)<", archive.read("docProps/core.xml").decode("utf-8"))[1]
