"""Contracts as offices keep them: what is wrong in them never moves a need or a walk, and each that does not count is told."""
from kinds import EXACT, kind

GROUP = "Leases"
HEADINGS = ("合同编号", "学校标识码", "场馆编号", "租赁面积", "到期日期")


def contracts(city, *rows):
    """Each row: number, m2 and until of a lease of the first venue by the first school; a school or a venue may be named instead."""
    school, venue = city.layer("schools").rows[0]["id"], city.layer("venues").rows[0]["id"]
    lines = [",".join(HEADINGS)]
    for row in rows:
        one = {"school": school, "venue": venue, "m2": "100", "until": "2030-12-31", **row}
        lines.append(",".join((one["number"], one["school"], one["venue"], one["m2"], one["until"])))
    city.at("leases.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    city.name_input("leases", "leases.csv")


@kind(GROUP, "A contract of a school that is not there", EXACT, ["lease_school_unknown"])
def _(city):
    contracts(city, {"number": "H-1", "school": "no such school"})


@kind(GROUP, "A contract of a venue that is not there", EXACT, ["lease_venue_unknown"])
def _(city):
    contracts(city, {"number": "H-1", "venue": "no such venue"})


@kind(GROUP, "A contract without square metres", EXACT, ["lease_row_unusable"])
def _(city):
    contracts(city, {"number": "H-1", "m2": ""})


@kind(GROUP, "A contract of less than nothing", EXACT, ["lease_row_unusable"])
def _(city):
    contracts(city, {"number": "H-1", "m2": "-100"})


@kind(GROUP, "A contract twice in the table", EXACT, ["lease_twice"])
def _(city):
    contracts(city, {"number": "H-1"}, {"number": "H-1"})


@kind(GROUP, "A contract without an end", EXACT, ["lease_without_end"])
def _(city):
    contracts(city, {"number": "H-1", "until": ""})


@kind(GROUP, "A contract that ends on no day", EXACT, ["value_not_read", "lease_without_end"])
def _(city):
    contracts(city, {"number": "H-1", "until": "30 February 2030"})
