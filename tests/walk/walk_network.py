"""Streets as edges between nodes, their connected parts (rule 6), and where an entry joins them (rules 6 and 7)."""

from collections import defaultdict
from dataclasses import dataclass

import numpy

from city_plane import lengths_m
from foot_rules import PRIVATE, PUBLIC
from segment_grid import SegmentGrid

SHORTEST_PART_M = 1000.0
TIE_M = 1e-6
AT_NODE_M = 0.001


class Groups:
    """Things that belong together."""

    def __init__(self):
        self.first = {}

    def find(self, thing):
        root = thing
        while self.first.get(root, root) != root:
            root = self.first[root]
        while self.first.get(thing, thing) != root:
            self.first[thing], thing = root, self.first[thing]
        return root

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a != b:
            self.first[b] = a


def reached_length_m(part, length_m, links):
    """Of a part and those behind its barred nodes; but one does not come back through the node by which one came, to its other side."""
    seen, waiting = {part}, [(part, None)]
    while waiting:
        here, came_by = waiting.pop()
        for there, hub in links.get(here, ()):
            if hub != came_by and there not in seen:
                seen.add(there)
                waiting.append((there, hub))
    return sum(length_m.get(one, 0.0) for one in seen)


@dataclass
class Access:
    """Where an entry meets the network: on an edge, or (segment is None) on the ground of a square."""
    place: tuple
    connector_m: float
    segment: int = None
    share: float = 0.0
    square: object = None


class WalkNetwork:
    def __init__(self, streets, squares, plane):
        self.squares, self.passages = squares, []
        segments = streets.segments()
        self.is_private = [line.foot == PRIVATE for line, _, _ in segments]
        self.ends = [tuple(self.node_at(streets, i, node, is_private) for node in (a, b))
                     for i, ((_, a, b), is_private) in enumerate(zip(segments, self.is_private))]
        for square in squares:
            square.corners = {self.node_at(streets, square.key, node, square.is_private): place for node, place in square.corners.items()}
        starts = numpy.array([streets.places[a] for _, a, _ in segments])
        ends = numpy.array([streets.places[b] for _, _, b in segments])
        self.length_m = lengths_m(plane.degrees(starts), plane.degrees(ends))
        self.grid = SegmentGrid(starts, ends)
        self.weigh_parts([line.ring_of for line, _, _ in segments])

    def node_at(self, streets, way, node, is_private):
        """A barred node is an end for each public way (segment or square) of its own; the private ways there meet, and are left for each of the public ones."""
        bar = streets.bars.get(node, PUBLIC)
        if bar == PUBLIC:
            return node
        if bar == PRIVATE and is_private:
            return ("private ways at", node)
        own = ("barred", node, way)
        if bar == PRIVATE:
            self.passages.append((("private ways at", node), own))
        return own

    def weigh_parts(self, square_of_ring):
        """Which edges and squares belong to a connected part that is long enough. Lines of sight connect and add nothing; the ground of a square connects its rings,
        also a piece between two barred nodes."""
        groups = Groups()
        for a, b in self.ends:
            groups.join(a, b)
        for square in self.squares:
            corners = list(square.corners)
            for corner in corners[1:]:
                groups.join(corners[0], corner)
        corner_of = {square.key: next(iter(square.corners)) for square in self.squares}
        for (a, _), key in zip(self.ends, square_of_ring):
            if key in corner_of:
                groups.join(corner_of[key], a)
        length_m = defaultdict(float)
        for (a, _), metres in zip(self.ends, self.length_m):
            length_m[groups.find(a)] += metres
        links = defaultdict(set)
        for hub, side in self.passages:
            links[groups.find(hub)].add((groups.find(side), hub))
            links[groups.find(side)].add((groups.find(hub), hub))
        long_enough = {part for part in length_m if reached_length_m(part, length_m, links) >= SHORTEST_PART_M}
        self.is_joined = numpy.array([groups.find(a) in long_enough for a, _ in self.ends])
        self.is_joined_square = {square.key: any(groups.find(corner) in long_enough for corner in square.corners) for square in self.squares}

    def accesses(self, place, snap_m):
        """The nearest edges and squares, all of them where several are equally near."""
        grounds = list(self.squares_at(place))
        some, away, share = self.grid.near(place, snap_m)
        joined = self.is_joined[some]
        some, away, share = some[joined], away[joined], share[joined]
        nearest = 0.0 if grounds else (away.min() if len(away) else None)
        if nearest is None:
            return []
        found = [Access(tuple(place), 0.0, square=square) for square in grounds]
        for i, metres, where in zip(some, away, share):
            if metres <= nearest + TIE_M:
                meets = tuple(self.grid.starts[i] + where * self.grid.along[i])
                found.append(Access(meets, float(metres), int(i), float(where)))
                found += [Access(meets, float(metres), square=square) for square in self.squares_at(meets) if square not in grounds]
        return found

    def squares_at(self, place):
        x, y = place
        for square in self.squares:
            left, bottom, right, top = square.ground.bounds
            if left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1 and self.is_joined_square[square.key] and square.holds(place):
                yield square
