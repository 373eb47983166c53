"""Squares as ground that is crossed (section 8): the places where one comes onto it, and every straight line between them that stays on it."""

from collections import defaultdict
from functools import cached_property
from itertools import combinations

import numpy
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import unary_union
from shapely.prepared import prep

from foot_rules import PRIVATE

SLACK_M = 0.001
ONE_PLACE_M = 0.01


class OpenSquare:
    def __init__(self, rings, ground, corners):
        self.key, self.is_private, self.level = rings.key, rings.foot == PRIVATE, rings.level
        self.ground, self.corners = ground, corners     # corners: {node: place}

    @cached_property
    def walkable(self):
        return prep(self.ground.buffer(SLACK_M, join_style=2))

    def holds(self, place):
        return self.walkable.covers(Point(place))

    def sees(self, a, b):
        return a == b or self.walkable.covers(LineString((a, b)))

    def sights(self, places):
        """(one, other, metres) of all that see each other of {name: place}."""
        for (one, a), (other, b) in combinations(places.items(), 2):
            if self.sees(a, b):
                yield one, other, float(numpy.hypot(a[0] - b[0], a[1] - b[1]))


def ground_of(rings, places):
    """What lies inside an odd number of rings; nothing where a ring is none or crosses another."""
    polygons = [Polygon([places[node] for node in ring]) for ring in rings]
    if not all(polygon.is_valid and polygon.area > 0 for polygon in polygons):
        return None
    if any(a.exterior.crosses(b.exterior) for a, b in combinations(polygons, 2)):
        return None
    ground = polygons[0]
    for polygon in polygons[1:]:
        ground = ground.symmetric_difference(polygon)
    return ground


def box_around(places, margin_m=0.0):
    places = numpy.asarray(places)
    return places.min(axis=0) - margin_m, places.max(axis=0) + margin_m


def meeting(segment, ring_segment, places):
    """The node or place at which a way meets a ring without sharing a node, with the share on each; nothing where they do not meet."""
    (a, b), (c, d) = segment, ring_segment
    if {a, b} & {c, d}:
        return None
    for end, (first, last) in ((a, (c, d)), (b, (c, d)), (c, (a, b)), (d, (a, b))):
        if LineString((places[first], places[last])).distance(Point(places[end])) <= ONE_PLACE_M:
            return end
    cut = LineString((places[a], places[b])).intersection(LineString((places[c], places[d])))
    return None if cut.is_empty else cut.coords[0]


def join_crossing_ways(streets):
    """Ways of its level that cross a ring, or end on it, without a shared node get one there."""
    segments = streets.segments()
    grid, insertions, made = streets.grid(segments), defaultdict(dict), {}
    for square in streets.squares:
        for ring in square.rings:
            for c, d in zip(ring, ring[1:]):
                low, high = box_around([streets.places[c], streets.places[d]], ONE_PLACE_M)
                for i in grid.in_box(low, high):
                    line, a, b = segments[i]
                    if line.ring_of == square.key or line.level != square.level:
                        continue
                    node = meeting((a, b), (c, d), streets.places)
                    if node is None:
                        continue
                    if isinstance(node, tuple) and node not in streets.places:
                        node = made.setdefault(frozenset((frozenset((a, b)), frozenset((c, d)))), ("crossing", len(made), node))
                        add_node(streets, node)
                    for first, last in ((a, b), (c, d)):
                        if node not in (first, last):
                            insertions[frozenset((first, last))][node] = (first, share_of(streets.places, first, last, node))
    streets.insert(insertions)


def add_node(streets, node):
    streets.places[node] = node[2]


def share_of(places, first, last, node):
    start, end, place = (numpy.array(places[key]) for key in (first, last, node))
    return float((place - start) @ (end - start) / ((end - start) @ (end - start)))


def corners_of(square, ground, streets, lines_at, ends, grid_nodes):
    """Every node of the rings; inside, the loose ends of ways, and the nodes that ways share unless all of them pass over the square or under it. Corners that no
    shortest walk turns at do no harm."""
    rings = {node for ring in square.rings for node in ring}
    corners = {node: streets.places[node] for node in rings}
    inside = prep(ground)
    low, high = box_around([streets.places[node] for node in rings])
    for node in grid_nodes(low, high):
        here = lines_at[node]
        joins = square.level in {line.level for line in here} if len(here) > 1 else node in ends
        if joins and node not in rings and inside.contains(Point(streets.places[node])):
            corners[node] = streets.places[node]
    return corners


def open_squares(streets):
    """Joins ways to the squares of the map and gives these with their corners. Changes the lines."""
    join_crossing_ways(streets)
    lines_at, ends = defaultdict(list), set()
    for line in streets.lines:
        for node in line.nodes:
            lines_at[node].append(line)
        ends.update((line.nodes[0], line.nodes[-1]))
    nodes = list(lines_at)
    places = numpy.array([streets.places[node] for node in nodes])

    def nodes_in(low, high):
        return (nodes[i] for i in numpy.flatnonzero(((places >= low) & (places <= high)).all(axis=1)))

    found = []
    for square in streets.squares:
        ground = ground_of(square.rings, streets.places)
        if ground is not None:
            found.append(OpenSquare(square, ground, corners_of(square, ground, streets, lines_at, ends, nodes_in)))
    return found
