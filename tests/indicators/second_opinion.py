"""The rules of docs/indicators.md once more, slowly and in fractions, from what was written into the tables."""
import math
from fractions import Fraction

from random_city import AMOUNTS, PER_PUPILS, STAGES, THRESHOLDS

INDICATORS = ("teachers_degree", "backbone_teachers", "arts_sports_teachers", "teaching_rooms_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms")
PERSONS = INDICATORS[:3]
SITE_WIDE = ("teaching_rooms_m2", "equipment_yuan")
LIMITS = {"primary": 0.50, "junior": 0.45}
READINGS = ("weighted", "plain", "weighted_rounded", "plain_rounded")
FLOOR = Fraction(85, 100)


def weights(pupils):
    taught = [stage for stage in STAGES if pupils[stage] > 0]
    if len(taught) == 1:
        return {stage: Fraction(1) for stage in STAGES}
    if "primary" in taught:
        return {"primary": Fraction(1), "junior": Fraction(11, 10), "senior": Fraction(132, 100)}
    return {"primary": Fraction(0), "junior": Fraction(1), "senior": Fraction(12, 10)}


def given(school, name):
    """(whole, {stage: amount}) of a school's own rows: stages go before the whole; a figure of the site in each row counts once."""
    stages = {stage: row[name] for stage, row in school.rows.items() if stage and name in row}
    if stages:
        values = list(stages.values())
        if name in SITE_WIDE and len(values) > 1 and values[0] > 0 and len(set(values)) == 1:
            return values[0], {}
        return None, stages
    return school.rows.get("", {}).get(name), {}


class Main:
    """A main school with its branches."""

    def __init__(self, schools, main, national):
        self.main = main
        self.rows = [main] + [school for school in schools if school.parent == main.id]
        self.has_stage = {stage: any(stage in row.pupils for row in self.rows) for stage in STAGES}
        self.pupils = {}
        for stage in STAGES:
            numbers = [row.pupils[stage] for row in self.rows if stage in row.pupils]
            self.pupils[stage] = None if None in numbers else sum(numbers)
        self.is_known = None not in self.pupils.values() and sum(self.pupils.values()) > 0
        total = None if None in self.pupils.values() else sum(self.pupils.values())
        self.is_counted = main.kind != "special" and (main.kind != "teaching_point" or total is None or total >= 50)
        self.has_ground = any(row.outdoor_m2 is not None for row in self.rows)
        self.own = {regime: self.ground(regime) for regime in (False, True)}
        self.national = national

    def ground(self, national):
        special = sum(row.special_m2 for row in self.rows if row.outdoor_m2 is not None)
        plain = sum((row.outdoor_m2 or 0) + (row.indoor_m2 or 0) for row in self.rows)
        return plain + (special if self.main.dense or not national else 0)

    def share(self, stage):
        w = weights(self.pupils)
        return w[stage] * self.pupils[stage] / sum(w[one] * self.pupils[one] for one in STAGES)

    def has_data(self):
        return any(given(row, name) != (None, {}) for row in self.rows for name in AMOUNTS)

    def amount(self, stage, name):
        """Of the stage; None where it is not known."""
        if name == "sports_area_m2":
            return self.own[self.national] * self.share(stage) if self.has_ground else None
        if all(given(row, name) == (None, {}) for row in self.rows):
            return None
        only_stage = all(self.pupils[one] == 0 for one in STAGES if one != stage)
        total, whole = Fraction(0), Fraction(0)
        for row in self.rows:
            of_school, of_stage = given(row, name)
            teaches = row.pupils.get(stage, 0) > 0
            if teaches and of_school is None and stage not in of_stage:
                return None
            if name not in PERSONS and (of_school, of_stage) == (None, {}) and any((number or 0) > 0 for number in row.pupils.values()):
                return None
            if teaches and name in PERSONS and of_school is not None and any(number > 0 for one, number in row.pupils.items() if one != stage):
                return None
            if name in PERSONS:
                total += (of_stage.get(stage, 0) + (of_school or 0)) if teaches or only_stage else 0
            else:
                total += of_stage.get(stage, 0)
                whole += of_school or 0
        if name == "teaching_rooms_m2":
            if not self.has_ground:
                return None
            whole -= sum(row.indoor_m2 or 0 for row in self.rows)
        found = total + whole * self.share(stage)
        return found if found >= 0 else None

    def value(self, stage, name):
        amount = self.amount(stage, name) if self.is_known else None
        return None if amount is None else amount * PER_PUPILS[name] / self.pupils[stage]


