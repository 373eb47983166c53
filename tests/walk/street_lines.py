"""The walked lines of a map: which ways are walked, and what joins them where they share no node (rule 8 and, for squares, section 8)."""

from collections import defaultdict
from dataclasses import dataclass

import numpy
from scipy.spatial import cKDTree

import foot_rules
from foot_rules import BARRED, PUBLIC
from segment_grid import SegmentGrid

ONE_PLACE_M = 0.01


@dataclass
class StreetLine:
    nodes: list
    foot: str
    level: tuple
    ring_of: object = None      # the square whose ring this is


@dataclass
class SquareRings:
    key: object
    rings: list                 # closed lists of nodes
    foot: str
    level: tuple


def closed_rings(chains):
    """Lines joined end to end into rings; nothing where they do not all close."""
    rings, open_chains = [], [list(chain) for chain in chains]
    while open_chains:
        ring = open_chains.pop()
        while ring[0] != ring[-1]:
            following = next((chain for chain in open_chains if ring[-1] in (chain[0], chain[-1])), None)
            if following is None:
                return []
            open_chains.remove(following)
            ring += (following if following[0] == ring[-1] else following[::-1])[1:]
        if len(ring) < 4:
            return []
        rings.append(ring)
    return rings


class StreetLines:
    """Lines, squares and the places of nodes, in the plane and in degrees."""

    def __init__(self, map_file, plane):
        self.lines, self.squares = [], []
        self.bars = {node: bar for node, tags in map_file.node_tags.items() if (bar := foot_rules.foot_through_node(tags)) != PUBLIC}
        self.take_ways(map_file)
        if not map_file.is_line_layer:
            self.take_multipolygons(map_file)
        self.place_nodes(map_file, plane)
        self.join_at_one_place(map_file.is_line_layer)
        if map_file.is_line_layer:
            self.drop_doubles()
            self.join_ends_to_lines()

    def take_ways(self, map_file):
        for key, way in map_file.ways.items():
            foot = foot_rules.foot_on_street(way.tags, map_file.is_line_layer)
            if foot == BARRED:
                continue
            level = foot_rules.level_of(way.tags)
            is_square = way.tags.get("area") == "yes" and way.nodes[0] == way.nodes[-1] and not map_file.is_line_layer
            square = ("way", key) if is_square else None
            self.add_line(map_file, way.nodes, foot, level, square)
            if is_square and all(node in map_file.places for node in way.nodes):
                self.squares.append(SquareRings(square, [way.nodes], foot, level))

    def take_multipolygons(self, map_file):
        for key, (members, tags) in map_file.multipolygons.items():
            is_place = tags.get("place") == "square" and "highway" not in tags
            foot = foot_rules.foot_on(tags) if is_place else foot_rules.foot_on_street(tags)
            if foot == BARRED:
                continue
            level, square = foot_rules.level_of(tags), ("relation", key)
            chains = [map_file.ways[member].nodes for member in members if member in map_file.ways]
            for nodes in chains:
                self.add_line(map_file, nodes, foot, level, square)
            is_whole = len(chains) == len(members) and all(node in map_file.places for nodes in chains for node in nodes)
            rings = closed_rings(chains) if is_whole else []
            if rings:
                self.squares.append(SquareRings(square, rings, foot, level))

    def add_line(self, map_file, nodes, foot, level, square):
        """What a cut file lacks parts the line."""
        run = []
        for node in [*nodes, None]:
            if node in map_file.places:
                if not run or run[-1] != node:
                    run.append(node)
            else:
                if len(run) > 1:
                    self.lines.append(StreetLine(run, foot, level, square))
                run = []

    def place_nodes(self, map_file, plane):
        nodes = list({node for line in self.lines for node in line.nodes})
        degrees = [map_file.places[node] for node in nodes]
        self.degrees = dict(zip(nodes, degrees))
        self.places = dict(zip(nodes, map(tuple, plane.points(degrees).tolist())))

    def join_at_one_place(self, is_line_layer):
        """Vertices of a line layer are one within a centimetre; of OSM's ways only their ends, of one level."""
        if is_line_layer:
            nodes, levels = list(self.places), None
        else:
            levels = defaultdict(set)
            for line in self.lines:
                for node in (line.nodes[0], line.nodes[-1]):
                    levels[node].add(line.level)
            nodes = list(levels)
        pairs = cKDTree([self.places[node] for node in nodes]).query_pairs(ONE_PLACE_M)
        self.make_one((nodes[a], nodes[b]) for a, b in sorted(pairs) if levels is None or levels[nodes[a]] & levels[nodes[b]])

    def make_one(self, pairs):
        """Nodes that are one: each line is rewritten with the first of them."""
        first = {}

        def find(node):
            while first.get(node, node) != node:
                node = first[node]
            return node

        for a, b in pairs:
            a, b = find(a), find(b)
            if a != b:
                first[b] = a
                if b in self.bars:
                    self.bars[a] = self.bars[b]
        if first:
            for line in self.lines:
                line.nodes = [find(node) for node in line.nodes]
            for square in self.squares:
                square.rings = [[find(node) for node in ring] for ring in square.rings]

    def drop_doubles(self):
        once = {}
        for line in self.lines:
            once.setdefault(min(tuple(line.nodes), tuple(line.nodes[::-1])), line)
        self.lines = list(once.values())

    def segments(self):
        """(line, start, end) of every piece between two nodes."""
        return [(line, a, b) for line in self.lines for a, b in zip(line.nodes, line.nodes[1:]) if a != b]

    def grid(self, segments):
        place = self.places
        return SegmentGrid(numpy.array([place[a] for _, a, _ in segments]), numpy.array([place[b] for _, _, b in segments]))

    def join_ends_to_lines(self):
        """The end of a line joins what passes within a centimetre without a vertex."""
        segments = self.segments()
        grid, insertions = self.grid(segments), defaultdict(dict)
        for line in self.lines:
            for end in (line.nodes[0], line.nodes[-1]):
                for i, _, share in zip(*grid.near(self.places[end], ONE_PLACE_M)):
                    other, a, b = segments[i]
                    if other.level == line.level and end not in (a, b):
                        insertions[frozenset((a, b))][end] = (a, share)
        self.insert(insertions)

    def insert(self, insertions):
        """Nodes put into segments: {ends of the segment: {node: (one end, share of the way from there)}}, in every line that has the segment."""
        for line in [*self.lines, *(StreetRing(square, i) for square in self.squares for i in range(len(square.rings)))]:
            course = line.nodes[:1]
            for a, b in zip(line.nodes, line.nodes[1:]):
                between = insertions.get(frozenset((a, b)), {})
                course += sorted(between, key=lambda node: between[node][1] if between[node][0] == a else 1.0 - between[node][1])
                course.append(b)
            line.nodes = course


class StreetRing:
    """A ring of a square, to be rewritten as a line is."""

    def __init__(self, square, number):
        self.square, self.number = square, number

    @property
    def nodes(self):
        return self.square.rings[self.number]

    @nodes.setter
    def nodes(self, nodes):
        self.square.rings[self.number] = nodes
