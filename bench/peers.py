#!/usr/bin/python3
"""The pairs of bench_search against the routing libraries of Debian, each on one and the same graph; pairs and seconds are compared first.

    bench_search FILE.osm.pbf 2000 5000 1 graph.txt && bench/peers.py graph.txt [MOST_SOURCES]

The graph is that of networkx_pairs.py, split at the entries. scipy and networkx stop at the limit;
igraph knows none and goes to the targets; pgRouting (pgr_drivingDistance, one call for all sources, of a database with an index on everything)
stops at the limit and is timed with its reading of the edges, which is how it is used. A library that is not installed is named and passed
over. Exit code 1 where pairs or seconds differ.
"""

import importlib.machinery
import importlib.util
import sys
import tempfile
import time
from pathlib import Path

import networkx_pairs

ROOT = Path(__file__).resolve().parent.parent


class Arrays:
    """The split graph with numbers for nodes."""

    def __init__(self, graph, source_count):
        self.number = {node: i for i, node in enumerate(graph)}
        self.tail, self.head, self.seconds = [], [], []
        for a, b, seconds in (graph if graph.is_directed() else graph.to_directed()).edges(data="weight"):
            self.tail.append(self.number[a])
            self.head.append(self.number[b])
            self.seconds.append(seconds)
        self.source = [self.number["s", i] for i in range(source_count)]
        venues = [node for node in graph if isinstance(node, tuple) and len(node) == 2 and node[0] == "v"]
        self.venue = {self.number[node]: node[1] for node in venues}


def by_networkx(graph, arrays, limit_s):
    return {(s, v): t for s in range(len(arrays.source)) for v, t in networkx_pairs.walks_from(graph, s, limit_s).items()}


def by_scipy(_, arrays, limit_s):
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    count = len(arrays.number)
    # A length of nothing would be no edge in a sparse matrix.
    matrix = csr_matrix(([max(s, 1e-9) for s in arrays.seconds], (arrays.tail, arrays.head)), shape=(count, count))
    venues = list(arrays.venue)
    begin = time.perf_counter()
    found = {}
    for s, node in enumerate(arrays.source):
        seconds = dijkstra(matrix, directed=True, indices=node, limit=limit_s)[venues]
        for i in (seconds <= limit_s).nonzero()[0]:
            found[s, arrays.venue[venues[i]]] = float(seconds[i])
    return found, time.perf_counter() - begin


def by_igraph(_, arrays, limit_s):
    import igraph

    graph = igraph.Graph(n=len(arrays.number), edges=list(zip(arrays.tail, arrays.head)), directed=True)
    venues = list(arrays.venue)
    begin = time.perf_counter()
    found = {}
    for s, node in enumerate(arrays.source):
        for venue, seconds in zip(venues, graph.distances(source=[node], target=venues, weights=arrays.seconds)[0]):
            if seconds <= limit_s:
                found[s, arrays.venue[venue]] = seconds
    return found, time.perf_counter() - begin


def postgis_test():
    """scripts/postgis-test, which knows how a server is started."""
    loader = importlib.machinery.SourceFileLoader("postgis_test", str(ROOT / "scripts/postgis-test"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("postgis_test", loader))
    loader.exec_module(module)
    return module


def by_pgrouting(_, arrays, limit_s):
    import os

    if not Path("/usr/share/postgresql/15/extension/pgrouting.control").exists():
        raise ImportError("postgresql-15-pgrouting")
    module = postgis_test()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["PGPASSWORD"] = module.PASSWORD
        server = module.Server(folder)
        try:
            edges = folder / "edges.csv"
            edges.write_text("".join(f"{i},{a},{b},{s:.9g}\n" for i, (a, b, s) in enumerate(zip(arrays.tail, arrays.head, arrays.seconds))))
            edges.chmod(0o644)
            server.sql("postgres", "CREATE EXTENSION pgrouting CASCADE")
            server.sql("postgres", "CREATE TABLE edges (id bigint PRIMARY KEY, source bigint, target bigint, cost float8)")
            server.sql("postgres", f"COPY edges FROM '{edges}' WITH (FORMAT csv)")
            server.sql("postgres", "ANALYZE edges")
            roots = ",".join(str(node) for node in arrays.source)
            begin = time.perf_counter()
            rows = server.sql("postgres", "SELECT from_v, node, agg_cost FROM pgr_drivingDistance("
                              f"'SELECT id, source, target, cost FROM edges', ARRAY[{roots}]::bigint[], {limit_s:.9g}, directed := true)")
            took_s = time.perf_counter() - begin
        finally:
            server.stop()
    which = {node: s for s, node in enumerate(arrays.source)}
    found = {}
    for row in rows.splitlines():
        root, node, seconds = row.split("|")
        if int(node) in arrays.venue:
            found[which[int(root)], arrays.venue[int(node)]] = float(seconds)
    return found, took_s


PEERS = {"networkx": by_networkx, "scipy": by_scipy, "igraph": by_igraph, "pgRouting": by_pgrouting}


def timed(find, graph, arrays, limit_s):
    begin = time.perf_counter()
    answer = find(graph, arrays, limit_s)
    return answer if isinstance(answer, tuple) else (answer, time.perf_counter() - begin)


def main():
    edges, sites, pairs, ours_ms, limit_s = networkx_pairs.read(sys.argv[1])
    count = min(len(sites["s"]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
    graph = networkx_pairs.split_graph(edges, sites)
    arrays = Arrays(graph, count)
    ours = {pair: seconds for pair, seconds in pairs.items() if pair[0] < count}
    ours_each_ms = ours_ms / len(sites["s"])
    print(f"| {count} sources, {len(ours)} pairs; ours {ours_each_ms:.4f} ms a source, one thread | pairs that differ | ms a source | times ours |")
    print("| --- | --- | --- | --- |")
    wrong = 0
    for name, find in PEERS.items():
        try:
            found, took_s = timed(find, graph, arrays, limit_s)
        except ImportError as missing:
            print(f"| {name}: not installed ({missing}) | | | |")
            continue
        differ = networkx_pairs.differences(found, ours, limit_s)
        wrong += len(differ)
        each_ms = took_s * 1000.0 / count
        print(f"| {name} | {len(differ)} | {each_ms:.2f} | {each_ms / ours_each_ms:.0f} |", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
