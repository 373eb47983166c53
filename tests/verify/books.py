"""A result as a liar opens it: a copy whose tables are edited by SQL, and whose sums a careful liar puts right again."""
import json
import math
import shutil
import sqlite3

FIGURES = ("meets", "near", "short")
CHANNELS = ("rent", "share", "basement", "expand")
AFTER = ("residual_m2", "cost", *(f"{channel}_m2" for channel in CHANNELS))


def cents(value):
    return round((value or 0) * 100)


class Books:
    def __init__(self, result, copy):
        shutil.copy(result, copy)
        self.path = copy
        self.db = sqlite3.connect(copy)
        self.db.row_factory = sqlite3.Row
        for (trigger,) in self.db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            self.db.execute(f'DROP TRIGGER "{trigger}"')  # they want functions that SQLite alone has not got

    def close(self):
        self.db.commit()
        self.db.close()

    def run(self, sql, *values):
        changed = self.db.execute(sql, values).rowcount
        assert changed != 0, f"nothing changed by {sql} {values}"

    def one(self, sql, *values):
        row = self.db.execute(sql, values).fetchone()
        assert row is not None, f"no row for {sql} {values}"
        return row

    def all(self, sql, *values):
        return self.db.execute(sql, values).fetchall()

    def config(self):
        return json.loads(self.one("SELECT metadata FROM gpkg_metadata")[0])["config"]

    def change_config(self, change):
        document = json.loads(self.one("SELECT metadata FROM gpkg_metadata")[0])
        change(document["config"])
        self.run("UPDATE gpkg_metadata SET metadata = ?", json.dumps(document, ensure_ascii=False))

    def summary(self, key):
        return self.one("SELECT value FROM summary WHERE key = ?", key)[0]

    def price_of(self, link):
        kind = "venue" if link["channel"] == "rent" else "partner"
        return self.one("SELECT price_per_m2 FROM certificate WHERE kind = ? AND id = ?", kind, link["to_id"])[0]

    def give(self, link, m2):
        """`m2` more (or less) over a link, in links and ledger."""
        given = round(link["given_m2"] + m2, 2)
        cost = round(given * self.price_of(link) + 1e-9, 2)
        self.run("UPDATE links SET given_m2 = ?, cost = ? WHERE fid = ?", given, cost, link["fid"])
        self.db.execute("DELETE FROM ledger WHERE school_id = ? AND from_id = ? AND basis = ? AND lease_no IS NULL",
                        (link["from_school"], link["to_id"], link["channel"]))
        leased = self.one("SELECT coalesce(sum(m2), 0) FROM ledger WHERE school_id = ? AND from_id = ? AND basis = 'rent'", link["from_school"],
                          link["to_id"])[0]
        beyond = round(given - leased, 2)
        if beyond:
            self.run("INSERT INTO ledger (school_id, basis, m2, from_id, walk_s, rule, cost) VALUES (?, ?, ?, ?, ?, '10', ?)", link["from_school"],
                     link["channel"], beyond, link["to_id"], link["walk_s"], round(beyond * self.price_of(link) + 1e-9, 2))
        self.run("UPDATE links SET cost = (SELECT coalesce(sum(cost), 0) FROM ledger WHERE school_id = from_school AND from_id = to_id AND basis = channel) "
                 "WHERE fid = ?", link["fid"])

    def sum_up(self):
        """All that follows from links and ledger: venues, schools, stages, campuses, districts, summary."""
        self.run("UPDATE venues SET rented_m2 = round((SELECT coalesce(sum(given_m2), 0) FROM links WHERE to_id = venue_id AND channel = 'rent'), 2) "
                 "WHERE area_m2 IS NOT NULL")
        self.run("UPDATE venues SET left_m2 = round(area_m2 - rented_m2, 2) WHERE area_m2 IS NOT NULL")
        for school in self.all("SELECT * FROM schools WHERE status IN ('meets', 'near', 'short')"):
            self.sum_up_school(school)
        self.sum_up_districts()
        self.sum_up_city()

    def sum_up_school(self, school):
        name = school["school_id"]
        given = {channel: self.one("SELECT coalesce(sum(m2), 0) FROM ledger WHERE school_id = ? AND basis = ?", name, channel)[0] for channel in CHANNELS}
        out = self.one("SELECT coalesce(sum(given_m2), 0) FROM links WHERE to_id = ? AND channel = 'share'", name)[0]
        cost = self.one("SELECT coalesce(sum(cost), 0) FROM ledger WHERE school_id = ?", name)[0]
        received = sum(given.values())
        residual = round(school["gap_m2"] - received, 2)
        after = school["own_m2"] - out + received
        pupils, required = school["enrol_total"], school["required_m2"]
        status = "meets" if cents(after) >= cents(required) else "near" if cents(after) * 100 >= cents(required) * 85 else "short"
        self.run("UPDATE schools SET rent_m2 = ?, share_m2 = ?, basement_m2 = ?, expand_m2 = ?, shared_out_m2 = ?, residual_m2 = ?, cost = ?, "
                 "per_student_after_m2 = ?, status_after = ? WHERE school_id = ?", *(round(given[c], 2) for c in CHANNELS), round(out, 2), residual,
                 round(cost, 2), round(after / pupils, 9), status, name)
        self.db.execute("DELETE FROM ledger WHERE school_id = ? AND basis = 'unassigned'", (name,))
        if residual > 0:
            self.run("INSERT INTO ledger (school_id, basis, m2, rule) VALUES (?, 'unassigned', ?, '10')", name, residual)
        self.db.execute("UPDATE campuses SET residual_m2 = ?, per_student_after_m2 = ? WHERE school_id = ?", (residual, round(after / pupils, 9), name))
        rows = self.all("SELECT * FROM stages WHERE school_id = ?", name)
        weights = sum(row["weight"] * row["pupils"] for row in rows)
        for row in rows:
            share = row["weight"] * row["pupils"] / weights
            area, wanted = after * share, (row["standard_m2"] or 0) * row["pupils"]
            judged = "meets" if area >= wanted * (1 - 1e-9) else "near" if area >= 0.85 * wanted * (1 - 1e-9) else "short"
            self.run("UPDATE stages SET given_m2 = ?, per_pupil_after_m2 = ?, status_after = ? WHERE fid = ?", round(received * share, 4),
                     round(area / row["pupils"], 9), judged, row["fid"])

    def sum_up_districts(self):
        for district in self.all("SELECT * FROM districts"):
            label = district["name"] or district["district_id"]
            for column in AFTER:
                total = self.one(f"SELECT sum({column}) FROM schools WHERE district = ?", label)[0]
                self.run(f"UPDATE districts SET {column} = ? WHERE fid = ?", None if total is None else round(total, 2), district["fid"])
            for stage in ("primary", "junior"):
                mean, cv = self.spread(stage, "AND district = ?", label)
                self.run(f"UPDATE districts SET mean_{stage}_after = ?, cv_{stage}_after = ? WHERE fid = ?", mean, cv, district["fid"])

    def spread(self, stage, where="", *values):
        rows = self.all(f"SELECT pupils, per_pupil_after_m2 AS x FROM stages JOIN schools USING (school_id) WHERE stages.stage = ? "
                        f"AND in_district_figures = 1 {where}", stage, *values)
        pupils = sum(row["pupils"] for row in rows)
        mean = sum(row["pupils"] * row["x"] for row in rows) / pupils if pupils else 0
        if mean == 0:
            return None, None
        return round(mean, 9), math.sqrt(sum(row["pupils"] / pupils * (row["x"] - mean) ** 2 for row in rows)) / mean

    def sum_up_city(self):
        def put(key, value):
            self.db.execute("UPDATE summary SET value = ? WHERE key = ?", (value, key))

        total = {column: self.one(f"SELECT sum({column}) FROM schools")[0] for column in AFTER}
        given = round(sum(total[f"{channel}_m2"] for channel in CHANNELS), 2)
        put("residual_m2", round(total["residual_m2"], 2))
        put("cost", round(total["cost"], 2))
        put("given_m2", given)
        for channel in CHANNELS:
            put(f"given_m2.{channel}", round(total[f"{channel}_m2"], 2))
            put(f"waterfall.{channel}", round(total[f"{channel}_m2"], 2))
        put("waterfall.residual", round(total["residual_m2"], 2))
        put("venues_rented", self.one("SELECT count(*) FROM venues WHERE rented_m2 > 0")[0])
        put("bound_m2", given)
        put("optimality_gap_m2", 0)
        own_speed = f"sensitivity.{self.summary('speed_m_per_min'):g}."
        put(own_speed + "given_m2", given)
        put(own_speed + "residual_m2", round(total["residual_m2"], 2))
        put(own_speed + "schools_meet_after", self.one("SELECT count(*) FROM schools WHERE status_after = 'meets'")[0])
        for stage in ("primary", "junior"):
            mean, cv = self.spread(stage)
            put(f"mean_{stage}_after", mean)
            put(f"cv_{stage}_after", cv)
        unmet = self.one("SELECT coalesce(sum(unmet_m2), 0) FROM bottlenecks")[0]
        more = round(total["residual_m2"] - unmet, 2)
        if unmet and abs(more) > 0.001:
            self.run("UPDATE bottlenecks SET deficit_m2 = round(deficit_m2 + ?, 2), unmet_m2 = round(unmet_m2 + ?, 2) "
                     "WHERE fid = (SELECT min(fid) FROM bottlenecks)", more, more)
