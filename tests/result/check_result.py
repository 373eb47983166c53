#!/usr/bin/python3
"""Checks a result against docs/rules.md, without the program: layers, columns, sums and limits, computed again from the rows.

usage: check_result.py RESULT.gpkg      prints what is wrong and exits 1, or nothing and exits 0
"""
import datetime
import json
import math
import re
import sqlite3
import sys

from certificate_check import CertificateCheck
from standard_check import StandardCheck
from city_problem import CityProblem
from indicator_check import IndicatorCheck
from least_cut import shadows, short_groups
from plan_tables_check import faults_of_programmes, faults_of_rural, faults_of_surfaces

COLUMNS = {
    "schools": "school_id name district stage rural enrol_primary enrol_junior enrol_senior enrol_total outdoor_m2 indoor_m2 special_m2 own_m2 own_source "
               "drawn_m2 required_m2 per_student_m2 standard_m2 ratio status gap_m2 surplus_m2 venues_in_reach nearest_venue_id nearest_venue_s rent_m2 "
               "share_m2 shared_out_m2 basement_m2 expand_m2 residual_m2 cost per_student_after_m2 status_after entry_source mean_class_primary "
               "mean_class_junior over_class over_size certainty flips_at_m_per_min basement_usable_m2 expand_possible_m2 parent_id dense",
    "stages": "school_id stage pupils weight area_m2 per_pupil_m2 standard_m2 gap_stage_m2 status in_district_figures given_m2 per_pupil_after_m2 status_after",
    "campuses": "campus_id school_id name campus_m2 status gap_m2 residual_m2 per_student_m2 per_student_after_m2",
    "fields": "field_id school_id kind surface rural counted_m2 drawn_m2 note",
    "venues": "venue_id name kind area_m2 schools_in_reach rented_m2 left_m2 shadow_m2 entry_source price_per_m2 rentable",
    "links": "from_school to_id channel walk_s walk_m given_m2 cost from_source to_source flips_at_m_per_min crossings major_roads",
    "gate_options": "option_id kind school_id to_id gain_m2 walk_before_s walk_after_s",
    "venue_options": "candidate_id chosen rank gain_m2 joint_gain_m2 schools",
    "unreached": "from_school to_id channel straight_m walk_s reason",
    "walk_areas": "school_id minutes area_m2",
    "bottlenecks": "bottleneck_id schools deficit_m2 reachable_m2 unmet_m2",
    "streets": "highway access length_m minutes",
    "residential": "estate_id name phase households pupils_primary pupils_junior nearest_primary walk_primary_m nearest_junior walk_junior_m seats_primary "
                   "seats_junior covered per_student_m2 verdict reasons entry_source",
    "districts": "district_id name schools pupils own_m2 required_m2 gap_m2 rent_m2 share_m2 basement_m2 expand_m2 residual_m2 cost mean_primary cv_primary "
                 "mean_junior cv_junior mean_primary_after cv_primary_after mean_junior_after cv_junior_after schools_meet schools_near schools_short "
                 "schools_unknown passes passes_weighted passes_plain deciding_reading",
    "indicators": "school_id stage indicator value standard ratio state national_value",
    "indicator_verdicts": "school_id stage met tolerated short unknown passes",
    "variation": "district stage indicator schools mean_weighted cv_weighted mean_plain cv_plain cv_weighted_rounded cv_plain_rounded limit passes_weighted "
                 "passes_plain passes_weighted_rounded passes_plain_rounded",
    "phasing": "estate_id name phase school_id school_name need legacy homes_year plan_year build_year handover_year open_year years_without in_step "
               "pupils_primary pupils_junior",
    "certificate": "kind id channel cut price_cost price_walk capacity_m2 price_per_m2",
    "ledger": "school_id basis m2 from_id walk_s rule lease_no lease_until cost",
    "future_gaps": "school_id from_date m2 lease_no",
    "leases": "school_id venue_id number until m2 counted_m2 fate signed_by",
    "surfaces": "district rural surface hard grounds area_m2",
    "programme": "name unit year target done pace forecast_year total",
    "strike_off": "school_id name district state issues open_issues baseline_gap_m2 current_gap_m2 due unit evidence",
    "register": "issue_id school_id stage opened baseline_gap_m2 promised_share_m2 promised_rent_m2 promised_basement_m2 promised_expand_m2 unit due note "
                "current_gap_m2 state closed evidence history",
    "register_history": "issue_id as_of state_before state required_m2 pupils own_m2 special_m2 leased_m2 gap_m2 promised_share_m2 promised_rent_m2 "
                        "promised_basement_m2 promised_expand_m2 unit due note evidence",
    "register_runs": "as_of district stage schools_meets schools_near schools_short schools_unknown pupils_short gap_m2 issues open in_work claimed closed "
                     "overdue reopened opened_now closed_now reopened_now",
    "register_amounts": "as_of key value text unit",
    "data_issues": "severity code layer feature_id message cure gap_effect_m2",
    "summary": "key value unit",
}
TABLES = {"stages", "indicators", "indicator_verdicts", "variation", "certificate", "ledger", "future_gaps", "leases", "surfaces", "programme", "register", "register_history", "register_runs", "register_amounts", "summary"}
BASES = ("own_outdoor", "own_indoor", "own_special", "official", "rent", "share", "basement", "expand", "unassigned")
FIGURE_OF_BASIS = {"rent": "rent_m2", "share": "share_m2", "basement": "basement_m2", "expand": "expand_m2", "unassigned": "residual_m2"}
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
                            "gate_options": ["option_id"], "bottlenecks": ["bottleneck_id"], "venue_options": ["candidate_id"],
                            "unreached": ["from_school", "to_id"],
                            "districts": ["district_id"], "fields": ["field_id"], "residential": ["estate_id"], "phasing": ["estate_id", "school_id"]}.items():
            ids = [tuple((row[key] or "").encode() for key in keys) for row in self.rows(layer)]
            self.claim(ids == sorted(ids), f"{layer}: rows are not in the order of their ids")
        entries = [(row["school_id"].encode(), BASES.index(row["basis"]), (row["from_id"] or "").encode(), (row["lease_no"] or "").encode())
                   for row in self.rows("ledger")]
        self.claim(entries == sorted(entries), "ledger: rows are not by school, basis, from_id and lease")
        gaps = [(row["school_id"].encode(), row["from_date"], row["lease_no"].encode()) for row in self.rows("future_gaps")]
        self.claim(gaps == sorted(gaps), "future_gaps: rows are not by school, day and lease")

        kinds = ["school", "venue", "partner", "channel", "district"]
        keys = [(kinds.index(row["kind"]), row["id"].encode(), row["channel"] or "") for row in self.rows("certificate")]
        self.claim(keys == sorted(set(keys)), "certificate: rows are not in the order of kinds and ids, or one is there twice")

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

    def bottlenecks(self):
        residual = {row["school_id"]: row["residual_m2"] for row in self.rows("schools")}
        rows = self.rows("bottlenecks")
        named = [school for row in rows for school in row["schools"].split(";")]
        self.claim(len(named) == len(set(named)), "a school in two bottlenecks")
        self.claim(all(residual.get(school) is not None for school in named), "a bottleneck of a school without figures")
        for row in rows:
            self.claim(row["unmet_m2"] > 0, f"{row['bottleneck_id']}: nothing unmet")
            self.claim(sum(round(residual[school] * 100) for school in row["schools"].split(";")) >= round(row["unmet_m2"] * 100),
                       f"{row['bottleneck_id']}: more unmet than its schools have left")
        problem = CityProblem(self.db)
        if problem.is_known:
            self.least_cut(problem, [(row["schools"].split(";"), round(row["deficit_m2"] * 100), round(row["reachable_m2"] * 100)) for row in rows])

    def least_cut(self, problem, found):
        """Found again from the rows: docs/rules.md rule 11."""
        expected = short_groups(problem.gaps, problem.givers, problem.offers)
        self.claim(found == expected, f"bottlenecks {found}, not {expected}")
        if not problem.knows_caps:
            return
        of_givers, of_caps = shadows(problem.gaps, problem.givers, problem.offers, problem.caps)
        for row in self.rows("venues"):
            self.claim(row["shadow_m2"] == (("rent", row["venue_id"]) in of_givers), f"venue {row['venue_id']}: shadow_m2 {row['shadow_m2']}")
        summary = {row["key"]: row["value"] for row in self.rows("summary")}
        for channel in problem.caps:
            self.claim(summary[f"shadow.{channel}"] in (None, channel in of_caps), f"shadow.{channel} {summary[f'shadow.{channel}']}")

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

    def certificate(self):
        self.wrong += CertificateCheck(self).wrong

    def indicators(self):
        IndicatorCheck(self)

    def districts(self):
        schools = [row for row in self.rows("schools") if row["status"] != "branch"]
        for row in self.rows("districts"):
            own = [s for s in schools if s["district"] in (row["name"], row["district_id"])]
            for column in ("own_m2", "required_m2", "gap_m2", "residual_m2", "rent_m2", "share_m2"):
                sum_m2 = sum(s[column] for s in own if s[column] is not None)
                if row[column] is not None:
                    self.claim(math.isclose(sum_m2, row[column], abs_tol=0.005), f"district {row['name']}: {column} {row[column]}, not {sum_m2}")
            self.variation(row, {s["school_id"] for s in own})

    STEPS = ("own", "share", "rent", "basement", "expand", "residual")

    def waterfall(self):
        """Required = own + channels + residual, to the hundredth, of the city, its districts and what lies outside them."""
        keys = {row["key"]: None if row["value"] is None else round(row["value"] * 100) for row in self.rows("summary") if row["key"].startswith("waterfall.")}
        schools = [row for row in self.rows("schools") if row["status"] in FIGURES]
        sums = {"required": 0, **dict.fromkeys(self.STEPS, 0)}
        for row in schools:
            sums["required"] += round(row["required_m2"] * 100)
            sums["own"] += round(min(row["own_m2"], row["required_m2"]) * 100)
            for step in self.STEPS[1:]:
                sums[step] += round(row[f"{step}_m2"] * 100)
        districts = self.rows("districts")
        groups = [f"district.{row['district_id']}." for row in districts] + (["outside."] if districts else [])
        for step, cents in sums.items():
            self.claim(keys[f"waterfall.{step}"] == (cents if schools else keys[f"waterfall.{step}"]), f"waterfall.{step} {keys[f'waterfall.{step}']}, not {cents}")
            parts = sum(keys[f"waterfall.{group}{step}"] or 0 for group in groups)
            self.claim(not groups or parts == cents, f"waterfall: {step} of the districts and outside is {parts}, not {cents}")
        for prefix in ["", *groups]:
            needed = keys[f"waterfall.{prefix}required"]
            parts = [keys[f"waterfall.{prefix}{step}"] for step in self.STEPS]
            self.claim(parts == [None] * len(parts) if needed is None else sum(parts) == needed, f"waterfall.{prefix}required {needed}, not the sum of {parts}")
        for row in districts:
            for step, m2 in (("required", row["required_m2"]), ("own", None if row["gap_m2"] is None else row["required_m2"] - row["gap_m2"]),
                             *((step, row[f"{step}_m2"]) for step in self.STEPS[1:])):
                found = keys[f"waterfall.district.{row['district_id']}.{step}"]
                self.claim(found == (None if m2 is None else round(m2 * 100)), f"waterfall of district {row['district_id']}: {step} {found}, not {m2}")
        self.claim(len(keys) == 7 * (len(groups) + 1), f"waterfall: {len(keys)} keys")

    def plan(self):
        """What is booked, what has no source, what the allocation gives beyond it, and the transfers, from the config and the other figures."""
        plan = json.loads(self.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"].get("plan", {})
        found = {row["key"]: row["value"] for row in self.rows("summary")}
        booked = {channel: plan.get(f"{channel}_m2", 0) for channel in ("share", "rent", "basement", "expand")}
        shortfall = plan.get("shortfall_m2")
        wanted = {}
        if shortfall is not None or any(f"{channel}_m2" in plan for channel in booked):
            named = sum(booked.values())
            given = {channel: found[f"given_m2.{channel}"] for channel in booked}
            unknown = found["gap_m2"] is None
            wanted = {"plan.shortfall_m2": shortfall, "plan.named": named, "plan.unnamed": None if shortfall is None else shortfall - named}
            wanted |= {f"plan.{channel}": m2 for channel, m2 in booked.items()}
            wanted |= {f"plan.difference.{channel}": None if unknown else given[channel] - m2 for channel, m2 in booked.items()}
            for channel in booked:
                most = found[f"plan.possible.{channel}"]
                self.claim(most is None if unknown else given[channel] <= most + 0.005 <= found["gap_m2"] + 0.01, f"summary: plan.possible.{channel} {most}")
            unknown = unknown or shortfall is None
            wanted["plan.difference.unnamed"] = None if unknown else found["residual_m2"] - shortfall + named
            wanted["plan.difference.shortfall"] = None if unknown else found["gap_m2"] - shortfall
        for year, count in plan.get("districts_pass", {}).items():
            wanted |= {f"plan.districts_pass.{year}": count, "plan.districts_pass.today": sum(row["passes"] == 1 for row in self.rows("districts"))}
        if "hardship" in plan:
            paid = {row["district_id"]: self.transfer(row, plan["hardship"]) for row in self.rows("districts")}
            known = [yuan for yuan in paid.values() if yuan is not None]
            wanted |= {"transfers": sum(known) if known else None, **{f"transfers.{name}": yuan for name, yuan in paid.items()}}
        for key, value in wanted.items():
            is_same = found[key] is None if value is None else found[key] is not None and math.isclose(found[key], value, abs_tol=0.006 * (1 + len(self.rows("districts"))))
            self.claim(is_same, f"summary: {key} {found[key]}, not {value}")
        stray = {key for key in found if key.startswith(("plan.", "transfers"))}
        self.claim(wanted or not stray, f"summary: {stray} without a plan")

    def transfer(self, district, hardship):
        if district["cost"] is None:
            return None
        names = {row["name"] for row in self.rows("districts")}
        by_id = 1.0 if district["district_id"] in names else hardship.get(district["district_id"], 1.0)
        return district["cost"] * hardship.get(district["name"], by_id)

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

    def ledger(self):
        """The rows of each school add up to its figures, and each row to what it comes from."""
        schools = {row["school_id"]: row for row in self.rows("schools")}
        fields = {(row["field_id"], row["school_id"]): row for row in self.rows("fields")}
        links = {(row["from_school"], row["to_id"], row["channel"]): row for row in self.rows("links")}
        sums, along, costs = {}, {}, {}
        for row in self.rows("ledger"):
            name, basis = row["school_id"], row["basis"]
            entry = f"ledger of {name}, {basis} {row['from_id']}"
            figure = FIGURE_OF_BASIS.get(basis, "own_m2")
            sums[name, figure] = sums.get((name, figure), 0) + round(row["m2"] * 100)
            costs[name] = costs.get(name, 0) + (row["cost"] or 0)
            self.claim(basis in BASES and row["m2"] > 0, f"{entry}: {row['m2']} m2")
            self.claim((row["cost"] is None) == (figure in ("own_m2", "residual_m2")), f"{entry}: cost {row['cost']}")
            self.claim(basis == "rent" or row["lease_no"] is None, f"{entry}: a lease")
            if basis in ("rent", "share"):
                link = (name, row["from_id"], basis)
                along[link] = along.get(link, 0) + round(row["m2"] * 100)
                self.claim(link in links and row["walk_s"] == links[link]["walk_s"], f"{entry}: walk_s is not that of its link")
            else:
                self.claim(row["walk_s"] is None, f"{entry}: a walk")
            if basis.startswith("own_"):
                field = fields.get((row["from_id"], name))
                self.claim(field and "own_" + field["kind"] == basis and abs(field["counted_m2"] - row["m2"]) < 0.0101, f"{entry}: not as the field counts")
            self.claim(basis != "official" or re.fullmatch(r"(schools|enrolment)\.(outdoor|indoor|special|sports)_m2(_per_pupil)?", row["from_id"] or ""),
                       f"{entry}: from nowhere")
            self.claim(basis not in ("basement", "expand") or row["from_id"] == name, f"{entry}: of another school")
            self.claim(row["rule"] in (("1", "2") if figure == "own_m2" else ("10",)), f"{entry}: rule {row['rule']}")
        for name, row in schools.items():
            for figure in ("own_m2", *FIGURE_OF_BASIS.values()):
                cents = round((row[figure] or 0) * 100) if row["status"] in FIGURES else 0
                self.claim(sums.pop((name, figure), 0) == cents, f"ledger of {name}: does not add up to {figure} {row[figure]}")
            self.claim(abs(costs.get(name, 0) - (row["cost"] or 0)) < 0.005, f"ledger of {name}: costs {costs.get(name)}, not {row['cost']}")
        self.claim(not sums, f"ledger: of no school: {sums}")
        for link, row in links.items():
            self.claim(along.get(link, 0) == round(row["given_m2"] * 100), f"ledger: not what is given from {link}")
        self.leased()

    def leased(self):
        figures = {row["key"]: row["value"] for row in self.rows("summary")}
        rows = [row for row in self.rows("ledger") if row["lease_no"] is not None]
        leased = sum(round(row["m2"] * 100) for row in rows)
        self.claim(leased == round(figures.get("leased_m2", 0) * 100), f"ledger: leases of {leased / 100} m2, not {figures.get('leased_m2')}")
        self.claim(all(row["lease_until"] is None for row in self.rows("ledger") if row["lease_no"] is None), "ledger: a day without a lease")

    def leases(self):
        """Each contract once; what they count is what the ledger has of them."""
        rows = self.rows("leases")
        order = [((row["number"] or "").encode(), row["school_id"].encode()) for row in rows]
        self.claim(order == sorted(order), "leases: rows are not by number and school")
        self.claim(all(row["counted_m2"] == 0 for row in rows if row["fate"] != "counts"), "leases: what does not count has m2")
        self.claim(all(row["counted_m2"] <= row["m2"] + 0.005 for row in rows), "leases: more is counted than was signed")
        counted = sorted((row["number"], row["venue_id"], row["counted_m2"]) for row in rows if row["counted_m2"] > 0)
        booked = sorted((row["lease_no"], row["from_id"], row["m2"]) for row in self.rows("ledger") if row["lease_no"] is not None)
        self.claim(counted == booked, f"leases: {counted}, and in the ledger {booked}")

    def future_gaps(self):
        """Each lease of the ledger that ends before the plan does, and no other."""
        plan = json.loads(self.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"].get("plan") or {}
        until = plan.get("until")
        expected = [(row["school_id"], str(datetime.date.fromisoformat(row["lease_until"]) + datetime.timedelta(days=1)), row["m2"], row["lease_no"])
                    for row in self.rows("ledger") if until and row["lease_until"] and row["lease_until"] < str(until)]
        found = [tuple(row)[1:] for row in self.rows("future_gaps")]
        self.claim(sorted(found) == sorted(expected), f"future_gaps: {found}, not {expected}")

    def standards(self):
        StandardCheck(self)

    def plan_tables(self):
        config = json.loads(self.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]
        surfaces = self.rows("surfaces")
        summary = {row["key"]: row["value"] for row in self.rows("summary")}
        self.wrong += [*faults_of_programmes(self.rows("programme"), config), *faults_of_surfaces(surfaces, self.rows("fields"), self.rows("schools")),
                       *faults_of_rural(summary, surfaces, config.get("plan") or {})]

    def provenance(self):
        rows = self.db.execute("SELECT metadata FROM gpkg_metadata").fetchall()
        self.claim(len(rows) == 1, "one document in gpkg_metadata")
        document = json.loads(rows[0][0])
        self.claim(document["schema_version"] == 2, "schema_version")
        self.claim(all(len(source["sha256"]) == 64 for source in document["inputs"]), "SHA-256 of each input")
        self.claim('":"/' not in rows[0][0], "absolute path in the provenance")

    def all(self):
        for check in (self.layers, self.order, self.schools, self.venues, self.walks, self.gate_options, self.venue_options, self.bottlenecks, self.certainty, self.unreached, self.areas,
                      self.certificate, self.districts, self.indicators, self.waterfall, self.plan, self.residential, self.phasing, self.fields, self.ledger, self.future_gaps, self.leases,
                      self.standards, self.plan_tables, self.provenance):
            check()
        return self.wrong


def main():
    wrong = Check(sys.argv[1]).all()
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
