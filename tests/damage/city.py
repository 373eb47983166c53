"""A synthetic city as values in memory, and how a bureau may write it to files. Nothing here knows what a kind of damage should come to."""
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()
gdal.SetConfigOption("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "YES")
gdal.PushErrorHandler("CPLQuietErrorHandler")

ROLES = ("schools", "campuses", "fields", "venues", "gates", "residential", "districts", "network")
RETURNS = ("enrol_primary", "enrol_junior", "enrol_senior", "classes_primary", "classes_junior", "outdoor_m2", "indoor_m2")
CHINESE = {"id": "学校标识码", "name": "学校名称", "stage": "学段", "district": "所属区县", "enrol_primary": "小学在校生数",
           "enrol_junior": "初中在校生数", "enrol_senior": "高中在校生数", "classes_primary": "小学班级数", "classes_junior": "初中班级数",
           "outdoor_m2": "室外运动场地面积", "indoor_m2": "室内体育用房面积"}
SETTINGS = """
[channels]
share    = { cost_per_m2 = 10 }
rent     = { cost_per_m2 = 60 }
basement = { cost_per_m2 = 45 }
expand   = { cost_per_m2 = 20 }
"""


@dataclass
class Layer:
    """Rows are dicts of their cells; the shape of a row is its key "shape" (None where there is none)."""
    columns: list
    rows: list
    epsg: int = 4548
    types: dict = field(default_factory=dict)

    def row(self, ident):
        return next(row for row in self.rows if row["id"] == ident)


def srs_of(epsg):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def read_layer(path):
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
    result = Layer([one.GetName() for one in fields], [], types={one.GetName(): (one.GetType(), one.GetSubType()) for one in fields})
    for feature in layer:
        row = {name: feature.GetField(name) for name in result.columns}
        shape = feature.GetGeometryRef()
        row["shape"] = shape.Clone() if shape is not None else None
        result.rows.append(row)
    return result


class City:
    """A folder in which damaged files are laid; what nobody touched is the clean file itself."""

    def __init__(self, clean, folder):
        self.clean, self.folder = Path(clean), Path(folder)
        self.inputs = {role: {"path": str(self.clean / f"{role}.gpkg")} for role in ROLES}
        self.inputs["fields"]["complete"] = True
        self.layers = {}
        self.names = {}      # by id, where a kind renames schools on purpose
        self.written = set()
        self.register = ""   # the file of the strike-off register, where the kind is one of it

    def layer(self, role):
        if role not in self.layers:
            self.layers[role] = read_layer(self.clean / f"{role}.gpkg")
        return self.layers[role]

    def at(self, name):
        return self.folder / name

    def name_input(self, role, name, **more):
        self.written.add(role)
        kept = {"complete": True} if role == "fields" else {}
        self.inputs[role] = {"path": name, **kept, **more}

    def config(self):
        lines = ["[city]", 'name = "damaged"']
        for role, keys in self.inputs.items():
            lines.append(f"[inputs.{role}]")
            lines += [f"{key} = {toml_value(value)}" for key, value in keys.items()]
        if self.register:
            lines += ["[register]", f"path = {toml_value(self.register)}", "as_of = 2021-03-31"]
        path = self.at("own.toml")
        path.write_text("\n".join(lines) + "\n" + SETTINGS, encoding="utf-8")
        return path

    def split_returns(self):
        """Takes pupils, classes and areas out of the schools: the rows of an education return, with id and name."""
        schools = self.layer("schools")
        table = Layer(["id", "name", *RETURNS], [{name: row[name] for name in ("id", "name", *RETURNS)} for row in schools.rows])
        for row in schools.rows:
            row.update({name: None for name in RETURNS})
        write_layer(schools, self.at("schools.gpkg"), "GPKG")
        self.name_input("schools", "schools.gpkg")
        return table

    def write(self, role, name=None, driver="GPKG", more=None, **options):
        name = name or f"{role}.gpkg"
        write_layer(self.layer(role), self.at(name), driver, **options)
        self.name_input(role, name, **(more or {}))


def toml_value(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml_value(each)}" for key, each in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


def write_layer(layer, path, driver, options=(), with_crs=True, geometry=ogr.wkbUnknown):
    srs = srs_of(layer.epsg) if with_crs else None
    if driver == "ESRI Shapefile" and geometry == ogr.wkbUnknown:
        geometry = next(row["shape"] for row in layer.rows if row["shape"] is not None).GetGeometryType()
    target = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    into = target.CreateLayer(Path(path).stem, srs, geometry, list(options))
    for name in layer.columns:
        kind, sub = layer.types.get(name, (ogr.OFTString, ogr.OFSTNone))
        definition = ogr.FieldDefn(name, kind)
        definition.SetSubType(sub if driver == "GPKG" else ogr.OFSTNone)
        into.CreateField(definition)
    into.StartTransaction()
    for row in layer.rows:
        feature = ogr.Feature(into.GetLayerDefn())
        for position, name in enumerate(layer.columns):
            if row[name] is not None:
                feature.SetField(position, row[name])
        if row["shape"] is not None:
            feature.SetGeometryDirectly(row["shape"].Clone())
        into.CreateFeature(feature)
    into.CommitTransaction()


def declare_encoding(path, cpg, ldid):
    """What the shapefile says of its text: the .cpg (None: there is none) and the mark in the .dbf."""
    cpg_file = Path(path).with_suffix(".cpg")
    cpg_file.unlink(missing_ok=True)
    if cpg is not None:
        cpg_file.write_text(cpg, encoding="ascii")
    dbf = Path(path).with_suffix(".dbf")
    content = bytearray(dbf.read_bytes())
    content[29] = ldid
    dbf.write_bytes(content)


def rename_dbf(path, headings, encoding):
    """Writes other names over those of a .dbf, cut at ten bytes wherever that falls."""
    dbf = Path(path).with_suffix(".dbf")
    content = bytearray(dbf.read_bytes())
    for start in range(32, len(content), 32):
        if content[start] == 0x0D:
            break
        name = content[start:start + 11].split(b"\0")[0].decode("ascii")
        if name in headings:
            content[start:start + 11] = headings[name].encode(encoding)[:10].ljust(11, b"\0")
    dbf.write_bytes(content)


def points_as_columns(layer, swap=False):
    for row in layer.rows:
        x, y = row["shape"].GetX(), row["shape"].GetY()
        row["x"], row["y"] = (repr(y), repr(x)) if swap else (repr(x), repr(y))
    layer.columns = [*layer.columns, "x", "y"]


def cell_text(value):
    return "" if value is None else str(value)


def csv_text(layer, headings=None, separator=",", comma=False):
    names = headings or {}
    lines = [[names.get(name, name) for name in layer.columns]]
    for row in layer.rows:
        cells = [cell_text(row[name]) for name in layer.columns]
        if comma:
            cells = [c.replace(".", ",") if isinstance(row[name], float) or name in ("x", "y") else c
                     for c, name in zip(cells, layer.columns)]
        lines.append(cells)
    quoted = [['"' + c.replace('"', '""') + '"' if any(s in c for s in (separator, '"', "\n")) else c for c in line] for line in lines]
    return "\r\n".join(separator.join(line) for line in quoted) + "\r\n"


def reference(row, column):
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def sheet_xml(rows, merged):
    def cell(value, r, c):
        if value is None:
            return ""
        if isinstance(value, (int, float)):
            return f'<c r="{reference(r, c)}"><v>{value!r}</v></c>'
        text = str(value).replace("&", "&amp;").replace("<", "&lt;")
        return f'<c r="{reference(r, c)}" t="inlineStr"><is><t>{text}</t></is></c>'
    body = "".join(f'<row r="{r + 1}">' + "".join(cell(v, r, c) for c, v in enumerate(row)) + "</row>" for r, row in enumerate(rows))
    spans = "".join(f'<mergeCell ref="{span}"/>' for span in merged)
    spans = f'<mergeCells count="{len(merged)}">{spans}</mergeCells>' if merged else ""
    return (f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f"<sheetData>{body}</sheetData>{spans}</worksheet>")


def write_xlsx(path, sheets, merged=()):
    """`sheets`: name -> rows of cells. `merged` (such as "A1:F1") holds for the first sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'{head}<Types xmlns="{package}/content-types">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                      + "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>' for n in numbers)
                      + "</Types>")
        book.writestr("_rels/.rels", f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                      f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'{head}<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                      + "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, sheets))
                      + "</sheets></workbook>")
        book.writestr("xl/_rels/workbook.xml.rels", f'{head}<Relationships xmlns="{package}/relationships">'
                      + "".join(f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                                for n in numbers) + "</Relationships>")
        for n, rows in zip(numbers, sheets.values()):
            book.writestr(f"xl/worksheets/sheet{n}.xml", sheet_xml(rows, merged if n == 1 else ()))
