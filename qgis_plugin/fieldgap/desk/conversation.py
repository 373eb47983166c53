"""What the program says, passed on to where a planner sees it."""

from ..program.lines import line_of

WIDE = "\u00a0\u00a0"  # the log of a dialog is HTML, where columns of a table would run together


class Conversation:
    """An error is held back until it is clear whether it is the last one: that one ends the algorithm, and is said once."""

    def __init__(self, feedback):
        self._feedback = feedback
        self._held = None

    def hear_error_line(self, text):
        line = line_of(text)
        if line.kind == "progress":
            self._feedback.setProgress(line.percent)
            self._feedback.setProgressText(line.text)
        elif line.kind == "warning":
            self._feedback.pushWarning(line.text)
        elif line.kind == "error":
            self._say_held()
            self._held = line.text
        else:
            self._feedback.pushInfo(line.text)

    def hear_output_line(self, text):
        self._feedback.pushConsoleInfo(text.replace("  ", WIDE))

    def last_error(self):
        """None where there was no error; whoever takes it says it."""
        held, self._held = self._held, None
        return held

    def _say_held(self):
        if self._held is not None:
            self._feedback.reportError(self._held)