def state_of(value, stage, name):
    asked = THRESHOLDS[name][STAGES.index(stage)]
    return "unknown" if value is None else "met" if value >= asked else "tolerated" if value >= FLOOR * asked else "short"


def school_rule(states, national):
    if "short" in states or states.count("tolerated") > (1 if national else 0):
        return 0
    return None if "unknown" in states else 1


def spread(pairs):
    """(mean, cv) of (weight, value) pairs, or None."""
    weight = sum(pair[0] for pair in pairs)
    mean = sum(w * x for w, x in pairs) / weight
    if mean == 0:
        return None
    return mean, math.sqrt(sum(w / weight * (x - mean) ** 2 for w, x in pairs)) / mean


def half_up(cv):
    return math.floor(cv * 100 + 0.5 + 1e-9) / 100


class Opinion:
    """Everything that a run should say of the indicators."""

    def __init__(self, schools, national):
        self.mains = [Main(schools, school, national) for school in schools if not school.parent]
        self.national = national
        self.with_data = {name: name == "sports_area_m2" or any(given(row, name) != (None, {}) for row in schools) for name in INDICATORS}
        shown = [name for name in INDICATORS if name == "sports_area_m2" or sum(self.with_data.values()) > 1]
        self.rows, self.verdicts, self.stages = [], [], []
        for main in self.mains:
            if main.main.kind == "special" or not (main.is_counted or main.has_data()):
                continue
            for stage in STAGES[:2]:
                number = main.pupils[stage]
                if main.has_stage[stage] and number != 0:
                    values = {name: main.value(stage, name) if number else None for name in INDICATORS}
                    states = {name: state_of(values[name], stage, name) for name in INDICATORS}
                    self.stages.append((main, stage, values, states))
                    self.rows += [(main.main.id, stage, name, values[name], states[name]) for name in shown]
                    counts = tuple(list(states.values()).count(word) for word in ("met", "tolerated", "short", "unknown"))
                    self.verdicts.append((main.main.id, stage, *counts, school_rule(list(states.values()), national)))
        self.districts = sorted({school.district for school in schools})
        self.variation = [row for district in ("", *self.districts) for row in self.variation_of(district)]

    def undecided(self, main):
        """Stages that a counted school of unknown enrolment may teach."""
        return [stage for stage in STAGES[:2] if main.is_counted and not main.is_known and main.has_stage[stage]]

    def variation_of(self, district):
        of_group = [one for one in self.mains if district in ("", one.main.district)]
        for stage in STAGES[:2]:
            for name in INDICATORS:
                rows = [(main, values[name]) for main, of, values, _ in self.stages if of == stage and main in of_group and main.is_counted]
                known = [(main.pupils[stage], value) for main, value in rows if value is not None]
                if not known:
                    continue
                is_whole = len(known) == len(rows) and not any(stage in self.undecided(main) for main in of_group)
                weighted = spread(known)
                plain = spread([(1, value) for _, value in known])
                cvs = [None] * 4 if weighted is None else [weighted[1], plain[1], half_up(weighted[1]), half_up(plain[1])]
                passes = [None if not is_whole else int(cv is not None and cv <= LIMITS[stage] + 1e-12) for cv in cvs]
                yield (district, stage, name, len(known), weighted and weighted[0], plain and plain[0], cvs, passes)

    def verdict(self, district, reading):
        claims = [row[7][READINGS.index(reading)] for row in self.variation if row[0] == district]
        for main, _, _, states in self.stages:
            if main.is_counted and main.main.district == district:
                claims.append(school_rule([state for name, state in states.items() if self.with_data[name]], self.national))
        claims += [None for main in self.mains if main.main.district == district and self.undecided(main)]
        return 0 if 0 in claims else None if None in claims or not claims else 1

    def district(self, district):
        """passes_weighted, passes_plain, deciding_reading"""
        weighted, plain, *rounded = (self.verdict(district, reading) for reading in READINGS)
        if None in (weighted, plain, *rounded):
            return weighted, plain, None
        if weighted != plain:
            return weighted, plain, "weighted" if weighted else "plain"
        return weighted, plain, "same" if set(rounded) == {weighted} else "rounding"

    def is_close(self):
        """Whether a coefficient lies so near to its limit that floating point may decide."""
        return any(cv is not None and abs(cv - LIMITS[row[1]]) < 1e-9 for row in self.variation for cv in row[6][:2])
