#!/usr/bin/python3
"""Streets as people have them: words of road classes, ends without a vertex, doubled nodes, pieces that join nothing, stray lines.

usage: check_streets.py FIELDGAP
A town that can be drawn: the main street runs east for 2200 m, the school lies on it at 1000 m and needs 1000 m2 more, a venue has them.
"""
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

EAST, NORTH = 517000, 4332000  # EPSG:4548
ON_MAIN = (1400, 0)            # the venue: 400 m from the school
CONFIG = """[city]
name = "town"
[inputs.schools]
path = "schools.csv"
crs = "EPSG:4548"
[inputs.venues]
path = "venues.csv"
crs = "EPSG:4548"
[inputs.network]
path = "streets.csv"
crs = "EPSG:4548"
[channels]
rent = { cost_per_m2 = 60 }
[walk]
"""


def line(*points):
    return '"LINESTRING (' + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in points) + ')"'


MAIN = line((0, 0), (2200, 0))
PARTS = [line((0, 0), (900, 0)), line((900, 0), (1500, 0)), line((1500, 0), (2200, 0))]


def side(off, column=""):
    """A street to the north, from 1200 m on the main street, 1500 m long."""
    return column + line((1200, off), (1200, 1500))


class Town:
    def __init__(self, fieldgap, streets, head="wkt", venue=ON_MAIN, walk=""):
        with tempfile.TemporaryDirectory(prefix="fieldgap_streets_") as work:
            folder = Path(work)
            (folder / "streets.csv").write_text("\n".join([head, *streets]) + "\n", encoding="utf-8")
            write_sites(folder, venue)
            (folder / "town.toml").write_text(CONFIG + walk, encoding="utf-8")
            self.read(fieldgap, folder)

    def read(self, fieldgap, folder):
        done = subprocess.run([fieldgap, "run", folder / "town.toml", "-o", folder / "o.gpkg", "-q"], capture_output=True, text=True, check=False)
        self.code, self.errors, self.walks, self.issues = done.returncode, done.stderr, [], []
        if self.code < 2:
            db = sqlite3.connect(f"file:{folder / 'o.gpkg'}?mode=ro", uri=True)
            self.walks = [round(row[0], 1) for row in db.execute("SELECT walk_m FROM links")]
            self.issues = db.execute("SELECT code, severity, message, geom FROM data_issues").fetchall()
            db.close()

    def messages(self, code):
        return [message for each, _, message, _ in self.issues if each == code]


def write_sites(folder, venue):
    x, y = venue
    (folder / "schools.csv").write_text(f"id,name,stage,enrol_primary,outdoor_m2,x,y\nA,A,primary,400,2000,{EAST + 1000},{NORTH}\n")
    (folder / "venues.csv").write_text(f"id,name,kind,area_m2,x,y\nV,V,pitch,5000,{EAST + x},{NORTH + y}\n")


def words_of_classes(fieldgap):
    for what, words in {
            "lists": ["\"['residential', 'living_street']\"", '"tertiary, trunk"', "motorway;footway"],
            "other lists": ['"(2:residential,steps)"', "{residential}", "trunk|service"],
            "capitals": ["Residential", "LIVING STREET", "Footway"],
            "Geofabrik": ["track_grade3", "unknown", "5122"],
            "Chinese": ["主干路", "街坊路", "次干路、支路"],
            "more Chinese": ["县道", "快速路辅路", "胡同"],
            "none": ["", "", "residential"]}.items():
        town = Town(fieldgap, [f"{word},{part}" for word, part in zip(words, PARTS)], "highway,wkt")
        yield f"{what}: 400 m to the venue", town.walks == [400.0]
        yield f"{what}: nothing is said of its classes", not [code for code, *_ in town.issues if code.startswith("street")]


def unknown_and_barred_words(fieldgap):
    town = Town(fieldgap, [f"Gemeindestraße,{PARTS[0]}", f"Gemeindestraße,{PARTS[1]}", f"residential,{PARTS[2]}"], "道路等级,wkt")
    yield "an unknown word is walked", town.walks == [400.0]
    yield "and listed with lines and km", town.messages("street_class_unknown") == [
        "2 lines (1.5 km) have in column '道路等级' words that are no known road class; they are walked: 'Gemeindestraße' 2 (1.5 km)"]
    town = Town(fieldgap, [f"支路,{MAIN}", f"快速路,{line((0, 50), (2000, 50))}", f"城市高速公路,{line((0, 90), (1000, 90))}"], "类型,wkt")
    yield "expressways are not walked, and listed", town.messages("streets_not_walked") == [
        "2 of 3 lines (3.0 km) are not walked for their road class in column '类型': '城市高速公路' 1 (1.0 km), '快速路' 1 (2.0 km)"]
    yield "that is a warning", [severity for code, severity, *_ in town.issues if code == "streets_not_walked"] == ["warning"]
    town = Town(fieldgap, [f"construction,{MAIN}"], "fclass,wkt")
    yield "no street at all: the error names column and words", town.code == 3 and "column 'fclass' has 'construction' 1 (2.2 km)" in town.errors


