"""The table of the seven indicators as bureaus keep it: what is wrong in it never moves a need or a walk, and each row that does not count is told."""
from kinds import EXACT, kind

GROUP = "Indicators"
HEADINGS = ("学校标识码", "学段", "高于规定学历教师数", "教学及辅助用房面积", "教学仪器设备资产值（万元）")
ROW = {"stage": "", "teachers": "40", "rooms": "6000", "equipment": "200"}


def returns(city, *rows, headings=HEADINGS):
    """Each row: what differs from ROW; of the first school where no other is named."""
    first = city.layer("schools").rows[0]["id"]
    lines = [",".join(headings)]
    for row in rows:
        one = {"school": first, **ROW, **row}
        lines.append(",".join((one["school"], one["stage"], one["teachers"], one["rooms"], one["equipment"])))
    city.at("indicators.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    city.name_input("indicators", "indicators.csv")


@kind(GROUP, "A row of a school that is not there", EXACT, ["indicator_row_unmatched"])
def _(city):
    returns(city, {}, {"school": "no such school"})


@kind(GROUP, "Two rows of one school", EXACT, ["indicator_row_twice"])
def _(city):
    returns(city, {}, {"teachers": "41"})


@kind(GROUP, "A total row beside the rows of the stages", EXACT, ["indicator_whole_not_used"])
def _(city):
    returns(city, {"stage": "小学"}, {})


@kind(GROUP, "A number of teachers that is no number", EXACT, ["value_not_read"])
def _(city):
    returns(city, {"teachers": "forty"}, {"school": city.layer("schools").rows[1]["id"]})


@kind(GROUP, "Equipment in 万元 by its heading", EXACT, ["money_unit_taken"])
def _(city):
    returns(city, {}, {"school": city.layer("schools").rows[1]["id"]})


@kind(GROUP, "Equipment in 万元 and a heading that does not say so", EXACT, ["equipment_tiny"])
def _(city):
    others = [{"school": school["id"]} for school in city.layer("schools").rows[:3]]
    returns(city, *others, headings=(*HEADINGS[:4], "教学仪器设备值"))
