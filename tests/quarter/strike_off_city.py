"""A strike-off register for a result of `fieldgap run`: three quarters of a story, drawn from the gaps of its stages. The tables stand in the
result, as copies, or in a file of their own, as a district has them."""

import sqlite3

DAYS = ("2020-12-31", "2021-03-31", "2021-06-30")
STATES = ("open", "closed", "in_work", "overdue", "claimed", "reopened")
CHANNELS = ("share", "rent", "basement", "expand")
PLAN = {"share": 1200.0, "rent": 5000.0, "basement": 800.0, "expand": 9000.0, "unnamed": 4000.0, "shortfall_m2": 20000.0}

HOSTILE = [
    "</script><script>document.title='broken in'</script>",
    '=HYPERLINK("http://example.com","click")',
    "<img src=x onerror=\"document.title='broken in'\">",
    "@SUM(A1)", "+1", "-2+3", "[% 1 + 1 %]",
]

PROMISED = [(f"promised_{channel}_m2", "REAL") for channel in CHANNELS]
TABLES = {
    "register": [("issue_id", "TEXT"), ("school_id", "TEXT"), ("stage", "TEXT"), ("opened", "TEXT"), ("baseline_gap_m2", "REAL"), *PROMISED,
                 ("unit", "TEXT"), ("due", "TEXT"), ("note", "TEXT"), ("current_gap_m2", "REAL"), ("state", "TEXT"), ("closed", "TEXT"),
                 ("evidence", "TEXT"), ("history", "TEXT")],
    "register_history": [("issue_id", "TEXT"), ("as_of", "TEXT"), ("state_before", "TEXT"), ("state", "TEXT"), ("required_m2", "REAL"),
                         ("pupils", "INTEGER"), ("own_m2", "REAL"), ("special_m2", "REAL"), ("leased_m2", "REAL"), ("gap_m2", "REAL"), *PROMISED,
                         ("unit", "TEXT"), ("due", "TEXT"), ("note", "TEXT"), ("evidence", "TEXT")],
    "register_runs": [("as_of", "TEXT"), ("district", "TEXT"), ("stage", "TEXT"), ("schools_meets", "INTEGER"), ("schools_near", "INTEGER"),
                      ("schools_short", "INTEGER"), ("schools_unknown", "INTEGER"), ("pupils_short", "INTEGER"), ("gap_m2", "REAL"),
                      ("issues", "INTEGER"), ("open", "INTEGER"), ("in_work", "INTEGER"), ("claimed", "INTEGER"), ("closed", "INTEGER"),
                      ("overdue", "INTEGER"), ("reopened", "INTEGER"), ("opened_now", "INTEGER"), ("closed_now", "INTEGER"),
                      ("reopened_now", "INTEGER")],
    "register_amounts": [("as_of", "TEXT"), ("key", "TEXT"), ("value", "REAL"), ("text", "TEXT"), ("unit", "TEXT")],
    "variation": [("district", "TEXT"), ("stage", "TEXT"), ("indicator", "TEXT"), ("schools", "INTEGER"), ("mean_weighted", "REAL"),
                  ("cv_weighted", "REAL"), ("mean_plain", "REAL"), ("cv_plain", "REAL"), ("cv_weighted_rounded", "REAL"),
                  ("cv_plain_rounded", "REAL"), ("limit", "REAL"), ("passes_weighted", "BOOLEAN"), ("passes_plain", "BOOLEAN"),
                  ("passes_weighted_rounded", "BOOLEAN"), ("passes_plain_rounded", "BOOLEAN")],
    "surfaces": [("district", "TEXT"), ("rural", "BOOLEAN"), ("surface", "TEXT"), ("hard", "BOOLEAN"), ("grounds", "INTEGER"), ("area_m2", "REAL")],
    "programme": [("name", "TEXT"), ("unit", "TEXT"), ("year", "INTEGER"), ("target", "REAL"), ("done", "REAL"), ("pace", "REAL"),
                  ("forecast_year", "INTEGER"), ("total", "REAL")],
}
OF_REGISTER = ("register", "register_history", "register_runs", "register_amounts")


def opened(path):
    """Triggers of the spatial index name functions that SQLite alone has not got."""
    database = sqlite3.connect(path)
    for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        database.create_function(name, 1, lambda geometry: 0)
    return database


def put_table(database, name, rows):
    columns = TABLES[name]
    database.execute(f"DROP TABLE IF EXISTS {name}")
    database.execute(f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
                     + ", ".join(f'"{column}" {kind}' for column, kind in columns) + ")")
    database.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (name,))
    database.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, 'attributes', ?, '', 0)",
                     (name, name))
    names = ", ".join(f'"{column}"' for column, _ in columns)
    places = ", ".join("?" for _ in columns)
    database.executemany(f"INSERT INTO {name} ({names}) VALUES ({places})", [tuple(row[column] for column, _ in columns) for row in rows])


