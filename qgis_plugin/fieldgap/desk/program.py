"""The program as algorithms use it: found, named in the log, run, and what its exit code means."""

import os
import shlex
import subprocess

from qgis.core import QgsProcessingException

from ..program.finding import PROGRAM
from ..program.lines import says_unknown_command
from ..program.running import run_program
from . import program_setting
from .conversation import Conversation
from .folder import PLUGIN
from .speech import tr

DONE, DATA_ERRORS, USAGE = 0, 1, 2


def _misses(search):
    return "".join(tr("miss", place=tr(f"place_{miss.source}"), path=miss.path) for miss in search.misses)


def _answer(path):
    """The line of --version. Refuses what is no fieldgap."""
    lines = []
    try:
        ended = run_program([path, "--version"], lambda line: None, lines.append, lambda: False)
    except OSError as why:
        raise QgsProcessingException(tr("not_started", path=path, why=why)) from why
    if ended.code != DONE or not lines or not lines[0].startswith("fieldgap "):
        raise QgsProcessingException(tr("no_fieldgap", path=path))
    return lines[0]


class Program:
    def __init__(self, path, version):
        self.path = path
        self.version = version

    @staticmethod
    def found(feedback):
        search = program_setting.search()
        if search.found is None:
            raise QgsProcessingException(tr("no_program", misses=_misses(search), bin=os.path.join(PLUGIN, "bin", PROGRAM)))
        if search.misses:
            feedback.pushWarning(_misses(search).strip())
        version = _answer(search.found.path)
        feedback.pushInfo(tr("program", version=version, path=search.found.path, place=tr(f"place_{search.found.source}")))
        return Program(search.found.path, version)

    def run(self, words, feedback):
        """words: the command and its options. Returns where it is done, also with errors in the data, which are said; else raises with the program's own words."""
        feedback.pushCommandInfo(_shown([self.path, *words]))
        conversation = Conversation(feedback)
        try:
            ended = run_program([self.path, *words], conversation.hear_error_line, conversation.hear_output_line, feedback.isCanceled)
        except OSError as why:
            raise QgsProcessingException(tr("not_started", path=self.path, why=why)) from why
        if ended.was_cancelled and ended.code != DONE:
            raise QgsProcessingException(tr("cancelled"))
        last = conversation.last_error()
        if ended.code > DATA_ERRORS or ended.code < DONE:
            raise QgsProcessingException(self._failure(words[0], ended.code, last))
        if last:
            feedback.pushWarning(last)
        return ended.code

    def _failure(self, command, code, last):
        if code == USAGE and last and says_unknown_command(last, command):
            return tr("unknown_command", version=self.version, command=command, path=self.path)
        return last or tr("ended", code=code)


def _shown(words):
    """As it could be typed."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
