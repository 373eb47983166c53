#!/usr/bin/python3
"""What `fieldgap init` says of tables as people make them: several files of one role, lists without places, columns that are not what
their heading says. Each case is a folder of small files, the language, what the config must hold, and how many questions are left in it;
where there is none, `check` must take the config.

usage: check_tables.py FIELDGAP
"""
import subprocess
import sys
import tempfile
from pathlib import Path

POLYGON = '"POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))"'


def square(x, y, side):
    return POLYGON.format(x, y, x + side, y + side)


def schools(names, first=0):
    return "name,lng,lat,在校生数\n" + "".join(f"{name},{121.44 + 0.001 * (first + n):.4f},31.2172,{900 + n}\n"
                                             for n, name in enumerate(names))


CASES = {
    "one role in several files": (
        {"小学.csv": schools(["东湖第一小学", "东湖第二小学"]), "中学.csv": schools(["东湖初级中学", "东湖第二初级中学"], 2)},
        "en", ['path = ["data/中学.csv", "data/小学.csv"]', "2 files of the same columns with 4 rows"], 0),
    "a table of the seven indicators beside the pupils": (
        {"schools.csv": schools(["东湖第一小学", "东湖第二小学"]), "在校生.csv": "学校名称,在校生数\n东湖第一小学,900\n东湖第二小学,901\n",
         "优质均衡.csv": "学校名称,学段,高于规定学历教师数,教学仪器设备资产值（万元）,网络多媒体教室数\n东湖第一小学,小学,40,200,22\n东湖第二小学,小学,41,210,21\n"},
        "en", ["[inputs.indicators]", 'path = "data/优质均衡.csv"', "[inputs.enrolment]", 'path = "data/在校生.csv"'], 0),
    "pupils and indicators in one table are the enrolment": (
        {"schools.csv": schools(["东湖第一小学", "东湖第二小学"]),
         "指标.csv": "学校名称,在校生数,骨干教师数\n东湖第一小学,900,9\n东湖第二小学,901,10\n"},
        "en", ["[inputs.enrolment]", 'path = "data/指标.csv"'], 0),
    "two editions of one list are no parts": (
        {"schools_2022.csv": schools(["东湖第一小学", "东湖第二小学"]), "schools_2023.csv": schools(["东湖第一小学", "东湖第二小学"])},
        "en", ['path = "?"', "fieldgap init THIS_FILE --overwrite"], 1),
    "two cities are no parts": (
        {"schools_a.csv": schools(["东湖第一小学", "东湖第二小学"]), "schools_b.csv": schools(["西山第一小学", "西山第二小学"], 3000)},
        "en", ['path = "?"'], 1),
    "a list of schools that nobody geocoded": (
        {"学校名单.csv": "school_name,school_code,school_type,lng,lat,student_count\n东湖第一小学,2133000001,小学,,,0\n"
                       "东湖第二小学,2133000002,小学,,,0\n东湖中学,3133000003,初中,,,0\n"},
        "zh", ["学校名单.csv”列出 3 所学校，但 lng, lat 列全空", '"student_count"：全部 3 行均为 0'], 1),
    "a column for each year": (
        {"schools.csv": "id,name,stage,lon,lat,enrolment_2021,enrolment_2023,enrolment_2022\n"
                        "1,Hill School,primary,121.44,31.21,500,520,510\n2,Dale School,primary,121.45,31.21,400,420,410\n"},
        "en", ['enrol_total = "enrolment_2023"', "2023, the latest of several years"], 0),
    "a class code beside the ids": (
        {"schools.csv": "osm_id,code,fclass,name,lon,lat\n11,2082,school,Hill School,121.44,31.21\n12,2082,school,,121.45,31.21\n"},
        "en", ['id = "osm_id"'], 0),
    "areas in hectares": (
        {"schools.csv": schools(["东湖第一小学", "东湖第二小学"]),
         "venues.csv": "id,name,area,wkt\nv1,Hall,1.0," + square(121.44, 31.21, 0.001) + "\nv2,Pitch,4.2," +
                       square(121.45, 31.21, 0.002) + "\n"},
        "en", ['columns = { area_m2 = "area (ha)" }', 'in hectares, as 2 of its outlines say: "area"'], 0),
    "areas in square metres of a Mercator plane": (
        {"schools.csv": schools(["东湖第一小学", "东湖第二小学"]),
         "venues.csv": "id,name,area,wkt\nv1,Hall,14440," + square(121.44, 31.21, 0.001) + "\nv2,Pitch,57740," + square(121.45, 31.21, 0.002) + "\n"},
        "en", ['"area" is in the square metres of a Mercator plane, as 2 of its outlines say: \'run\' takes the drawn grounds'], 0),
    "areas of venue points in mu": (
        {"schools.csv": schools(["东湖第一小学", "东湖第二小学"]),
         "venues.csv": "id,name,area,lng,lat\nv1,Hall,1.5,121.4405,31.2173\nv2,Pitch,12,121.4415,31.2173\nv3,Court,3,121.4425,31.2173\n"},
        "zh", ['area_m2 = "?"', "中位数为 3，没有这么小的场地", '"area (亩)"（中位数合 2000 平方米）'], 1),
    "areas of schools in mu, two columns with one question": (
        {"schools.csv": "name,lng,lat,在校生数,运动场地面积,可扩建面积\n东湖第一小学,121.44,31.2172,900,9.5,2\n"
                        "东湖第二小学,121.441,31.2172,901,8.5,1\n"},
        "zh", ['outdoor_m2 = "?"', '"运动场地面积 (亩)"', '"可扩建面积" 的单位很可能与此相同'], 1),
    "estates as points of a property portal": (
        {"小区.csv": "小区名称,总户数,lng,lat\n湖东小区,600,121.4402,31.2172\n湖西小区,800,121.4412,31.2172\n",
         "学校.csv": schools(["东湖第一小学", "东湖第二小学"]),
         "roads.csv": "highway,wkt\nresidential,\"LINESTRING(121.43 31.2172,121.46 31.2172)\"\n"},
        "en", ["[inputs.residential]", 'households = "总户数"', 'name = "小区名称"'], 0),
}


def called(*arguments):
    return subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True, check=False)


def complaints(fieldgap, case, folder):
    files, language, wanted, questions = case
    data = Path(folder) / "data"
    data.mkdir()
    for name, text in files.items():
        (data / name).write_text(text, encoding="utf-8")
    config = Path(folder) / "city.toml"
    speak = ["--lang", language] if language != "en" else []
    done = called(fieldgap, "init", data, "-o", config, *speak)
    if done.returncode != 0:
        return [f"init: exit {done.returncode}: {done.stderr}"]
    text = config.read_text(encoding="utf-8")
    joined = text.replace("\n#   ", " ")
    found = [f"not there: {piece}\n{text}" for piece in wanted if piece not in joined]
    if questions is not None and text.count('"?"') - 1 != questions: # one stands in the explanation above
        found.append(f"{text.count(chr(34) + '?' + chr(34)) - 1} questions, not {questions}\n{text}")
    if questions == 0:
        done = called(fieldgap, "check", config, "-q")
        found += [f"check: exit {done.returncode}: {done.stderr}"] if done.returncode > 1 else []
        again = called(fieldgap, "init", config, "--overwrite", *speak)
        found += [f"init again: exit {again.returncode}, other bytes"] if config.read_text(encoding="utf-8") != text else []
    return found


def main():
    found = []
    for name, case in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            found += [f"{name}: {complaint}" for complaint in complaints(sys.argv[1], case, folder)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
