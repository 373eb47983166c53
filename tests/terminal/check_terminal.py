#!/usr/bin/python3
"""Puts hostile text (controls, C1, marks of direction, zero width, forged lines, broken UTF-8) wherever fieldgap takes text from, runs it to a
pipe and on a terminal, and demands that none of it leaves on stdout, stderr or in the JSON log, that no line is forged, and that JSON is JSON
with the text in it.

usage: check_terminal.py FIELDGAP
"""
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "broken"))

import hostile_city
from hostile_city import FORGED, HOSTILE
from unseen import unseen_in

TIMEOUT_S = 120
CLEAR_BAR = b"\r\x1b[K"  # the program's own, as are its colours
COLOURS = re.compile(rb"\x1b\[(?:1|3[346])m([^\x1b]*)\x1b\[0m")


def to_pipes(command, folder, environment):
    done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_S, check=False)
    return done.returncode, done.stdout, done.stderr


def on_terminal(command, folder, environment):
    """Both streams on one terminal, as a person sees them."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=follower, stderr=follower)
    os.close(follower)
    said = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not piece:
            break
        said += piece
    os.close(leader)
    return process.wait(timeout=TIMEOUT_S), COLOURS.sub(rb"\1", said.replace(CLEAR_BAR, b"\n").replace(b"\r\n", b"\n")), b""


def faults_of_output(said):
    for output in said:
        if unseen_in(output):
            yield f"{unseen_in(output)} in {output[-300:]!r}"
        if any(line.strip().startswith((FORGED, "error: " + FORGED)) for line in output.decode("utf-8", "replace").splitlines()):
            yield f"a forged line in {output[-300:]!r}"


def faults_of_log(path):
    if path.exists():
        for line in path.read_bytes().split(b"\n"):
            if unseen_in(line):
                yield f"{unseen_in(line)} in the JSON log"
            if line:
                json.loads(line)


class Trial:
    """A call and what it must end with; `is_json`: stdout must be JSON in which `HOSTILE` can be read."""

    def __init__(self, name, words, ends, is_json=False, environment=None):
        self.name, self.words, self.ends, self.is_json, self.environment = name, words, ends, is_json, environment or {}


def faults_of_trial(fieldgap, trial, folder):
    command = [fieldgap, *trial.words]
    environment = {**os.environ, **trial.environment}
    for number, call in enumerate((to_pipes, on_terminal)):
        log = folder / f"log{number}.json"
        log.unlink(missing_ok=True)
        extra = ["--log-json", str(log)] if trial.words and trial.words[0] in ("run", "check", "screen", "init") else []
        code, *said = call([*command, *extra], folder, environment)
        if code not in trial.ends:
            yield f"exit {code}: {said[0][-500:]!r} {said[-1][-500:]!r}"
        yield from faults_of_output(said)
        yield from faults_of_log(log)
        if trial.is_json and number == 0:
            yield from faults_of_json(said[0])


def faults_of_json(output):
    try:
        if not holds(json.loads(output)):
            yield "the text cannot be read back from the JSON"
    except ValueError as error:
        yield f"no JSON: {error}"


def holds(value):
    if isinstance(value, str):
        return HOSTILE in value
    if isinstance(value, dict):
        return any(holds(key) or holds(inner) for key, inner in value.items())
    return isinstance(value, list) and any(holds(inner) for inner in value)


def trials_of_data():
    done = ["-o", "o.gpkg", "--overwrite"]
    return [
        Trial("values, run", ["run", "city.toml", *done], (0, 1)),
        Trial("values, run, Chinese", ["run", "city.toml", *done, "--lang", "zh", "-v"], (0, 1)),
        Trial("values, check", ["check", "city.toml", *done], (0, 1)),
        Trial("values, check as JSON", ["check", "city.toml", *done, "--json"], (0, 1), True),
        Trial("values, screen", ["screen", "city.toml", "--sites", "sites.geojson", *done], (0, 1)),
        Trial("values, screen as JSON", ["screen", "city.toml", "--sites", "sites.geojson", *done, "--json"], (0, 1), True),
        Trial("values, init", ["init", ".", "-o", "guessed.toml", "--overwrite", "-v"], (0,)),
        Trial("GDAL talks", ["check", "city.toml", *done, "--set", f'inputs.schools.path="{toml(HOSTILE)}.geojson"'], (0, 1),
              environment={"CPL_DEBUG": "ON", "PROJ_DEBUG": "3"}),
    ]


def toml(text):
    """For a basic string of TOML."""
    return "".join(c if c > " " and c not in "\"\\\x7f" else f"\\u{ord(c):04x}" for c in text)


def setting(key, text=HOSTILE):
    return ["--set", f'{key}="{toml(text)}"']


def trials_of_places(names):
    check = ["check", "city.toml", "-o", "o.gpkg", "--overwrite"]
    for key in ("city.name", "output.lang", "inputs.schools.encoding", "inputs.schools.crs", "inputs.schools.layer", "inputs.schools.where",
                "inputs.schools.columns.id", "inputs.schools.datum", "standards.regime", "standards.area_source", "output.crs",
                "inputs.schools.path", "inputs.venues.layer", "walk.minutes", HOSTILE, "inputs." + HOSTILE + ".path"):
        yield Trial(f"--set {key!r}", [*check, *setting(key)], (0, 1, 2, 3, 4))
    yield Trial("a raw --set", [*check, "--set", HOSTILE], (2,))
    yield Trial("a raw value", [*check, "--set", "inputs.schools.path=" + HOSTILE], (2, 3))
    for name in names:
        yield Trial(f"a file {name!r}", [*check, *setting("inputs.schools.path", name)], (0, 1, 2, 3))
        yield Trial(f"a file of sites {name!r}", ["screen", "city.toml", "--sites", name, "-o", "o.gpkg", "--overwrite"], (0, 1, 2, 3))
        yield Trial(f"init of {name!r}", ["init", name, "-o", "guessed.toml", "--overwrite", "-v"], (0, 3))
        yield Trial(f"a layer of {name!r}", [*check, *setting("inputs.schools.path", name), "--set", "inputs.schools.layer=none"], (0, 1, 2, 3))


def trials_of_command_line():
    for verb in ("run", "check", "screen", "init", "synth"):
        for word in (HOSTILE, "--" + HOSTILE, "-" + HOSTILE, f"--lang={HOSTILE}", f"--threads={HOSTILE}", "--help" + HOSTILE):
            yield Trial(f"{verb} {word!r}", [verb, word], (2, 3))
    yield Trial("a command", [HOSTILE], (2,))
    yield Trial("a site", ["screen", "city.toml", "--site", HOSTILE], (2, 3))
    yield Trial("households", ["screen", "city.toml", "--site", "1,2", "--households", HOSTILE], (2,))
    yield Trial("an output", ["check", "city.toml", "-o", f"{HOSTILE}.gpkg", "--overwrite"], (0, 1))
    yield Trial("an output folder", ["check", "city.toml", "-o", f"schools.geojson/{HOSTILE}/o.gpkg"], (4,))
    yield Trial("a log", ["check", "city.toml", "--log-json=none/" + HOSTILE], (2, 4))
    yield Trial("help", ["run", "--help"], (0,))


def trials_of_configs(names):
    for name in names:
        for verb in ("run", "check", "init"):
            yield Trial(f"{verb} of the config {name!r}", [verb, name, "-o", "never.gpkg"], (2, 3))


BROKEN_CONFIGS = {
    "key.toml": f'[city]\nname = "a"\n"{toml(HOSTILE)}" = 1\n'.encode(),
    "table.toml": f'[inputs."{toml(HOSTILE)}"]\npath = "a"\n'.encode(),
    "raw.toml": "[city]\nname = \u202e\u2066\x9b \"a\n".encode(),
    "twice.toml": f'[city]\n"{toml(HOSTILE)}" = 1\n"{toml(HOSTILE)}" = 2\n'.encode(),
    "escape.toml": b'[city]\nname = "\x1b[31m"\n',
    "bytes.toml": b'[city]\nname = "\xff\xfe\x9b"\n',
    "c1\u009b\u202e.toml": b"[city]\nname = 1\n",
}


def files_in(folder):
    """Files with hostile names, members and layers; their names."""
    content = hostile_city.collection(hostile_city.layers(HOSTILE)["schools"], HOSTILE)
    wrong_bytes = b"\xff\x9b\x1b.geojson"
    names = [f"{HOSTILE}.geojson", f"{HOSTILE}.gpkg", f"{HOSTILE}.csv", f"{HOSTILE}.shp", "layer.gpkg", "member.zip", "none" + HOSTILE, HOSTILE + ".osm"]
    for name in names[:1] + names[2:4] + names[7:]:
        (folder / name).write_text(content, encoding="utf-8")
    hostile_city.geopackage(folder / "layer.gpkg", HOSTILE)
    hostile_city.geopackage(folder / names[1], HOSTILE)
    hostile_city.archive(folder / "member.zip", f"{HOSTILE}.geojson", content)
    with open(os.fsencode(folder) + b"/" + wrong_bytes, "wb") as file:
        file.write(content.encode())
    return [*names, os.fsdecode(wrong_bytes)]


def faults_of_config(fieldgap, folder, name):
    """What `init` writes of one file: TOML that a terminal can be shown, and that names the same file."""
    config = folder / "guessed.toml"
    config.unlink()
    to_pipes([fieldgap, "init", name, "-o", config.name, "--overwrite"], folder, None)
    content = config.read_bytes()
    if unseen_in(content):
        yield f"{unseen_in(content)} in what init writes"
    paths = [table["path"] for table in tomllib.loads(content.decode("utf-8"))["inputs"].values()]
    if not any(path == name or path.endswith(f"{{{name}}}/{HOSTILE}.geojson") for path in paths):
        yield f"init names {paths}"
    code, _, said = to_pipes([fieldgap, "check", config.name, "-o", "o.gpkg", "--overwrite", "-q"], folder, None)
    if code not in (0, 1):
        yield f"the config of init ends with {code}: {said[-300:]!r}"


def prepared(folder):
    hostile_city.write(folder, HOSTILE)
    (folder / "city.toml").write_text(hostile_city.config(), encoding="utf-8")
    for name, content in BROKEN_CONFIGS.items():
        (folder / name).write_bytes(content)
    return files_in(folder)


def main():
    fieldgap = str(Path(sys.argv[1]).resolve())
    wrong = []
    with tempfile.TemporaryDirectory(prefix="fieldgap_terminal_") as work:
        folder = Path(work)
        names = prepared(folder)
        trials = [*trials_of_data(), *trials_of_places(names), *trials_of_command_line(), *trials_of_configs(BROKEN_CONFIGS)]
        for trial in trials:
            wrong += [f"{trial.name}: {fault}" for fault in faults_of_trial(fieldgap, trial, folder)]
        for name in (f"{HOSTILE}.geojson", "member.zip"):
            wrong += [f"config of {name!r}: {fault}" for fault in faults_of_config(fieldgap, folder, name)]
    print("\n".join([f"{len(trials)} calls, each to a pipe and on a terminal", *wrong]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
