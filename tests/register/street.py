"""A street with four schools and two venues over the quarters, and the register that its runs keep: every number can be computed on paper.

  x (m):  0    400    800    1200   1600   2000
          A-----V------B------W------C------D
A: 500 primary pupils need 3750 m2 and have 2750; B: 1000, 7500 and 3500; C: 400, 3000 and 2700; D: 100, 750 and 500. V has 1500 m2, W 1200.
"""
import sqlite3
import subprocess
from pathlib import Path

EAST, NORTH = 517000, 4332000
TIMEOUT_S = 120
CONFIG = """[city]
name = "Street"
[inputs.schools]
path = "schools.csv"
crs = "EPSG:4548"
[inputs.venues]
path = "venues.csv"
crs = "EPSG:4548"
columns = { x = "x", y = "y" }
[inputs.districts]
path = "districts.csv"
crs = "EPSG:4548"
columns = { wkt = "ground" }
[inputs.network]
path = "streets.csv"
crs = "EPSG:4548"
columns = { wkt = "line" }
[inputs.leases]
path = "leases.csv"
[channels]
rent = { cost_per_m2 = 60 }
[register]
path = "register.gpkg"
as_of = 2020-12-31
"""
OURS = {"school_id", "stage", "opened", "baseline_gap_m2", "current_gap_m2", "state", "closed", "evidence", "history"}


class Street:
    def __init__(self, fieldgap, folder):
        self.fieldgap = fieldgap
        self.folder = Path(folder)
        self.register = self.at("register.gpkg")
        self.schools = {"A": [500, 2750, 0, "", 0], "B": [1000, 3500, 0, "", 800], "C": [400, 2700, 0, "", 1600], "D": [100, 500, 0, "", 2000]}
        self.leases = ["HT-9,B,W,10,2019-12-31"]
        self.write("city.toml", CONFIG)
        self.write("venues.csv", f"id,name,area_m2,x,y\nV,Hall,1500,{EAST + 400},{NORTH}\nW,Pitch,1200,{EAST + 1200},{NORTH}\n")
        self.write("streets.csv", f'highway,line\nresidential,"LINESTRING ({", ".join(f"{EAST + x} {NORTH}" for x in range(0, 2001, 400))})"\n')
        self.write("districts.csv", "id,name,ground\n" + self.district("1", "West", -500, 1000) + self.district("2", "East", 1000, 2500))

    @staticmethod
    def district(number, name, west, east):
        corners = [(west, -500), (east, -500), (east, 500), (west, 500), (west, -500)]
        return f'{number},{name},"POLYGON (({", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners)}))"\n'

    def at(self, name):
        return self.folder / name

    def write(self, name, text):
        self.at(name).write_text(text, encoding="utf-8")

    def lay_out(self):
        rows = [f"{key},{key} School,primary,{pupils},{outdoor},{indoor},{parent},{EAST + x},{NORTH}"
                for key, (pupils, outdoor, indoor, parent, x) in self.schools.items()]
        self.write("schools.csv", "id,name,stage,enrol_primary,outdoor_m2,indoor_m2,parent_id,x,y\n" + "\n".join(rows) + "\n")
        self.write("leases.csv", "number,school_id,venue_id,m2,until\n" + "\n".join(self.leases) + "\n")

    def command(self, day, *more, command="run", output="out.gpkg"):
        return [str(part) for part in (self.fieldgap, command, self.at("city.toml"), "-o", self.at(output), "--overwrite", "-q", "--threads", "1", "--set",
                                       f"register.as_of={day}", *more)]

    def run(self, day, *more, **how):
        self.lay_out()
        return subprocess.run(self.command(day, *more, **how), capture_output=True, text=True, timeout=TIMEOUT_S, check=False)

    def must_run(self, day, *more):
        done = self.run(day, *more)
        assert done.returncode in (0, 1), f"{day}: exit {done.returncode}: {done.stderr}"
        return done

    def edit(self, sql, *values):
        """As a district does by QGIS, which SQLite lets in between two of ours."""
        with opened(self.register) as file:
            file.execute(sql, values)

    def issues(self, path=None):
        return {row["issue_id"]: row for row in rows(path or self.register, "SELECT * FROM register")}

    def states(self):
        return {key.partition(":")[0]: row["state"] for key, row in self.issues().items()}

    def codes(self, output="out.gpkg"):
        return [row["code"] for row in rows(self.at(output), "SELECT code FROM data_issues WHERE layer = 'register'")]


class opened:
    """A connection that ends for sure."""

    def __init__(self, path):
        self.file = sqlite3.connect(path, isolation_level=None, timeout=30)
        self.file.row_factory = sqlite3.Row

    def __enter__(self):
        return self.file

    def __exit__(self, *_):
        self.file.close()


def rows(path, sql, *values):
    with opened(path) as file:
        return [dict(row) for row in file.execute(sql, values)]


def dump(path):
    """All that a register holds."""
    tables = ("register", "register_history", "register_runs", "register_amounts")
    return {table: [tuple(row.values()) for row in rows(path, f"SELECT * FROM {table} ORDER BY fid")] for table in tables}


def is_sound(path):
    return [row["integrity_check"] for row in rows(path, "PRAGMA integrity_check")] == ["ok"]
