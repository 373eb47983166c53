"""A city as a config names it and as fieldgap's result has its grounds: sites with their entries, and the walked streets."""

import sqlite3
import tomllib
from functools import lru_cache
from pathlib import Path

import numpy
from shapely.geometry import Point, Polygon
from shapely.ops import transform
from shapely.validation import make_valid

import foot_rules
import map_file
from city_plane import CityPlane
from open_squares import ground_of, open_squares
from sites import Gate, Site, furnish, parts_of, polygons_of
from street_lines import StreetLines, closed_rings
from walk_network import WalkNetwork

KEYS_NOT_JUDGED = {"steps_factor": 1.0, "crossing_s": 0, "slope": False, "trunk": "tagged", "join_m": 0.01}
GATED_ROLES = ("schools", "campuses", "venues", "residential", "gates")


@lru_cache(maxsize=2)
def osm_map(path):
    return map_file.read_osm(path)


class Config:
    def __init__(self, path):
        self.path = Path(path).resolve()
        tables = tomllib.loads(self.path.read_text(encoding="utf-8"))
        self.name = tables["city"]["name"]
        self.inputs = {role: {**source, "path": str((self.path.parent / source["path"]).resolve())} for role, source in tables["inputs"].items()
                       if isinstance(source, dict) and "path" in source}
        walk = tables.get("walk", {})
        other = [key for key, usual in KEYS_NOT_JUDGED.items() if walk.get(key, usual) != usual]
        if other:
            raise SystemExit(f"{path}: [walk] {', '.join(other)}: this check knows walks without it only")
        self.speed = walk.get("speed_m_per_min", 80)
        self.minutes = walk.get("minutes", 10)
        self.snap_m = walk.get("snap_m", 100)
        self.squares = walk.get("squares", "across")

    @property
    def limit_m(self):
        return self.minutes * self.speed


class Result:
    def __init__(self, path):
        self.db = sqlite3.connect(path)
        code = self.db.execute("SELECT s.organization || ':' || s.organization_coordsys_id FROM gpkg_geometry_columns g "
                               "JOIN gpkg_spatial_ref_sys s USING (srs_id) WHERE table_name = 'schools'").fetchone()[0]
        if code != "EPSG:4326":
            raise SystemExit(f"{path}: this check reads results in EPSG:4326; set [output] crs")

    def rows(self, query):
        return self.db.execute(query).fetchall()


class City:
    def __init__(self, config, result):
        self.config = config
        self.schools = {key: (status, map_file.geometry(blob)) for key, status, blob in result.rows("SELECT school_id, status, geom FROM schools")}
        middle = numpy.array([(point.x, point.y) for _, point in self.schools.values()]).mean(axis=0)
        self.plane = CityPlane(*middle)
        self.sites, self.without_ground = {}, []
        self.take_schools(result)
        self.take_venues(result)
        gates = list(self.gates())
        for site in self.sites.values():
            furnish(site, gates)

    def flat(self, geometry):
        return transform(self.plane.transform, geometry)

    def parents(self):
        source = self.config.inputs["schools"]
        if map_file.is_osm(source["path"]):
            return {}
        rows = map_file.read_layer(source)
        return {str(values["id"]): str(values["parent_id"]) for values, _ in rows if values.get("parent_id")}

    def take_schools(self, result):
        parents = self.parents()
        polygons = {}
        for school, blob in result.rows("SELECT school_id, geom FROM campuses WHERE school_id IS NOT NULL"):
            polygons.setdefault(school, []).extend(polygons_of(self.flat(map_file.geometry(blob))))
        for school, (status, _) in self.schools.items():
            if status != "branch":
                self.sites["school", school] = Site("school", {school})
        for school, (status, point) in self.schools.items():
            main = self.sites.get(("school", parents.get(school, school) if status == "branch" else school))
            if main is None:
                continue
            main.ids.add(school)
            main.parts += [[polygon] for polygon in polygons.get(school, ())] or [[self.flat(point)]]
        for site in self.sites.values():
            points = [part for part in site.parts if isinstance(part[0], Point)]
            site.parts = parts_of([part[0] for part in site.parts if not isinstance(part[0], Point)]) + points

    def take_venues(self, result):
        outline = self.osm_outline if map_file.is_osm(self.config.inputs["venues"]["path"]) else self.layer_outlines().get
        for venue, in result.rows("SELECT venue_id FROM venues"):
            ground = outline(venue)
            if ground is None:
                self.without_ground.append(venue)
                continue
            ground = self.flat(ground)
            self.sites["venue", venue] = Site("venue", {venue}, [[ground]] if isinstance(ground, Point) else parts_of(polygons_of(ground)))

    def layer_outlines(self):
        rows = map_file.read_layer(self.config.inputs["venues"])
        return {str(values["id"]): make_valid(ground) for values, ground in rows if ground is not None and values.get("rentable") not in (0, "0")}

    def osm_outline(self, venue):
        found = osm_map(self.config.inputs["venues"]["path"])
        kind, number = venue.split("/")
        if kind == "node":
            return Point(found.places[int(number)])
        members = [int(number)] if kind == "way" else found.multipolygons.get(int(number), ((), None))[0]
        chains = [found.ways[member].nodes for member in members if member in found.ways]
        rings = closed_rings(chains) if len(chains) == len(members) else []
        if not rings or any(node not in found.places for ring in rings for node in ring):
            return None
        ground = ground_of(rings, found.places)
        return ground if ground is not None else make_valid(Polygon([found.places[node] for node in rings[0]]))

    def gates(self):
        files = {self.config.inputs[role]["path"] for role in GATED_ROLES if role in self.config.inputs}
        for path in filter(map_file.is_osm, files):
            found = osm_map(path)
            gates = [node for node, tags in found.node_tags.items() if foot_rules.is_gate(tags)]
            for node, place in zip(gates, self.plane.points([found.places[node] for node in gates])):
                yield Gate(Point(place), False, foot_rules.gate_is_closed(found.node_tags[node]))
        source = self.config.inputs.get("gates")
        if source and not map_file.is_osm(source["path"]):
            for values, point in map_file.read_layer(source):
                yield Gate(self.flat(point), True, False, values.get("owner_kind"), values.get("owner_id"))

    def network(self):
        source = self.config.inputs["network"]
        crossed = self.config.squares == "across"
        streets = StreetLines(osm_map(source["path"]) if map_file.is_osm(source["path"]) else map_file.read_lines(source), self.plane)
        return WalkNetwork(streets, open_squares(streets) if crossed else [], self.plane)
