"""Table `certificate` of a result against its other tables, arc by arc, as docs/allocation.md sections 6 and 7 have it. Not of caps of districts (where a giver lies
is not in the result) and not in a regime that asks which schools are dense."""
import json
from collections import defaultdict

SOURCE = ("", "")
WALKED = {"rent": "venue", "share": "partner"}
ON_CAMPUS = {"basement": "basement_usable_m2", "expand": "expand_possible_m2"}


def whole(value, parts):
    return None if value is None else round(value * parts)


class CertificateCheck:
    def __init__(self, check):
        self.wrong = []
        self.check = check
        self.config = json.loads(check.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]
        self.row = {(row["kind"], row["id"]): row for row in check.rows("certificate")}
        self.given = defaultdict(int)  # through each node, beyond leases, hundredths
        self.leased = defaultdict(int)
        self.crossing = 0
        self.prices = all(row["price_cost"] is not None for row in self.row.values())
        self.cut = all(row["cut"] is not None for row in self.row.values())
        self.rows()
        if "district" not in {kind for kind, _ in self.row} and self.config["standards"]["regime"] == "plan":
            self.leases()
            self.arcs()

    def claim(self, holds, text):
        if not holds:
            self.wrong.append(f"certificate: {text}")

    def price(self, node):
        return (0, 0) if node == SOURCE else (whole(self.row[node]["price_cost"], 10**4), whole(self.row[node]["price_walk"], 10**3))

    def is_beyond(self, node):
        return node != SOURCE and self.row[node]["cut"] == 1

    def left(self, node):
        capacity = self.row[node]["capacity_m2"]
        return None if capacity is None else max(0, round(capacity * 100) - self.leased[node])

    def rows(self):
        gaps = {row["school_id"]: row["gap_m2"] for row in self.check.rows("schools") if (row["gap_m2"] or 0) > 0}
        self.claim({node[1]: row["capacity_m2"] for node, row in self.row.items() if node[0] == "school"} == gaps, "schools or gaps are not those of `schools`")
        reached = {link["to_id"] for link in self.check.rows("links") if link["channel"] == "rent" and link["from_school"] in gaps}
        grounds = {row["venue_id"]: row["area_m2"] for row in self.check.rows("venues") if row["venue_id"] in reached and (row["area_m2"] or 0) > 0}
        is_on = "rent" in self.config.get("channels", {})
        self.claim({node[1]: row["capacity_m2"] for node, row in self.row.items() if node[0] == "venue"} == (grounds if is_on else {}), "venues or grounds")
        self.claim({node[1] for node in self.row if node[0] == "channel"} == set(self.config.get("channels", {})), "channels are not those that are on")

    def leases(self):
        if not self.check.db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'ledger'").fetchone()[0]:
            return
        for row in self.check.rows("ledger"):
            if row["basis"] == "rent" and row["lease_no"] is not None:
                for node in (("school", row["school_id"]), ("venue", row["from_id"]), ("channel", "rent"), (row["school_id"], row["from_id"])):
                    self.leased[node] += round(row["m2"] * 100)

    def arc(self, tail, head, price, given, capacity):
        if self.prices:
            there = tuple(a + b for a, b in zip(self.price(tail), price))
            self.claim(given == capacity or there >= self.price(head), f"{tail} -> {head}: {there} under {self.price(head)}, and more could be given")
            self.claim(given == 0 or there <= self.price(head), f"{tail} -> {head}: {there} over {self.price(head)}, and something is given")
        if self.cut and not self.is_beyond(tail) and self.is_beyond(head):
            self.claim(capacity is not None, f"{tail} -> {head}: leads over the cut without end")
            self.crossing += capacity or 0

    def arcs(self):
        for link in self.check.rows("links"):
            giver, taker = (WALKED[link["channel"]], link["to_id"]), ("school", link["from_school"])
            if giver in self.row and taker in self.row:
                given = round(link["given_m2"] * 100) - (self.leased[taker[1], giver[1]] if giver[0] == "venue" else 0)
                self.arc(giver, taker, (whole(self.row[giver]["price_per_m2"], 10**4), whole(link["walk_s"], 10**3)), given, None)
                for node in (giver, taker, ("channel", link["channel"])):
                    self.given[node] += given
        for school in self.check.rows("schools"):
            taker = ("school", school["school_id"])
            for channel, column in ON_CAMPUS.items():
                if taker in self.row and ("channel", channel) in self.row:
                    given = round(school[f"{channel}_m2"] * 100)
                    price = (whole(self.row["channel", channel]["price_per_m2"], 10**4), 0)
                    self.arc(("channel", channel), taker, price, given, round(school[column] * 100))
                    self.given[taker] += given
                    self.given["channel", channel] += given
        for node in self.row:
            channel = {"venue": "rent", "partner": "share"}.get(node[0])
            if channel:
                self.arc(("channel", channel), node, (0, 0), self.given[node], self.left(node))
            elif node[0] == "channel":
                self.arc(SOURCE, node, (0, 0), self.given[node], self.left(node))
        self.schools()

    def schools(self):
        schools = [node for node in self.row if node[0] == "school"]
        served = [node for node in schools if self.given[node] > 0]
        short = [node for node in schools if self.given[node] < self.left(node)]
        if self.prices:
            self.claim(not served or not short or max(map(self.price, served)) <= min(map(self.price, short)), "a served school is dearer than one left short")
        if self.cut:
            self.claim(all(map(self.is_beyond, short)), "a school that is left short is not beyond the cut")
            through = self.crossing + sum(self.left(node) for node in schools if not self.is_beyond(node))
            given = sum(self.given[node] for node in schools)
            self.claim(through == given, f"{through} hundredths lead over the cut, {given} are given")
        budget = self.config["allocation"].get("budget_per_year")
        if self.prices and not self.cut:
            cost = round(sum(row["cost"] or 0 for row in self.check.rows("schools")), 2)
            self.claim(cost + min(map(self.price, short))[0] / 1e6 > budget - 0.01 * len(self.check.rows("links")), "the budget would buy more")
