"""The zip that QGIS installs: one top folder, everything the plugin needs, the project's version, and the same bytes again."""

import ast
import configparser
import os
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "qgis_plugin" / "fieldgap"
OLDEST_PYTHON = (3, 9)  # that of QGIS 3.22 on Windows


def built(folder, name="p.zip", **environment):
    out = Path(folder) / name
    subprocess.run([sys.executable, ROOT / "scripts" / "plugin-zip", out], check=True, capture_output=True, env={**os.environ, **environment})
    return out


class Zip(unittest.TestCase):
    def setUp(self):
        self._temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self._temporary.cleanup)
        self.folder = self._temporary.name

    def test_one_top_folder_and_no_more_than_the_plugin(self):
        names = zipfile.ZipFile(built(self.folder)).namelist()
        self.assertEqual({name.split("/")[0] for name in names}, {"fieldgap"})
        sources = {path.relative_to(PLUGIN.parent).as_posix() for path in PLUGIN.rglob("*") if path.suffix in (".py", ".svg")}
        self.assertEqual(set(names), sources | {"fieldgap/metadata.txt"})

    def test_metadata_as_the_plugin_manager_asks_for_it(self):
        text = zipfile.ZipFile(built(self.folder)).read("fieldgap/metadata.txt").decode("utf-8")
        metadata = configparser.ConfigParser(interpolation=None)
        metadata.read_string(text)
        general = metadata["general"]
        version = re.search(r"project\(fieldgap VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
        self.assertEqual((general["version"], general["hasProcessingProvider"], general["qgisMinimumVersion"]), (version, "yes", "3.22"))
        for key in ("name", "description", "about", "author", "email", "repository", "tracker"):
            self.assertTrue(general[key], key)
        self.assertTrue((PLUGIN / general["icon"]).is_file())

    def test_the_same_bytes_again_and_the_time_of_the_epoch(self):
        epoch = {"SOURCE_DATE_EPOCH": "1600000000"}
        first, second = built(self.folder, "1.zip", **epoch), built(self.folder, "2.zip", **epoch)
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertEqual({entry.date_time for entry in zipfile.ZipFile(first).infolist()}, {(2020, 9, 13, 12, 26, 40)})

    def test_every_module_is_python_of_the_oldest_qgis(self):
        for path in PLUGIN.rglob("*.py"):
            ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=OLDEST_PYTHON)


if __name__ == "__main__":
    unittest.main()
