"""Towns drawn at random to hold all that rules 6 to 8 and section 8 speak of, thickly: private ways, barred nodes, squares with holes and on other levels, ways
that cross them or end in them without a shared node, ends of ways at one place."""

import math
import random
from xml.sax.saxutils import quoteattr

LON, LAT = 16.37, 48.2
M_PER_DEGREE = 111_195.0
SIDE = 9                        # crossings each way
BLOCK_M = 75.0
CONFIG = """[city]
name = "Town {seed}"
[inputs.schools]
path = "town.osm"
[inputs.venues]
path = "town.osm"
[inputs.network]
path = "town.osm"
[channels]
rent = {{ cost_per_m2 = 60 }}
"""


class RandomTown:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.nodes, self.ways, self.relations = [], [], []      # (x, y, tags), (nodes, tags), (outers, inners, tags)
        self.crossings = [[self.node(column * BLOCK_M + self.jitter(), row * BLOCK_M + self.jitter(), self.barrier()) for row in range(SIDE)]
                          for column in range(SIDE)]
        self.draw_streets()
        for _ in range(8):
            self.draw_square()
        self.draw_paths()
        self.draw_sites()

    def jitter(self, most_m=14.0):
        return self.chance.uniform(-most_m, most_m)

    def node(self, x, y, tags=None):
        self.nodes.append((x, y, tags or {}))
        return len(self.nodes)

    def place(self, node):
        return self.nodes[node - 1][:2]

    def barrier(self):
        if self.chance.random() > 0.12:
            return {}
        return {"barrier": "gate", **self.chance.choice([{"access": "private"}, {"access": "private"}, {"foot": "no"}, {"access": "no", "foot": "yes"}, {}])}

    def street_tags(self):
        kind = {"highway": self.chance.choice(["residential", "footway", "service"])}
        draw = self.chance.random()
        if draw < 0.22:
            kind.update(self.chance.choice([{"access": "private"}, {"foot": "private"}]))
        elif draw < 0.27:
            kind["foot"] = "no"
        return kind

    def draw_streets(self):
        for a in range(SIDE):
            for line in ([self.crossings[a][b] for b in range(SIDE)], [self.crossings[b][a] for b in range(SIDE)]):
                at = 0
                while at < SIDE - 1:
                    last = min(SIDE - 1, at + self.chance.randint(1, 3))
                    if self.chance.random() > 0.12:
                        self.ways.append(([self.sometimes_doubled(line[at]), *line[at + 1:last + 1]], self.street_tags()))
                    at = last

    def sometimes_doubled(self, node):
        """Another node at the same place, as careless imports have it."""
        if self.nodes[node - 1][2] or self.chance.random() > 0.05:
            return node
        x, y = self.place(node)
        return self.node(x + 0.003, y)

    def ring(self, x, y, least_m, most_m, corners):
        turn = self.chance.uniform(0, 2 * math.pi)
        found = []
        for i in range(corners):
            angle, away = turn + 2 * math.pi * i / corners, self.chance.uniform(least_m, most_m)
            found.append(self.node(x + away * math.cos(angle), y + away * math.sin(angle)))
        return [*found, found[0]]

    def ring_of_block(self, column, row):
        """A square that shares the crossings of its streets, with corners of its own between them."""
        corners = [self.crossings[column + a][row + b] for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
        ring = []
        for one, other in zip(corners, [*corners[1:], corners[0]]):
            ring.append(one)
            if self.chance.random() < 0.5:
                (ax, ay), (bx, by) = self.place(one), self.place(other)
                ring.append(self.node((ax + bx) / 2 + self.jitter(), (ay + by) / 2 + self.jitter()))
        return [*ring, ring[0]]

    def draw_square(self):
        column, row = self.chance.randrange(SIDE - 1), self.chance.randrange(SIDE - 1)
        x, y = (column + 0.5) * BLOCK_M, (row + 0.5) * BLOCK_M
        outer = self.ring_of_block(column, row) if self.chance.random() < 0.4 else self.ring(x, y, 18, 70, self.chance.randint(4, 9))
        tags = {"highway": "pedestrian"}
        if self.chance.random() < 0.2:
            tags["access"] = "private"
        if self.chance.random() < 0.15:
            tags["layer"] = "1"
        if self.chance.random() < 0.5:
            self.ways.append((outer, {**tags, "area": "yes"}))
            return
        if self.chance.random() < 0.3:
            tags = {"place": "square"}
        inners = [self.ring(x, y, 4, 14, self.chance.randint(3, 5))] if self.chance.random() < 0.7 else []
        cut = len(outer) // 2
        self.ways += [(outer[:cut + 1], {}), (outer[cut:], {}), *((ring, {}) for ring in inners)]
        numbers = list(range(len(self.ways) - 1 - len(inners), len(self.ways) + 1))
        self.relations.append((numbers[:2], numbers[2:], {"type": "multipolygon", **tags}))

    def draw_paths(self):
        """From crossings to nowhere, over whatever lies there; some meet others at their ends."""
        ends = []
        for _ in range(25):
            start = self.crossings[self.chance.randrange(SIDE)][self.chance.randrange(SIDE)]
            x, y = self.place(start)
            end = self.chance.choice(ends) if ends and self.chance.random() < 0.3 else self.node(x + self.jitter(90), y + self.jitter(90))
            ends.append(end)
            level = {"layer": "1"} if self.chance.random() < 0.15 else {}
            self.ways.append(([start, end], {**self.street_tags(), **level}))

    def draw_sites(self):
        blocks = [(column, row) for column in range(SIDE - 1) for row in range(SIDE - 1)]
        self.chance.shuffle(blocks)
        for i, (column, row) in enumerate(blocks[:30]):
            x, y = (column + 0.5) * BLOCK_M + self.jitter(6), (row + 0.5) * BLOCK_M + self.jitter(6)
            ring = self.ring(x, y, 18, 26, self.chance.randint(4, 6))
            if self.chance.random() < 0.3:
                x, y, _ = self.nodes[ring[0] - 1]
                self.nodes[ring[0] - 1] = (x, y, self.chance.choice([{"entrance": "yes"}, {"barrier": "gate"}, {"barrier": "gate", "access": "private"}]))
            self.ways.append((ring, {"amenity": "school"} if i % 3 == 0 else {"leisure": "pitch"}))

    def write(self, folder, seed):
        (folder / "city.toml").write_text(CONFIG.format(seed=seed), encoding="utf-8")
        text = ['<osm version="0.6">']
        for i, (x, y, tags) in enumerate(self.nodes):
            lon, lat = LON + x / M_PER_DEGREE / math.cos(math.radians(LAT)), LAT + y / M_PER_DEGREE
            text.append(f'<node id="{i + 1}" version="1" lon="{lon:.7f}" lat="{lat:.7f}">{tags_of(tags)}</node>')
        for i, (nodes, tags) in enumerate(self.ways):
            text.append(f'<way id="{i + 1}" version="1">' + "".join(f'<nd ref="{node}"/>' for node in nodes) + tags_of(tags) + "</way>")
        for i, (outers, inners, tags) in enumerate(self.relations):
            members = [(way, "outer") for way in outers] + [(way, "inner") for way in inners]
            text.append(f'<relation id="{i + 1}" version="1">' + "".join(f'<member type="way" ref="{way}" role="{role}"/>' for way, role in members) +
                        tags_of(tags) + "</relation>")
        (folder / "town.osm").write_text("\n".join([*text, "</osm>"]), encoding="utf-8")
        return folder / "city.toml"


def tags_of(tags):
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())
