"""Files for check_reading.py: of each format a whole one, cut ones and damaged ones."""
import json
import random
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal

gdal.PushErrorHandler("CPLQuietErrorHandler")

ROWS = 300
CUTS = 2
FORMATS = {"geojson": "GeoJSON", "geojsonl": "GeoJSONSeq", "fgb": "FlatGeobuf", "gpkg": "GPKG", "sqlite": "SQLite", "shp": "ESRI Shapefile",
           "tab": "MapInfo File", "mif": "MapInfo File", "kml": "LIBKML", "kmz": "LIBKML", "gml": "GML", "gpx": "GPX", "dxf": "DXF",
           "xlsx": "XLSX", "ods": "ODS", "gdb": "OpenFileGDB"}
TABLES = ("xlsx", "ods")
# What GDAL does not need, so that nothing is lost with it.
SPARE_PARTS = (".cpg", ".prj", ".xsd", ".qix")


@dataclass
class Damage:
    path: Path
    what: str
    least_rows: int


def features(rows):
    for i in range(rows):
        x, y = 117.2 + i % 20 * 0.003, 39.1 + i // 20 * 0.003
        square = [[x, y], [x + 0.001, y], [x + 0.001, y + 0.001], [x, y + 0.001], [x, y]]
        yield {"type": "Feature", "properties": {"id": f"v{i:04d}", "name": f"体育场 {i}", "kind": "outdoor"},
               "geometry": {"type": "Polygon", "coordinates": [square]}}


def geojson(path, crs=None, rows=20):
    head = {"crs": crs} if crs else {}
    path.write_text(json.dumps({"type": "FeatureCollection", **head, "features": list(features(rows))}, ensure_ascii=False))
    return path


def shapefile(folder):
    return made(folder, "shp")


def made(folder, ending, rows=ROWS):
    """A whole file of a format in a folder of its own."""
    folder.mkdir(parents=True)
    source = geojson(folder.parent / f"source_{folder.name}.geojson", rows=rows)
    path = folder / f"v_{ending}.{ending}"
    options = ["-f", FORMATS[ending]]
    if ending == "mif":
        options += ["-dsco", "FORMAT=MIF"]
    if ending == "gpx":
        options += ["-dialect", "SQLite", "-sql", f"SELECT ST_Centroid(geometry), id AS name FROM {source.stem}", "-nlt", "POINT"]
    if ending == "dxf":
        options += ["-dialect", "SQLite", "-sql", f"SELECT geometry FROM {source.stem}"]
    gdal.VectorTranslate(str(path), str(source), options=options)
    return path


def whole(folder):
    """(path, rows) of a file of each format."""
    for ending in FORMATS:
        path = made(folder / f"whole_{ending}", ending)
        if ending not in TABLES and ending != "gpx":  # sheets have no geometry here, and points no area
            yield path, ROWS
    yield unknown_count(folder), ROWS


def unknown_count(folder):
    """A FlatGeobuf of a writer that did not know how many features would come."""
    path = folder / "unknown_count.fgb"
    source = folder / "whole_fgb" / "v_fgb.fgb"
    gdal.VectorTranslate(str(path), str(source), options=["-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO"])
    data = bytearray(path.read_bytes())
    at = data.index(ROWS.to_bytes(8, "little"))
    data[at:at + 8] = bytes(8)
    path.write_bytes(data)
    return path


def parts(path):
    if path.is_dir():
        return [part for part in sorted(path.iterdir()) if part.name.startswith("a00000009") and part.suffix in (".gdbtable", ".gdbtablx")]
    return [part for part in sorted(path.parent.iterdir()) if part.stem == path.stem and part.suffix not in SPARE_PARTS]


def copy_with(path, part, change, name):
    """A copy of all of a file, one part of it changed."""
    folder = path.parent.parent / name
    shutil.copytree(path.parent, folder)
    changed = folder / part.relative_to(path.parent)
    data = bytearray(changed.read_bytes())
    change(data)
    changed.write_bytes(data)
    return folder / path.name


def cut_at(share):
    def change(data):
        del data[int(len(data) * share):]
    return change


