"""Damage to ids, and tables that name schools otherwise."""
from city import CHINESE, csv_text
from kinds import EXACT, REPORTED, kind

GROUP = "Ids and joins"
LOOSE = "reference_matched_loosely"


def write_returns(city, table):
    city.at("enrolment.csv").write_text(csv_text(table, CHINESE), encoding="utf-8-sig")
    city.name_input("enrolment", "enrolment.csv")


def add_returns(name, change, expect=EXACT, codes=(), touched=99):
    @kind(GROUP, name, expect, codes, touched=touched, area="official")
    def _(city):
        table = city.split_returns()
        change(table)
        write_returns(city, table)


def each_id(change):
    def damage(table):
        for row in table.rows:
            row["id"] = change(row["id"])
    return damage


def rename_everywhere(city, change):
    """Other ids for the schools, in every layer that names them."""
    for role, column in (("schools", "id"), ("campuses", "school_id"), ("fields", "school_id"), ("gates", "owner_id")):
        for row in city.layer(role).rows:
            row[column] = change(row[column]) if row[column] and not row[column].startswith("V") else row[column]
        city.write(role)


@kind(GROUP, "The campuses' school_id lost the zeros before it", EXACT, [LOOSE])
def _(city):
    for row in city.layer("campuses").rows:
        row["school_id"] = row["school_id"] and "00" + row["school_id"]
    city.write("campuses")


def add_reference(role, name, change, expect=EXACT, codes=(LOOSE,)):
    @kind(GROUP, name, expect, codes)
    def _(city):
        for row in city.layer(role).rows:
            row["school_id"] = row["school_id"] and change(row["school_id"])
        city.write(role)


add_reference("fields", "The fields' school_id ends in .0", lambda i: i + ".0")
add_reference("fields", "The fields' school_id has an apostrophe before it", lambda i: "'" + i)
add_reference("campuses", "The campuses' school_id is in full-width digits", lambda i: i.translate(str.maketrans("0123456789", "０１２３４５６７８９")))
add_reference("campuses", "The campuses' school_id has spaces in and around it", lambda i: f" {i[:4]} {i[4:]} ")
add_reference("campuses", "The campuses' school_id names no school", lambda i: "9" + i, EXACT, ["campus_school_unknown"])


@kind(GROUP, "The campuses' school_id holds names", EXACT, ["reference_by_name"])
def _(city):
    names = {row["id"]: row["name"] for row in city.layer("schools").rows}
    for row in city.layer("campuses").rows:
        row["school_id"] = names.get(row["school_id"])
    city.write("campuses")


add_returns("Returns whose ids end in .0", each_id(lambda i: i + ".0"), codes=[LOOSE])
add_returns("Returns whose ids a spreadsheet wrote with an exponent (3.13E+09)", each_id(lambda i: f"{float(i):.2E}"),
            codes=["id_in_exponent", "enrolment_by_name"])
add_returns("Returns whose ids have an apostrophe before them", each_id(lambda i: "'" + i), codes=[LOOSE])
add_returns("Returns whose ids are in full-width digits", each_id(lambda i: i.translate(str.maketrans("0123456789", "０１２３４５６７８９"))),
            codes=[LOOSE])


def without_ids(table):
    table.columns = table.columns[1:]


def variant_names(table):
    without_ids(table)
    for row in table.rows:
        row["name"] = f"新津市{row['name']}（本部）"


def kind_misspelt(table):
    without_ids(table)
    row = next(row for row in table.rows if row["name"].endswith("实验学校"))
    row["name"] = row["name"].replace("实验学校", "试验学校")


def a_stranger(table):
    table.rows.append({**table.rows[0], "id": "9999999999", "name": "外区某某寄宿学校"})


def a_row_twice(table):
    table.rows.append(dict(table.rows[0]))


def a_row_twice_with_other_numbers(table):
    table.rows.append({**table.rows[0], "enrol_primary": 99})


add_returns("Returns without ids, joined by the very name", without_ids)
add_returns("Returns without ids, names with the city before and the branch behind them", variant_names)
add_returns("Returns without ids, a word of kind misspelt (试验 for 实验)", kind_misspelt, REPORTED, ["enrolment_unmatched", "pupils_missing"], 1)
add_returns("A row of the returns names no school", a_stranger, codes=["enrolment_unmatched"])
add_returns("A row of the returns twice", a_row_twice, codes=["enrolment_twice"])
add_returns("A second row of the returns with other numbers", a_row_twice_with_other_numbers, codes=["enrolment_twice"])


