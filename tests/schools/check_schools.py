#!/usr/bin/python3
"""Registers and points of interest as they are handed over: who is a school, of which stage, open or closed; and the grounds that
OpenStreetMap draws for several schools together.

usage: check_schools.py FIELDGAP
"""
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

TIMEOUT_S = 120
X, Y = 121.44, 31.21


class Folder:
    def __init__(self, fieldgap, path):
        self.fieldgap, self.path = fieldgap, Path(path)
        (self.path / "in").mkdir()

    def table(self, name, *rows):
        (self.path / "in" / name).write_text("\n".join(rows) + "\n", encoding="utf-8")

    def call(self, *arguments):
        done = subprocess.run([self.fieldgap, *map(str, arguments)], capture_output=True, text=True, cwd=self.path, timeout=TIMEOUT_S, check=False)
        assert done.returncode in (0, 1), f"{arguments}: exit {done.returncode}: {done.stderr}"
        return done.stdout

    def init_and_run(self, *options):
        self.call("init", "in", "-o", "c.toml", "--overwrite", "-q")
        return self.run("c.toml", *options)

    def run(self, config, *options):
        self.call("run", config, "-o", "out.gpkg", "--overwrite", "-q", *options)
        return self

    def rows(self, query):
        db = sqlite3.connect(f"file:{self.path / 'out.gpkg'}?mode=ro", uri=True)
        try:
            return db.execute(query).fetchall()
        finally:
            db.close()

    def schools(self, columns="name, status"):
        return self.rows(f"SELECT {columns} FROM schools ORDER BY school_id")

    def issues(self, code):
        return [message for (message,) in self.rows(f"SELECT message FROM data_issues WHERE code = '{code}'")]


def points_of_a_map_service(folder):
    rows = [("西岸第一小学", "科教文化服务;学校;小学"), ("西岸中学", "科教文化服务;学校;中学"), ("西岸中学北门", "科教文化服务;学校;中学"),
            ("西岸中学-图书馆", "科教文化服务;学校;中学"), ("西岸工程学院(东校区)", "科教文化服务;学校;高等院校"), ("花朵托儿所", "科教文化服务;学校;幼儿园"),
            ("同江大学西岸实验学校", "科教文化服务;学校;中学"), ("西岸第一小学", "科教文化服务;学校;小学")]
    places = [(X + 0.001 * n, Y) for n in range(len(rows) - 1)] + [(X, Y)]
    folder.table("学校.csv", "name,type,lng,lat,adname", *[f"{n},{t},{x:.4f},{y:.4f},西岸区" for (n, t), (x, y) in zip(rows, places)])
    folder.table("在校生数.csv", "学校名称,小学在校生数,初中在校生数", "西岸第一小学,1200,", "西岸中学,,900", "同江大学西岸实验学校,800,700")
    folder.init_and_run()
    assert 'stage = "type"' in (folder.path / "c.toml").read_text(encoding="utf-8")
    assert sorted(folder.schools("name, enrol_total")) == sorted([("西岸第一小学", 1200), ("西岸中学", 900), ("同江大学西岸实验学校", 1500)]), folder.schools("name, enrol_total")
    assert len(folder.issues("not_a_school")) == 4 and len(folder.issues("school_row_twice")) == 1
    assert not folder.issues("words_not_known") and not folder.issues("enrolment_unmatched")


def stages_by_type_and_name(folder):
    folder.table("学校.csv", "学校名称,类型,经度,纬度,在校生数,运动场地面积", f"西岸第一小学,小学,{X},{Y},1000,5000", f"西岸初级中学,中学,{X + .001},{Y},900,9300",
                 f"西岸高级中学,中学,{X + .002},{Y},1500,9000", f"西岸中学,中学,{X + .003},{Y},1800,12000", f"西岸九年一贯制学校,,{X + .004},{Y},700,12000")
    folder.init_and_run("--lang", "zh")
    found = {name: (status, required) for name, status, required in folder.schools("name, status, required_m2")}
    assert found == {"西岸第一小学": ("short", 7500), "西岸初级中学": ("meets", 9180), "西岸高级中学": ("none", None), "西岸中学": ("unknown", None),
                     "西岸九年一贯制学校": ("unknown", None)}, found
    assert sorted(message.split("；")[0] for message in folder.issues("pupils_total_only")) == ["只有合计 1800 人，缺少分学段人数", "只有合计 700 人，缺少分学段人数"]


