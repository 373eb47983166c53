#!/usr/bin/python3
"""The allocation of whole results (objective `area`) against HiGHS (scipy of Debian: python3-scipy), from their tables alone.

By hand: tests/allocation/highs_on_results.py OUT.gpkg ... Three linear programs one after another: most m2, then least cost, then least walking, each beside
what the result says; m2 must agree to 0.01, yuan and m2 x seconds to a millionth.
"""

import sqlite3
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix, vstack

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "result"))
from city_problem import CityProblem  # noqa: E402

SLACK_M2 = 1e-4
SLACK_SHARE = 1e-6


class Result:
    """What the tables offer, and what the plan in them makes of it, beyond leases."""

    def __init__(self, path):
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.db.row_factory = sqlite3.Row
        self.problem = CityProblem(self.db)
        self.offers = [offer for offer in self.problem.offers if self.problem.givers[offer[0]] > 0] if self.problem.is_known else []
        price = {(row["kind"], row["id"]): row["price_per_m2"] for row in self.db.execute("SELECT kind, id, price_per_m2 FROM certificate")}
        walk = {(row["channel"], row["to_id"], row["from_school"]): row["walk_s"] for row in self.db.execute("SELECT * FROM links")}
        self.price = np.array([price["venue", giver[1]] if giver[0] == "rent" else price["channel", giver[0]] for giver, _ in self.offers])
        self.walk = np.array([walk.get((*giver, school), 0.0) for giver, school in self.offers])

    def given(self):
        """m2 of each offer in the plan."""
        m2 = {(row["basis"], row["from_id"], row["school_id"]): row["m2"] for row in self.db.execute("SELECT * FROM ledger WHERE lease_no IS NULL")}
        return np.array([m2.get((*giver, school), 0.0) for giver, school in self.offers])

    def limits(self):
        """Rows of the program: givers, schools, caps."""
        count, rows, most = len(self.offers), [], []
        for places, capacity in ((sorted({g for g, _ in self.offers}), self.problem.givers), (sorted({s for _, s in self.offers}), self.problem.gaps)):
            number = {place: i for i, place in enumerate(places)}
            side = 0 if capacity is self.problem.givers else 1
            at = [number[offer[side]] for offer in self.offers]
            rows.append(coo_matrix((np.ones(count), (at, np.arange(count))), shape=(len(places), count)))
            most += [capacity[place] / 100 for place in places]
        for channel, cap in self.problem.caps.items():
            rows.append(coo_matrix([[1.0 if giver[0] == channel else 0.0 for giver, _ in self.offers]]))
            most.append(cap / 100)
        return vstack(rows).tocsr(), np.array(most)


def least(objective, rows, most):
    return linprog(objective, A_ub=rows, b_ub=most, method="highs").fun


def differences(result):
    given, (rows, most) = result.given(), result.limits()
    area = -least(-np.ones(len(given)), rows, most)
    rows, most = vstack([rows, csr_matrix(-np.ones((1, len(given))))]).tocsr(), np.append(most, SLACK_M2 - area)
    cost = least(result.price, rows, most)
    dearest = max(result.price, default=0) * SLACK_M2
    rows, most = vstack([rows, csr_matrix(result.price)]).tocsr(), np.append(most, cost + 2 * dearest + 1e-6)
    walked = least(result.walk, rows, most)
    ours = given.sum(), given @ result.price, given @ result.walk
    slack = 0.01, 1 + abs(cost) * SLACK_SHARE, 600 * 0.1 + abs(walked) * SLACK_SHARE
    for name, mine, theirs, tolerance in zip(("m2", "yuan", "m2 x s"), ours, (area, cost, walked), slack):
        yield f"{name} {mine:.2f} ({theirs:.2f})", abs(mine - theirs) <= tolerance


def main():
    wrong = 0
    for path in sys.argv[1:]:
        result = Result(path)
        if not result.offers:
            print(f"{path}: nothing to give or not known")
            continue
        found = list(differences(result))
        wrong += not all(agrees for _, agrees in found)
        print(f"{path}: {len(result.offers)} offers; ours (HiGHS): {'; '.join(text for text, _ in found)}{'' if all(a for _, a in found) else '  DIFFERS'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
