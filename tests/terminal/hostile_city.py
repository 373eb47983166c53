"""A town of GeoJSON with hostile text wherever text can stand."""
import json
import sqlite3
import struct
import zipfile

CONTROLS = "\x01\x07\x08\t\n\r\x0b\x1b[31m\x7f"
BEYOND = "\x80\x85\x90\x9b\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202d\u202e\u2060\u2066\u2067\u2069\ufeff\U000e0041"
FORGED = "forged: this line is not the program's own"
# As a value; as a name of a file, which holds no slash; and what the grammar of XML and of TOML strings takes as it is.
HOSTILE = f"{CONTROLS}{BEYOND}\nerror: {FORGED}\n校"


def square(east, south, size=0.0005):
    ring = [[east, south], [east + size, south], [east + size, south + size], [east, south + size], [east, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def point(east, south):
    return {"type": "Point", "coordinates": [east, south]}


def collection(rows, name="layer"):
    features = [{"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in rows]
    return json.dumps({"type": "FeatureCollection", "name": name, "features": features})


def layers(text):
    """File and content of each; `text` in ids, names, kinds, columns and names of layers."""
    x, y = 117.0, 39.0
    odd = {text: text, "note": text}
    return {
        "schools": [({"id": "S1" + text, "name": "N1" + text, "enrol_primary": 500, "district": text, "parent_id": "P" + text, **odd}, point(x, y)),
                    ({"id": "S2" + text, "name": text, "stage": text, "phase": text, "enrol_junior": text}, point(x + 0.002, y)),
                    ({"id": "S2" + text, "name": text}, point(x + 0.004, y)), ({"id": "S4", "name": text}, None)],
        "campuses": [({"id": "C1" + text, "school_id": text}, square(x, y)), ({"id": "C2" + text, "school_id": "S2" + text}, square(x + 0.002, y)),
                     ({"id": text, "school_id": text}, None)],
        "fields": [({"id": "F1" + text, "kind": text, "surface": text, "school_id": text}, square(x + 0.0001, y + 0.0001, 0.0003))],
        "venues": [({"id": "V1" + text, "name": text, "kind": text, "area_m2": text}, square(x + 0.001, y)), ({"id": "V2" + text}, point(27.0, 0.0))],
        "gates": [({"id": "G1" + text, "owner_kind": text, "owner_id": text}, point(x, y))],
        "residential": [({"id": "E1" + text, "name": text, "households": text, "owed_school": text, "dwelling": text}, square(x, y + 0.002))],
        "districts": [({"id": "D1" + text, "name": text}, square(x - 0.01, y - 0.01, 0.03)), ({"id": text, "name": text}, square(x - 0.01, y, 0.01))],
        "sites": [({"id": "T1" + text, "name": text, "households": 900}, square(x, y - 0.002)), ({"id": text, "households": text}, point(x, y + 0.001))],
        "network": [({"id": text, "highway": text}, {"type": "LineString", "coordinates": [[x - 0.005, y - 0.0005], [x + 0.01, y - 0.0005]]}),
                    ({"highway": "residential"}, {"type": "LineString", "coordinates": [[x, y - 0.005], [x, y + 0.005]]})],
    }


def write(folder, text):
    for name, rows in layers(text).items():
        (folder / f"{name}.geojson").write_text(collection(rows, f"{name}{text}"), encoding="utf-8")
    (folder / "enrolment.csv").write_text(f'school,年份,"{text}"\n"{text}","{text}",5\n', encoding="utf-8")


def config(text="", roles=("schools", "campuses", "fields", "venues", "gates", "residential", "districts", "network")):
    lines = [f"[city]\nname = {json.dumps('Town' + text)}\n[output]\ncrs = 'EPSG:4548'\n"]
    lines += [f"[inputs.{role}]\npath = '{role}.geojson'\n" for role in roles]
    return "".join(lines)


def geopackage(path, table):
    """One layer of points whose name is `table`."""
    quoted = '"' + table.replace('"', '""') + '"'
    db = sqlite3.connect(path)
    db.executescript(
        "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,"
        " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);"
        "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT,"
        " last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);"
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
        " srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);"
        f"CREATE TABLE {quoted} (fid INTEGER PRIMARY KEY, geom POINT, id TEXT, {quoted} TEXT);")
    db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, ?, '')",
               ('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
                'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]',))
    db.execute("INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', '2020-01-01T00:00:00Z', 117, 39, 117, 39, 4326)", (table, table))
    db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', 4326, 0, 0)", (table,))
    shape = b"GP\x00\x01" + struct.pack("<i", 4326) + struct.pack("<bidd", 1, 1, 117.0, 39.0)
    db.execute(f"INSERT INTO {quoted} VALUES (1, ?, 'S1', ?)", (shape, table))
    db.commit()
    db.close()


def archive(path, member, content):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(member, content)
