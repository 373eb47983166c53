#!/usr/bin/python3
"""Four quarters of a drawn city, each number worked out by hand: leases begin and end, a bridge is closed and opened again, a hall is built, two schools
merge, an official figure comes, an estate fills, and the district edits its columns between the runs. What the register says after each quarter, and what
`diff` gives as causes between two of them, to the square metre.

The city (all primary, 7.5 m2 a pupil; ten minutes are 800 m):

    S4 --- S3 ----- S7 ------- S1 -V1------ S2 -------- S6 -------- S5       S1 is 130 m from V1 (800 m2), S2 330 m; S6 is 330 m from V2 (400 m2),
                                                        |                    over the bridge; nobody else reaches a venue.
                                                        V2

usage: check_quarters.py FIELDGAP
"""
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from drawn_city import City, Lease, School

TIMEOUT_S = 120
NEAR_M2 = 0.001
DISTRICT_COLUMNS = ("promised_share_m2", "promised_rent_m2", "promised_basement_m2", "promised_expand_m2", "unit", "due", "note")
CAUSES = ("pupils", "outdoor", "indoor", "special", "official", "leases", "sharing", "merger", "walk", "allocation", "standard", "config")
LAYERS = ("closed", "opened", "worse", "better", "unchanged", "gone", "new")

BEGINNING = City(
    schools={
        "S1": School(0, "East", 400, 2000),  # needs 3000: lacks 1000
        "S2": School(500, "East", 400, 2500),  # lacks 500
        "S3": School(-1500, "West", 200, 1800),  # needs 1500: has 300 more
        "S4": School(-1650, "West", 200, 900),  # lacks 600
        "S5": School(2500, "East", 300, 2250),  # has what it needs
        "S6": School(1500, "East", 200, 1200),  # lacks 300
        "S7": School(-900, "West", 200, 1000),  # lacks 500
    },
    venues={"V1": (150, -20, 800), "V2": (1510, -300, 400)},
    side_streets={"bridge": ((1500, 0), (1500, -400))},
    leases={"L-2": Lease("S6", "V2", 300, "2025-12-31")},
)


def lease_begins_and_bridge_is_closed(city):
    leases = {**city.leases, "L-1": Lease("S2", "V1", 500, "2021-09-30")}
    return City(city.schools, city.venues, {}, leases)


def hall_is_built_and_schools_merge(city):
    return city.with_school("S1", hall_m2=600).with_school("S4", parent="S3").with_school("S7", official_m2=1200)


def estate_fills_and_bridge_is_open(city):
    fuller = city.with_school("S5", pupils=360).with_school("S3", pupils=180)
    return City(fuller.schools, fuller.venues, BEGINNING.side_streets, fuller.leases)


@dataclass
class Quarter:
    as_of: str
    happens: callable
    residual_m2: dict  # what is left to no source, of schools where it is not 0
    register: dict  # school: state, what it lacks on evidence
    runs: dict  # counts of the city in this run
    causes: dict = field(default_factory=dict)  # school: layer of diff, and its causes since the quarter before
    edits: dict = field(default_factory=dict)  # school: what the district writes after this run