@kind(GROUP, "Returns without ids, a long name misspelt", EXACT, ["enrolment_similar_name"], area="official")
def _(city):
    school = next(row for row in city.layer("schools").rows if row["stage"] == "primary" and row["enrol_primary"])
    school["name"] = city.names[school["id"]] = "Saint Bartholomew Memorial Primary School"
    table = city.split_returns()
    without_ids(table)
    next(row for row in table.rows if row["name"] == school["name"])["name"] = "Saint Bartolomew Memorial Primary School"
    write_returns(city, table)


@kind(GROUP, "Schools whose ids lost the zeros before them (campuses, fields and gates kept theirs)", EXACT, [])
def _(city):
    rename_everywhere(city, lambda i: "0" + i)
    for row in city.layer("schools").rows:
        row["id"] = row["id"].lstrip("0")
    city.write("schools")


@kind(GROUP, "A school twice, the same row", EXACT, ["school_row_twice"])
def _(city):
    city.layer("schools").rows.append(city.layer("schools").rows[0])
    city.write("schools")


@kind(GROUP, "A school twice, with other numbers", EXACT, ["id_duplicate"])
def _(city):
    rows = city.layer("schools").rows
    rows.append({**rows[0], "enrol_primary": 77})
    city.write("schools")


@kind(GROUP, "A school twice under two ids, same name and place", REPORTED, ["school_twice"], touched=2)
def _(city):
    rows = city.layer("schools").rows
    rows.append({**rows[0], "id": "8888888888"})
    city.write("schools")


def add_beside_first(city, **other):
    """A further row with the place of the first school and nothing that it needs."""
    rows = city.layer("schools").rows
    numbers = {name: None for name in rows[0] if name.startswith(("enrol_", "classes_", "capacity_", "stage"))}
    rows.append({**rows[0], **numbers, **other})


@kind(GROUP, "Closed schools among the others", EXACT, ["school_closed"])
def _(city):
    add_beside_first(city, id="8888888881", name="旧街小学", stage="primary", enrol_primary=300, phase="停办")
    add_beside_first(city, id="8888888882", name="河东小学", stage="primary", enrol_primary=300, phase="Closed")
    city.write("schools")


@kind(GROUP, "A school that only the returns call closed", EXACT, ["school_closed", "enrolment_of_closed"], area="official")
def _(city):
    add_beside_first(city, id="8888888881", name="旧街小学", stage="primary")
    table = city.split_returns()
    next(row for row in table.rows if row["id"] == "8888888881")["enrol_primary"] = 300
    for row in table.rows:
        row["phase"] = "停办" if row["id"] == "8888888881" else "正常" if row["enrol_primary"] else None
    table.columns.append("phase")
    city.at("enrolment.csv").write_text(csv_text(table, CHINESE | {"phase": "办学状态"}), encoding="utf-8-sig")
    city.name_input("enrolment", "enrolment.csv")


@kind(GROUP, "A gate, a hall, a college and a nursery among the schools", EXACT, ["not_a_school"])
def _(city):
    for number, name in enumerate(("旧街小学南门", "旧街小学-体育馆", "东湖电力学院(南校区)", "阳光托儿所")):
        add_beside_first(city, id=f"888888888{number}", name=name)
    city.write("schools")


@kind(GROUP, "Schools whose state is a word that nobody knows", EXACT, ["words_not_known"])
def _(city):
    for row in city.layer("schools").rows:
        row["phase"] = "甲类" if row["phase"] == "open" else row["phase"]
    city.write("schools")


@kind(GROUP, "Schools as one row for each stage", EXACT, ["rows_merged_by_stage"])
def _(city):
    layer = city.layer("schools")
    whole = next(row for row in layer.rows if row["stage"] == "primary,junior")
    layer.rows.insert(layer.rows.index(whole) + 1, {**whole, "stage": "junior", "enrol_primary": None, "classes_primary": None})
    whole.update({"stage": "primary", "enrol_junior": None, "classes_junior": None, "capacity_junior": None})
    city.write("schools")


@kind(GROUP, "A branch that says so by its name only", REPORTED, ["branch_or_school"], touched=1)
def _(city):
    rows = city.layer("schools").rows
    main = next(row for row in rows if row["stage"] == "primary")
    branch = next(row for row in rows if row["stage"] == "primary" and row is not main and row["phase"] == "open")
    branch["name"] = main["name"] + "（东校区）"
    city.write("schools")
