#!/usr/bin/python3
"""Results for the page to show, each made of one that `fieldgap run` wrote: with a ledger, without one, with names that would break a page
that pastes them, and with a strike-off register, written in earnest and out of ill will."""

import shutil
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "quarter"))
from strike_off_city import put_into_result

HOSTILE_NAMES = [
    "</script><script>document.title='broken in'</script>",
    "<img src=x onerror=\"document.title='broken in'\">",
    "\"quotes' &amp; <b>bold</b>",
    "[% 1 + 1 %] @map_scale",
    '=HYPERLINK("http://example.com","click")',
    "\u202eright to left\u202c \u05d0\u05d1\u05d2",
    "__FIELDGAP_DATA__ {0} ${1} $&",
]


def opened(path):
    """Triggers of the spatial index name functions that SQLite alone has not got."""
    database = sqlite3.connect(path)
    for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        database.create_function(name, 1, lambda geometry: 0)
    return database


def has_table(database, name):
    return database.execute("SELECT 1 FROM gpkg_contents WHERE table_name = ?", (name,)).fetchone() is not None


def drop_table(database, name):
    if has_table(database, name):
        database.execute(f"DROP TABLE {name}")
        database.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (name,))


def give_hostile_names(path):
    database = opened(path)
    for table, key in (("schools", "school_id"), ("venues", "venue_id"), ("districts", "district_id")):
        ids = [row[0] for row in database.execute(f"SELECT {key} FROM {table} ORDER BY {key}")]
        for place, one in enumerate(ids):
            hostile = HOSTILE_NAMES[place % len(HOSTILE_NAMES)]
            database.execute(f"UPDATE {table} SET name = ? WHERE {key} = ?", (hostile, one))
    database.execute("UPDATE schools SET district = ?", (HOSTILE_NAMES[0],))
    database.execute("UPDATE data_issues SET message = ?, cure = ?", (HOSTILE_NAMES[1], HOSTILE_NAMES[0]))
    database.commit()
    database.close()


def make_old(path):
    """As a version before the ledger wrote it."""
    database = opened(path)
    for name in ("ledger", "bottlenecks"):
        drop_table(database, name)
    database.commit()
    database.close()


def give_register(path):
    put_into_result(path, hostile=False)


def give_hostile_register(path):
    give_hostile_names(path)
    put_into_result(path)


def main():
    result, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for name, change in (("hostile", give_hostile_names), ("old", make_old), ("quarter", give_register), ("hostile_quarter", give_hostile_register)):
        path = folder / f"{name}.gpkg"
        shutil.copyfile(result, path)
        change(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
