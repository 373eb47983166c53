"""A program run within limits of time, memory and output, with all that it starts."""
import os
import signal
import subprocess

LONGEST_FILE_BYTES = 1 << 30


class Ended:
    """How it ended: `code` is negative for a signal, None where it was killed at its time limit."""

    def __init__(self, code, stdout, stderr):
        self.code, self.stdout, self.stderr = code, stdout, stderr


def run(command, seconds, memory_mib, folder):
    """The process group is killed as a whole, so that nothing it started lives on."""
    limits = ["prlimit", f"--as={memory_mib << 20}", f"--fsize={LONGEST_FILE_BYTES}", "--core=0"]
    process = subprocess.Popen([*limits, *(str(word) for word in command)], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, start_new_session=True)
    try:
        stdout, stderr = process.communicate(timeout=seconds)
        return Ended(process.returncode, stdout, stderr)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return Ended(None, *process.communicate())
