#!/usr/bin/python3
"""The allocation against HiGHS (scipy of Debian: python3-scipy): random problems of every objective, with caps, lots and places.

By hand: tests/allocation/compare_highs.py BUILD/tests/solve_problems [HOW_MANY] [FIRST_SEED]. Each problem must agree in the weight of the schools that are
closed wholly, in m2 to 0.01 (a hundredth more under a budget, where ours are whole hundredths), and in cost as far as HiGHS' own tolerance goes.
"""

import random
import subprocess
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

# HiGHS takes a yes of a millionth for a no, and that is 0.005 m2 of a venue of 5000.
HIGHS_SLACK_M2 = 0.02
COST_SLACK_YUAN = 5  # what so many m2 may save, and what changes hands for it
OBJECTIVES = ("area", "schools", "pupils", "budget")


class Problem:
    """Everything in whole numbers, as the solver has it: hundredths of a m2, 0.0001 yuan, ms."""

    def __init__(self, seed):
        dice = random.Random(seed)
        self.objective = seed % len(OBJECTIVES)
        givers, takers = dice.randint(2, 14), dice.randint(2, 14)
        self.districts = [(dice.randint(0, 3), dice.randint(0, 900_000)) for _ in range(dice.choice((0, 0, 2)))]
        self.caps = {channel: dice.randint(0, 2_000_000) for channel in range(4) if dice.random() < 0.2}
        places, lot = dice.random() < 0.3, dice.choice((0, 0, 20_000, 60_000))
        self.givers = []
        for _ in range(givers):
            channel = dice.randint(0, 3)
            of_channel = [d for d, (c, _) in enumerate(self.districts) if c == channel]
            district = dice.choice(of_channel) if of_channel and dice.random() < 0.7 else -1
            self.givers.append((channel, dice.randint(0, 500_000), district, dice.randint(1, 2) if places else -1))
        self.takers, self.offers = [], []
        for taker in range(takers):
            gap = dice.randint(0, 400_000)
            self.takers.append((gap, dice.randint(0, 1500) if self.objective == 2 else 1))
            for giver in range(givers):
                if dice.random() < 0.4:
                    self.offers.append((giver, taker, dice.randint(0, 120) * 5000, dice.randint(0, 600_000), min(lot, gap), int(dice.random() < 0.05)))
        most = sum(min(self.givers[o[0]][1], self.takers[o[1]][0]) * o[2] for o in self.offers)
        self.budget = dice.randint(0, max(most // 2, 1)) if self.objective == 3 else None

    def text(self):
        lines = [f"objective {self.objective}"]
        lines += [f"budget {self.budget}"] if self.budget is not None else []
        lines += [f"cap {channel} {most}" for channel, most in self.caps.items()]
        lines += [f"district {channel} {most}" for channel, most in self.districts]
        lines += ["giver " + " ".join(map(str, giver)) for giver in self.givers]
        lines += ["taker " + " ".join(map(str, taker)) for taker in self.takers]
        lines += ["offer " + " ".join(map(str, offer)) for offer in self.offers]
        return "\n".join(lines + ["solve"])


class Highs:
    """The same as a mixed program, in m2 and yuan: x of each offer, y whether it gives, z whether a taker is closed wholly."""

    def __init__(self, problem):
        self.problem = problem
        self.n, self.m = len(problem.offers), len(problem.takers)
        self.size = 2 * self.n + self.m
        self.rows = []
        self.add_limits()

    def row(self, terms, low, high):
        self.rows.append((terms, low, high))

    def add_limits(self):
        p, n = self.problem, self.n
        for i, (giver, taker, _, _, least, _) in enumerate(p.offers):
            most = min(p.givers[giver][1], p.takers[taker][0]) / 100
            self.row({i: 1, n + i: -most}, -np.inf, 0)
            self.row({i: 1, n + i: -least / 100}, 0, np.inf)
        for g, (_, capacity, _, places) in enumerate(p.givers):
            self.row({i: 1 for i, o in enumerate(p.offers) if o[0] == g}, -np.inf, capacity / 100)
            if places >= 0:
                self.row({n + i: 1 for i, o in enumerate(p.offers) if o[0] == g and not o[5]}, -np.inf, places)
        for t, (gap, _) in enumerate(p.takers):
            to_taker = {i: 1 for i, o in enumerate(p.offers) if o[1] == t}
            self.row(to_taker, -np.inf, gap / 100)
            self.row({**to_taker, 2 * n + t: -gap / 100}, 0, np.inf)
        for channel, most in p.caps.items():
            self.row({i: 1 for i, o in enumerate(p.offers) if p.givers[o[0]][0] == channel}, -np.inf, most / 100)
        for d, (_, most) in enumerate(p.districts):
            self.row({i: 1 for i, o in enumerate(p.offers) if p.givers[o[0]][2] == d}, -np.inf, most / 100)
        if p.budget is not None:
            self.row({i: o[2] * 1e-4 for i, o in enumerate(p.offers)}, -np.inf, p.budget * 1e-6)

    def best(self, terms):
        matrix = lil_matrix((len(self.rows), self.size))
        for r, (row, _, _) in enumerate(self.rows):
            for column, factor in row.items():
                matrix[r, column] = factor
        cost = np.zeros(self.size)
        for column, factor in terms.items():
            cost[column] = -factor
        high = np.concatenate([np.full(self.n, np.inf), np.ones(self.n + self.m)])
        whole = np.concatenate([np.zeros(self.n), np.ones(self.n + self.m)])
        limits = LinearConstraint(matrix.tocsr(), [low for _, low, _ in self.rows], [top for _, _, top in self.rows])
        answer = milp(cost, constraints=limits, bounds=Bounds(np.zeros(self.size), high), integrality=whole, options={"mip_rel_gap": 0})
        return -answer.fun if answer.status == 0 else None

    def solve(self):
        p = self.problem
        weight = None
        if p.objective in (1, 2):
            z = {2 * self.n + t: w for t, (gap, w) in enumerate(p.takers) if gap > 0}
            weight = round(self.best(z)) if z else 0
            self.row(z, weight - 0.5, np.inf)
        area_of = {i: 1 for i in range(self.n)}
        area = self.best(area_of)
        if area is None:  # it finds its own weight beyond reach
            return weight, None, None
        self.row(area_of, area - HIGHS_SLACK_M2, np.inf)
        least = self.best({i: -o[2] * 1e-4 for i, o in enumerate(p.offers)})
        return weight, area, None if least is None else -least


def differences(problem, line):
    closed, bound, weight, weight_bound, cost, proven, _ = map(int, line.split())
    highs_weight, highs_area, highs_cost = Highs(problem).solve() if problem.offers else (0 if problem.objective in (1, 2) else None, 0, 0)
    # Under a budget the last hundredth may be half paid: whole numbers stay just below.
    slack = 0.0201 if problem.budget is not None else 0.0101
    if not proven or bound != closed:
        yield f"not proven: {line}"
    if highs_weight is not None and (weight != highs_weight or weight_bound != weight):
        yield f"weight {weight} (bound {weight_bound}), HiGHS {highs_weight}"
    if highs_area is not None and abs(closed / 100 - highs_area) > slack:
        yield f"m2 {closed / 100}, HiGHS {highs_area}"
    # Where HiGHS finds its own area beyond reach, for the same reason, there is no cost to compare.
    if problem.budget is None and highs_cost is not None and abs(cost * 1e-6 - highs_cost) > COST_SLACK_YUAN:
        yield f"cost {cost * 1e-6}, HiGHS {highs_cost}"


def main():
    solver = sys.argv[1]
    how_many = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    problems = [Problem(seed) for seed in range(first, first + how_many)]
    told = subprocess.run([solver], input="\n".join(p.text() for p in problems), capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(told) == len(problems)
    wrong = 0
    for seed, (problem, line) in enumerate(zip(problems, told), first):
        for difference in differences(problem, line):
            wrong += 1
            print(f"seed {seed}, {OBJECTIVES[problem.objective]}: {difference}")
    print(f"{how_many} problems, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
