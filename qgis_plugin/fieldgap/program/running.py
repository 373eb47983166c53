"""The program as a process: its lines are heard in the caller's thread as they come, and it can be asked to end.

Not QgsBlockingProcess, which cannot end a console program on Windows and cannot be tried without QGIS.
"""

import os
import queue
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

from .lines import LineSplitter

LOOK_S = 0.1  # how often somebody is asked whether the work is to end
GRACE_S = 10.0  # the program hears within two seconds; who has not ended by then never will


@dataclass(frozen=True)
class Ended:
    code: int
    was_cancelled: bool


def _words_for_system(command):
    """As UTF-8 on POSIX: a QGIS started without a locale would refuse Chinese names."""
    return list(command) if os.name == "nt" else [word.encode("utf-8", "surrogateescape") for word in command]


def _started(command):
    hidden = {"creationflags": subprocess.CREATE_NO_WINDOW} if sys.platform == "win32" else {}
    return subprocess.Popen(_words_for_system(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **hidden)


def _pass_on(stream, name, chunks):
    chunk = b"-"
    while chunk:
        try:
            chunk = os.read(stream.fileno(), 65536)
        except (OSError, ValueError):  # closed here, because somebody failed
            chunk = b""
        chunks.put((name, chunk))


class _Ending:
    """Asks the process to end once it is wanted (SIGTERM; on Windows there is only the hard way), and makes it end later."""

    def __init__(self, process):
        self._process = process
        self._asked_at = None
        self._was_killed = False

    @property
    def was_asked(self):
        return self._asked_at is not None

    def look(self, is_wanted):
        if self._asked_at is None and is_wanted:
            self._process.terminate()
            self._asked_at = time.monotonic()
        elif self._asked_at is not None and time.monotonic() - self._asked_at > GRACE_S:
            self._process.kill()
            self._was_killed = True

    def has_come_hard(self):
        """Then its own children may still hold the streams, and nobody waits for them."""
        return self._was_killed and self._process.poll() is not None


def _listen(process, hearers, ending, is_cancelled):
    chunks = queue.Queue()
    splitters = {name: LineSplitter() for name in hearers}
    for name, stream in (("err", process.stderr), ("out", process.stdout)):
        threading.Thread(target=_pass_on, args=(stream, name, chunks), daemon=True).start()
    open_streams = set(hearers)
    while open_streams:
        ending.look(is_cancelled())
        try:
            name, chunk = chunks.get(timeout=LOOK_S)
        except queue.Empty:
            if ending.has_come_hard():
                return
            continue
        lines = splitters[name].feed(chunk) if chunk else splitters[name].finish()
        for line in lines:
            hearers[name](line)
        if not chunk:
            open_streams.discard(name)


def run_program(command, hear_error_line, hear_output_line, is_cancelled):
    """Ends when the program has ended and said everything. OSError where it cannot be started."""
    with _started(command) as process:
        ending = _Ending(process)
        try:
            _listen(process, {"err": hear_error_line, "out": hear_output_line}, ending, is_cancelled)
        except BaseException:
            process.kill()
            raise
        return Ended(process.wait(), ending.was_asked)