QUARTERS = (
    Quarter(
        "2020-12-31", lambda city: city,
        # V1 goes to S1, which is nearer; S6 has its lease.
        residual_m2={"S1": 200, "S2": 500, "S4": 600, "S7": 500},
        register={"S1": ("open", 1000), "S2": ("open", 500), "S4": ("open", 600), "S6": ("closed", 0), "S7": ("open", 500)},
        runs={"issues": 5, "closed": 1, "open": 4, "overdue": 0, "reopened": 0, "opened_now": 5, "closed_now": 1, "gap_m2": 2900},
        edits={
            "S1": {"promised_expand_m2": 600, "promised_rent_m2": 400, "unit": "Bureau of Sports, \"East\"; 体育局", "due": "2021Q2", "note": "a hall"},
            "S2": {"promised_rent_m2": 500, "due": "2021Q2", "note": "claimed: the contract lies with the notary"},
            "S7": {"promised_expand_m2": 500, "unit": "West", "due": "2021Q2"},
        },
    ),
    Quarter(
        "2021-03-31", lease_begins_and_bridge_is_closed,
        # 500 of V1 are S2's by contract: 300 are left to S1. S6 cannot walk to V2.
        residual_m2={"S1": 700, "S4": 600, "S6": 300, "S7": 500},
        register={"S1": ("in_work", 1000), "S2": ("closed", 0), "S4": ("open", 600), "S6": ("reopened", 300), "S7": ("in_work", 500)},
        runs={"issues": 5, "closed": 1, "open": 1, "in_work": 2, "reopened": 1, "opened_now": 0, "closed_now": 1, "reopened_now": 1, "gap_m2": 2900},
        causes={"S1": ("worse", {"leases": 500}), "S2": ("closed", {"leases": -500}), "S6": ("opened", {"walk": 300})},
        edits={"S1": {"note": "claimed: the hall is up"}},
    ),
    Quarter(
        "2021-06-30", hall_is_built_and_schools_merge,
        # S1 lacks 400, of which V1 gives 300. S3 has S4's pupils and ground: 3000 less 2700. S7's return says 1200.
        residual_m2={"S1": 100, "S3": 300, "S6": 300, "S7": 300},
        register={"S1": ("claimed", 400), "S2": ("closed", 0), "S3": ("open", 300), "S4": ("closed", 0), "S6": ("reopened", 300),
                  "S7": ("in_work", 300)},
        runs={"issues": 6, "closed": 2, "claimed": 1, "open": 1, "in_work": 1, "reopened": 1, "overdue": 0, "opened_now": 1, "closed_now": 1,
              "gap_m2": 1800},
        # S3 and S4 go on as S3: they lacked 0 and 600, and lack 300 together.
        causes={"S1": ("better", {"indoor": -600}), "S3": ("better", {"merger": -300}), "S7": ("better", {"official": -200})},
    ),
    Quarter(
        "2021-12-31", estate_fills_and_bridge_is_open,
        # The lease of S2 has ended: V1 gives 400 to S1, which is nearer, and the other 400 to S2.
        residual_m2={"S2": 100, "S3": 150, "S5": 450, "S7": 300},
        register={"S1": ("overdue", 400), "S2": ("reopened", 500), "S3": ("open", 150), "S4": ("closed", 0), "S5": ("open", 450), "S6": ("closed", 0),
                  "S7": ("overdue", 300)},
        runs={"issues": 7, "closed": 2, "open": 2, "overdue": 2, "reopened": 1, "opened_now": 1, "closed_now": 1, "reopened_now": 1, "gap_m2": 2100},
        causes={"S1": ("closed", {"leases": -100}), "S2": ("opened", {"leases": 100}), "S3": ("better", {"pupils": -150}),
                "S5": ("opened", {"pupils": 450}), "S6": ("closed", {"walk": -300})},
    ),
)


def rows(path, query, *values):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        file.row_factory = sqlite3.Row
        return file.execute(query, values).fetchall()


