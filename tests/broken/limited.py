"""A program run within limits of time, memory and output, with all that it starts."""
import functools
import mmap
import os
import shutil
import signal
import subprocess

LONGEST_FILE_BYTES = 1 << 30


class Ended:
    """How it ended: `code` is negative for a signal, None where it was killed at its time limit."""

    def __init__(self, code, stdout, stderr):
        self.code, self.stdout, self.stderr = code, stdout, stderr


@functools.lru_cache
def is_sanitized(program):
    """Built with a sanitizer: it reserves terabytes of addresses for its own notes, so a limit of addresses would stop it at its start."""
    with open(shutil.which(program), "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as code:
        return any(code.find(name) >= 0 for name in (b"__asan_init", b"__tsan_init"))


def run(command, seconds, memory_mib, folder):
    """The process group is killed as a whole, so that nothing it started lives on."""
    limits = ["prlimit", f"--fsize={LONGEST_FILE_BYTES}", "--core=0"]
    if not is_sanitized(str(command[0])):
        limits.append(f"--as={memory_mib << 20}")
    process = subprocess.Popen([*limits, *(str(word) for word in command)], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, start_new_session=True)
    try:
        stdout, stderr = process.communicate(timeout=seconds)
        return Ended(process.returncode, stdout, stderr)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return Ended(None, *process.communicate())
