#!/usr/bin/python3
"""Checks a result against docs/rules.md, without the program: layers, columns, sums and limits, computed again from the rows.

usage: check_result.py RESULT.gpkg      prints what is wrong and exits 1, or nothing and exits 0
"""
import json
import math
import sqlite3
import sys

COLUMNS = {
    "schools": "school_id name district stage rural enrol_primary enrol_junior enrol_senior enrol_total outdoor_m2 indoor_m2 special_m2 own_m2 own_source "
               "drawn_m2 required_m2 per_student_m2 standard_m2 ratio status gap_m2 surplus_m2 venues_in_reach nearest_venue_id nearest_venue_s rent_m2 "
               "share_m2 shared_out_m2 basement_m2 expand_m2 residual_m2 cost per_student_after_m2 status_after entry_source mean_class_primary "
               "mean_class_junior over_class over_size certainty flips_at_m_per_min",
    "stages": "school_id stage pupils weight area_m2 per_pupil_m2 standard_m2 gap_stage_m2 status in_district_figures given_m2 per_pupil_after_m2 status_after",
    "campuses": "campus_id school_id name campus_m2 status gap_m2 residual_m2 per_student_m2 per_student_after_m2",
    "fields": "field_id school_id kind surface rural counted_m2 drawn_m2 note",
    "venues": "venue_id name kind area_m2 schools_in_reach rented_m2 left_m2 entry_source",
    "links": "from_school to_id channel walk_s walk_m given_m2 cost from_source to_source flips_at_m_per_min crossings major_roads",
    "gate_options": "option_id kind school_id to_id gain_m2 walk_before_s walk_after_s",
    "venue_options": "candidate_id chosen rank gain_m2 joint_gain_m2 schools",
    "unreached": "from_school to_id channel straight_m walk_s reason",
    "walk_areas": "school_id minutes area_m2",
    "streets": "highway access length_m minutes",
    "residential": "estate_id name phase households pupils_primary pupils_junior nearest_primary walk_primary_m nearest_junior walk_junior_m seats_primary "
                   "seats_junior covered per_student_m2 verdict reasons entry_source",
    "districts": "district_id name schools pupils own_m2 required_m2 gap_m2 rent_m2 share_m2 basement_m2 expand_m2 residual_m2 cost mean_primary cv_primary "
                 "mean_junior cv_junior mean_primary_after cv_primary_after mean_junior_after cv_junior_after schools_meet schools_near schools_short "
                 "schools_unknown passes",
    "phasing": "estate_id name phase school_id school_name need legacy homes_year plan_year build_year handover_year open_year years_without in_step "
               "pupils_primary pupils_junior",
    "data_issues": "severity code layer feature_id message cure gap_effect_m2",
    "summary": "key value unit",
}
TABLES = {"stages", "summary"}
FIGURES = ("meets", "near", "short")


