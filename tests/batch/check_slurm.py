#!/usr/bin/python3
"""`fieldgap batch --executor slurm` with commands that stand for Slurm's (fake_slurm.py): as a batch on this machine, to the byte, whatever
becomes of tasks. With a real Slurm: scripts/slurm-test.

usage: check_slurm.py FIELDGAP
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from check_resume import make_province
from provinces import DONE, FAILED, FIELDGAP, UNCHANGED, batch, breaks, call, environment, message, results, states, times

FAKE = Path(__file__).resolve().parent / "fake_slurm.py"
CITIES = 5  # with those on one map and the broken one: nine
OUT = "out put 50% 结果"


class Cluster:
    """A fresh fake one, and what the program gets as environment to meet it."""

    def __init__(self, folder, **mishaps):
        self.state = Path(tempfile.mkdtemp(prefix="cluster_", dir=folder))
        commands = self.state / "bin"
        commands.mkdir()
        for name in ("sbatch", "squeue", "scancel", "scontrol", "sinfo"):
            shutil.copy(FAKE, commands / name)
        self.environment = environment(PATH=f"{commands}:{os.environ['PATH']}", FAKE_SLURM=str(self.state), **mishaps)

    def calls(self, name):
        return [line for line in (self.state / "calls").read_text(encoding="utf-8").splitlines() if line.startswith(name + " ")]

    def wait(self):
        """Until no task is left: one that runs twice may outlive the batch."""
        until = time.monotonic() + 30
        while list(self.state.glob("[0-9]*_*")) and time.monotonic() < until:
            time.sleep(0.1)

    def arrays(self):
        return [path.read_text(encoding="ascii") for path in sorted(self.state.glob("job-*"))]


def on_cluster(folder, cluster, *arguments):
    return batch(folder, "province", "-o", OUT, "--executor", "slurm", "--threads", 2, *arguments, env=cluster.environment)


def expect_as_local(folder, done, told):
    local = batch(folder, "province", "-o", "local", "--resume")[1]
    assert done.returncode == 1, done.stderr  # of the broken city
    expected = {name: DONE if state == UNCHANGED else state for name, state in states(local).items()}
    assert {name: DONE if state == UNCHANGED else state for name, state in states(told).items()} == expected, done.stderr
    assert message(told, "none") == message(local, "none"), told
    assert results(folder / OUT) == results(folder / "local")


def check_whole(folder):
    """More cities than an array job may have tasks; one task is killed at once, one runs twice at once."""
    cluster = Cluster(folder, FAKE_MOST="3", FAKE_KILL="1_0", FAKE_TWICE="1_1 1_2")
    done, told = on_cluster(folder, cluster, "--nodes", 2)
    expect_as_local(folder, done, told)
    assert cluster.arrays()[0] == "0-2%2" and len(cluster.arrays()) == 2, cluster.arrays()
    assert "submitted again" in done.stderr, done.stderr
    assert (folder / OUT / "none" / "none.log").read_text(encoding="utf-8")
    cluster.wait()
    assert not any((folder / OUT / ".slurm" / "1" / "unfinished").iterdir())
    assert oct((folder / OUT / ".slurm").stat().st_mode & 0o77) == "0o0"
    assert len(cluster.calls("squeue")) < 30


def check_lost(folder):
    """A task that is killed however often it is submitted: its cities are crashed, with the log to look into, and can be gone on with."""
    kills = " ".join(f"{job}_{index}" for job, indices in ((1, (0,)), (2, range(9)), (3, range(9))) for index in indices)
    cluster = Cluster(folder, FAKE_KILL=kills)
    done, told = on_cluster(folder, cluster, "--overwrite")
    crashed = [name for name, state in states(told).items() if state == "crashed"]
    assert done.returncode == 1 and crashed and DONE in states(told).values(), (states(told), done.stderr)
    assert len(cluster.arrays()) == 3, cluster.arrays()
    for name in crashed:
        log = re.search(r"'(.+?\.log)'", message(told, name))[1]
        assert "3 times" in message(told, name) and Path(log).exists(), message(told, name)
    expect_as_local(folder, *on_cluster(folder, Cluster(folder), "--resume"))


def check_refused(folder):
    cluster = Cluster(folder, FAKE_REFUSE="Requested node configuration is not available")
    done = call(folder, "batch", "province", "-o", "refused", "--executor", "slurm", env=cluster.environment)
    errors = [line for line in done.stderr.splitlines() if line.startswith("error")]
    assert done.returncode == 4 and len(errors) == 1 and "Requested node configuration is not available" in errors[0], done.stderr
    assert "sbatch: " not in errors[0]
    nowhere = Path(tempfile.mkdtemp(dir=folder))
    done = call(folder, "batch", "province", "-o", "missing", "--executor", "slurm", env=environment(PATH=str(nowhere)))
    assert done.returncode == 4 and "sbatch does not work here" in done.stderr, done.stderr
    assert not (folder / "missing").exists()


def check_silent(folder):
    """A controller that is away for the whole batch: the files of the tasks are enough."""
    cluster = Cluster(folder, FAKE_SILENT="1")
    done, told = on_cluster(folder, cluster, "--overwrite", "-v")
    expect_as_local(folder, done, told)
    assert done.stderr.count("squeue gives no answer") <= 1


def check_interrupt(folder):
    """Ctrl-C cancels the job; a batch that was killed leaves its job to the next one, which cancels it."""
    for sent, exit_code in ((signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)):
        cluster = Cluster(folder, FAKE_HOLD="1")
        process = subprocess.Popen([FIELDGAP, "batch", "province", "-o", "held", "--overwrite", "--executor", "slurm", "-q"], cwd=folder,
                                   env=cluster.environment, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 60
        while not cluster.arrays() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.3)  # for the number to come back
        process.send_signal(sent)
        assert process.wait(timeout=10) == exit_code, process.returncode
        assert exit_code != 130 or cluster.calls("scancel")[-1] == "scancel --quiet --name=fieldgap-batch 1", cluster.calls("scancel")
    del cluster.environment["FAKE_HOLD"]
    before = len(cluster.calls("scancel"))
    done = call(folder, "batch", "province", "-o", "held", "--resume", "--executor", "slurm", env=cluster.environment)
    assert done.returncode == 1, done.stderr
    assert "scancel --quiet --name=fieldgap-batch 1" in cluster.calls("scancel")[before + 1:], cluster.calls("scancel")
    assert results(folder / "held") == results(folder / "local")


def check_plan(folder):
    """--dry-run: the script of a cluster, the table of this machine; nothing is made, nothing is changed."""
    cluster = Cluster(folder)
    words = ("batch", "province", "-o", "a 'new' one", "--dry-run", "--executor", "slurm", "--threads", 8, "--jobs", 2, "--timeout", 100)
    done = call(folder, *words, "--memory", 300, "--nodes", 2, env=cluster.environment)
    assert done.returncode == 0 and not (folder / "a 'new' one").exists() and not cluster.arrays(), done.stderr
    lines = done.stdout.splitlines()
    folder_of_tasks = f"{folder}/a 'new' one/.slurm/1/job-1"
    assert lines[0] == "#!/bin/sh" and lines[1:] == [
        "#SBATCH --job-name=fieldgap-batch", "#SBATCH --array=0-4%2", "#SBATCH --nodes=1", "#SBATCH --ntasks=1", "#SBATCH --cpus-per-task=2",
        lines[6], "#SBATCH --time=0:02:00", f"#SBATCH --chdir={folder}", f'#SBATCH --output="{folder_of_tasks}/%a.log"',
        "#SBATCH --open-mode=append", "#SBATCH --requeue",
        "exec '" + str(FIELDGAP) + "' run-cities '" + folder_of_tasks.replace("'", "'\\''") + "'/\"$SLURM_ARRAY_TASK_ID\".json --threads 2"], done.stdout
    assert re.fullmatch(r"#SBATCH --mem=\d+M", lines[6])
    subprocess.run(["sh", "-n"], input=done.stdout, text=True, check=True)
    before = times(folder / "local")
    done = call(folder, "batch", "province", "-o", "local", "--resume", "--dry-run", "--lang", "en")
    rows = {row.split()[0]: row.split()[1] for row in done.stdout.splitlines()[1:] if row.strip()}
    assert done.returncode == 0 and rows["Dongli"] == UNCHANGED and rows["none"] == "waiting", done.stdout
    assert list(rows)[0] == "none" and "1 of 9 cities would be run" in done.stderr, done.stdout + done.stderr
    assert times(folder / "local") == before
    assert call(folder, "batch", "province", "-o", "local", "--dry-run").returncode == 4  # as the batch itself would
    for wrong in (("--executor", "cloud"), ("--nodes", 2), ("--dry-run", "--json")):
        assert call(folder, "batch", "province", *wrong).returncode == 2, wrong


def main():
    with tempfile.TemporaryDirectory(prefix="fieldgap_slurm_") as name:
        folder = Path(name).resolve()
        make_province(folder / "province", CITIES, {"none": breaks()["no_file"]})
        told = batch(folder, "province", "-o", "local")[1]
        assert FAILED in states(told).values()
        for check in (check_whole, check_lost, check_refused, check_silent, check_interrupt, check_plan):
            begin = time.monotonic()
            check(folder)
            print(f"{check.__name__}: {time.monotonic() - begin:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
