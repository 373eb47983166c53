"""What schools and stages of a result should have, worked out again from the standards in its provenance: docs/rules.md rule 3."""
import json
import math

WEIGHTS = {True: {"primary": 1.0, "junior": 1.1, "senior": 1.32}, False: {"junior": 1.0, "senior": 1.2}}  # with primary pupils, without


def required_m2(standard, pupils):
    """A number, a table, or steps: the last one that does not begin above the pupils."""
    if not isinstance(standard, dict):
        return standard * pupils
    step = [one for one in standard.get("steps", [standard]) if one.get("from_pupils", 0) <= max(pupils, 1)][-1]
    return step.get("base_m2", 0) + step.get("per_pupil", 0) * pupils


class StandardCheck:
    def __init__(self, check):
        self.claim = check.claim
        self.standards = json.loads(check.db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]["standards"]
        rows = {}
        for row in check.rows("stages"):
            rows.setdefault(row["school_id"], []).append(row)
        for school in check.rows("schools"):
            if school["required_m2"] is not None:
                self.school(school, rows[school["school_id"]])

    def weight(self, row, rows):
        if self.standards["split"] == "required":
            standard = self.standards.get(row["stage"])
            return 0.0 if standard is None else required_m2(standard, row["pupils"]) / row["pupils"]
        return 1.0 if len(rows) == 1 else WEIGHTS[any(one["stage"] == "primary" for one in rows)][row["stage"]]

    def school(self, school, rows):
        weights = [self.weight(row, rows) for row in rows]
        whole = sum(weight * row["pupils"] for weight, row in zip(weights, rows))
        required = 0.0
        for weight, row in zip(weights, rows):
            name = f"{school['school_id']} {row['stage']}"
            standard = self.standards.get(row["stage"])
            if standard is None:
                self.claim(row["standard_m2"] is None and row["gap_stage_m2"] is None, f"{name}: a standard where there is none")
                continue
            wanted = required_m2(standard, row["pupils"])
            required = max(required, wanted * whole / (weight * row["pupils"]))
            gap = max(0.0, wanted - school["own_m2"] * weight * row["pupils"] / whole)
            self.claim(math.isclose(row["standard_m2"], wanted / row["pupils"], rel_tol=1e-8), f"{name}: standard_m2 {row['standard_m2']}")
            self.claim(math.isclose(row["gap_stage_m2"], gap, abs_tol=1e-3, rel_tol=1e-9), f"{name}: gap_stage_m2 {row['gap_stage_m2']}, not {gap}")
        self.claim(math.isclose(school["required_m2"], required, abs_tol=0.006, rel_tol=1e-10), f"{school['school_id']}: required_m2 {school['required_m2']}, not {required}")