def state_at(state, day):
    """The state that an issue which ends in `state` has on a day of the story."""
    course = {"closed": ("open", "in_work", "closed"), "reopened": ("open", "closed", "reopened"), "overdue": ("open", "open", "overdue"),
              "in_work": ("open", "in_work", "in_work"), "claimed": ("open", "in_work", "claimed"), "open": ("open", "open", "open")}
    return course[state][day]


def story(result):
    """The rows of all tables, from the gaps of a result's stages. Every second issue has what a person could have written of ill will."""
    gaps = result.execute("SELECT s.school_id, s.stage, s.pupils, s.area_m2, s.standard_m2, s.gap_stage_m2, c.district FROM stages s "
                          "JOIN schools c ON c.school_id = s.school_id WHERE s.gap_stage_m2 > 0 ORDER BY s.fid").fetchall()
    issues, history = [], []
    for place, (school, stage, pupils, area, standard, gap, _) in enumerate(gaps):
        state = STATES[place % len(STATES)]
        promised = {f"promised_{channel}_m2": 100.0 * (place + 1) if place % 4 == at else None for at, channel in enumerate(CHANNELS)}
        said = {"unit": HOSTILE[place % len(HOSTILE)] if place % 2 else "教育局", "due": "2021Q1" if state == "overdue" else "2022Q2",
                "note": HOSTILE[(place + 1) % len(HOSTILE)]}
        issue = {"issue_id": f"{school}:{stage}", "school_id": school, "stage": stage, "opened": DAYS[0], "baseline_gap_m2": gap, **promised, **said,
                 "current_gap_m2": 0.0 if state == "closed" else gap, "state": state, "closed": DAYS[2] if state == "closed" else None,
                 "evidence": f"own {area:.2f} m2" + (HOSTILE[0] if place == 1 else ""), "history": "; ".join(
                     f"{day} {state_at(state, at)}" for at, day in enumerate(DAYS))}
        issues.append(issue)
        for at, day in enumerate(DAYS):
            history.append({"issue_id": issue["issue_id"], "as_of": day, "state_before": state_at(state, at - 1) if at else None,
                            "state": state_at(state, at), "required_m2": pupils * standard, "pupils": pupils, "own_m2": area, "special_m2": 0.0,
                            "leased_m2": 0.0, "gap_m2": gap, **promised, **said, "evidence": issue["evidence"]})
    return {"register": issues, "register_history": history, "register_runs": runs_of(result, issues), "register_amounts": amounts(),
            "variation": variation(result), "surfaces": surfaces(), "programme": programme()}


def runs_of(result, issues):
    rows = []
    districts = [None] + [row[0] for row in result.execute("SELECT DISTINCT district FROM schools WHERE district IS NOT NULL ORDER BY 1")]
    of_school = dict(result.execute("SELECT school_id, district FROM schools"))
    for at, day in enumerate(DAYS):
        for district in districts:
            for stage in ("", "primary", "junior"):
                rows.append(run_row(result, [issue for issue in issues if district in (None, of_school[issue["school_id"]])], at, day, district, stage))
    return rows


def run_row(result, issues, at, day, district, stage):
    where = "WHERE (?1 IS NULL OR c.district = ?1)"
    if stage:
        counts = dict(result.execute(f"SELECT s.status, count(*) FROM stages s JOIN schools c ON c.school_id = s.school_id {where} AND s.stage = ?2 "
                                     "GROUP BY 1", (district, stage)))
        gap, pupils = result.execute("SELECT sum(s.gap_stage_m2), sum(CASE WHEN s.status = 'short' THEN s.pupils END) FROM stages s JOIN schools c "
                                     f"ON c.school_id = s.school_id {where} AND s.stage = ?2", (district, stage)).fetchone()
    else:
        counts = dict(result.execute(f"SELECT c.status, count(*) FROM schools c {where} GROUP BY 1", (district,)))
        gap, pupils = result.execute("SELECT sum(c.gap_m2), sum(CASE WHEN c.status = 'short' THEN c.enrol_total END) FROM schools c "
                                     + where, (district,)).fetchone()
    states = [state_at(issue["state"], at) for issue in issues if stage in ("", issue["stage"])]
    return {"as_of": day, "district": district or "", "stage": stage, **{f"schools_{one}": counts.get(one, 0)
                                                                        for one in ("meets", "near", "short", "unknown")},
            "pupils_short": pupils or 0, "gap_m2": (gap or 0.0) * (1.4, 1.15, 1.0)[at], "issues": len(states),
            **{state: states.count(state) for state in STATES}, "opened_now": len(states) if at == 0 else 0,
            "closed_now": states.count("closed") if at else 0, "reopened_now": states.count("reopened") if at == 2 else 0}