def called(fieldgap, *arguments):
    done = subprocess.run([fieldgap, *map(str, arguments), "-q"], capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    assert done.returncode in (0, 1), f"{arguments}: exit {done.returncode}: {done.stderr}"


def compare(what, found, wanted):
    """Words are the same; amounts to a tenth of a square centimetre of the hundredths in which they are written."""
    same = found == wanted or (isinstance(found, float) and abs(found - wanted) < NEAR_M2)
    assert same, f"{what}: {found!r}, not {wanted!r}"


def check_residuals(result, quarter):
    for row in rows(result, "SELECT school_id, residual_m2 FROM schools WHERE status != 'branch'"):
        compare(f"{quarter.as_of}: residual of {row['school_id']}", row["residual_m2"], quarter.residual_m2.get(row["school_id"], 0))


def check_register(path, quarter):
    found = {row["school_id"]: row for row in rows(path, "SELECT * FROM register")}
    assert set(found) == set(quarter.register), f"{quarter.as_of}: issues of {sorted(found)}"
    for school, (state, gap_m2) in quarter.register.items():
        compare(f"{quarter.as_of}: state of {school}", found[school]["state"], state)
        compare(f"{quarter.as_of}: gap of {school}", found[school]["current_gap_m2"], gap_m2)
        compare(f"{quarter.as_of}: {school} has a closing day", found[school]["closed"] is not None, state == "closed")


def check_runs(path, quarter):
    (row,) = rows(path, "SELECT * FROM register_runs WHERE as_of = ? AND district = '' AND stage = ''", quarter.as_of)
    for column, wanted in quarter.runs.items():
        compare(f"{quarter.as_of}: {column}", row[column], wanted)


def check_districts_columns(path, written):
    for row in rows(path, "SELECT * FROM register"):
        for column in DISTRICT_COLUMNS:
            compare(f"{row['issue_id']}: {column}, the district's", row[column] or None, written.get(row["school_id"], {}).get(column))


def check_history(path, before):
    after = [tuple(row) for row in rows(path, "SELECT * FROM register_history ORDER BY as_of, issue_id")]
    assert after[:len(before)] == before and len(after) > len(before), "history was changed, or did not grow"
    return after


def edit(path, edits):
    """As a planner does in QGIS, or whoever has the file open."""
    with sqlite3.connect(path) as file:
        for school, values in edits.items():
            for column, value in values.items():
                file.execute(f'UPDATE register SET "{column}" = ? WHERE school_id = ?', (value, school))


def check_causes(fieldgap, before, after, folder, quarter):
    difference = folder / f"{quarter.as_of}.diff.gpkg"
    called(fieldgap, "diff", before, after, "-o", difference)
    found = {row["school_id"]: (layer, row) for layer in LAYERS for row in rows(difference, f'SELECT * FROM "{layer}"')}
    assert set(quarter.causes) <= set(found), f"{quarter.as_of}: diff has {sorted(found)}"
    for school, (layer, row) in found.items():
        wanted_layer, wanted = quarter.causes.get(school, ("unchanged", {}))
        compare(f"{quarter.as_of}: layer of {school}", layer, wanted_layer)
        for cause in CAUSES:
            compare(f"{quarter.as_of}: {school} by {cause}", row[f"by_{cause}_m2"], wanted.get(cause, 0))
        compare(f"{quarter.as_of}: change of {school}", row["change_m2"], sum(wanted.values()))
    check_sums(difference, found)


def check_sums(difference, found):
    columns = ("change_m2", *(f"by_{cause}_m2" for cause in CAUSES))
    for row in rows(difference, "SELECT * FROM causes"):
        of_whom = [each for _, each in found.values() if row["scope"] == "city" or row["district"] == each["district"]]
        for column in columns:
            compare(f"causes of {row['scope']} {row['district']}: {column}", row[column], sum(each[column] for each in of_whom))


def main():
    fieldgap = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder, city, before, written, history = Path(name), BEGINNING, None, {}, []
        register = folder / "register.gpkg"
        for quarter in QUARTERS:
            city = quarter.happens(city)
            result = folder / f"{quarter.as_of}.gpkg"
            called(fieldgap, "run", city.write(folder, quarter.as_of), "-o", result)
            check_residuals(result, quarter)
            for path in (register, result):
                check_register(path, quarter)
                check_runs(path, quarter)
                check_districts_columns(path, written)
            history = check_history(register, history)
            if before:
                check_causes(fieldgap, before, result, folder, quarter)
            edit(register, quarter.edits)
            for school, values in quarter.edits.items():
                written[school] = {**written.get(school, {}), **values}
            before = result
    print("four quarters: the register and every cause as worked out by hand")


if __name__ == "__main__":
    main()
