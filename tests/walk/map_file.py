"""What a map file holds, before any rule: ways with their tags, multipolygons, gates, barriers. From OpenStreetMap by pyosmium, from a line layer by ogr2ogr."""

import sqlite3
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import osmium
import shapely.wkb

OSM_ENDINGS = (".osm", ".osm.pbf", ".osm.gz", ".osm.bz2")
ENVELOPE_BYTES = (0, 32, 48, 48, 64)


@dataclass
class MapWay:
    nodes: list
    tags: dict


@dataclass
class MapFile:
    places: dict = field(default_factory=dict)        # node: (longitude, latitude)
    ways: dict = field(default_factory=dict)          # id: MapWay
    multipolygons: dict = field(default_factory=dict)  # id: ([way id ...], tags)
    node_tags: dict = field(default_factory=dict)     # tags of nodes that may bar or let in
    is_line_layer: bool = False


def is_osm(path):
    return str(path).endswith(OSM_ENDINGS)


class OsmReader(osmium.SimpleHandler):
    def __init__(self):
        super().__init__()
        self.map = MapFile()

    def node(self, node):
        if not node.visible:
            return
        self.map.places[node.id] = (node.location.lon, node.location.lat)
        if "barrier" in node.tags or "entrance" in node.tags:
            self.map.node_tags[node.id] = dict(node.tags)

    def way(self, way):
        if way.visible:
            self.map.ways[way.id] = MapWay([node.ref for node in way.nodes], dict(way.tags))

    def relation(self, relation):
        if relation.visible and relation.tags.get("type") == "multipolygon":
            members = [member.ref for member in relation.members if member.type == "w"]
            self.map.multipolygons[relation.id] = (members, dict(relation.tags))


def read_osm(path):
    reader = OsmReader()
    reader.apply_file(str(path))
    return reader.map


def geometry(blob):
    """Of a GeoPackage: behind a header of 8 bytes and an envelope."""
    return shapely.wkb.loads(bytes(blob[8 + ENVELOPE_BYTES[(blob[3] >> 1) & 7]:])) if blob else None


def read_layer(source):
    """Rows of one input of the config, as (values, geometry in degrees); `columns` renames as in the config."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "layer.gpkg"
        options = ["-where", source["where"]] if "where" in source else []
        options += ["-s_srs", source["crs"]] if "crs" in source else []
        layer = [source["layer"]] if "layer" in source else []
        subprocess.run(["ogr2ogr", "-f", "GPKG", "-nln", "layer", "-t_srs", "EPSG:4326", *options, copy, source["path"], *layer], check=True, capture_output=True)
        db = sqlite3.connect(copy)
        db.row_factory = sqlite3.Row
        rows = [dict(row) for row in db.execute("SELECT * FROM layer")]
        db.close()
    theirs = {column: ours for ours, column in source.get("columns", {}).items()}
    return [({theirs.get(name, name): value for name, value in row.items() if name != "geom"}, geometry(row["geom"])) for row in rows]


def read_lines(source):
    """A line layer as ways whose vertices are nodes of their own: what joins them is a rule, not the file."""
    found = MapFile(is_line_layer=True)
    for row, (values, line) in enumerate(read_layer(source)):
        for part in getattr(line, "geoms", [line]):
            nodes = [len(found.places) + i for i in range(len(part.coords))]
            found.places.update(zip(nodes, (place[:2] for place in part.coords)))
            tags = {key: str(value) for key, value in values.items() if value is not None}
            found.ways[row, len(found.ways)] = MapWay(nodes, tags)
    return found