def amounts():
    rows = []
    for at, day in enumerate(DAYS):
        of_day = {f"{what}.{channel}_m2": 100.0 * at * (place + 1) for what in ("done", "under_way", "promised")
                  for place, channel in enumerate(CHANNELS)}
        of_day.update({"unassigned_m2": 9000.0 - 1000.0 * at, "speed_m_per_min": 80.0, "data_issues.error": 0.0,
                       "data_issues.warning": 6.0 + at, "data_issues.info": 2.0, "rural.hard_m2": 1000.0, "rural.soft_m2": 400.0})
        rows.extend({"as_of": day, "key": key, "value": value, "text": None, "unit": "m2" if key.endswith("_m2") else ""}
                    for key, value in of_day.items())
        rows.extend({"as_of": day, "key": key, "value": None, "text": text, "unit": ""}
                    for key, text in (("network_sha256", "ab" * 32 if at < 2 else "cd" * 32), ("version", "0.1.0")))
    return rows


def variation(result):
    rows = []
    for district, primary, junior in result.execute("SELECT name, cv_primary, cv_junior FROM districts"):
        for stage, cv, limit in (("primary", primary, 0.5), ("junior", junior, 0.45)):
            if cv is not None:
                rows.append({"district": district, "stage": stage, "indicator": "sports_area_m2", "schools": 4, "mean_weighted": 8.0, "cv_weighted": cv,
                             "mean_plain": 8.1, "cv_plain": cv + 0.01, "cv_weighted_rounded": round(cv, 2), "cv_plain_rounded": round(cv + 0.01, 2),
                             "limit": limit, "passes_weighted": cv <= limit, "passes_plain": cv + 0.01 <= limit,
                             "passes_weighted_rounded": round(cv, 2) <= limit, "passes_plain_rounded": round(cv + 0.01, 2) <= limit})
    return rows


def surfaces():
    return [{"district": "东区", "rural": True, "surface": "asphalt", "hard": True, "grounds": 3, "area_m2": 1000.0},
            {"district": "东区", "rural": None, "surface": HOSTILE[2], "hard": None, "grounds": 1, "area_m2": 250.5}]


def programme():
    return [{"name": "C-grade buildings", "unit": "m2", "year": year, "target": target, "done": done, "pace": pace, "forecast_year": 2022,
             "total": 139000.0} for year, target, done, pace in ((2020, 64000.0, 60000.0, 46333.33), (2021, 64000.0, None, 92666.67))]


def put_into_result(path, hostile=True):
    """The copies in a result, with the tables that stand beside them, and a plan in its summary. What was put in."""
    database = opened(path)
    rows = story(database)
    if not hostile:
        soften(rows)
    for name, of_table in rows.items():
        put_table(database, name, of_table)
    for key, value in PLAN.items():
        database.execute("INSERT INTO summary (key, value, unit) VALUES (?, ?, 'm2')", (f"plan.{key}", value))
    database.execute("DELETE FROM summary WHERE key LIKE 'rural.%'")
    for key, value in (("rural.hard_m2", 1000.0), ("rural.soft_m2", 400.0)):
        database.execute("INSERT INTO summary (key, value, unit) VALUES (?, ?, 'm2')", (key, value))
    database.execute("INSERT INTO data_issues (severity, code, layer, message, cure) VALUES ('info', 'encoding_guessed', 'schools', ?, '')",
                     (HOSTILE[0] if hostile else "encoding read as GBK",))
    database.commit()
    database.close()
    return rows


def soften(rows):
    """As a district writes in earnest."""
    for table in ("register", "register_history"):
        for place, row in enumerate(rows[table]):
            row["unit"], row["note"] = ("教育局", "体育局")[place % 2], ("", "与体育中心商谈中")[place % 2]
            row["evidence"] = row["evidence"].split("<")[0]
    rows["surfaces"][1]["surface"] = "clay"


def write_register(path, rows, wal=False):
    """A register of a district: a GeoPackage with its four tables."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    if wal:
        database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA application_id = 1196444487")
    database.execute("CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT, description TEXT, "
                     "last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER)")
    for name in OF_REGISTER:
        put_table(database, name, rows[name])
    database.commit()
    return database
