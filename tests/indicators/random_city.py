"""Random cities with a table of the seven indicators as a bureau writes it: Chinese headings, GB18030, 万元, rows of whole schools and of stages, blank cells."""
import csv
import random
from dataclasses import dataclass, field
from fractions import Fraction

STAGES = ("primary", "junior", "senior")
STAGE_WORDS = {"primary": "小学", "junior": "初中", "senior": "高中"}
AMOUNTS = ("teachers_degree", "backbone_teachers", "arts_sports_teachers", "teaching_rooms_m2", "equipment_yuan", "multimedia_rooms")
HEADINGS = {"teachers_degree": "高于规定学历教师数（人）", "backbone_teachers": "县级以上骨干教师数", "arts_sports_teachers": "体育、艺术（美术、音乐）专任教师数",
            "teaching_rooms_m2": "教学及辅助用房面积（平方米）", "equipment_yuan": "教学仪器设备资产值（万元）", "multimedia_rooms": "网络多媒体教室数（间）"}
THRESHOLDS = {"teachers_degree": (Fraction(42, 10), Fraction(53, 10)), "backbone_teachers": (Fraction(1), Fraction(1)),
              "arts_sports_teachers": (Fraction(9, 10), Fraction(9, 10)), "teaching_rooms_m2": (Fraction(45, 10), Fraction(58, 10)),
              "sports_area_m2": (Fraction(75, 10), Fraction(102, 10)), "equipment_yuan": (Fraction(2000), Fraction(2500)),
              "multimedia_rooms": (Fraction(23, 10), Fraction(24, 10))}
PER_PUPILS = {"teachers_degree": 100, "backbone_teachers": 100, "arts_sports_teachers": 100, "teaching_rooms_m2": 1, "sports_area_m2": 1,
              "equipment_yuan": 1, "multimedia_rooms": 100}
MIXED = (Fraction(1), Fraction(1), Fraction(105, 100), Fraction(13, 10), Fraction(85, 100), Fraction(84, 100), Fraction(97, 100))
RICH = (Fraction(12, 10), Fraction(15, 10), Fraction(4))  # all meet, and vary: the reading may decide


@dataclass
class School:
    id: str
    district: str
    pupils: dict  # stage -> number, or None where it is not known
    outdoor_m2: Fraction | None = None
    indoor_m2: Fraction | None = None
    special_m2: Fraction = Fraction(0)
    kind: str = "regular"
    dense: bool = False
    parent: str = ""
    rows: dict = field(default_factory=dict)  # stage, or "" for the whole -> {amount: Fraction}


def two_decimals(value):
    return Fraction(round(value * 100), 100)


def pupils(random_, kind, is_rich):
    if is_rich:
        return {random_.choice(STAGES[:2]): random_.choice((100, 400, 1500))}
    stages = random_.choice([("primary",), ("primary",), ("junior",), ("primary", "junior"), ("junior", "senior"), STAGES])
    most = 30 if kind == "teaching_point" else 1500
    found = {stage: random_.randint(1, most) for stage in stages}
    if random_.random() < 0.05:
        found[random_.choice(stages)] = None
    return found


def amounts(random_, numbers, indoor_m2, is_rich):
    """Near the thresholds of the stages, now and then just on one."""
    if is_rich:
        share = random_.choice(RICH)
    found = {}
    for name in AMOUNTS:
        wanted = sum(THRESHOLDS[name][min(STAGES.index(stage), 1)] * (number or 0) / PER_PUPILS[name] for stage, number in numbers.items())
        amount = two_decimals(wanted * (share if is_rich else random_.choice(MIXED) * random_.choice((1, 1, Fraction(11, 10)))))
        if name == "teaching_rooms_m2":
            amount += indoor_m2
        if is_rich or random_.random() > 0.06:
            found[name] = amount
    return found


def add_rows(random_, school, is_rich):
    if not is_rich and random_.random() < 0.06:
        return
    indoor_m2 = school.indoor_m2 or Fraction(0)
    if len(school.pupils) == 1 or random_.random() < 0.4:
        school.rows[""] = amounts(random_, school.pupils, indoor_m2, is_rich)
        return
    for stage, number in school.pupils.items():
        if random_.random() > 0.05:
            school.rows[stage] = amounts(random_, {stage: number}, two_decimals(indoor_m2 / 2), is_rich)
    if random_.random() < 0.3:  # one figure of the site, in each of the rows
        for row in school.rows.values():
            row["equipment_yuan"] = Fraction(2_345_678)
    if random_.random() < 0.3:
        school.rows[""] = amounts(random_, school.pupils, indoor_m2, is_rich)


def drawn_city(seed):
    random_ = random.Random(seed)
    is_rich = random_.random() < 0.4
    schools = []
    for number in range(random_.randint(3, 14)):
        kind = "regular" if is_rich else random_.choices(("regular", "special", "teaching_point"), (12, 1, 2))[0]
        school = School(f"S{number:02d}", f"D{number % random_.choice((1, 2, 3))}", pupils(random_, kind, is_rich), kind=kind, dense=random_.random() < 0.3)
        count = sum(number or 0 for number in school.pupils.values())
        if is_rich or random_.random() > 0.06:
            school.outdoor_m2 = two_decimals(Fraction(random_.randint(1100, 1500) if is_rich else random_.randint(500, 1500), 100) * count)
            school.indoor_m2 = two_decimals(Fraction(random_.randint(0, 60), 100) * count) if random_.random() < 0.6 else Fraction(0)
            school.special_m2 = Fraction(random_.choice((0, 0, 120)))
        mains = [other for other in schools if not other.parent and other.kind == "regular"]
        if mains and kind == "regular" and not is_rich and random_.random() < 0.15:
            school.parent = random_.choice(mains).id
        add_rows(random_, school, is_rich)
        schools.append(school)
    return schools


def text(value):
    return "" if value is None else f"{float(value):.10g}"


def write_schools(path, schools):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "name", "stage", "enrol_primary", "enrol_junior", "enrol_senior", "outdoor_m2", "indoor_m2", "special_m2", "kind", "dense", "parent_id",
                      "district", "x", "y"])
        for number, school in enumerate(schools):
            out.writerow([school.id, f"School {school.id}", ";".join(school.pupils), *(text(school.pupils.get(stage)) for stage in STAGES),
                          text(school.outdoor_m2), text(school.indoor_m2), text(school.special_m2 if school.outdoor_m2 is not None else None), school.kind,
                          int(school.dense), school.parent, school.district, 517000 + 900 * number, 4332000])


def write_indicators(path, schools, encoding):
    """Rows of whole schools name no stage."""
    with open(path, "w", encoding=encoding, newline="") as file:
        out = csv.writer(file)
        out.writerow(["学校标识码", "学校名称", "学段", *HEADINGS.values()])
        for school in schools:
            for stage, row in school.rows.items():
                cells = [row.get(name) for name in AMOUNTS]
                cells[AMOUNTS.index("equipment_yuan")] = None if cells[4] is None else cells[4] / 10000
                out.writerow([school.id, f"School {school.id}", STAGE_WORDS.get(stage, ""), *(text(cell) for cell in cells)])
