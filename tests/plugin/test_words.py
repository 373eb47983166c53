"""Every text is there in both languages, with the same values, and every text that the plugin asks for is there."""

import re
import string
import unittest
from pathlib import Path

from fieldgap.city.settings import SETTINGS
from fieldgap.words import CATALOGUES, language_of, text

PLUGIN = Path(__file__).resolve().parents[2] / "qgis_plugin" / "fieldgap"
COMMANDS = ("init", "check", "run", "screen", "diff", "report", "batch")
CHINESE = re.compile("[\u4e00-\u9fff]")


def values(words):
    return sorted(name for _, name, _, _ in string.Formatter().parse(words) if name)


def sources_of_plugin():
    return "".join(path.read_text(encoding="utf-8") for path in PLUGIN.rglob("*.py") if path.parent.name != "words")


class Words(unittest.TestCase):
    def test_both_languages_have_the_same_keys_and_values(self):
        english, chinese = CATALOGUES["en"], CATALOGUES["zh"]
        self.assertEqual(sorted(english), sorted(chinese))
        for key, words in english.items():
            self.assertEqual(values(words), values(chinese[key]), key)
            self.assertEqual(words.count("|"), chinese[key].count("|"), key)

    def test_chinese_is_chinese(self):
        self.assertEqual([key for key, words in CATALOGUES["zh"].items() if not CHINESE.search(words)], [])

    def test_every_text_that_is_asked_for_is_there(self):
        sources = sources_of_plugin()
        asked = set(re.findall(r'\btr\("(\w+)"', sources)) | {setting.parameter for setting in SETTINGS}
        asked |= {f"{setting.parameter}_options" for setting in SETTINGS if setting.words}
        asked |= {f"{command}_{what}" for command in COMMANDS for what in ("title", "help")}
        self.assertEqual(sorted(asked - set(CATALOGUES["en"])), [])

    def test_no_text_is_there_that_nobody_asks_for(self):
        sources = sources_of_plugin()
        roles = {name.upper() for name in re.findall(r'\bRole\("(\w+)"', sources)}
        said = roles | {setting.parameter for setting in SETTINGS} | set(re.findall(r'"(\w+)"', sources))
        stems = {key: re.sub(r"_(title|help|options)$|^place_", "", key) for key in CATALOGUES["en"]}
        self.assertEqual([key for key, stem in stems.items() if not said & {key, stem}], [])

    def test_options_are_as_many_as_words(self):
        for setting in SETTINGS:
            if setting.words:
                self.assertEqual(len(text("en", f"{setting.parameter}_options").split("|")), len(setting.words), setting.parameter)

    def test_values_are_put_in_as_they_are(self):
        self.assertIn("{x} [% 1 %]", text("en", "config_written", path="{x} [% 1 %]"))

    def test_the_language_of_a_locale(self):
        self.assertEqual([language_of(locale) for locale in ("zh_CN", "zh-Hans", "zh", "en_US", "de", "", "C")], ["zh", "zh", "zh", "en", "en", "en", "en"])


if __name__ == "__main__":
    unittest.main()
