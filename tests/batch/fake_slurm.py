#!/usr/bin/python3
"""Stands for sbatch, squeue, scancel, scontrol and sinfo by the name under which it is called: runs the tasks of array jobs on this machine.

What there is lies in the folder FAKE_SLURM: a file JOB_INDEX for each task that waits or runs, with its process, and `calls`. What goes wrong
is told by FAKE_REFUSE (the words of a refusal), FAKE_HOLD (no task begins), FAKE_KILL and FAKE_TWICE (tasks `JOB_INDEX ..` that are killed
at once, or run twice at once), FAKE_MOST (MaxArraySize), FAKE_SILENT (squeue fails).
"""

import os
import re
import shlex
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

STATE = Path(os.environ["FAKE_SLURM"])
TASKS_AT_ONCE = 2


def wanted(name):
    return os.environ.get(name, "").split()


def options_of(script):
    """The #SBATCH lines as {name: value}."""
    words = [shlex.split(line[len("#SBATCH"):])[0] for line in script.read_text(encoding="utf-8").splitlines() if line.startswith("#SBATCH ")]
    return {name.lstrip("-"): value for name, _, value in (word.partition("=") for word in words)}


def begin(script, options, job, index):
    environment = {**os.environ, "SLURM_ARRAY_TASK_ID": str(index), "SLURM_ARRAY_JOB_ID": job, "SLURM_JOB_ID": f"{job}{index:03}",
                   "SLURM_CPUS_PER_TASK": options["cpus-per-task"]}
    log = re.sub(r"%(.)", lambda sign: {"a": str(index), "%": "%"}[sign[1]], options["output"])
    with open(log, "ab") as file:
        return subprocess.Popen(["/bin/sh", script], cwd=options["chdir"], env=environment, stdin=subprocess.DEVNULL, stdout=file,
                                stderr=subprocess.STDOUT, start_new_session=True)


def carry_out(script, options, job, index):
    task = f"{job}_{index}"
    mark = STATE / task
    if not mark.exists():  # cancelled
        return
    processes = [begin(script, options, job, index) for _ in range(2 if task in wanted("FAKE_TWICE") else 1)]
    mark.write_text(str(processes[0].pid), encoding="ascii")
    for process in processes:
        if task in wanted("FAKE_KILL"):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    mark.unlink(missing_ok=True)


def sbatch(arguments):
    if "FAKE_REFUSE" in os.environ:
        print(f"sbatch: error: Batch job submission failed: {os.environ['FAKE_REFUSE']}", file=sys.stderr)
        return 1
    script = Path(arguments[-1])
    options = options_of(script)
    job = str(len(list(STATE.glob("job-*"))) + 1)
    (STATE / f"job-{job}").write_text(options["array"], encoding="ascii")
    last = int(re.fullmatch(r"0-(\d+)(?:%\d+)?", options["array"])[1])
    for index in range(last + 1):
        (STATE / f"{job}_{index}").touch()
    print(job)
    sys.stdout.flush()
    if "FAKE_HOLD" not in os.environ and os.fork() == 0:
        os.setsid()
        with ThreadPoolExecutor(TASKS_AT_ONCE) as tasks:
            list(tasks.map(lambda index: carry_out(script, options, job, index), range(last + 1)))
    return 0


def squeue(_):
    if "FAKE_SILENT" in os.environ:
        print("squeue: error: Unable to contact slurm controller (connect failure)", file=sys.stderr)
        return 1
    print("\n".join(path.name for path in STATE.glob("*_*")))
    return 0


def scancel(arguments):
    for job in (word for word in arguments if not word.startswith("-")):
        for mark in STATE.glob(f"{job}_*"):
            pid = mark.read_text(encoding="ascii")
            mark.unlink(missing_ok=True)
            if pid:
                os.killpg(int(pid), signal.SIGTERM)
    return 0


def scontrol(_):
    print(f"ClusterName             = fake\nMaxArraySize            = {os.environ.get('FAKE_MOST', '1001')}\nMaxJobCount             = 10000")
    return 0


def sinfo(_):
    print("small|9|1|500\nmain*|3|2|4000+")
    return 0


def main():
    name = Path(sys.argv[0]).name
    with open(STATE / "calls", "a", encoding="utf-8") as calls:
        calls.write(shlex.join([name, *sys.argv[1:]]) + "\n")
    if sys.argv[1:] == ["--version"]:
        print("slurm-fake 22.05")
        return 0
    return {"sbatch": sbatch, "squeue": squeue, "scancel": scancel, "scontrol": scontrol, "sinfo": sinfo}[name](sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
