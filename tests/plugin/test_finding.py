"""Where the program is looked for, and in which order."""

import tempfile
import unittest
from pathlib import Path

from fieldgap.program.finding import Place, find_program, program_at


def program(folder, name="fieldgap", mode=0o755):
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(mode)
    return str(file)


class Finding(unittest.TestCase):
    def setUp(self):
        self._temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self._temporary.cleanup)
        self.root = Path(self._temporary.name)
        self.plugin = self.root / "plugin"

    def search(self, setting="", **environment):
        return find_program(setting, {"PATH": "", **environment}, str(self.plugin))

    def test_nowhere(self):
        self.assertIsNone(self.search().found)
        self.assertEqual(self.search().misses, [])

    def test_the_setting_goes_first_then_the_variable_then_path_then_the_plugin(self):
        own = program(self.plugin / "bin")
        self.assertEqual(self.search().found, Place("plugin", own))
        on_path = program(self.root / "on path")
        path = {"PATH": str(self.root / "on path")}
        self.assertEqual(self.search(**path).found, Place("path", on_path))
        variable = program(self.root / "variable")
        self.assertEqual(self.search(FIELDGAP=variable, **path).found, Place("environment", variable))
        setting = program(self.root / "设置 'x'")
        self.assertEqual(self.search(setting, FIELDGAP=variable, **path).found, Place("setting", setting))

    def test_a_folder_stands_for_the_program_in_it_or_in_its_bin(self):
        there = program(self.root / "a")
        self.assertEqual(program_at(str(self.root / "a")), there)
        below = program(self.root / "b" / "bin")
        self.assertEqual(program_at(str(self.root / "b")), below)
        self.assertIsNone(program_at(str(self.root / "plugin")))

    def test_what_is_named_and_is_none_is_told_and_the_search_goes_on(self):
        lost = str(self.root / "moved away" / "fieldgap")
        on_path = program(self.root / "c")
        search = self.search(lost, PATH=str(self.root / "c"))
        self.assertEqual(search.found, Place("path", on_path))
        self.assertEqual(search.misses, [Place("setting", lost)])

    def test_a_file_that_may_not_be_run_is_none(self):
        self.assertIsNone(program_at(program(self.root / "d", mode=0o644)))

    def test_a_setting_of_blanks_is_none(self):
        self.assertEqual(self.search("  ", FIELDGAP=" ").misses, [])


if __name__ == "__main__":
    unittest.main()
