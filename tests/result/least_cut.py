"""What a city lacks, found from the rows of a result without the program: a greatest flow by Dinic's way, the least minimum cut, and who could
use one more square metre. Amounts are whole hundredths of a square metre."""
from collections import defaultdict, deque

SOURCE, SINK = "source", "sink"


class Flow:
    """Arcs of a node as a list of [head, left, position of the way back]."""

    def __init__(self):
        self.arcs = defaultdict(list)

    def add(self, tail, head, capacity):
        self.arcs[tail].append([head, capacity, len(self.arcs[head])])
        self.arcs[head].append([tail, 0, len(self.arcs[tail]) - 1])

    def levels(self):
        level, queue = {SOURCE: 0}, deque([SOURCE])
        while queue:
            node = queue.popleft()
            for head, left, _ in self.arcs[node]:
                if left > 0 and head not in level:
                    level[head] = level[node] + 1
                    queue.append(head)
        return level

    def push(self, level, tried):
        """One path to the sink, each node's arcs looked at from where the last path left them; 0 where there is none."""
        path, node = [], SOURCE
        while node != SINK:
            arcs = self.arcs[node]
            while tried[node] < len(arcs) and (arcs[tried[node]][1] == 0 or level.get(arcs[tried[node]][0]) != level[node] + 1):
                tried[node] += 1
            if tried[node] < len(arcs):
                path.append(arcs[tried[node]])
                node = path[-1][0]
            elif not path:
                return 0
            else:
                path.pop()
                node = path[-1][0] if path else SOURCE
                tried[node] += 1
        most = min(arc[1] for arc in path)
        for arc in path:
            arc[1] -= most
            self.arcs[arc[0]][arc[2]][1] += most
        return most

    def maximise(self):
        total = 0
        while SINK in (level := self.levels()):
            tried = defaultdict(int)
            while more := self.push(level, tried):
                total += more
        return total

    def from_source(self):
        return set(self.levels())

    def to_sink(self):
        met, stack = {SINK}, [SINK]
        while stack:
            for tail, _, back in self.arcs[stack.pop()]:
                if tail not in met and self.arcs[tail][back][1] > 0:
                    met.add(tail)
                    stack.append(tail)
        return met


def flow_of(gaps, givers, offers, caps):
    """gaps: of schools; givers: {(channel, id): m2}; offers: pairs of both; caps: {channel: m2}."""
    flow = Flow()
    for (channel, ident), capacity in givers.items():
        flow.add(("cap", channel) if channel in caps else SOURCE, (channel, ident), capacity)
    for channel, cap in caps.items():
        flow.add(SOURCE, ("cap", channel), cap)
    for giver, school in offers:
        flow.add(giver, ("school", school), gaps[school])
    for school, gap in gaps.items():
        flow.add(("school", school), SINK, gap)
    return flow


def short_groups(gaps, givers, offers):
    """(schools, deficit, reachable) of each group of the least cut, in the order of the layer."""
    flow = flow_of(gaps, givers, offers, {})
    flow.maximise()
    lacking = {node[1] for node in flow.to_sink() if node != SINK and node[0] == "school"}
    of_giver, of_school = defaultdict(set), defaultdict(set)
    for giver, school in offers:
        if school in lacking and givers[giver] > 0:
            of_giver[giver].add(school)
            of_school[school].add(giver)
    groups, grouped = [], set()
    for school in sorted(lacking, key=str.encode):
        if school in grouped:
            continue
        schools, reached, stack = {school}, set(), [school]
        while stack:
            for giver in of_school[stack.pop()] - reached:
                reached.add(giver)
                stack += of_giver[giver] - schools
                schools |= of_giver[giver]
        grouped |= schools
        groups.append((sorted(schools, key=str.encode), sum(gaps[s] for s in schools), sum(givers[g] for g in reached)))
    return sorted(groups, key=lambda group: group[2] - group[1])


def shadows(gaps, givers, offers, caps):
    """Givers, and channels with a cap, of which one more m2 would close gap."""
    flow = flow_of(gaps, givers, offers, caps)
    flow.maximise()
    left, passes_on = flow.from_source(), flow.to_sink()
    of_givers = {giver for giver in givers if giver in passes_on and (("cap", giver[0]) if giver[0] in caps else SOURCE) in left}
    return of_givers, {channel for channel in caps if ("cap", channel) in passes_on}
