"""A program as a process: heard line by line, cancelled, ended hard where it does not listen."""

import sys
import time
import unittest

from fieldgap.program import running
from fieldgap.program.running import Ended, run_program


def python(text):
    return [sys.executable, "-c", text]


def run(command, is_cancelled=lambda: False):
    errors, output = [], []
    return run_program(command, errors.append, output.append, is_cancelled), errors, output


class Running(unittest.TestCase):
    def test_lines_of_both_streams_and_the_exit_code(self):
        ended, errors, output = run(python("import sys; print('出'); print('progress 1 a', file=sys.stderr); print('error: b', file=sys.stderr); sys.exit(3)"))
        self.assertEqual((ended, errors, output), (Ended(3, False), ["progress 1 a", "error: b"], ["出"]))

    def test_words_arrive_as_they_are(self):
        word = "新津 'a' \"b\" \\ $x\n%"
        self.assertEqual(run([*python("import sys; print(ascii(sys.argv[1]))"), word])[2], [ascii(word)])

    def test_much_on_both_streams_does_not_stop_it(self):
        text = "import sys\nfor i in range(20000): print('x' * 50); print('y' * 50, file=sys.stderr)"
        ended, errors, output = run(python(text))
        self.assertEqual((ended.code, len(errors), len(output)), (0, 20000, 20000))

    def test_cancelled_it_is_asked_to_end_and_has_its_say(self):
        text = ("import signal, sys, time\nsignal.signal(signal.SIGTERM, lambda *_: (print('error: interrupted', file=sys.stderr), sys.exit(130)))\n"
                "print('progress 1 x', file=sys.stderr, flush=True)\ntime.sleep(60)")
        errors = []
        begun = time.monotonic()
        ended = run_program(python(text), errors.append, print, lambda: bool(errors))
        self.assertEqual((ended, errors), (Ended(130, True), ["progress 1 x", "error: interrupted"]))
        self.assertLess(time.monotonic() - begun, 5)

    def test_who_does_not_listen_is_killed(self):
        text = "import signal, sys, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('deaf', flush=True)\ntime.sleep(60)"
        output, grace = [], running.GRACE_S
        running.GRACE_S = 0.3
        self.addCleanup(setattr, running, "GRACE_S", grace)
        ended = run_program(python(text), print, output.append, lambda: bool(output))
        self.assertTrue(ended.was_cancelled and ended.code < 0)

    def test_a_failing_hearer_leaves_no_process(self):
        def fail(line):
            raise RuntimeError(line)

        begun = time.monotonic()
        with self.assertRaises(RuntimeError):
            run_program(python("import time; print('x', flush=True); time.sleep(60)"), print, fail, lambda: False)
        self.assertLess(time.monotonic() - begun, 5)

    def test_what_is_not_there_is_an_error_of_the_system(self):
        with self.assertRaises(OSError):
            run(["/nowhere/fieldgap"])


if __name__ == "__main__":
    unittest.main()
