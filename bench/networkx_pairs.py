#!/usr/bin/python3
"""Compares the pairs of bench_search with networkx, and times its bounded Dijkstra.

    bench_search FILE.osm.pbf 2000 5000 1 graph.txt && bench/networkx_pairs.py graph.txt [MOST_SOURCES]

Every access becomes a node inside its edge, so that networkx knows nothing of partial edges; every node is there three times: before the
first public way, on public ways, and after the last one (private ways are walked at both ends of a walk only). Exit code 1 where pairs or distances differ.
"""

import sys
import time
from collections import defaultdict

import networkx

SECONDS_A_METRE = 60.0 / 80.0
AT_NODE_M = 0.001
# From a state to the next over a private edge, and over a public one.
STEPS = {True: [(0, 0), (1, 2), (2, 2)], False: [(0, 1), (1, 1)]}
TOLERANCE_S = 1e-3


def read(path):
    edges, sites, pairs = [], {"s": [], "v": []}, {}
    for line in open(path, encoding="ascii"):
        kind, *words = line.split()
        if kind == "t":
            ours_ms, limit_s = float(words[0]), float(words[1])
        elif kind == "e":
            edges.append((int(words[0]), int(words[1]), float(words[2]), words[3] == "1"))
        elif kind in sites:
            sites[kind].append((int(words[0]), float(words[1]), float(words[2])))
        else:
            pairs[int(words[0]), int(words[1])] = float(words[2])
    return edges, sites, pairs, ours_ms, limit_s


def link(graph, a, b, seconds):
    """The shorter of parallel edges is the one that counts."""
    if not graph.has_edge(a, b) or graph[a][b]["weight"] > seconds:
        graph.add_edge(a, b, weight=seconds)


def link_both_ways(graph, a, b, seconds, is_private):
    for before, after in STEPS[is_private]:
        link(graph, (a, before), (b, after), seconds)
        link(graph, (b, before), (a, after), seconds)


def place_of(edge, along, name):
    """Where an access meets the network: a node, where it is right at one."""
    start, end, length_m, _ = edge
    return start if along * length_m <= AT_NODE_M else end if (1.0 - along) * length_m <= AT_NODE_M else name


def split_graph(edges, sites):
    stops = defaultdict(list)
    graph = networkx.DiGraph()
    for kind, accesses in sites.items():
        for i, (edge, along, connector_m) in enumerate(accesses):
            place = place_of(edges[edge], along, (kind, i, "on edge"))
            if isinstance(place, tuple):
                stops[edge].append((along, place))
            if kind == "s":
                link(graph, (kind, i), (place, 0), connector_m * SECONDS_A_METRE)
            else:
                for state in range(3):
                    link(graph, (place, state), (kind, i), connector_m * SECONDS_A_METRE)
    for i, (start, end, length_m, is_private) in enumerate(edges):
        course = [(0.0, start)] + sorted(stops[i]) + [(1.0, end)]
        for (from_along, a), (to_along, b) in zip(course, course[1:]):
            if a != b:
                link_both_ways(graph, a, b, (to_along - from_along) * length_m * SECONDS_A_METRE, is_private)
    return graph


def walks_from(graph, source, limit_s):
    seconds = networkx.single_source_dijkstra_path_length(graph, ("s", source), cutoff=limit_s, weight="weight")
    return {node[1]: time_s for node, time_s in seconds.items() if node[0] == "v"}


def differences(found, ours, limit_s):
    """Pairs that only one of the two has, but for those at the limit, and pairs with other seconds."""
    wrong = [pair for pair in found.keys() ^ ours.keys() if abs(found.get(pair, ours.get(pair)) - limit_s) > TOLERANCE_S]
    return wrong + [pair for pair in found.keys() & ours.keys() if abs(found[pair] - ours[pair]) > TOLERANCE_S]


def main():
    edges, sites, pairs, ours_ms, limit_s = read(sys.argv[1])
    graph = split_graph(edges, sites)
    count = min(len(sites["s"]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
    begin = time.perf_counter()
    found = {(s, v): t for s in range(count) for v, t in walks_from(graph, s, limit_s).items()}
    networkx_ms = (time.perf_counter() - begin) * 1000.0 / count
    ours = {pair: seconds for pair, seconds in pairs.items() if pair[0] < count}

    wrong = differences(found, ours, limit_s)
    ours_each_ms = ours_ms / len(sites["s"])
    print(f"{count} sources: {len(ours)} pairs, networkx {len(found)}, {len(wrong)} differ")
    print(f"a source: networkx {networkx_ms:.2f} ms, ours {ours_each_ms:.4f} ms, {networkx_ms / ours_each_ms:.0f} times faster")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