def loose_ends(fieldgap):
    venue = (1200, 300)  # 200 m along the main street, 300 m up the side street
    for off, join, walks, rows in ((0, "", [500.0], 0), (0.5, "", [], 1), (0.5, "join_m = 0.4", [], 1), (0.5, "join_m = 1", [500.0], 0),
                                   (3, "join_m = 1", [], 0), (3, "join_m = 5", [500.0], 0), (-0.5, "", [], 1)):
        town = Town(fieldgap, [MAIN, side(off)], venue=venue, walk=join)
        yield f"an end {off} m beside the main street, {join or 'join_m as it is'}", town.walks == walks
        yield f"its rows, {off} m, {join or 'join_m as it is'}", len(town.messages("network_gap")) == rows
    town = Town(fieldgap, [MAIN, side(0.5)], venue=venue)
    yield "a gap says what it parts", town.messages("network_gap") == [
        "a line ends 0.50 m from another one of its level without a vertex that both share; they are not joined, which parts 1 schools from 1.5 km of streets"]
    yield "and where it is", all(geom is not None for code, _, _, geom in town.issues if code == "network_gap")
    town = Town(fieldgap, [MAIN, side(0.5), line((300, 0.3), (300, 300)), line((1900, 0.3), (1900, 300))], venue=venue)
    yield "the gap that parts most comes first", "1.5 km" in "".join(town.messages("network_gap")[:1]) and len(town.messages("network_gap")) == 3
    town = Town(fieldgap, ["0," + MAIN, side(0, "1,")], "bridge,wkt", venue=venue)
    yield "an end on a bridge above is no gap", town.walks == [] and not town.messages("network_gap")
    town = Town(fieldgap, [MAIN, MAIN, side(0.5), side(0.5)], venue=venue, walk="join_m = 1")
    yield "doubled lines join as single ones do", town.walks == [500.0] and not town.messages("network_gap")
    town = Town(fieldgap, [MAIN, line((1200, -1), (1200, 0), (1200, 1500)), line((1200, 0), (1300, 90))], venue=venue)
    yield "an end just beyond a junction is no gap", town.walks == [500.0] and not town.messages("network_gap")


def pieces(fieldgap):
    for streets in ([line((900, 10), (1550, 10))], [line((900, 10), (1550, 10))] * 2):
        town = Town(fieldgap, [*streets, line((5000, 0), (7000, 0))])
        yield "streets that join nothing: their length is said", "a piece of 650 m (less than 1 km)" in "".join(town.messages("no_entry_piece"))
        yield "and not that there are none", not town.messages("no_entry")
    town = Town(fieldgap, [line((5000, 0), (7000, 0))])
    yield "no street near: as before", len(town.messages("no_entry")) == 2 and not town.messages("no_entry_piece")


OSM_NODES = {1: 117.1930636, 2: 117.2, 3: 117.2023121, 4: 117.2023121, 5: 117.2046243, 6: 117.2115607}


def osm(second_way):
    nodes = "".join(f'<node id="{number}" version="1" lat="39.1" lon="{lon:.7f}"/>' for number, lon in OSM_NODES.items())
    tag = '<tag k="highway" v="residential"/>'
    ways = f'<way id="1" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/>{tag}</way>' \
           f'<way id="2" version="1"><nd ref="4"/><nd ref="5"/><nd ref="6"/>{tag}{second_way}</way>'
    return f'<osm version="0.6">{nodes}{ways}</osm>'


def doubled_nodes(fieldgap):
    """The street is cut in two nodes at one place, 200 m from the school, 200 m from the venue."""
    for second_way, walks in (("", [400.0]), ('<tag k="layer" v="1"/>', []), ('<tag k="tunnel" v="yes"/>', [])):
        with tempfile.TemporaryDirectory(prefix="fieldgap_osm_") as work:
            folder = Path(work)
            (folder / "net.osm").write_text(osm(second_way))
            (folder / "schools.csv").write_text("id,name,stage,enrol_primary,outdoor_m2,lon,lat\nA,A,primary,400,2000,117.2,39.1\n")
            (folder / "venues.csv").write_text("id,name,kind,area_m2,lon,lat\nV,V,pitch,5000,117.2046243,39.1\n")
            (folder / "town.toml").write_text(CONFIG.replace("EPSG:4548", "EPSG:4326").replace(
                'path = "streets.csv"\ncrs = "EPSG:4326"', 'path = "net.osm"'))
            town = Town.__new__(Town)
            town.read(fieldgap, folder)
        yield f"two nodes at one place {second_way}", town.walks == walks
        yield f"their row {second_way}", len(town.messages("network_gap")) == len(walks)


