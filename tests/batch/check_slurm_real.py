#!/usr/bin/python3
"""Forty drawn cities by a real Slurm on this machine, while a node is drained, a task is killed, and another runs twice at once; then a
refusal, Ctrl-C, and the script of --dry-run. Compares with a batch without Slurm, byte by byte.

usage: check_slurm_real.py FIELDGAP [--cities N] [--schools N]   (scripts/slurm-test installs Slurm first)
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from provinces import DONE, FIELDGAP, UNCHANGED, batch, call, copied_city, drawn_city, results, states
from slurm_cluster import SlurmCluster, is_installed, send

OUT = "out of 集群"
BROKEN_OFF = "broken off"
DRAWN = 8  # cities that are drawn; the others are copies under other names


def make_province(folder, cities, schools):
    folder.mkdir()
    drawn = [drawn_city(folder / f"c{number:02}", number + 1, schools + 3 * number) for number in range(min(DRAWN, cities))]
    for number in range(DRAWN, cities):
        copied_city(drawn[number % DRAWN], f"c{number:02}")


def hold_three(cluster, process):
    """Stops a task on each of three nodes, so that there is time to disturb them."""
    held = {}
    while len(held) < 3:
        assert process.poll() is None, "the batch ended before three nodes had a task: draw larger cities"
        for number, (task, node, restart) in cluster.running().items():
            if node not in held and len(held) < 3:
                send(number, signal.SIGSTOP)
                held[node] = (number, task)
                print(f"  held: task {task} on {node}, process {number}, restart {restart}", flush=True)
        time.sleep(0.02)
    return list(held.items())


def drain(cluster, node, number):
    cluster.tell("scontrol", "update", f"nodename={node}", "state=drain", "reason=test")
    send(number, signal.SIGCONT)
    print(f"  drained: {node}", flush=True)


def kill(number, task):
    os.kill(number, signal.SIGKILL)  # its cities follow it
    print(f"  killed: task {task}", flush=True)


def run_twice(cluster, node, number, task):
    """The node's daemon dies, the task does not: Slurm begins it once more elsewhere, and both run at once."""
    os.kill(cluster.slurmd(node), signal.SIGKILL)
    cluster.wait(f"{task} queued again", lambda: cluster.queued().get(task, ("", ""))[0] == "PENDING", 120)
    cluster.tell("scontrol", "update", f"jobid={task}", "StartTime=now")
    second = {}

    def has_begun():
        second.update({other: where for other, where in cluster.running().items() if where[0] == task and other != number})
        return bool(second)

    cluster.wait(f"{task} begun again", has_begun, 120)
    other, (_, elsewhere, restart) = next(iter(second.items()))
    send(other, signal.SIGSTOP)
    assert number in cluster.running() and other in cluster.running()
    for one in (number, other):
        send(one, signal.SIGCONT)
    print(f"  twice at once: task {task} on {node} (process {number}) and {elsewhere} (process {other}, restart {restart})", flush=True)


def check_disturbed(cluster, folder):
    print("a batch by Slurm, disturbed:", flush=True)
    words = [FIELDGAP, "batch", "province", "-o", OUT, "--executor", "slurm"]
    with open(folder / "said", "w", encoding="utf-8") as said:
        with subprocess.Popen(words, cwd=folder, env=cluster.environment, stdout=subprocess.DEVNULL, stderr=said) as process:
            (drained, one), (_, two), (lost, three) = hold_three(cluster, process)
            drain(cluster, drained, one[0])
            kill(*two)
            run_twice(cluster, lost, *three)
            code = process.wait(timeout=600)
    said = [line for line in (folder / "said").read_text(encoding="utf-8").splitlines() if not line.startswith("progress")]
    print("  " + "\n  ".join(said), flush=True)
    assert code == 0, code
    assert any("submitted again" in line for line in said)
    expect_local(folder, OUT)
    cluster.wait("an empty queue", lambda: not cluster.queued())
    cluster.tell("scontrol", "update", f"nodename={drained}", "state=resume")


def expect_local(folder, out):
    found, expected = results(folder / out), results(folder / "local")
    different = [name for name in expected if found.get(name) != expected[name]]
    assert found == expected, different
    print(f"  {len(found)} files (all.gpkg, all.qgz, each city's) equal those of the local batch, byte by byte", flush=True)


def check_interrupted(cluster, folder):
    print("Ctrl-C, then --resume:", flush=True)
    words = [FIELDGAP, "batch", "province", "-o", BROKEN_OFF, "--executor", "slurm", "-q"]
    with subprocess.Popen(words, cwd=folder, env=cluster.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        cluster.wait("five cities", lambda: len(list((folder / BROKEN_OFF).glob(".slurm/1/outcomes/*.json"))) >= 5)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1].strip()
    assert process.returncode == 130, (process.returncode, said)
    print("  " + said.splitlines()[-1], flush=True)
    cluster.wait("an empty queue", lambda: not cluster.queued(), 30)
    done, told = batch(folder, "province", "-o", BROKEN_OFF, "--executor", "slurm", "--resume", env=cluster.environment)
    counts = {state: list(states(told).values()).count(state) for state in set(states(told).values())}
    assert done.returncode == 0 and set(counts) == {DONE, UNCHANGED}, done.stderr
    print(f"  resumed: {counts}", flush=True)
    expect_local(folder, BROKEN_OFF)


def check_refused(cluster, folder):
    print("a partition that is not there:", flush=True)
    done = call(folder, "batch", "province", "-o", "refused", "--executor", "slurm", "-q", env={**cluster.environment, "SBATCH_PARTITION": "gpu"})
    print(f"  exit {done.returncode}: {done.stderr.strip()}", flush=True)
    assert done.returncode == 4 and len(done.stderr.strip().splitlines()) == 1


def check_plan(cluster, folder):
    print("--dry-run, and what `sbatch --test-only` says of it:", flush=True)
    done = call(folder, "batch", "province", "-o", "planned", "--executor", "slurm", "--nodes", 3, "--timeout", 600, "--dry-run", env=cluster.environment)
    assert done.returncode == 0 and not (folder / "planned").exists()
    print("  " + "\n  ".join(done.stdout.splitlines()), flush=True)
    asked = subprocess.run(["sbatch", "--test-only"], input=done.stdout, env=cluster.environment, cwd=folder, text=True, capture_output=True, check=False)
    print("  " + asked.stderr.strip(), flush=True)
    assert asked.returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("fieldgap")
    parser.add_argument("--cities", type=int, default=40)
    parser.add_argument("--schools", type=int, default=20)
    options = parser.parse_args()
    if not is_installed():
        sys.exit("slurmctld, slurmd, slurm-client or munge is not installed")
    # A stop of this script is to end in the cluster's teardown as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="fg_slurm_") as name:
        folder = Path(name).resolve()
        make_province(folder / "province", options.cities, options.schools)
        begin = time.monotonic()
        local = batch(folder, "province", "-o", "local")[1]
        assert set(states(local).values()) == {DONE}, states(local)
        print(f"{options.cities} cities without Slurm: {time.monotonic() - begin:.0f} s", flush=True)
        (folder / "cluster").mkdir()
        with SlurmCluster(folder / "cluster") as cluster:
            print("cluster: " + cluster.ask("sinfo", "-h", "-o", "%D nodes, each %c cores and %m MiB, %t"), flush=True)
            check_plan(cluster, folder)
            check_refused(cluster, folder)
            check_disturbed(cluster, folder)
            check_interrupted(cluster, folder)
        print("torn down; all is as it should be", flush=True)


if __name__ == "__main__":
    sys.exit(main())
