#!/usr/bin/python3
"""What `cmake --install` brings into an empty prefix: a program that runs, a man page for each command that names each of its options and
that groff takes without a warning, and libraries that another project finds, builds with and runs; nothing that names the build's folders.

usage: check_install.py SOURCE BUILD COMPILER FLAGS
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = ("doc/fieldgap/docs/rules.md", "doc/fieldgap/README.md", "doc/fieldgap/examples/city.toml", "fieldgap/fieldgap-plugin.zip",
          "bash-completion/completions/fieldgap", "zsh/vendor-completions/_fieldgap", "fish/vendor_completions.d/fieldgap.fish")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]+|-[a-zA-Z])(?![\w-])")


def said_by(*command, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(word) for word in command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def commands_of(fieldgap):
    general = said_by(fieldgap, "--help")
    return re.findall(r"^  ([a-z]+) ", general, re.M)


def shown(page):
    return said_by("groff", "-man", "-Tascii", "-P-cbou", "-rLL=1000n", page)


def faults_of_page(page, options):
    if not page.exists():
        yield f"{page.name} is not there"
        return
    complaints = said_by("groff", "-man", "-Tascii", "-ww", "-z", page)
    if shutil.which("mandoc"):
        complaints += said_by("mandoc", "-T", "lint", "-W", "error", page)
    if complaints:
        yield f"{page.name}: {complaints}"
    text = shown(page)
    yield from (f"{page.name} does not name {option}" for option in options if option not in OPTION.findall(text))


def faults_of_pages(fieldgap, folder):
    commands = commands_of(fieldgap)
    if len(commands) < 5:
        yield f"--help names the commands {commands}"
    for command in commands:
        options = sorted(set(OPTION.findall(said_by(fieldgap, command, "--help"))))
        if len(options) < 10:
            yield f"{command} --help names the options {options}"
        yield from faults_of_page(folder / f"fieldgap-{command}.1", options)
    yield from faults_of_page(folder / "fieldgap.1", [])
    general = shown(folder / "fieldgap.1")
    yield from (f"fieldgap.1 does not name {command}" for command in commands if f"fieldgap-{command}(1)" not in general)


def faults_of_paths(prefix, folders):
    for path in sorted(path for path in prefix.rglob("*") if path.is_file() and path.suffix in (".1", ".cmake", ".hpp", ".def", ".md")):
        text = path.read_text(encoding="utf-8")
        yield from (f"{path.relative_to(prefix)} names {folder}" for folder in folders if str(folder) in text)


def faults_of_consumer(source, prefix, folder, compiler, flags):
    said_by("cmake", "-S", source / "tests/install/consumer", "-B", folder, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}",
            f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_CXX_FLAGS={flags}", f"-DCMAKE_MAKE_PROGRAM={shutil.which('ninja')}")
    said_by("cmake", "--build", folder)
    said = said_by(folder / "consumer", source / "data/fields.gpkg")
    if said != "140 fields; 600 primary pupils need 4500 m2\n":
        yield f"the consumer says {said!r}"


def main():
    source, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory(prefix="fieldgap_install_") as temporary:
        prefix = Path(temporary).resolve() / "prefix"
        said_by("cmake", "--install", build, "--prefix", prefix)
        found = [*faults_of_pages(prefix / "bin/fieldgap", prefix / "share/man/man1"), *faults_of_paths(prefix, (source, build)),
                 *faults_of_consumer(source, prefix, Path(temporary) / "consumer", *sys.argv[3:5])]
        found += [f"{name} is not installed" for name in SHARED if not (prefix / "share" / name).exists()]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