def stray_lines(fieldgap):
    """Beside an OSM file: two lines of traffic state far from the school, and a layer that is as good as the file."""
    far = '{"type":"Feature","properties":{"name":"%s","status":"1"},"geometry":{"type":"LineString","coordinates":[[117.19,%f],[117.21,%f]]}}'
    good = '{"type":"Feature","properties":{"highway":"residential"},"geometry":{"type":"LineString","coordinates":[[117.1930636,39.1],[117.2115607,39.1]]}}'
    for features, answer in (([far % ("East Road", 39.13, 39.13), far % ("West Road", 39.14, 39.14)], r'path = "net.osm"'), ([good], r'path = "\?"')):
        with tempfile.TemporaryDirectory(prefix="fieldgap_init_") as work:
            folder = Path(work) / "town"
            folder.mkdir()
            (folder / "net.osm").write_text(osm(""))
            (folder / "road_lines.geojson").write_text('{"type":"FeatureCollection","features":[' + ",".join(features) + "]}")
            (folder / "schools.csv").write_text("id,name,stage,enrol_primary,outdoor_m2,lon,lat\nA,Hill School,primary,400,2000,117.2,39.1\n"
                                                "B,Lake School,primary,400,2000,117.203,39.1\n")
            config = Path(work) / "c.toml"
            subprocess.run([fieldgap, "init", folder, "-o", config, "-q"], capture_output=True, check=False)
            text = config.read_text(encoding="utf-8").split("[inputs.network]")
            path = re.search(r"^path = .*$", text[1], re.MULTILINE)[0].replace("town/", "")
        yield f"init, {len(features)} lines beside the OSM file: {path}", re.match(answer, path) is not None
        yield "init says what each would give the schools", "2 of 2 schools" in text[0] + text[1]


def shifted(fieldgap):
    """A town of blocks whose streets come from a map that is drawn elsewhere by 70 m and 50 m; in metres, with campuses."""
    with tempfile.TemporaryDirectory(prefix="fieldgap_shifted_") as work:
        folder = Path(work)
        subprocess.run([fieldgap, "synth", "-o", folder, "--schools", "20", "--seed", "5", "-q"], check=True)
        city = (folder / "city.toml").read_text(encoding="utf-8")
        said = {}
        for name, east, north in (("as drawn", 0, 0), ("beside", 70, -50)):
            lines = folder / "moved.gpkg"
            lines.unlink(missing_ok=True)
            moved = f"SELECT ShiftCoords(geom, {east}, {north}) AS geom, highway FROM network"
            subprocess.run(["ogr2ogr", "-f", "GPKG", lines, folder / "network.gpkg", "-nln", "network", "-dialect", "sqlite", "-sql", moved], check=True)
            (folder / "moved.toml").write_text(city.replace("network.gpkg", "moved.gpkg"), encoding="utf-8")
            done = subprocess.run([fieldgap, "check", folder / "moved.toml", "-o", folder / "o.gpkg", "--overwrite", "-q"], check=False)
            db = sqlite3.connect(f"file:{folder / 'o.gpkg'}?mode=ro", uri=True)
            said[name] = [row[0] for row in db.execute("SELECT message FROM data_issues WHERE code = 'layer_shifted' AND layer = 'network'")]
            db.close()
            said[name + " exit"] = done.returncode
        moves = [int(n) for n in re.findall(r"moved by (-?\d+) m east and (-?\d+) m north", " ".join(said["beside"]))[0]]
        return [("streets that fit are not said to be shifted", not said["as drawn"] and said["as drawn exit"] == 0),
                ("streets 70 m east and 50 m south are told", abs(moves[0] + 70) <= 20 and abs(moves[1] - 50) <= 20 and said["beside exit"] == 1)]


CHECKS = (words_of_classes, unknown_and_barred_words, loose_ends, pieces, doubled_nodes, stray_lines, shifted)


def main():
    fieldgap = str(Path(sys.argv[1]).resolve())
    claims = [(f"{check.__name__}: {claim}", holds) for check in CHECKS for claim, holds in check(fieldgap)]
    print(f"{len(claims)} claims", *(claim for claim, holds in claims if not holds), sep="\n")
    return 0 if all(holds for _, holds in claims) else 1


if __name__ == "__main__":
    sys.exit(main())
