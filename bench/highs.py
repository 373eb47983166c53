#!/usr/bin/python3
"""How long does the allocation take beside HiGHS (Debian's python3-scipy) on one core, and do they agree?

Usage: bench/highs.py BUILD/tests/solve_problems [SCHOOLS ...]. Schools and venues lie at random, 2.5 venues a school; a venue within 800 m may be rented. HiGHS
solves two linear programs, most m2 and then the least cost of so many; ours adds the least walking and the order of channels.
"""

import subprocess
import sys
import time

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, vstack
from scipy.spatial import cKDTree

REACH_M = 800
WALK_MS_PER_M = 750


class City:
    """Hundredths of a m2, 0.0001 yuan, ms, as the solver has it."""

    def __init__(self, schools, side_m, cap_share):
        dice = np.random.default_rng(schools)
        venues = schools * 5 // 2
        at = dice.uniform(0, side_m, (schools, 2)), dice.uniform(0, side_m, (venues, 2))
        self.gaps = dice.integers(50_000, 1_500_001, schools)
        self.ground = dice.integers(30_000, 500_001, venues)
        price = dice.integers(40, 161, venues) * 5000
        near = cKDTree(at[0]).query_ball_tree(cKDTree(at[1]), REACH_M)
        self.school = np.repeat(np.arange(schools), [len(n) for n in near])
        self.venue = np.concatenate([np.sort(n) for n in near]).astype(int)
        self.price = price[self.venue]
        apart = np.hypot(*(at[0][self.school] - at[1][self.venue]).T)
        self.walk = np.rint(apart * WALK_MS_PER_M).astype(int)
        self.cap = int(self.ground.sum() * cap_share) if cap_share < 1 else None

    def text(self):
        lines = ["objective 0"] + ([f"cap 1 {self.cap}"] if self.cap is not None else [])
        lines += [f"giver 1 {ground} -1 -1" for ground in self.ground]
        lines += [f"taker {gap} 1" for gap in self.gaps]
        lines += [f"offer {v} {s} {p} {w} 0 0" for v, s, p, w in zip(self.venue, self.school, self.price, self.walk)]
        return "\n".join(lines + ["solve"])

    def by_highs(self):
        """m2, yuan, seconds of both programs, without setting them up."""
        offers = np.arange(len(self.venue))
        of_venue = coo_matrix((np.ones(len(offers)), (self.venue, offers)), shape=(len(self.ground), len(offers)))
        of_school = coo_matrix((np.ones(len(offers)), (self.school, offers)), shape=(len(self.gaps), len(offers)))
        rows, most = [of_venue, of_school], [self.ground / 100, self.gaps / 100]
        if self.cap is not None:
            rows.append(coo_matrix(np.ones((1, len(offers)))))
            most.append([self.cap / 100])
        rows, most = vstack(rows).tocsr(), np.concatenate(most)
        begin = time.perf_counter()
        area = -linprog(-np.ones(len(offers)), A_ub=rows, b_ub=most, method="highs").fun
        cost = linprog(self.price * 1e-4, A_ub=vstack([rows, coo_matrix(-np.ones((1, len(offers))))]).tocsr(), b_ub=np.append(most, -area + 1e-6), method="highs").fun
        return area, cost, time.perf_counter() - begin


def main():
    solver, *sizes = sys.argv[1:]
    print("| schools x venues | offers | ours, s | HiGHS, s | times | m2 differ | yuan differ |\n|---|---|---|---|---|---|---|")
    for schools in map(int, sizes or ["2000", "20000"]):
        for name, metres_a_school, cap_share in (("sparse", 713, 1.0), ("dense, cap 60 %", 320, 0.6)):
            city = City(schools, metres_a_school * schools**0.5, cap_share)
            told = subprocess.run([solver], input=city.text(), capture_output=True, text=True, check=True).stdout
            closed, _, _, _, cost, _, milliseconds = map(int, told.split())
            area, highs_cost, seconds = city.by_highs()
            print(f"| {schools} x {len(city.ground)}, {name} | {len(city.venue)} | {milliseconds / 1000:.2f} | {seconds:.2f} | {seconds / milliseconds * 1000:.1f} "
                  f"| {abs(closed / 100 - area):.4f} | {abs(cost * 1e-6 - highs_cost):.2f} |", flush=True)


if __name__ == "__main__":
    main()
