#!/usr/bin/python3
"""What bash, zsh and fish complete of fieldgap, asked of the shells themselves: every command, every option of each, files by their ending,
folders, choices; and nothing where nobody can know. A shell that is not installed is passed over with a word.

usage: check_completion.py FIELDGAP FOLDER (of the written completions)
"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]+|-[a-zA-Z])(?![\w-])")
BASH_COMPLETION = Path("/usr/share/bash-completion/bash_completion")

# Line, what is among the offers, what is not. The folder holds city.toml, city.gpkg, notes.txt and the folder data.
ASKED = [
    ("fieldgap ", ["run", "check", "batch"], ["cut-map", "run-cities"]),
    ("fieldgap ru", ["run"], ["check"]),
    ("fieldgap run ", ["city.toml", "data/"], ["notes.txt"]),
    ("fieldgap verify ", ["city.gpkg"], ["notes.txt"]),
    ("fieldgap report city.gpkg --register ", ["city.gpkg"], ["notes.txt"]),
    ("fieldgap screen city.toml --sites ", ["notes.txt", "city.gpkg"], []),
    ("fieldgap run --folder ", ["data/"], ["city.toml"]),
    ("fieldgap run --lang ", ["en", "zh"], ["city.toml"]),
    ("fieldgap --lang zh run ", ["city.toml"], ["check"]),
    ("fieldgap batch --executor ", ["local", "slurm"], []),
    ("fieldgap run --threads ", [], ["city.toml", "data/"]),
    ("fieldgap synth ", [], ["city.toml"]),
]


def said_by(*command, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, timeout=60, **more)
    return done.stdout + done.stderr


def commands_of(fieldgap):
    return re.findall(r"^  ([a-z]+) ", said_by(fieldgap, "--help"), re.M)


def options_of(fieldgap, command):
    return sorted(set(OPTION.findall("\n".join(line.split("  ")[1] for line in said_by(fieldgap, command, "--help").splitlines() if line.startswith("  -")))))


class Bash:
    name = "bash"
    need = BASH_COMPLETION

    def __init__(self, folder):
        self.script = folder / "fieldgap"

    def faults_of_script(self):
        said = said_by("bash", "--norc", "-c", f"source {BASH_COMPLETION}; source '{self.script}'; complete -p fieldgap")
        if said != "complete -F _fieldgap fieldgap\n":
            yield f"bash: complete -p says {said!r}"

    def offers(self, line, place):
        words = line.split(" ")
        script = (f"source {BASH_COMPLETION}; source '{self.script}'; COMP_WORDS=({' '.join(word or chr(34) * 2 for word in words)}); COMP_CWORD={len(words) - 1}; "
                  f"COMP_LINE='{line}'; COMP_POINT={len(line)}; compopt() {{ :; }}; _fieldgap; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
        found = said_by("bash", "--norc", "-c", script, cwd=place).split("\n")
        return [word + "/" if (place / word).is_dir() and word else word for word in found]


class Fish:
    name = "fish"
    need = Path("/usr/bin/fish")

    def __init__(self, folder):
        self.script = folder / "fieldgap.fish"
        self.home = tempfile.mkdtemp()

    def faults_of_script(self):
        said = said_by("fish", "-n", self.script)
        if said:
            yield f"fish -n says {said!r}"

    def offers(self, line, place):
        environment = {**os.environ, "HOME": self.home}
        said = said_by("fish", "--no-config", "-c", f"source '{self.script}'; complete -C '{line}'", cwd=place, env=environment)
        return [one.split("\t")[0] for one in said.splitlines()]


class Zsh:
    """zsh completes on a terminal alone: one is made, with a fresh prompt for each line."""

    name = "zsh"
    need = Path("/usr/bin/zsh")
    setup = ("fpath=('{folder}' $fpath); autoload -U compinit; compinit -u -D; unsetopt menucomplete automenu; setopt list_rows_first; LISTMAX=0; "
             "zstyle ':completion:*' list-colors; zstyle ':completion:*' verbose no; bindkey -e; bindkey '^T' list-choices; PROMPT='rea''dy>'\n")

    def __init__(self, folder):
        self.folder = folder

    def faults_of_script(self):
        said = said_by("zsh", "-n", self.folder / "_fieldgap")
        if said:
            yield f"zsh -n says {said!r}"

    @staticmethod
    def heard(terminal, until, seconds=20.0):
        """What the terminal says until it has said `until`, and then nothing more for a moment."""
        text = ""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready = select.select([terminal], [], [], 0.5 if until in text else 0.1)[0]
            if ready:
                text += os.read(terminal, 65536).decode("utf-8", "replace")
            elif until in text:
                break
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]", "", text)

    def offers(self, line, place):
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(place)
            os.execve(self.need, ["zsh", "-f", "-i"], {"PATH": os.environ["PATH"], "TERM": "xterm", "COLUMNS": "300", "HOME": str(place), "LANG": "C.UTF-8"})
        try:
            os.write(terminal, ("stty cols 300 rows 200; " + self.setup.format(folder=self.folder)).encode())
            self.heard(terminal, "ready>")
            os.write(terminal, line.encode() + b"\x14")
            said = self.heard(terminal, line)
        finally:
            os.write(terminal, b"\x03\x04")
            os.close(terminal)
            os.waitpid(child, 0)
        return said[said.index(line) + len(line):].split()


def faults_of_lines(shell, place):
    for line, wanted, unwanted in ASKED:
        offers = shell.offers(line, place)
        yield from (f"{shell.name}: '{line}' does not offer {word}: {offers}" for word in wanted if word not in offers and not alone(shell, word, wanted, offers))
        # fish puts the files of the ending first, and all others after them.
        unwanted = unwanted if shell.name != "fish" or not line.endswith(" ") or not any("." in word for word in wanted) else []
        yield from (f"{shell.name}: '{line}' offers {word}" for word in unwanted if word in offers)


def alone(shell, word, wanted, offers):
    """zsh puts the only choice into the line, without what stood there already."""
    return shell.name == "zsh" and len(wanted) == 1 and any(offer and word.endswith(offer) for offer in offers)


def faults_of_options(shell, fieldgap, place):
    for command in commands_of(fieldgap):
        offers = shell.offers(f"fieldgap {command} -", place)
        offers += shell.offers(f"fieldgap {command} --", place)
        given = {offer.rstrip("=") for offer in offers}
        yield from (f"{shell.name}: {command} does not offer {option}" for option in options_of(fieldgap, command) if option not in given)


def main():
    fieldgap, folder = (Path(word).resolve() for word in sys.argv[1:])
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        (place / "data").mkdir()
        for name in ("city.toml", "city.gpkg", "notes.txt"):
            (place / name).touch()
        for shell in (Bash, Zsh, Fish):
            if not shell.need.exists() or not shutil.which(shell.name):
                print(f"{shell.name} passed over: {shell.need} is absent")
                continue
            asked = shell(folder)
            found += [*asked.faults_of_script(), *faults_of_lines(asked, place), *faults_of_options(asked, fieldgap, place)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
