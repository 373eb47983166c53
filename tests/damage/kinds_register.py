"""Registers as districts leave them: whatever stands in one, no figure of the city moves, nothing of it is changed unasked, and each doubt is told."""
import sqlite3

from kinds import EXACT, kind

GROUP = "Strike-off register"
COLUMNS = {"register": "issue_id TEXT, school_id TEXT, stage TEXT, opened TEXT, baseline_gap_m2 REAL, promised_share_m2 REAL, promised_rent_m2 REAL, "
                       "promised_basement_m2 REAL, promised_expand_m2 REAL, unit TEXT, due TEXT, note TEXT, current_gap_m2 REAL, state TEXT, closed TEXT, "
                       "evidence TEXT, history TEXT",
           "register_history": "issue_id TEXT, as_of TEXT, state_before TEXT, state TEXT, required_m2 REAL, pupils INTEGER, own_m2 REAL, special_m2 REAL, "
                               "leased_m2 REAL, gap_m2 REAL, promised_share_m2 REAL, promised_rent_m2 REAL, promised_basement_m2 REAL, "
                               "promised_expand_m2 REAL, unit TEXT, due TEXT, note TEXT, evidence TEXT",
           "register_runs": "as_of TEXT, district TEXT, stage TEXT, schools_meets INTEGER, schools_near INTEGER, schools_short INTEGER, "
                            "schools_unknown INTEGER, pupils_short INTEGER, gap_m2 REAL, issues INTEGER, open INTEGER, in_work INTEGER, claimed INTEGER, "
                            "closed INTEGER, overdue INTEGER, reopened INTEGER, opened_now INTEGER, closed_now INTEGER, reopened_now INTEGER",
           "register_amounts": "as_of TEXT, key TEXT, value REAL, text TEXT, unit TEXT"}


def register(city, *statements, ident=None):
    """A register of one issue of the first school (or of another id), opened in 2020, and what a district did to it."""
    ident = ident or city.layer("schools").rows[0]["id"]
    file = sqlite3.connect(city.at("register.gpkg"))
    file.execute("CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT, "
                 "last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER)")
    for table, columns in COLUMNS.items():
        file.execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns})")
        file.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES (?, 'attributes', ?, '2020-12-31T00:00:00.000Z')",
                     (table, table))
    file.execute("INSERT INTO register (issue_id, school_id, stage, opened, baseline_gap_m2, state) VALUES (?, ?, 'primary', '2020-12-31', 10, 'open')",
                 (f"{ident}:primary", ident))
    file.execute("INSERT INTO register_history (issue_id, as_of, state_before, state, gap_m2) VALUES (?, '2020-12-31', '', 'open', 10)", (f"{ident}:primary",))
    for statement in statements:
        file.execute(statement)
    file.commit()
    file.close()
    city.register = "register.gpkg"


@kind(GROUP, "A column of the register was deleted", EXACT, ["register_column_missing"])
def _(city):
    register(city, "ALTER TABLE register DROP COLUMN closed")


@kind(GROUP, "The history of the register was deleted", EXACT, ["register_table_missing"])
def _(city):
    register(city, "DROP TABLE register_history")


@kind(GROUP, "A row of an id that no run has opened", EXACT, ["register_issue_unknown"])
def _(city):
    register(city, "INSERT INTO register (issue_id, note) VALUES ('the gym', 'please look')")


@kind(GROUP, "An issue twice in the register", EXACT, ["register_issue_twice"])
def _(city):
    register(city, "INSERT INTO register (issue_id, state) SELECT issue_id, state FROM register")


@kind(GROUP, "An issue of a school that is not there any more", EXACT, ["register_school_gone"])
def _(city):
    register(city, ident="no such school")


@kind(GROUP, "Words in place of promised square metres", EXACT, ["register_promise_not_read"])
def _(city):
    register(city, "UPDATE register SET promised_rent_m2 = 'about 500', promised_expand_m2 = -3, promised_share_m2 = 9e999")


@kind(GROUP, "A quarter in words", EXACT, ["register_due_not_read"])
def _(city):
    register(city, "UPDATE register SET due = '2021年第四季度'")


@kind(GROUP, "Line breaks and a formula in a note", EXACT, ["register_text_odd"])
def _(city):
    register(city, "UPDATE register SET note = '=HYPERLINK(\"http://x\")' || char(13) || char(10) || 'second line'")


@kind(GROUP, "Bytes that are no text in a note", EXACT, [])
def _(city):
    register(city, "UPDATE register SET note = x'fffe00c328', unit = x'80'")


@kind(GROUP, "A column that a district added", EXACT, [])
def _(city):
    register(city, 'ALTER TABLE register ADD COLUMN "负责人; DROP TABLE" TEXT', 'UPDATE register SET "负责人; DROP TABLE" = "x"')


@kind(GROUP, "A register that is a text", EXACT, [], refused="cannot be read")
def _(city):
    city.at("register.gpkg").write_text("no database, but as long as the head of one would have to be\n" * 20, encoding="utf-8")
    city.register = "register.gpkg"


@kind(GROUP, "A register that is a layer of schools", EXACT, [], refused="has no table register")
def _(city):
    city.write("schools", "others.gpkg")
    city.register = "others.gpkg"
    city.inputs["schools"] = {"path": str(city.clean / "schools.gpkg")}