def closed_schools_of_registers(folder):
    words = {"zh": ("正常", "停办", "已撤并"), "en": ("Open", "Closed", "Closed"), "de": ("geöffnet", "geschlossen", "aufgehoben"), "fr": ("OUVERT", "FERME", "fermé"),
             "pt": ("Em Atividade", "Extinta", "Paralisada"), "ja": ("開校", "休校", "廃校")}
    for language, (is_open, closed, gone) in words.items():
        folder.table("schools.csv", "id,name,stage,enrol_primary,outdoor_m2,phase,x,y", f"1,A,primary,600,3000,{is_open},{X},{Y}",
                     f"2,B,primary,300,,{closed},{X + .001},{Y}", f"3,C,primary,300,,{gone},{X + .002},{Y}")
        (folder.path / "c.toml").write_text('[city]\nname = "c"\n[inputs.schools]\npath = "in/schools.csv"\ncrs = "EPSG:4326"\n', encoding="utf-8")
        folder.run("c.toml")
        assert folder.schools("school_id, gap_m2") == [("1", 1500)], (language, folder.schools("school_id, gap_m2"))
        assert len(folder.issues("school_closed")) == 2 and not folder.issues("words_not_known")
    report = json.loads(folder.call("check", "c.toml", "--json", "--overwrite"))
    counts = next(one for one in report["inputs"] if one["input"] == "schools")
    assert (counts["rows"], counts["used"], counts["left_out"]) == (3, 1, 2), counts


def osm(ways, nodes, relations=""):
    """`ways`: tags and a box in metres; `nodes`: tags and a place."""
    numbers, lines, text = iter(range(100, 999)), [], []

    def node(east, north, tags=""):
        number = next(numbers)
        lines.append(f'<node id="{number}" version="1" lat="{Y + north / 111000:.8f}" lon="{X + east / 95300:.8f}">{tags}</node>')
        return number

    def tagged(tags):
        return "".join(f'<tag k="{k}" v="{v}"/>' for k, v in tags.items())

    for tags, (east, north) in nodes:
        node(east, north, tagged(tags))
    for number, (tags, (east, north, width, height)) in enumerate(ways, start=1):
        corners = [node(east + dx, north + dy) for dx, dy in ((0, 0), (width, 0), (width, height), (0, height))]
        text.append(f'<way id="{number}" version="1">' + "".join(f'<nd ref="{c}"/>' for c in [*corners, corners[0]]) + tagged(tags) + "</way>")
    return '<?xml version="1.0"?><osm version="0.6">' + "".join(lines) + "".join(text) + relations + "</osm>"


def schools_on_one_ground(folder):
    pitch = {"leisure": "pitch", "sport": "soccer"}
    school = {"amenity": "school", "isced:level": "1"}
    site = ('<relation id="1" version="1"><member type="way" ref="5" role=""/><member type="way" ref="6" role=""/><tag k="type" v="site"/>'
            '<tag k="amenity" v="school"/><tag k="name" v="Gamma Primary"/><tag k="isced:level" v="1"/></relation>')
    text = osm([({"landuse": "education"}, (0, 0, 200, 100)), (pitch, (10, 10, 60, 50)), (pitch, (80, 10, 50, 40)),
                ({"landuse": "education"}, (2000, 0, 90, 90)), ({**school, "name": "Gamma Primary"}, (500, 0, 100, 100)),
                ({"amenity": "school"}, (700, 0, 100, 100)), (pitch, (710, 10, 60, 50))],
               [({**school, "name": "Alpha Primary"}, (40, 90)), ({**school, "name": "Beta Primary"}, (150, 90))], site)
    (folder.path / "in" / "city.osm").write_text(text, encoding="utf-8")
    folder.table("pupils.csv", "name,stage,enrol", "Alpha Primary,primary,600", "Beta Primary,primary,200", "Gamma Primary,primary,500")
    inputs = "".join(f'[inputs.{role}]\npath = "in/city.osm"\n' for role in ("schools", "campuses", "venues"))
    (folder.path / "c.toml").write_text('[city]\nname = "c"\n' + inputs + '[inputs.fields]\npath = "in/city.osm"\ncomplete = true\n[inputs.enrolment]\npath = "in/pupils.csv"\n',
                                        encoding="utf-8")
    folder.run("c.toml")
    own = {name: round(own or 0, -1) for name, own in folder.schools("name, own_m2")}
    assert own.keys() == {"Alpha Primary", "Beta Primary", "Gamma Primary"}, own
    assert abs(own["Alpha Primary"] - 3 * own["Beta Primary"]) <= 30 and 4900 < own["Alpha Primary"] + own["Beta Primary"] < 5100, own
    assert 2900 < own["Gamma Primary"] < 3100, own
    assert not folder.rows("SELECT venue_id FROM venues")
    assert len(folder.issues("osm_education_unused")) == 1 and len(folder.issues("osm_member_is_school")) == 2


def main():
    for kind in (points_of_a_map_service, stages_by_type_and_name, closed_schools_of_registers, schools_on_one_ground):
        with tempfile.TemporaryDirectory() as path:
            kind(Folder(str(Path(sys.argv[1]).resolve()), path))
        print("ok", kind.__name__)
    return 0


if __name__ == "__main__":
    sys.exit(main())
