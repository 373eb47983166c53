"""What the program says on stderr, line by line: progress, warnings, errors, and the rest."""

import re
from dataclasses import dataclass
from typing import Optional

PROGRESS = re.compile(r"progress (\d{1,3}) (.*)")
LEVELS = {"error": ("error: ", "错误："), "warning": ("warning: ", "警告：")}
UNKNOWN_COMMAND = ("unknown command", "未知命令")


@dataclass(frozen=True)
class Line:
    """kind is `progress`, `error`, `warning` or `info`."""

    kind: str
    text: str
    percent: Optional[int] = None


def line_of(text):
    progress = PROGRESS.fullmatch(text)
    if progress:
        return Line("progress", progress[2], min(int(progress[1]), 100))
    for kind, beginnings in LEVELS.items():
        for beginning in beginnings:
            if text.startswith(beginning):
                return Line(kind, text[len(beginning):])
    return Line("info", text)


def says_unknown_command(text, command):
    return f"'{command}'" in text and any(words in text for words in UNKNOWN_COMMAND)


class LineSplitter:
    """Lines out of chunks of bytes that end anywhere, also within a letter."""

    def __init__(self):
        self._rest = b""

    def feed(self, chunk):
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        return [self._decoded(line) for line in lines]

    def finish(self):
        rest, self._rest = self._rest, b""
        return [self._decoded(rest)] if rest else []

    @staticmethod
    def _decoded(line):
        return line.rstrip(b"\r").decode("utf-8", "replace")
