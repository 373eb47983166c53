#!/usr/bin/python3
"""Others write the strike-off register while a run goes on, keep it locked, read it for long; the run is killed, or cannot write its result: no edit is lost,
and a register is always one state or the other, whole.

usage: check_writers.py FIELDGAP
"""
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

from street import OURS, Street, dump, is_sound, opened, rows

KILLS = 12


def claim(holds, text):
    if not holds:
        raise AssertionError(text)


def begun(street, day, output="out.gpkg", **how):
    street.lay_out()
    return subprocess.Popen(street.command(day, output=output), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)


def ended(process, codes=(0, 1)):
    _, said = process.communicate(timeout=120)
    claim(process.returncode in codes, f"exit {process.returncode}: {said}")
    return said


def an_edit_that_is_not_finished(street):
    """A district is in the middle of its edit as the run comes: the run waits, and has the edit in its history."""
    with opened(street.register) as file:
        file.execute("BEGIN IMMEDIATE")
        file.execute("UPDATE register SET note = 'first', promised_expand_m2 = 4000 WHERE school_id = 'B'")
        run = begun(street, "2021-03-31")
        time.sleep(2)
        claim(run.poll() is None, "the run did not wait")
        file.execute("COMMIT")
        ended(run)
    issue = street.issues()["B:primary"]
    claim((issue["note"], issue["state"]) == ("first", "in_work"), issue)
    claim(rows(street.register, "SELECT note FROM register_history WHERE issue_id = 'B:primary' AND as_of = '2021-03-31'")[0]["note"] == "first", "history")


def many_edits(street):
    """A district saves all the while, as two runs go on."""
    written = []
    stop = threading.Event()

    def district():
        with opened(street.register) as file:
            while not stop.is_set():
                note = f"note {len(written)}"
                file.execute("BEGIN IMMEDIATE")
                file.execute("UPDATE register SET note = ? WHERE school_id = 'C'", (note,))
                file.execute("INSERT INTO marks VALUES (?)", (note,))
                file.execute("COMMIT")
                written.append(note)
                time.sleep(0.003)

    street.edit("CREATE TABLE marks (note TEXT)")
    writer = threading.Thread(target=district)
    writer.start()
    try:
        for _ in range(3):
            ended(begun(street, "2021-03-31"))
    finally:
        stop.set()
        writer.join()
    claim(len(written) > 3, "nothing was written meanwhile")
    claim(street.issues()["C:primary"]["note"] == written[-1], "the last edit is lost")
    claim([row["note"] for row in rows(street.register, "SELECT note FROM marks ORDER BY rowid")] == written, "an edit is lost")


def as_qgis_has_it_open(street):
    """A connection in write-ahead mode with a reader that is not done, and an edit before and after the run."""
    with opened(street.register) as file, opened(street.register) as reader:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("UPDATE register SET note = 'in the log' WHERE school_id = 'D'")
        cursor = reader.execute("SELECT * FROM register")
        cursor.fetchone()
        ended(begun(street, "2021-06-30"))
        cursor.close()
        file.execute("UPDATE register SET unit = 'afterwards' WHERE school_id = 'D'")
    issue = street.issues()["D:primary"]
    claim((issue["note"], issue["unit"]) == ("in the log", "afterwards"), issue)
    claim(rows(street.register, "SELECT count(*) AS n FROM register_history WHERE as_of = '2021-06-30'")[0]["n"] == 4, "the run in the log")
    claim(is_sound(street.register), "the register after its log")


def locked_for_long(street):
    before = dump(street.register)
    with opened(street.register) as file:
        file.execute("BEGIN IMMEDIATE")
        run = begun(street, "2021-09-30", output="never.gpkg")
        said = ended(run, codes=(4,))
        file.execute("ROLLBACK")
    claim("locked" in said and len(said.strip().splitlines()) == 1, said)
    claim(not street.at("never.gpkg").exists() and not street.at("never.qgz").exists(), "a result was written")
    claim(dump(street.register) == before, "the register was written")


def result_cannot_be_written(street):
    before = dump(street.register)
    most_bytes = street.register.stat().st_size + 20_000

    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    run = begun(street, "2021-09-30", output="never.gpkg", preexec_fn=limited)
    ended(run, codes=(4,))
    claim(not street.at("never.gpkg").exists(), "a result was written")
    claim(dump(street.register) == before, "the register was written though its result was not")


def district_columns(street):
    return {row["issue_id"]: {key: value for key, value in row.items() if key not in OURS} for row in rows(street.register, "SELECT * FROM register")}


def killed(street):
    """At any moment, and most of all between the result and the end of the register's transaction."""
    ended(begun(street, "2021-09-30", output="known.gpkg"))
    after = dump(street.register)
    edits = district_columns(street)
    street.schools["B"][1] = 7500
    ended(begun(street, "2021-12-31", output="known.gpkg"))
    done = dump(street.register)
    rng = random.Random(7)
    seen = set()
    for number in range(KILLS):
        with opened(street.register) as file:  # back to before
            for table in ("register_history", "register_runs", "register_amounts"):
                file.execute(f"DELETE FROM {table} WHERE as_of = '2021-12-31'")
            for row, names in zip(after["register"], [None] * len(after["register"])):
                file.execute("UPDATE register SET current_gap_m2 = ?, state = ?, closed = ?, evidence = ?, history = ? WHERE fid = ?", (*row[13:18], row[0]))
        output = street.at("killed.gpkg")
        for ending in (".gpkg", ".qgz"):
            output.with_suffix(ending).unlink(missing_ok=True)
        run = begun(street, "2021-12-31", output="killed.gpkg")
        if number % 2:
            time.sleep(rng.uniform(0.0, 0.6))
        else:
            while run.poll() is None and not output.exists():
                pass
            time.sleep(rng.uniform(0.0, 0.004))
        run.send_signal(signal.SIGKILL)
        run.wait()
        run.stdout.close()
        run.stderr.close()
        claim(is_sound(street.register), f"kill {number}: the register is damaged")
        strip = lambda found: {table: sorted(str(row[1:]) for row in of) for table, of in found.items()}
        found = strip(dump(street.register))
        claim(found in (strip(after), strip(done)), f"kill {number}: the register is neither before nor after")
        seen.add(found == strip(done))
        claim(district_columns(street) == edits, f"kill {number}: an edit is lost")
    ended(begun(street, "2021-12-31", output="known.gpkg"))
    return seen


def killed_at_the_first(fieldgap):
    """Nothing half lies there after a first run that was killed, and the next one makes it."""
    with tempfile.TemporaryDirectory() as folder:
        street = Street(fieldgap, folder)
        for pause in (0.05, 0.15, 0.25, 0.35):
            run = begun(street, "2020-12-31")
            time.sleep(pause)
            run.send_signal(signal.SIGKILL)
            run.wait()
            run.stdout.close()
            run.stderr.close()
            claim(not street.register.exists() or is_sound(street.register), "a register that is half made")
        ended(begun(street, "2020-12-31"))
        claim(len(street.issues()) == 4, "the register after all")


def main():
    with tempfile.TemporaryDirectory() as folder:
        street = Street(sys.argv[1], folder)
        street.must_run("2020-12-31")
        for step in (an_edit_that_is_not_finished, many_edits, as_qgis_has_it_open, locked_for_long, result_cannot_be_written, killed):
            step(street)
            claim(not [name for name in os.listdir(folder) if name.endswith("-journal")], f"a journal is left after {step.__name__}")
    killed_at_the_first(sys.argv[1])
    print("no edit was lost")


if __name__ == "__main__":
    main()
