"""The config that is written holds what was meant, whatever is in the names: a reader of TOML is asked."""

import tomllib
import unittest

from fieldgap.city.config_text import Input, config_text
from fieldgap.city.settings import SETTINGS, channel_values, channels_that_are_on, further_set_words, set_words
from fieldgap.city.toml_text import comment, string

HOSTILE = ("", "新津", 'a "b" \\ c', "'x'", "a\nb\r\n\tc", "\0\x01\x1f\x7f", '"""', "# no comment", "[inputs.schools]", "[% now() %]", "C:\\new\\table", "é\u2028\u202e", "\\u0041")


class Config(unittest.TestCase):
    def test_strings_come_back(self):
        for text in HOSTILE:
            self.assertEqual(tomllib.loads(f"x = {string(text)}")["x"], text)

    def test_half_a_letter_is_replaced(self):
        self.assertEqual(string("a\ud800b"), '"a\ufffdb"')

    def test_comments_stay_comments(self):
        for text in HOSTILE:
            self.assertEqual(tomllib.loads(comment(text) + "\nx = 1\n"), {"x": 1})

    def test_a_whole_city(self):
        for text in HOSTILE:
            inputs = [Input("schools", text, text, text), Input("fields", "layers/fields.gpkg", "", "", {"complete": True})]
            read = tomllib.loads(config_text(text, text, inputs, {"walk.minutes": 12.5, "estates.pupils_per_1000.primary": 45.0, "standards.regime": "plan"}))
            wanted = {"path": text, "layer": text} if text else {"path": ""}
            self.assertEqual(read, {"city": {"name": text}, "inputs": {"schools": wanted, "fields": {"path": "layers/fields.gpkg", "complete": True}},
                                    "walk": {"minutes": 12.5}, "estates": {"pupils_per_1000": {"primary": 45.0}}, "standards": {"regime": "plan"}})

    def test_channels(self):
        self.assertEqual(channels_that_are_on([], True), ["share", "rent", "basement", "expand"])
        self.assertEqual(channels_that_are_on([], False), ["basement", "expand"])
        self.assertEqual(channels_that_are_on(["rent"], False), ["rent"])
        given = {"channels.rent.cost_per_m2": 50.0, "channels.share.cap_m2": 9.0, "walk.minutes": 8.0}
        self.assertEqual(channel_values(["rent", "expand"], given), {"channels.rent.cost_per_m2": 50.0, "walk.minutes": 8.0, "channels.expand.cost_per_m2": 20.0})

    def test_settings_as_options(self):
        self.assertEqual(set_words({"walk.minutes": 8.0, "output.streets": True}), ["--set", "walk.minutes=8.0", "--set", "output.streets=true"])
        self.assertEqual(further_set_words("\n# x\n walk.minutes = 9 \ncity.name=a=b"), ["--set", "walk.minutes = 9", "--set", "city.name=a=b"])
        for wrong in ("walk.minutes", "=5", "walk.minutes 9"):
            with self.assertRaises(ValueError):
                further_set_words(wrong)

    def test_no_parameter_twice(self):
        names = [setting.parameter for setting in SETTINGS]
        self.assertEqual(len(names), len(set(names)))


if __name__ == "__main__":
    unittest.main()