class Check:
    def __init__(self, path):
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.db.row_factory = sqlite3.Row
        self.wrong = []

    def claim(self, holds, text):
        if not holds:
            self.wrong.append(text)

    def rows(self, layer):
        return self.db.execute(f"SELECT * FROM {layer} ORDER BY rowid").fetchall()

    def layers(self):
        for layer, columns in COLUMNS.items():
            found = [row[1] for row in self.db.execute(f"PRAGMA table_info({layer})")]
            expected = ["fid"] + ([] if layer in TABLES else ["geom"]) + columns.split()
            self.claim(found == expected, f"{layer}: columns {found} instead of {expected}")
            if layer not in TABLES:
                self.claim(self.db.execute("SELECT count(*) FROM gpkg_extensions WHERE table_name = ? AND extension_name = 'gpkg_rtree_index'",
                                           (layer,)).fetchone()[0] == 1, f"{layer}: no spatial index")
        self.claim(self.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "integrity_check")
        self.claim(self.db.execute("PRAGMA journal_mode").fetchone()[0] == "delete", "journal_mode")

    def order(self):
        for layer, keys in {"schools": ["school_id"], "campuses": ["campus_id", "school_id"], "venues": ["venue_id"], "links": ["from_school", "to_id"],
                            "gate_options": ["option_id"], "venue_options": ["candidate_id"],
                            "unreached": ["from_school", "to_id"],
                            "districts": ["district_id"], "fields": ["field_id"], "residential": ["estate_id"], "phasing": ["estate_id", "school_id"]}.items():
            ids = [tuple((row[key] or "").encode() for key in keys) for row in self.rows(layer)]
            self.claim(ids == sorted(ids), f"{layer}: rows are not in the order of their ids")

    def schools(self):
        given = {}
        shared_out = {}
        for link in self.rows("links"):
            key = (link["from_school"], link["channel"])
            given[key] = given.get(key, 0) + round(link["given_m2"] * 100)
            if link["channel"] == "share":
                shared_out[link["to_id"]] = shared_out.get(link["to_id"], 0) + round(link["given_m2"] * 100)
        for row in self.rows("schools"):
            name = row["school_id"]
            if row["status"] not in FIGURES:
                for column in ("own_m2", "required_m2", "gap_m2", "surplus_m2", "residual_m2", "per_student_m2", "rent_m2", "ratio"):
                    self.claim(row[column] is None, f"{name}: status {row['status']} but {column} = {row[column]}")
                continue
            cents = {c: round(row[c] * 100) for c in ("own_m2", "required_m2", "gap_m2", "surplus_m2", "rent_m2", "share_m2", "shared_out_m2",
                                                      "basement_m2", "expand_m2", "residual_m2")}
            self.claim(cents["gap_m2"] == max(0, cents["required_m2"] - cents["own_m2"]), f"{name}: gap")
            self.claim(cents["surplus_m2"] == max(0, cents["own_m2"] - cents["required_m2"]), f"{name}: surplus")
            received = cents["rent_m2"] + cents["share_m2"] + cents["basement_m2"] + cents["expand_m2"]
            self.claim(0 <= received <= cents["gap_m2"], f"{name}: receives more than its gap")
            self.claim(cents["residual_m2"] == cents["gap_m2"] - received, f"{name}: residual")
            self.claim(cents["shared_out_m2"] <= cents["surplus_m2"], f"{name}: shares more than its surplus")
            self.claim(given.get((name, "rent"), 0) == cents["rent_m2"], f"{name}: rent_m2 is not the sum of its links")
            self.claim(given.get((name, "share"), 0) == cents["share_m2"], f"{name}: share_m2 is not the sum of its links")
            self.claim(shared_out.get(name, 0) == cents["shared_out_m2"], f"{name}: shared_out_m2 is not the sum of its links")
            self.claim(row["own_source"] in ("official", "drawn"), f"{name}: own_source")
            status = "meets" if cents["own_m2"] >= cents["required_m2"] else "near" if cents["own_m2"] >= 0.85 * cents["required_m2"] else "short"
            self.claim(row["status"] == status, f"{name}: status {row['status']}, not {status}")
            self.claim(math.isclose(row["per_student_m2"] * row["enrol_total"], row["own_m2"], abs_tol=0.001), f"{name}: per_student_m2")

    def venues(self):
        rented = {}
        reached = {}
        for link in self.rows("links"):
            if link["channel"] == "rent":
                rented[link["to_id"]] = rented.get(link["to_id"], 0) + round(link["given_m2"] * 100)
                reached[link["to_id"]] = reached.get(link["to_id"], 0) + 1
        for row in self.rows("venues"):
            name = row["venue_id"]
            if row["area_m2"] is None:
                self.claim(rented.get(name, 0) == 0, f"venue {name}: gives without area")
                continue
            self.claim(rented.get(name, 0) == round(row["rented_m2"] * 100), f"venue {name}: rented_m2 is not the sum of its links")
            self.claim(row["rented_m2"] <= row["area_m2"], f"venue {name}: rents out more than it has")
            self.claim(round(row["left_m2"] * 100) == round(row["area_m2"] * 100) - round(row["rented_m2"] * 100), f"venue {name}: left_m2")
            self.claim(row["schools_in_reach"] in (None, reached.get(name, 0)), f"venue {name}: schools_in_reach")

    def walks(self):
        limits = {row["key"]: row["value"] for row in self.rows("summary")}
        for link in self.rows("links"):
            self.claim(link["walk_s"] <= limits["minutes"] * 60 + 0.001, f"{link['from_school']} - {link['to_id']}: {link['walk_s']} s")
            self.claim(link["walk_m"] <= link["walk_s"] * limits["speed_m_per_min"] / 60 + 0.01, f"{link['from_school']} - {link['to_id']}: walk_m")

    def areas(self):
        """A school's area grows with the minutes, and holds its campuses."""
        main = {row["school_id"] for row in self.rows("schools") if row["status"] != "branch"}
        before = ("", 0.0, 0.0)
        for row in self.rows("walk_areas"):
            name = row["school_id"]
            is_same = name == before[0]
            self.claim(name in main, f"walk area of {name}, which is no main school")
            self.claim(before[1] < row["minutes"] if is_same else before[0].encode() < name.encode(), f"walk area of {name}: out of order")
            self.claim((before[2] if is_same else 0.0) <= row["area_m2"] + 0.1, f"walk area of {name}: less in more minutes")
            before = (name, row["minutes"], row["area_m2"])
        minutes = {row["key"]: row["value"] for row in self.rows("summary")}["minutes"]
        for row in self.rows("streets"):
            self.claim(0 <= row["minutes"] <= minutes + 0.001, f"a street {row['minutes']} minutes away")
            self.claim(row["access"] in ("walked", "private"), f"a street with access {row['access']}")

    def gate_options(self):
        residuals = {row["school_id"]: row["residual_m2"] for row in self.rows("schools")}
        in_reach = {(link["from_school"], link["to_id"]) for link in self.rows("links")}
        figures = {row["key"]: row["value"] for row in self.rows("summary")}
        of_school = {}
        for row in self.rows("gate_options"):
            name = row["option_id"]
            of_school.setdefault(row["school_id"], []).append(row["gain_m2"])
            self.claim(row["kind"] in ("gate", "link"), f"{name}: kind {row['kind']}")
            self.claim((residuals.get(row["school_id"]) or 0) > 0, f"{name}: a school without a residual")
            self.claim((row["school_id"], row["to_id"]) not in in_reach, f"{name}: {row['to_id']} is in reach already")
            self.claim(0 < row["gain_m2"] <= figures["residual_m2"], f"{name}: gain_m2 {row['gain_m2']}")
            self.claim(row["walk_after_s"] <= figures["minutes"] * 60 + 0.001, f"{name}: walk_after_s {row['walk_after_s']}")
            self.claim(row["walk_before_s"] is None or row["walk_before_s"] > figures["minutes"] * 60, f"{name}: walk_before_s {row['walk_before_s']}")
        for school, gains in of_school.items():
            self.claim(len(gains) <= 3 and gains == sorted(gains, reverse=True), f"{school}: options {gains}")
        best = max((gain for gains in of_school.values() for gain in gains), default=0)
        self.claim(figures["gate_options.best"] in (None, best), f"gate_options.best {figures['gate_options.best']}, not {best}")

    def venue_options(self):
        rows = self.rows("venue_options")
        figures = {row["key"]: row["value"] for row in self.rows("summary")}
        self.claim(("venue_options.gain_m2" in figures) == bool(rows), "venue_options without a line in summary, or the other way round")
        cents = {row["candidate_id"]: round(row["gain_m2"] * 100) for row in rows}
        for row in rows:
            name = row["candidate_id"]
            self.claim(bool(row["chosen"]) == (row["rank"] is not None) == (row["joint_gain_m2"] is not None), f"{name}: chosen, rank, joint_gain_m2")
            self.claim(0 <= row["gain_m2"] <= (figures["residual_m2"] or 0), f"{name}: gain_m2 {row['gain_m2']}")
            self.claim(row["schools"] > 0 or row["gain_m2"] == 0, f"{name}: closes gaps of no school")
        if not rows:
            return
        chosen = sorted((row for row in rows if row["chosen"]), key=lambda row: row["rank"])
        gain, bound = (round(figures[f"venue_options.{key}"] * 100) for key in ("gain_m2", "bound_m2"))
        settings = json.loads(self.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]["new_venues"]
        self.claim([row["rank"] for row in chosen] == list(range(1, len(chosen) + 1)), "venue_options: ranks")
        self.claim(len(chosen) <= settings["count"], f"venue_options: {len(chosen)} chosen")
        self.claim(sum(round(row["joint_gain_m2"] * 100) for row in chosen) == gain, "venue_options: joint gains do not add up")
        self.claim(max(cents.values()) <= gain <= bound, f"venue_options: gain {gain}, bound {bound}")
        self.claim((gain == bound) == bool(figures["venue_options.proven"]), "venue_options.proven")
        for row in chosen[:1]:
            self.claim(row["joint_gain_m2"] == row["gain_m2"], f"{row['candidate_id']}: the first closes beside nobody")

    def certainty(self):
        walk = json.loads(self.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]["walk"]
        speeds, own = walk["speeds"], walk["speed_m_per_min"]
        for row in self.rows("schools"):
            words = ("firm", "fragile") if row["status"] in FIGURES else (None,)
            self.claim(row["certainty"] in words, f"{row['school_id']}: certainty {row['certainty']}")
            self.claim((row["flips_at_m_per_min"] is not None) == (row["certainty"] == "fragile"), f"{row['school_id']}: flips_at_m_per_min")
            self.claim(row["flips_at_m_per_min"] is None or row["flips_at_m_per_min"] in set(speeds) - {own}, f"{row['school_id']}: flips at no speed")
        for link in self.rows("links"):
            self.claim(link["flips_at_m_per_min"] <= own + 0.002, f"{link['from_school']} - {link['to_id']}: flips at {link['flips_at_m_per_min']}")
        summary = {row["key"]: row["value"] for row in self.rows("summary")}
        after = {}
        for speed in speeds:
            figures = {key: summary[f"sensitivity.{speed:g}.{key}"] for key in ("links", "given_m2", "residual_m2", "schools_meet_after")}
            self.claim(figures["given_m2"] is None or math.isclose(figures["given_m2"] + figures["residual_m2"], summary["gap_m2"], abs_tol=0.005),
                       f"sensitivity.{speed:g}: given and residual are not the gap")
            after[speed] = figures
        self.claim(all(after[a]["links"] <= after[b]["links"] for a, b in zip(speeds, speeds[1:])), "sensitivity: fewer links at a faster speed")
        if own in after:
            meet = sum(row["status_after"] == "meets" for row in self.rows("schools"))
            same = {"links": len(self.rows("links")), "given_m2": summary["given_m2"], "residual_m2": summary["residual_m2"], "schools_meet_after": meet}
            self.claim(after[own] == same, f"sensitivity.{own:g}: {after[own]}, not {same}")
            flips = {row["flips_at_m_per_min"] for row in self.rows("schools")} - {None}
            moved = {speed for speed in speeds if after[speed]["schools_meet_after"] != meet}
            self.claim(not moved or flips, "sensitivity: schools meet the standard at one speed and not at another, and none is fragile")

    def unreached(self):
        config = json.loads(self.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]
        walk = config["walk"]
        links = {(row["from_school"], row["to_id"], row["channel"]) for row in self.rows("links")}
        schools = {row["school_id"]: row for row in self.rows("schools")}
        venues = {row["venue_id"]: row for row in self.rows("venues")}
        for row in self.rows("unreached"):
            pair = (row["from_school"], row["to_id"], row["channel"])
            taker, rents = schools[row["from_school"]], row["channel"] == "rent"
            self.claim(row["channel"] in config["channels"] and pair not in links, f"{pair}: in reach, or its channel is off")
            self.claim(row["straight_m"] <= walk["minutes"] * walk["speed_m_per_min"] + 0.002, f"{pair}: {row['straight_m']} m is not near")
            self.claim((taker["gap_m2"] or 0) > 0 or (rents and taker["status"] == "unknown"), f"{pair}: the school lacks nothing")
            self.claim((venues[row["to_id"]]["area_m2"] if rents else schools[row["to_id"]]["surplus_m2"]) > 0, f"{pair}: gives nothing")
            self.claim(row["reason"] in ("too_far", "detour", "not_connected", "no_entry"), f"{pair}: reason {row['reason']}")
            self.claim((row["walk_s"] is not None) == (row["reason"] == "too_far"), f"{pair}: {row['reason']} with {row['walk_s']} s")
            if row["walk_s"] is not None:
                self.claim(walk["minutes"] * 60 < row["walk_s"] <= walk["minutes"] * 120 + 0.002, f"{pair}: {row['walk_s']} s")

    def districts(self):
        schools = [row for row in self.rows("schools") if row["status"] != "branch"]
        for row in self.rows("districts"):
            own = [s for s in schools if s["district"] in (row["name"], row["district_id"])]
            for column in ("own_m2", "required_m2", "gap_m2", "residual_m2", "rent_m2", "share_m2"):
                sum_m2 = sum(s[column] for s in own if s[column] is not None)
                if row[column] is not None:
                    self.claim(math.isclose(sum_m2, row[column], abs_tol=0.005), f"district {row['name']}: {column} {row[column]}, not {sum_m2}")
            self.variation(row, {s["school_id"] for s in own})

    def variation(self, district, schools):
        for stage in ("primary", "junior"):
            rows = [r for r in self.rows("stages") if r["school_id"] in schools and r["stage"] == stage and r["in_district_figures"]]
            pupils = sum(r["pupils"] for r in rows)
            mean = sum(r["area_m2"] for r in rows) / pupils if pupils else 0
            if mean == 0:
                self.claim(district[f"cv_{stage}"] is None, f"district {district['name']}: cv_{stage} without ground")
                continue
            spread = math.sqrt(sum(r["pupils"] / pupils * (r["area_m2"] / r["pupils"] - mean) ** 2 for r in rows))
            self.claim(math.isclose(spread / mean, district[f"cv_{stage}"], abs_tol=1e-6), f"district {district['name']}: cv_{stage}")

    def residential(self):
        config = json.loads(self.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]
        limits = config["estates"]["max_walk_m"]
        open_schools = {row["school_id"] for row in self.rows("schools")}
        summary = {row["key"]: row["value"] for row in self.rows("summary")}
        rows = self.rows("residential")
        for row in rows:
            name = row["estate_id"]
            planned = row["phase"] == "planned"
            self.claim(row["phase"] in ("existing", "planned"), f"{name}: phase")
            self.claim(row["entry_source"] in ("gate", "osm", "outline", "point"), f"{name}: entry_source")
            self.claim(row["verdict"] in ("pass", "conditional", "fail", "unknown") if planned else row["verdict"] is None, f"{name}: verdict")
            self.claim(planned or row["reasons"] is None, f"{name}: reasons of an existing estate")
            self.claim(row["reasons"] is not None or row["verdict"] in (None, "pass"), f"{name}: verdict {row['verdict']}, reasons {row['reasons']}")
            for stage in ("primary", "junior"):
                walk_m, nearest, seats = row[f"walk_{stage}_m"], row[f"nearest_{stage}"], row[f"seats_{stage}"]
                self.claim((walk_m is None) == (nearest is None), f"{name}: walk without school or school without walk")
                self.claim(nearest is None or nearest in open_schools, f"{name}: nearest school {nearest} is none")
                self.claim(nearest is not None or seats is None, f"{name}: seats without a school")
                if row["covered"] == 1 and "catchments" not in config["inputs"]:
                    # The nearest is the quickest: with slopes, steps and signals another one may be shorter.
                    self.claim(walk_m is not None and walk_m <= limits[stage] + 0.001 or config["walk"]["slope"] or planned,
                               f"{name}: covered at {walk_m} m")
        for key, word in (("estates.covered", 1), ("estates.not_covered", 0), ("estates.cover_unknown", None)):
            self.claim(summary.get(key, 0) == sum(row["covered"] == word for row in rows), f"summary: {key}")
        for verdict in ("pass", "conditional", "fail", "unknown"):
            self.claim(summary.get(f"estates.{verdict}", 0) == sum(row["verdict"] == verdict for row in rows), f"summary: estates.{verdict}")

    def phasing(self):
        phases = {row["estate_id"]: row["phase"] for row in self.rows("residential")}
        rows = self.rows("phasing")
        for row in rows:
            name = f"{row['estate_id']} - {row['school_id']}"
            self.claim(phases.get(row["estate_id"]) == row["phase"], f"{name}: phase is not that of residential")
            self.claim(row["legacy"] == (row["phase"] == "existing"), f"{name}: legacy")
            self.claim(row["need"] in ("owed", "assigned"), f"{name}: need")
            homes, seats = row["homes_year"], row["open_year"]
            years = None if row["legacy"] or homes is None or seats is None else max(0, seats - homes)
            self.claim(row["years_without"] == years, f"{name}: years_without {row['years_without']}, not {years}")
            self.claim(row["in_step"] == (0 if row["legacy"] else None if years is None else int(years == 0)), f"{name}: in_step")
        for row in self.rows("summary"):
            part, *rest = row["key"].split(".")
            if part == "phasing" and rest[1] == "estates_waiting":
                year = int(rest[0])
                waiting = {r["estate_id"] for r in rows if not r["legacy"] and r["homes_year"] is not None and r["homes_year"] <= year
                           and (r["open_year"] is None or r["open_year"] > year)}
                self.claim(row["value"] == len(waiting), f"summary: {row['key']}")

    def fields(self):
        counted = {}
        for row in self.rows("fields"):
            counted[row["school_id"]] = counted.get(row["school_id"], 0) + row["counted_m2"]
        for row in self.rows("schools"):
            if row["drawn_m2"] is not None:
                self.claim(math.isclose(counted.get(row["school_id"], 0), row["drawn_m2"], abs_tol=0.01),
                           f"{row['school_id']}: drawn_m2 {row['drawn_m2']} is not the sum of its fields {counted.get(row['school_id'], 0)}")

    def provenance(self):
        rows = self.db.execute("SELECT metadata FROM gpkg_metadata").fetchall()
        self.claim(len(rows) == 1, "one document in gpkg_metadata")
        document = json.loads(rows[0][0])
        self.claim(document["schema_version"] == 1, "schema_version")
        self.claim(all(len(source["sha256"]) == 64 for source in document["inputs"]), "SHA-256 of each input")
        self.claim('":"/' not in rows[0][0], "absolute path in the provenance")

    def all(self):
        for check in (self.layers, self.order, self.schools, self.venues, self.walks, self.gate_options, self.venue_options, self.certainty, self.unreached, self.areas, self.districts,
                      self.residential, self.phasing, self.fields, self.provenance):
            check()
        return self.wrong


def main():
    wrong = Check(sys.argv[1]).all()
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
