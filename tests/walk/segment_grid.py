"""Segments of the plane found by place."""

from collections import defaultdict

import numpy

CELL_M = 50.0


class SegmentGrid:
    def __init__(self, starts, ends):
        self.starts, self.ends = starts, ends
        self.along = ends - starts
        self.squared = numpy.maximum((self.along ** 2).sum(axis=1), 1e-18)
        self.cells = defaultdict(list)
        self.low, self.high = numpy.minimum(starts, ends), numpy.maximum(starts, ends)
        low, high = numpy.floor(self.low / CELL_M).astype(int), numpy.floor(self.high / CELL_M).astype(int)
        for i, ((left, bottom), (right, top)) in enumerate(zip(low.tolist(), high.tolist())):
            for column in range(left, right + 1):
                for row in range(bottom, top + 1):
                    self.cells[column, row].append(i)

    def in_box(self, low, high):
        """Segments whose boxes touch the box."""
        left, bottom = (int(value // CELL_M) for value in low)
        right, top = (int(value // CELL_M) for value in high)
        found = set()
        for column in range(left, right + 1):
            for row in range(bottom, top + 1):
                found.update(self.cells.get((column, row), ()))
        found = numpy.array(sorted(found), dtype=int)
        return found[((self.low[found] <= high) & (self.high[found] >= low)).all(axis=1)]

    def near(self, place, most_m):
        """(segments, their distances, where on them as a share of their length) of all within most_m of the place."""
        place = numpy.asarray(place)
        some = self.in_box(place - most_m, place + most_m)
        if not len(some):
            return some, numpy.empty(0), numpy.empty(0)
        share = numpy.clip(((place - self.starts[some]) * self.along[some]).sum(axis=1) / self.squared[some], 0.0, 1.0)
        away = numpy.hypot(*(self.starts[some] + share[:, None] * self.along[some] - place).T)
        close = away <= most_m
        return some[close], away[close], share[close]
