"""Tables as people make them: a column for each year or grade, merged cells, decimals, codes that are no ids, several files of one input."""
from city import CHINESE, csv_text, write_xlsx
from kinds import EXACT, REPORTED, kind, within

GROUP = "Tables as people make them"
STAGES = {"enrol_primary": ("小学", 6), "enrol_junior": ("初中", 3), "enrol_senior": ("高中", 3)}
GRADES = ("一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "七年级", "八年级", "九年级", "高一", "高二", "高三")


def write_csv(city, table, headings):
    city.at("enrolment.csv").write_text(csv_text(table, headings), encoding="utf-8-sig")
    city.name_input("enrolment", "enrolment.csv")


@kind(GROUP, "Returns with a column for each of three years", EXACT, ["latest_year_taken"], area="official")
def _(city):
    table = city.split_returns()
    headings = dict(CHINESE)
    for name, (stage, _) in STAGES.items():
        headings[name] = f"2023年{stage}在校生数"
        for year in (2022, 2021):
            table.columns.insert(2, f"{name}_{year}")
            headings[f"{name}_{year}"] = f"{year}年{stage}在校生数"
            for row in table.rows:
                row[f"{name}_{year}"] = row[name] and row[name] // 2
    write_csv(city, table, headings)


@kind(GROUP, "Pupils grade by grade", EXACT, ["grades_summed"], area="official")
def _(city):
    table = city.split_returns()
    table.columns = [name for name in table.columns if name not in STAGES] + list(GRADES)
    for row in table.rows:
        grades = iter(GRADES)
        for name, (_, count) in STAGES.items():
            of_stage = [next(grades) for _ in range(count)]
            each = None if row[name] is None else row[name] // count
            row.update({grade: each for grade in of_stage})
            row[of_stage[0]] = None if row[name] is None else row[name] - each * (count - 1)
    write_csv(city, table, CHINESE)


@kind(GROUP, "Pupils with what is left of a formula's arithmetic", EXACT, ["pupils_rounded"], area="official")
def _(city):
    table = city.split_returns()
    for number, row in enumerate(table.rows):
        for name in STAGES:
            row[name] = None if row[name] is None else row[name] + (1e-9 if number % 2 else -1e-9)
    rows = [[CHINESE.get(name, name) for name in table.columns]] + [[row[name] for name in table.columns] for row in table.rows]
    write_xlsx(city.at("enrolment.xlsx"), {"Sheet1": rows})
    city.name_input("enrolment", "enrolment.xlsx")


@kind(GROUP, "Name cells merged over the rows of a school's stages", EXACT, ["cells_merged"], area="official")
def _(city):
    table = city.split_returns()
    rows = [["学校标识码", "学校名称", "学段", "学生数", "班级数", "室外运动场地面积", "室内体育用房面积"]]
    merged = []
    for row in table.rows:
        first = len(rows)
        for name, (stage, _) in STAGES.items():
            if row[name] is not None:
                is_first = len(rows) == first
                rows.append([row["id"] if is_first else None, row["name"] if is_first else None, stage, row[name],
                             row.get(name.replace("enrol", "classes")), row["outdoor_m2"] if is_first else None,
                             row["indoor_m2"] if is_first else None])
        if len(rows) - first > 1:
            merged += [f"{letter}{first + 1}:{letter}{len(rows)}" for letter in "ABFG"]
    write_xlsx(city.at("enrolment.xlsx"), {"Sheet1": rows}, merged)
    city.name_input("enrolment", "enrolment.xlsx")


@kind(GROUP, "The returns sorted by stage, whose cell is merged over its schools", EXACT, ["column_merged"], area="official")
def _(city):
    table = city.split_returns()
    rows = [["学段", "学校标识码", "学校名称", "学生数", "班级数", "室外运动场地面积", "室内体育用房面积"]]
    merged, told = [], set()
    for name, (stage, _) in STAGES.items():
        first = len(rows)
        for row in table.rows:
            if row[name] is not None:
                areas = [row[area] if row["id"] not in told else None for area in ("outdoor_m2", "indoor_m2")]
                told.add(row["id"])
                rows.append([stage if len(rows) == first else None, row["id"], row["name"], row[name],
                             row.get(name.replace("enrol", "classes")), *areas])
        if len(rows) - first > 1:
            merged.append(f"A{first + 1}:A{len(rows)}")
    write_xlsx(city.at("enrolment.xlsx"), {"Sheet1": rows}, merged)
    city.name_input("enrolment", "enrolment.xlsx")


@kind(GROUP, "A class code beside the ids, the same for every school", EXACT, ["id_column_constant"])
def _(city):
    schools = city.layer("schools")
    for row in schools.rows:
        row["osm_id"], row["code"] = row.pop("id"), "2082"
    schools.columns = ["code", *("osm_id" if name == "id" else name for name in schools.columns)]
    schools.types["osm_id"] = schools.types.pop("id")
    city.write("schools")


@kind(GROUP, "The areas of the venues in hectares", EXACT, ["venue_area_unit"])
def _(city):
    for row in city.layer("venues").rows:
        row["area_m2"] = (row["area_m2"] or row["shape"].GetArea()) / 10000
    city.write("venues")


@kind(GROUP, "The areas of venues that are points, in mu", REPORTED, ["venue_areas_tiny"])
def _(city):
    for row in city.layer("venues").rows:
        row["area_m2"] = (row["area_m2"] or row["shape"].GetArea()) * 3 / 2000
        row["shape"] = row["shape"].Centroid()
    city.write("venues")


@kind(GROUP, "The areas of venues that are points, in mu, with the unit in the config", within(1e-4))
def _(city):
    for row in city.layer("venues").rows:
        if not row["area_m2"]:
            continue
        row["area_m2"] = row["area_m2"] * 3 / 2000
    for row in city.layer("venues").rows:
        row["area"] = row.pop("area_m2")
    city.layer("venues").columns = ["area" if name == "area_m2" else name for name in city.layer("venues").columns]
    city.layer("venues").types.pop("area_m2", None)
    city.write("venues", more={"columns": {"area_m2": "area (mu)"}})


@kind(GROUP, "The returns in two files of one layout", EXACT, area="official")
def _(city):
    table = city.split_returns()
    rows, half = table.rows, len(table.rows) // 2
    for name, part in (("east.csv", rows[:half]), ("west.csv", rows[half:])):
        table.rows = part
        city.at(name).write_text(csv_text(table, CHINESE), encoding="utf-8-sig")
    city.name_input("enrolment", ["east.csv", "west.csv"])


@kind(GROUP, "Households with dots between thousands", REPORTED, ["value_not_read"], touched=0)
def _(city):
    estates = city.layer("residential")
    estates.types.pop("households", None)
    for number, row in enumerate(estates.rows):
        row["households"] = f"{1 + number % 9}.{100 + number}" if row["households"] else None
    city.write("residential")


@kind(GROUP, "The official area in one column, outdoor and indoor together", REPORTED, area="official")
def _(city):
    table = city.split_returns()
    for row in table.rows:
        parts = [row[name] for name in ("outdoor_m2", "indoor_m2") if row[name] is not None]
        row["whole"] = sum(parts) if parts else None
    table.columns = [name for name in table.columns if name not in ("outdoor_m2", "indoor_m2")] + ["whole"]
    write_csv(city, table, CHINESE | {"whole": "体育运动场馆面积"})
