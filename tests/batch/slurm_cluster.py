"""A Slurm cluster of four nodes on this machine, in a folder of its own; nothing of it is left afterwards."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

NODES = ("n1", "n2", "n3", "n4")
START_S = 60
END_S = 15
SBIN = "/usr/sbin"

CONFIG = """\
ClusterName=fieldgap
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={port}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/s
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool/%n
SlurmdPidFile={folder}/run/%n.pid
SlurmdLogFile={folder}/log/%n.log
SlurmctldPidFile={folder}/run/slurmctld.pid
SlurmctldLogFile={folder}/log/slurmctld.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SlurmdParameters=config_overrides
JobCompType=jobcomp/none
AccountingStorageType=accounting_storage/none
ReturnToService=2
SlurmdTimeout=10
KillWait=2
JobRequeue=1
MailProg=/bin/true
SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=2
NodeName=n[1-4] NodeHostname={host} NodeAddr=127.0.0.1 Port=[{first}-{last}] CPUs=2 RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=n[1-4] Default=YES MaxTime=1:00:00 State=UP
"""


def processes():
    """Numbers of all processes that can be looked at, with their environment."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                yield int(entry.name), (entry / "environ").read_bytes()
            except OSError:
                continue  # it has ended, or is another's


def variables(environment):
    pairs = (entry.partition(b"=") for entry in environment.split(b"\0"))
    return {name.decode("utf-8", "replace"): value.decode("utf-8", "replace") for name, _, value in pairs}


class SlurmCluster:
    """`with SlurmCluster(folder) as cluster`: up, with four idle nodes."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.environment = {**os.environ, "SLURM_CONF": str(self.folder / "slurm.conf")}

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_):
        self._stop()

    def _start(self):
        for name in ("state", "spool", "run", "log", "key", *(f"spool/{node}" for node in NODES)):
            (self.folder / name).mkdir(mode=0o700)
        key = self.folder / "key" / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)
        self.folder.chmod(0o755)  # munged wants everybody to reach its socket
        port = 20000 + os.getpid() % 20000
        text = CONFIG.format(host=socket.gethostname().split(".")[0], user=pwd.getpwuid(os.getuid()).pw_name, folder=self.folder, port=port,
                             first=port + 1, last=port + len(NODES))
        (self.folder / "slurm.conf").write_text(text, encoding="ascii")
        run = self.folder / "run"
        self._begin("munged", "--force", "-S", self.folder / "s", "--key-file", key, "--pid-file", run / "munged.pid",
                    "--log-file", self.folder / "log" / "munged.log", "--seed-file", run / "munged.seed")
        self._begin("slurmctld", "-c")
        for node in NODES:
            self._begin("slurmd", "-N", node)
        self.wait("four idle nodes", lambda: self.ask("sinfo", "-h", "-o", "%D %t") == "4 idle", START_S)

    def _begin(self, daemon, *arguments):
        subprocess.run([f"{SBIN}/{daemon}", *map(str, arguments)], env=self.environment, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def _stop(self):
        """Asks the jobs, then the daemons, then kills what is left: all by their numbers, and none that is not of this cluster."""
        self.ask("scancel", "--user", pwd.getpwuid(os.getuid()).pw_name)
        self._wait_until(lambda: not self.ask("squeue", "-h"), END_S)
        for sent in (signal.SIGTERM, signal.SIGKILL):
            for number in self._own():
                try:
                    os.kill(number, signal.SIGCONT)
                    os.kill(number, sent)
                except ProcessLookupError:
                    pass
            if self._wait_until(lambda: not self._own(), END_S):
                return
        raise AssertionError(f"still there: {self._own()}")

    def _own(self):
        """Daemons, their steps and tasks: all have the cluster's config in their environment."""
        mark = f"SLURM_CONF={self.folder}/slurm.conf".encode()
        return [number for number, environment in processes() if mark in environment.split(b"\0")]

    @staticmethod
    def _wait_until(is_so, seconds):
        until = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
        return True

    def wait(self, what, is_so, seconds=60):
        if not self._wait_until(is_so, seconds):
            logs = "".join(f"--- {path.name}\n" + path.read_text("utf-8", "replace")[-1500:] for path in (self.folder / "log").glob("*.log"))
            raise AssertionError(f"waited {seconds} s for: {what}\n{self.ask('squeue')}\n{self.ask('sinfo', '-N', '-l')}\n{logs}")

    def ask(self, *words):
        """What a command of Slurm prints; nothing where it fails."""
        done = subprocess.run(words, env=self.environment, text=True, capture_output=True, timeout=60, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    def tell(self, *words):
        subprocess.run(words, env=self.environment, check=True, capture_output=True, timeout=60)

    def queued(self):
        """State and node of each task that waits or runs."""
        lines = self.ask("squeue", "-h", "-r", "-o", "%F_%K|%T|%N").splitlines()
        return {task: (state, node) for task, state, node in (line.split("|") for line in lines)}

    def running(self):
        """Processes `run-cities`: {number: (task, node, restart)}."""
        found = {}
        for number, environment in processes():
            known = variables(environment)
            words = words_of(number)
            if known.get("SLURM_CONF") == self.environment["SLURM_CONF"] and words[1:2] == ["run-cities"]:
                task = f"{known['SLURM_ARRAY_JOB_ID']}_{known['SLURM_ARRAY_TASK_ID']}"
                found[number] = (task, known["SLURMD_NODENAME"], known.get("SLURM_RESTART_COUNT", "0"))
        return found

    def slurmd(self, node):
        return int((self.folder / "run" / f"{node}.pid").read_text(encoding="ascii"))


def words_of(number):
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []


def children(number):
    try:
        return [int(child) for child in Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def send(number, signal_number):
    """To a process and the cities that it runs; those are stopped after it, so that it sees nothing of that."""
    for one in (number, *children(number)):
        try:
            os.kill(one, signal_number)
        except ProcessLookupError:
            pass


def is_installed():
    return all(shutil.which(name, path=f"{os.environ['PATH']}:{SBIN}") for name in ("sbatch", "slurmctld", "slurmd", "munged"))
