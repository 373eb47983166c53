"""The shortest walks between sites, by networkx, on edges split at the entries. Private ways (section 8) make three floors of one graph: those walked before
the first public way, public ways, those walked after the last public one. One goes down and never up."""

from collections import defaultdict
from itertools import groupby

import networkx

from walk_network import AT_NODE_M

FIRST_PRIVATE, PUBLIC, LAST_PRIVATE = range(3)


class WalkGraph:
    def __init__(self, network, accesses):
        """accesses: {site: [Access]}; the sites that are walked from or to."""
        self.graph = networkx.DiGraph()
        self.network = network
        self.joined = defaultdict(list)     # site: [(node, connector_m)]
        stops = self.place_stops(accesses)
        self.add_edges(stops)
        self.add_squares(accesses)
        for a, b in network.passages:
            self.add_way(a, b, 0.0, is_private=True)
        self.join_floors()
        self.add_sites()

    def place_stops(self, accesses):
        """Where each edge is split: {segment: [(share, node)]}. An access right at a node is that node."""
        stops = defaultdict(list)
        for site, found in accesses.items():
            for access in found:
                if access.segment is None:
                    continue
                length_m = self.network.length_m[access.segment]
                start, end = self.network.ends[access.segment]
                if access.share * length_m <= AT_NODE_M:
                    node = start
                elif (1.0 - access.share) * length_m <= AT_NODE_M:
                    node = end
                else:
                    node = ("stop", access.segment, access.share)
                    stops[access.segment].append((access.share, node))
                self.joined[site].append((node, access.connector_m))
        return stops

    def add_edges(self, stops):
        network = self.network
        for segment, ((start, end), metres) in enumerate(zip(network.ends, network.length_m)):
            course = [(0.0, start), *sorted(set(stops.get(segment, ())), key=lambda stop: stop[0]), (1.0, end)]
            for (from_share, a), (to_share, b) in zip(course, course[1:]):
                self.add_way(a, b, (to_share - from_share) * metres, network.is_private[segment])

    def add_squares(self, accesses):
        """Lines of sight between the corners of each square and the entries that join it."""
        on_square = defaultdict(dict)
        for site, found in accesses.items():
            for access in found:
                if access.square is not None:
                    node = ("on square", access.square.key, access.place)
                    on_square[access.square.key][node] = access.place
                    self.joined[site].append((node, access.connector_m))
        for square in self.network.squares:
            for a, b, metres in square.sights({**square.corners, **on_square[square.key]}):
                self.add_way(a, b, metres, square.is_private)

    def add_way(self, a, b, metres, is_private):
        for level in (FIRST_PRIVATE, LAST_PRIVATE) if is_private else (PUBLIC,):
            for one, other in ((a, b), (b, a)):
                known = self.graph.get_edge_data((one, level), (other, level))
                if known is None or known["weight"] > metres:
                    self.graph.add_edge((one, level), (other, level), weight=metres)

    def join_floors(self):
        for node, level in list(self.graph):
            if level == FIRST_PRIVATE:
                for below in (PUBLIC, LAST_PRIVATE):
                    if (node, below) in self.graph:
                        self.graph.add_edge((node, level), (node, below), weight=0.0)
            elif level == PUBLIC and (node, LAST_PRIVATE) in self.graph:
                self.graph.add_edge((node, level), (node, LAST_PRIVATE), weight=0.0)

    def add_sites(self):
        """A site is left and reached by its connectors, and is no way through."""
        for site, nodes in self.joined.items():
            for _, same in groupby(sorted(nodes, key=lambda item: (str(item[0]), item[1])), key=lambda item: str(item[0])):
                node, connector_m = next(same)
                for level in (FIRST_PRIVATE, PUBLIC, LAST_PRIVATE):
                    if (node, level) in self.graph:
                        self.graph.add_edge(("from", site), (node, level), weight=connector_m)
                        self.graph.add_edge((node, level), ("to", site), weight=connector_m)

    def walks_m(self, site, most_m):
        if ("from", site) not in self.graph:
            return {}
        found = networkx.single_source_dijkstra_path_length(self.graph, ("from", site), cutoff=most_m)
        return {node[1]: metres for node, metres in found.items() if node[0] == "to"}
