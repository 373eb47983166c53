"""The tables of the seven indicators of a result, computed again from its own rows."""
import json
import math

INDICATORS = ("teachers_degree", "backbone_teachers", "arts_sports_teachers", "teaching_rooms_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms")
STATES = ("met", "tolerated", "short", "unknown")
READINGS = ("weighted", "plain", "weighted_rounded", "plain_rounded")
OF_STATUS = {"meets": "met", "near": "tolerated", "short": "short", "unknown": "unknown", "none": "unknown"}
NEAR = 1e-9


def spread(pairs):
    """(mean, cv) of (weight, value) pairs; nothing where the mean is 0."""
    weight = sum(pair[0] for pair in pairs)
    mean = sum(w * x for w, x in pairs) / weight
    return (mean, math.sqrt(sum(w / weight * (x - mean) ** 2 for w, x in pairs)) / mean) if mean > 0 else (None, None)


def half_up(cv):
    return None if cv is None else math.floor(cv * 100 + 0.5 + NEAR) / 100


class IndicatorCheck:
    def __init__(self, check):
        self.check = check
        self.standards = json.loads(check.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]["standards"]
        self.stages = {(row["school_id"], row["stage"]): row for row in check.rows("stages")}
        self.rows = check.rows("indicators")
        self.of_stage = {}
        for row in self.rows:
            self.of_stage.setdefault((row["school_id"], row["stage"]), {})[row["indicator"]] = row
        self.district_of = {row["school_id"]: row["district"] for row in check.rows("schools")}
        self.values()
        self.verdicts()
        self.variation()
        self.districts()

    def claim(self, holds, text):
        self.check.claim(holds, text)

    def same(self, found, wanted, text):
        is_same = found is None and wanted is None or None not in (found, wanted) and math.isclose(found, wanted, rel_tol=1e-7, abs_tol=1e-7)
        self.claim(is_same, f"{text}: {found}, not {wanted}")

    def values(self):
        keys = [(row["school_id"].encode(), ("primary", "junior").index(row["stage"]), INDICATORS.index(row["indicator"])) for row in self.rows]
        self.claim(keys == sorted(set(keys)), "indicators: rows are not by school, stage and indicator")
        for row in self.rows:
            name = f"{row['school_id']} {row['stage']} {row['indicator']}"
            self.claim((row["value"] is None) == (row["state"] == "unknown"), f"{name}: state {row['state']} with value {row['value']}")
            if row["value"] is not None:
                self.same(row["ratio"], row["value"] / row["standard"], f"{name}: ratio")
                self.state(name, row)
            if row["indicator"] == "sports_area_m2":
                stage = self.stages[row["school_id"], row["stage"]]
                self.same(row["value"], stage["per_pupil_m2"], f"{name}: value")
                self.claim(row["state"] == OF_STATUS[stage["status"]], f"{name}: {row['state']}, while the stage is {stage['status']}")

    def state(self, name, row):
        """Only where the ratio is not so near to a limit that rounding may hide the side."""
        for limit, above, below in ((1.0, ("met",), ("tolerated", "short")), (self.standards["floor"], ("met", "tolerated"), ("short",))):
            if abs(row["ratio"] - limit) > NEAR:
                self.claim(row["state"] in (above if row["ratio"] > limit else below), f"{name}: {row['state']} at ratio {row['ratio']}")

    def school_rule(self, states):
        if states.count("short") or states.count("tolerated") > (1 if self.standards["regime"] == "national" else 0):
            return 0
        return None if states.count("unknown") else 1

    def verdicts(self):
        found = self.check.rows("indicator_verdicts")
        self.claim([(row["school_id"], row["stage"]) for row in found] == list(self.of_stage), "indicator_verdicts: not a row for each stage of indicators")
        for row in found:
            rows = self.of_stage[row["school_id"], row["stage"]]
            states = [rows[name]["state"] if name in rows else "unknown" for name in INDICATORS]
            for state in STATES:
                self.claim(row[state] == states.count(state), f"{row['school_id']} {row['stage']}: {row[state]} {state}, not {states.count(state)}")
            self.claim(row["passes"] == self.school_rule(states), f"{row['school_id']} {row['stage']}: passes {row['passes']}")

    def is_counted(self, row):
        return self.stages[row["school_id"], row["stage"]]["in_district_figures"]

    def variation(self):
        for row in self.check.rows("variation"):
            name = f"variation {row['district'] or 'city'} {row['stage']} {row['indicator']}"
            group = [one for one in self.rows if (one["stage"], one["indicator"]) == (row["stage"], row["indicator"]) and one["value"] is not None and
                     row["district"] in ("", self.district_of[one["school_id"]])]
            for reading in READINGS:
                self.reading(name, row, reading)
            if all(self.is_counted(one) for one in group):  # who of the others counts, the result does not say
                self.claim(row["schools"] == len(group), f"{name}: {row['schools']} schools, not {len(group)}")
                mean, cv = spread([(self.stages[one["school_id"], one["stage"]]["pupils"], one["value"]) for one in group])
                plain_mean, plain_cv = spread([(1, one["value"]) for one in group])
                for column, wanted in (("mean_weighted", mean), ("cv_weighted", cv), ("mean_plain", plain_mean), ("cv_plain", plain_cv)):
                    self.same(row[column], wanted, f"{name}: {column}")

    def reading(self, name, row, reading):
        cv, passes = row[f"cv_{reading}"], row[f"passes_{reading}"]
        if reading.endswith("_rounded"):
            self.same(cv, half_up(row[f"cv_{reading.removesuffix('_rounded')}"]), f"{name}: cv_{reading}")
        self.claim(row["limit"] == self.standards[f"cv_{row['stage']}"], f"{name}: limit {row['limit']}")
        if passes is not None and (cv is None or abs(cv - row["limit"]) > NEAR or reading.endswith("_rounded")):
            self.claim(passes == int(cv is not None and cv <= row["limit"]), f"{name}: passes_{reading} {passes} at {cv}")

    def districts(self):
        for row in self.check.rows("districts"):
            claims = {reading: [one[f"passes_{reading}"] for one in self.check.rows("variation") if one["district"] == (row["name"] or row["district_id"])]
                      for reading in READINGS}
            for reading in ("weighted", "plain"):
                self.claim(row[f"passes_{reading}"] != 1 or 0 not in claims[reading], f"district {row['district_id']}: passes_{reading} with a variation beyond its limit")
            verdicts = (row["passes_weighted"], row["passes_plain"])
            may_be = {(1, 0): ("weighted",), (0, 1): ("plain",)}.get(verdicts, ("same", "rounding", None))
            self.claim(row["deciding_reading"] in may_be, f"district {row['district_id']}: deciding_reading {row['deciding_reading']} of {verdicts}")
            if {name for name in (one["indicator"] for one in self.rows)} == {"sports_area_m2"}:
                self.claim(row["passes_weighted"] == row["passes"], f"district {row['district_id']}: passes_weighted {row['passes_weighted']}, but passes {row['passes']}")
