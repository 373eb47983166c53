"""The tables `programme` and `surfaces` and the keys rural.* of summary, worked out again in fractions from the config and from the layer `fields`."""
import math
from fractions import Fraction


def exact(number):
    return None if number is None else Fraction(str(number))


def ceiling(fraction):
    return -(-fraction.numerator // fraction.denominator)


def years_of(programme):
    """(year, target, done, pace, forecast_year) of each year, by the words of docs/rules.md section 6."""
    target, done = programme["target"], programme.get("done", {})
    years = sorted(target.keys() | done.keys())
    total = exact(programme["total"]) if "total" in programme else sum(map(exact, target.values()))
    rows, reached = [], None
    for i, year in enumerate(years):
        so_far = years[:i + 1]
        to_do = sum(exact(target[one]) for one in so_far if one in target)
        is_known = all(one in done for one in so_far)
        sum_done = sum(exact(done[one]) for one in so_far) if is_known else None
        forecast = None
        if sum_done:
            reached = reached or (int(year) if sum_done >= total else None)
            forecast = reached or int(year) + ceiling((total - sum_done) / (sum_done / (int(year) - int(years[0]) + 1)))
        rows.append((int(year), exact(target.get(year)), exact(done.get(year)), float(sum_done / to_do) if is_known and to_do else None,
                     forecast if forecast is None or forecast <= 9999 else None, total))
    return rows


def faults_of_programmes(rows, config):
    expected = [(one["name"], one.get("unit"), *year) for one in config.get("programme", []) for year in years_of(one)]
    found = [(row["name"], row["unit"], row["year"], exact(row["target"]), exact(row["done"]), row["pace"], row["forecast_year"], exact(row["total"]))
             for row in rows]
    if [row[:5] + row[6:] for row in found] != [row[:5] + row[6:] for row in expected]:
        yield f"programme: {found}, not {expected}"
    for one, other in zip(found, expected):
        if (one[5] is None) != (other[5] is None) or (one[5] is not None and not math.isclose(one[5], other[5], abs_tol=1e-9)):
            yield f"programme {one[0]} {one[2]}: pace {one[5]}, not {other[5]}"


def key_of(row):
    """By district, rural (unknown last) and surface."""
    return ((row["district"] or "").encode(), 2 if row["rural"] is None else row["rural"], (row["surface"] or "").encode())


def faults_of_surfaces(surfaces, fields, schools):
    keys = [key_of(row) for row in surfaces]
    if keys != sorted(set(keys)):
        yield "surfaces: rows are not by district, rural and surface, or one is there twice"
    district = {row["school_id"]: row["district"] for row in schools}
    sums, grounds = {}, {}
    for row in fields:
        if row["counted_m2"] > 0:
            key = key_of({"district": district.get(row["school_id"]), "rural": row["rural"], "surface": row["surface"]})
            sums[key] = sums.get(key, 0) + round(row["counted_m2"] * 1e4)
            grounds.setdefault(key, set()).add(row["field_id"])
    found = {key_of(row): (round(row["area_m2"] * 1e4), row["grounds"]) for row in surfaces}
    expected = {key: (sums[key], len(grounds[key])) for key in sums}
    if found != expected:
        yield f"surfaces: {found}, not {expected}"
    for row in surfaces:
        if row["surface"] is None and row["hard"] is not None:
            yield f"surfaces: nobody says of what it is, and it is {row['hard']}"


def faults_of_rural(summary, surfaces, plan):
    figures = {key.removeprefix("rural."): value for key, value in summary.items() if key.startswith("rural.")}
    if not figures or figures["hard_m2"] is None:
        return
    for key, hard in (("hard_m2", 1), ("soft_m2", 0), ("unknown_m2", None)):
        area = sum(round(row["area_m2"] * 1e4) for row in surfaces if row["rural"] == 1 and row["hard"] == hard)
        if round(figures[key] * 1e4) != area:
            yield f"summary: rural.{key} {figures[key]}, not {area / 1e4}"
    before, target = plan.get("rural_hard_before_m2"), plan.get("rural_grounds_m2")
    done = None if before is None else max(0, before - figures["hard_m2"])
    rate = None if done is None or not target else done / target
    for key, value in (("done_m2", done), ("target_m2", target), ("rate", rate)):
        one = figures.get(key)
        if (one is None) != (value is None) or (value is not None and not math.isclose(one, value, abs_tol=1e-4)):
            yield f"summary: rural.{key} {one}, not {value}"