def scrambled(seed):
    def change(data):
        chance = random.Random(seed)
        at = chance.randrange(len(data) // 10, len(data) - 16)
        data[at:at + 16] = bytes(chance.randrange(256) for _ in range(16))
    return change


def all_of(folder):
    for ending in FORMATS:
        path = made(folder / ending, ending)
        for part in parts(path):
            for i in range(CUTS):
                name = f"cut_{ending}_{part.suffix[1:]}_{i}"
                yield Damage(copy_with(path, part, cut_at((i + 1) / (CUTS + 1)), name), name, ROWS)
        if ending in ("geojson", "geojsonl", "gpx", "xlsx", "ods", "fgb", "gpkg", "kmz", "gml"):
            for seed in range(CUTS):
                name = f"scrambled_{ending}_{seed}"
                yield Damage(copy_with(path, path, scrambled(seed), name), name, ROWS)
    yield from odd_lines(folder)
    yield from odd_tables(folder)


def odd_lines(folder):
    """Lines of features, one of which is none."""
    lines = [json.dumps(feature) for feature in features(3)]
    for name, line in (("junk", "not json at all"), ("list", "[1,2]"), ("null", "null"), ("cut", lines[1][:60]), ("two", lines[0] + lines[1]),
                       ("other", '{"a": 1}'), ("empty", "{}")):
        path = folder / f"line_{name}.geojsonl"
        path.write_text("\n".join([lines[0], line, lines[2]]) + "\n")
        yield Damage(path, path.name, 3)
    for name, item in (("list", "[1,2]"), ("null", "null"), ("number", "12")):
        path = folder / f"item_{name}.geojson"
        path.write_text('{"type": "FeatureCollection", "features": [' + ", ".join([lines[0], item, lines[2]]) + "]}")
        yield Damage(path, path.name, 3)


def odd_tables(folder):
    """A quote that the end of the file cuts off, and a table that was damaged after it was packed without compression."""
    stored = folder / "stored.zip"
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("v.csv", "id,x,y\n1,117.2,39.1\n2,117.2,39.1\n3,117.2,39.1\n")
    stored.write_bytes(stored.read_bytes().replace(b"\n2,117.2", b" 2,117.2"))
    yield Damage(stored, stored.name, 3)
    path = folder / "open_quote.csv"
    path.write_text("id,name,x,y\n1,a,117.2,39.1\n2,b,117.2,39.1\n3,\"c")
    yield Damage(path, path.name, 4)


def pointing_on(folder, url):
    """Files that name a server where a reader might look for more."""
    gml = folder / "schema.gml"
    gml.write_text(f'''<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:f="{url}/f"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{url}/f {url}/f.xsd" xmlns:xlink="http://www.w3.org/1999/xlink">
<gml:featureMember><f:v><f:id>1</f:id><f:geom><gml:Point srsName="{url}/crs.xml"><gml:coordinates>117,39</gml:coordinates></gml:Point></f:geom>
<f:more xlink:href="{url}/more.gml#x"/></f:v></gml:featureMember></gml:FeatureCollection>''')
    kml = folder / "linked.kml"
    kml.write_text(f'''<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>{url}/more.kml</href></Link>
</NetworkLink><Placemark><styleUrl>{url}/style.kml#s</styleUrl><Point><coordinates>117,39</coordinates></Point></Placemark></Document></kml>''')
    gpx = folder / "entity.gpx"
    gpx.write_text(f'''<?xml version="1.0"?><!DOCTYPE gpx SYSTEM "{url}/gpx.dtd" [<!ENTITY more SYSTEM "{url}/more.xml">]>
<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="39" lon="117"><name>&more;</name></wpt></gpx>''')
    vrt = folder / "points.csv.vrt"
    vrt.write_text(f'<OGRVRTDataSource><OGRVRTLayer name="v"><SrcDataSource>{url}/v.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>')
    return gml, kml, gpx, vrt


def endless_sheets(folder):
    """Sheets of a few bytes that claim to be as large as a sheet can be."""
    source = made(folder / "sheets", "xlsx", rows=2)
    cells = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="BZZ{row}"><v>1</v></c></row>' for row in range(1, 60_000, 1_000))
    wide = folder / "wide.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(wide, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            sheet = f'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    row = ('<table:table-row table:number-rows-repeated="60000"><table:table-cell office:value-type="string" table:number-columns-repeated="100">'
           '<text:p>a</text:p></table:table-cell></table:table-row>')
    tall = folder / "tall.ods"
    with zipfile.ZipFile(tall, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        new.writestr("content.xml", f'<?xml version="1.0"?><office:document-content xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0" '
                     f'xmlns:text="{space}text:1.0"><office:body><office:spreadsheet><table:table table:name="S">{row * 10}</table:table>'
                     '</office:spreadsheet></office:body></office:document-content>')
    return wide, tall
