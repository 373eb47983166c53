#!/usr/bin/python3
"""scripts/check-broken bites: fake programs that crash, hang, end oddly, name no file, leave something, change their input or write to the
terminal are each found out, a good one is not, and the real one stands it on files that are broken here.

usage: check_check_broken.py FIELDGAP REPOSITORY
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

# Each a body of `sh`: $FILE is the input, $OUT where the output goes. None is without fault.
FAKES = {
    "crash": ("kill -SEGV $$", "crash"),
    "hang": ("sleep 60 & wait", "hang"),
    "internal fault": ("echo \"error: $FILE\" >&2; exit 5", "exit"),
    "lost after all the work": ("echo \"error: $FILE\" >&2; exit 4", "exit"),
    "no name": ("echo 'error: cannot be read' >&2; exit 3", "nameless"),
    "leftover": ("echo \"error: $FILE\" >&2; echo half > \"$OUT.unfinished\"; exit 3", "leftover"),
    "changed content": ("echo more >> \"$FILE\"", "changed"),
    "changed time": ("touch -d 2001-01-01 \"$FILE\"", "changed"),
    "a file beside the input": ("touch \"$FILE-wal\"", "changed"),
    "escape on stderr": ("printf 'error: %s \\033[31m' \"$FILE\" >&2; exit 3", "terminal"),
    "C1 on stdout": ("printf '\\302\\233'", "terminal"),
    "more memory than allowed": ("head -c 300000000 /dev/zero | tail -c 300000000 > /dev/null || exit 5", "exit"),
    "good": ("echo '{\"inputs\": []}'", None),
    "good refusal": ("echo \"error: schools: '$FILE' is no layer; give one\" >&2; exit 3", None),
    "a row too few": ("echo '{\"inputs\": [{\"input\": \"schools\", \"layer\": \"\", \"rows\": 1}]}'", None),
}
FINDS_FILE = """#!/bin/sh
while [ $# -gt 0 ]; do
    case "$1" in
    -o) OUT="$2" ;;
    inputs.*) FILE="$(printf '%s' "${1#*=}" | tr -d '"')" ;;
    esac
    shift
done
"""


def broken_files(folder):
    whole = json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"id": str(i), "name": "S"}, "geometry": {"type": "Point", "coordinates": [117 + i / 1e4, 39]}}
        for i in range(5)]})
    (folder / "cut.geojson").write_text(whole[:200], encoding="utf-8")
    (folder / "whole.geojson").write_text(whole, encoding="utf-8")
    (folder / "zeros.shp").write_bytes(bytes(200))
    (folder / "empty.gpkg").write_bytes(b"")
    (folder / "noise.gpkg").write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 16)
    (folder / "deep.geojson").write_text('{"a":' * 5000, encoding="utf-8")
    (folder / "bytes.csv").write_bytes(b"id,x,y\n\xff\xfe,\x00,1e999\n\x1b[31m,117,39\n")
    (folder / "far.csv").write_text("id,x,y\n1,1e300,nan\n2,117,39\n", encoding="utf-8")
    (folder / "nothing.osm").write_text("<osm version='0.6'><node id='1' lat='x'", encoding="utf-8")


def check_broken(repository, program, folder, *more):
    return subprocess.run([repository / "scripts" / "check-broken", program, folder, *more], capture_output=True, text=True, timeout=900, check=False)


def faults_of_fake(repository, name, work):
    body, kind = FAKES[name]
    files = work / "files"
    files.mkdir(exist_ok=True)
    (files / "two.csv").write_text("id,name\n1,a\n2,b\n", encoding="utf-8")
    fake = work / "fake"
    fake.write_text(FINDS_FILE + body + "\n", encoding="utf-8")
    fake.chmod(0o755)
    done = check_broken(repository, fake, files, "--as", "schools", "--seconds", "3" if kind == "hang" else "60", "--memory", "200")
    if kind is None and (done.returncode != 0 or "No fault." not in done.stdout):
        yield f"'{name}' is found at fault: {done.stdout}{done.stderr}"
    if kind is not None and (done.returncode != 1 or f"\n* {kind}: `two.csv` as schools" not in done.stdout):
        yield f"'{name}' is not found out: {done.stdout}{done.stderr}"
    if name == "a row too few" and "1 rows read; ogrinfo counts 2" not in done.stdout:
        yield f"'{name}' is not compared: {done.stdout}"


def main():
    fieldgap, repository = (Path(word).resolve() for word in sys.argv[1:])
    wrong = []
    for name in FAKES:
        with tempfile.TemporaryDirectory(prefix="fieldgap_fake_") as work:
            wrong += faults_of_fake(repository, name, Path(work))
    with tempfile.TemporaryDirectory(prefix="fieldgap_own_broken_") as work:
        broken_files(Path(work))
        done = check_broken(repository, fieldgap, work, "--as", "schools,campuses,network,sites")
        print(done.stdout)
        if done.returncode != 0:
            wrong.append("the program is at fault on the files above " + done.stderr)
    print("\n".join([f"{len(FAKES)} fakes", *wrong]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
