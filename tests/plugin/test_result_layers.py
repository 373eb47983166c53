"""Which layers of a result are shown: those of its own project in its order, else those of the file."""

import sqlite3
import tempfile
import unittest
import zipfile
from pathlib import Path

from fieldgap.results.result_layers import ResultLayer, figures_of, layers_of, project_of

PROJECT = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis><layer-tree-group><layer-tree-group name="缺口 &lt;b&gt;"><layer-tree-layer id="a" name="Schools [% 1 %]" checked="Qt::Checked"/>
<layer-tree-layer id="b" name="Areas" checked="Qt::Unchecked"/></layer-tree-group><layer-tree-layer id="other" name="Tiles" checked="Qt::Checked"/></layer-tree-group>
<projectlayers><maplayer><id>b</id><datasource>./{file}|layername=walk_areas</datasource></maplayer>
<maplayer><id>a</id><datasource>./{file}|layername=schools|geometrytype=Point</datasource></maplayer>
<maplayer><id>other</id><datasource>type=xyz&amp;url=http://nowhere</datasource></maplayer></projectlayers></qgis>"""


class ResultLayers(unittest.TestCase):
    def setUp(self):
        self._temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self._temporary.cleanup)
        self.result = str(Path(self._temporary.name) / "新 'a'#?%.gpkg")
        file = sqlite3.connect(self.result)
        file.executescript("CREATE TABLE gpkg_contents(table_name); INSERT INTO gpkg_contents VALUES ('schools'), ('walk_areas'), ('summary'), ('layer_styles');"
                           "CREATE TABLE summary(key, value); INSERT INTO summary VALUES ('gap_m2', 12.5), ('residual_m2', NULL);")
        file.close()

    def write_project(self, text):
        with zipfile.ZipFile(self.result.replace(".gpkg", ".qgz"), "w") as archive:
            archive.writestr("x.qgs", text)

    def test_in_the_order_of_the_project_with_names_groups_and_what_is_shown(self):
        self.write_project(PROJECT.replace("{file}", Path(self.result).name))
        self.assertEqual(layers_of(self.result), [
            ResultLayer(f"{self.result}|layername=schools|geometrytype=Point", "Schools [% 1 %]", ("缺口 <b>",), True),
            ResultLayer(f"{self.result}|layername=walk_areas", "Areas", ("缺口 <b>",), False)])

    def test_without_a_project_those_of_the_file(self):
        self.assertIsNone(project_of(self.result))
        self.assertEqual([layer.title for layer in layers_of(self.result)], ["schools", "walk_areas", "summary"])

    def test_a_project_that_cannot_be_read_hides_nothing(self):
        for text in ("no xml", "<qgis/>"):
            self.write_project(text)
            self.assertEqual(len(layers_of(self.result)), 3, text)

    def test_figures(self):
        self.assertEqual(figures_of(self.result), {"gap_m2": 12.5, "residual_m2": None})
        self.assertEqual(sorted(path.name for path in Path(self.result).parent.iterdir()), [Path(self.result).name])


if __name__ == "__main__":
    unittest.main()
