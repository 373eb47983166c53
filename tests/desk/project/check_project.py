#!/usr/bin/python3
"""What a planner opens: the project of a city in QGIS itself, in English and Chinese, and that of a town whose names hold markup, quotes and expressions. Every theme,
form, tip and page is asked for; the pages are printed to pictures, which are to be looked at.

usage: check_project.py FIELDGAP PICTURES
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())

from qgis.core import (Qgis, QgsApplication, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeatureRequest, QgsLayoutExporter,
                       QgsLayoutItemMap, QgsMapRendererSequentialJob, QgsMapSettings, QgsProject)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

CITY = Path(__file__).resolve().parents[3] / "data" / "city.toml"
WORDS = {
    "en": {"themes": ["gaps", "ten minutes", "bottlenecks", "estates", "data quality"], "wall": "wall map", "sheet": "school sheet", "gap": "Gap (m2)", "short": "Short by"},
    "zh": {"themes": ["缺口", "十分钟步行圈", "瓶颈", "住宅小区", "数据质量"], "wall": "挂图", "sheet": "学校单页", "gap": "缺口（平方米）", "short": "缺口"},
}
HOSTILE = ["[% 1+1 %] <b>bold</b> & \"quoted\" 'name'", "@project_title || $id \\n {}", "</td><script>alert(1)</script>"]
faults = []
logged = []


def check(holds, what):
    if not holds:
        faults.append(what)


def run_city(fieldgap, config, folder, language):
    result = Path(folder) / f"{language}.gpkg"
    subprocess.run([fieldgap, "run", str(config), "-o", str(result), "--lang", language, "--overwrite"], check=True, capture_output=True, timeout=300)
    return result


def open_project(result):
    project = QgsProject.instance()
    project.clear()
    check(project.read(str(result.with_suffix(".qgz"))), f"{result.name}: the project does not open")
    check(project.crs().isValid() and not project.crs().isGeographic(), f"{result.name}: a map in degrees is not true to scale")
    return project


def layer(project, key):
    return project.mapLayer("map_layer_" + key)


def check_themes(project, names, pictures, prefix):
    themes = project.mapThemeCollection()
    check(sorted(themes.mapThemes()) == sorted(names), f"{prefix}: themes are {themes.mapThemes()}")
    opened = {node.layerId() for node in project.layerTreeRoot().findLayers() if node.isVisible()}
    check(opened == set(themes.mapThemeVisibleLayerIds(names[0])), f"{prefix}: the theme of gaps is not what opens")
    check("map_layer_residential" not in opened, f"{prefix}: estates cover the gaps")
    for name in names:
        shown = themes.mapThemeVisibleLayers(name)
        check(shown and all(one.isValid() for one in shown), f"{prefix}: a layer of '{name}' does not open")
        draw(project, shown, pictures / f"{prefix}-{name.replace(' ', '-')}.png")


def extent_of_wall_map(project):
    wall = project.layoutManager().printLayouts()[0]
    return [item for item in wall.items() if isinstance(item, QgsLayoutItemMap)][0].extent()


def draw(project, layers, picture):
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(1200, 900))
    settings.setBackgroundColor(QColor("white"))
    settings.setDestinationCrs(project.crs())
    settings.setLayers(layers)
    settings.setExtent(extent_of_wall_map(project))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(project))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    check(not job.errors(), f"{picture.name}: {[error.message for error in job.errors()]}")
    job.renderedImage().save(str(picture))


def check_layers(project, prefix):
    for one in project.mapLayers().values():
        check(one.isValid() and one.readOnly(), f"{prefix}: {one.name()} is not valid, or not read-only")
        if one.isSpatial() and one.labelsEnabled():
            check(one.labeling().settings().format().fontFound(), f"{prefix}: the font of {one.name()} is a warning on opening")


def check_relations(project, prefix):
    relations = project.relationManager().relations()
    check(len(relations) == 8 and all(relation.isValid() for relation in relations.values()), f"{prefix}: relations {list(relations)}")
    schools = layer(project, "schools")
    with_rows = set()
    for school in schools.getFeatures():
        for name, relation in relations.items():
            if name.startswith("school_") and any(True for _ in relation.getRelatedFeatures(school)):
                with_rows.add(name)
    check({"school_ledger", "school_stages"} <= with_rows, f"{prefix}: no school has rows of {relations.keys() - with_rows}")
    tabs = schools.editFormConfig().tabs()
    check(len(tabs) == 9 and all(child.idx() >= 0 for child in tabs[0].children()), f"{prefix}: the form of schools")
    led_to = [child.relation().id() for tab in tabs for child in tab.children() if hasattr(child, "relation")]
    check("school_ledger" in led_to and "school_links" in led_to, f"{prefix}: the form leads to {led_to}")


def tip(project, one, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(one))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(one.mapTipTemplate(), context)


def labels_of(project, one):
    expression = QgsExpression(one.labeling().settings().fieldName)
    texts = []
    for feature in one.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(one))
        context.lastScope().setVariable("map_scale", 5000)
        context.setFeature(feature)
        texts.append(str(expression.evaluate(context)))
        check(not expression.hasEvalError(), f"{one.name()}: {expression.evalErrorString()}")
    return texts


def print_pages(project, words, pictures, prefix, sheets):
    layouts = project.layoutManager()
    wall, sheet = layouts.layoutByName(words["wall"]), layouts.layoutByName(words["sheet"])
    check(wall is not None and sheet is not None, f"{prefix}: layouts are {[one.name() for one in layouts.layouts()]}")
    image = QgsLayoutExporter.ImageExportSettings()
    image.dpi = 100
    check(QgsLayoutExporter(wall).exportToImage(str(pictures / f"{prefix}-wall-map.png"), image) == QgsLayoutExporter.Success, f"{prefix}: the wall map is not printed")
    check(QgsLayoutExporter(wall).exportToPdf(str(pictures / f"{prefix}-wall-map.pdf"), QgsLayoutExporter.PdfExportSettings()) == QgsLayoutExporter.Success,
          f"{prefix}: the wall map is not printed to PDF")
    atlas = sheet.atlas()
    atlas.beginRender()
    schools = layer(project, "schools")
    expected = sum(1 for _ in schools.getFeatures(QgsFeatureRequest().setFilterExpression("\"status\" <> 'branch'")))
    check(atlas.count() == expected, f"{prefix}: {atlas.count()} sheets for {expected} schools")
    texts = {}
    for page in range(atlas.count()):
        atlas.seekTo(page)
        feature = sheet.reportContext().feature()
        texts[feature["school_id"]] = [item.currentText() for item in sheet.items() if hasattr(item, "currentText")]
        scale = next(item for item in sheet.items() if isinstance(item, QgsLayoutItemMap)).scale()
        check(abs(scale - 10000) < 1, f"{prefix}: a sheet at 1:{scale}")
        if page < sheets or (feature["gap_m2"] and feature["rent_m2"] and feature["rent_m2"] > 0):
            path = pictures / f"{prefix}-sheet-{page + 1}.png"
            check(QgsLayoutExporter(sheet).exportToImage(str(path), image) == QgsLayoutExporter.Success, f"{prefix}: sheet {page + 1} is not printed")
    atlas.endRender()
    return texts


def check_city(fieldgap, folder, pictures, language):
    words = WORDS[language]
    project = open_project(run_city(fieldgap, CITY, folder, language))
    check_layers(project, language)
    check_themes(project, words["themes"], pictures, language)
    check_relations(project, language)
    schools = layer(project, "schools")
    check(schools.attributeAlias(schools.fields().lookupField("gap_m2")) == words["gap"], f"{language}: titles of columns")
    check(schools.editorWidgetSetup(schools.fields().lookupField("status")).type() == "ValueMap", f"{language}: words for codes")
    short = next(school for school in schools.getFeatures() if school["gap_m2"] and school["share_m2"] and school["share_m2"] > 0)
    said = tip(project, schools, short)
    check(words["short"] in said and f"{short['gap_m2']:,.0f}" in said and f"{short['share_m2']:,.0f}" in said, f"{language}: the tip says {said}")
    print_pages(project, words, pictures, language, 1)


def square(east, north, size):
    ring = [[east, north], [east + size, north], [east + size, north + size], [east, north + size], [east, north]]
    return {"type": "Polygon", "coordinates": [ring]}


def write_hostile_town(folder):
    x, y = 117.2, 39.1
    layers = {
        "schools": [({"id": HOSTILE[0] + str(i), "name": HOSTILE[i], "enrol_primary": 900 if i else 10}, {"type": "Point", "coordinates": [x + 0.004 * i + 0.0005, y + 0.0005]})
                    for i in range(3)],
        "campuses": [({"id": f"C{i}", "school_id": HOSTILE[0] + str(i)}, square(x + 0.004 * i, y, 0.001)) for i in range(3)],
        "fields": [({"id": f"F{i}"}, square(x + 0.004 * i + 0.0002, y + 0.0002, 0.0005)) for i in range(3)],
        "venues": [({"id": "V'1", "name": HOSTILE[2], "area_m2": 1500, "kind": HOSTILE[0]}, {"type": "Point", "coordinates": [x + 0.006, y]})],
        "districts": [({"id": "D1", "name": HOSTILE[0]}, square(x - 0.01, y - 0.01, 0.04))],
        "network": [({"highway": "residential"}, {"type": "LineString", "coordinates": [[x - 0.01, y - 0.0001], [x + 0.02, y - 0.0001]]})],
    }
    for name, rows in layers.items():
        features = [{"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in rows]
        (folder / f"{name}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    inputs = "\n".join(f'[inputs.{name}]\npath = "{name}.geojson"' for name in layers)
    channels = "[channels]\nrent = { cost_per_m2 = 60 }\nshare = { cost_per_m2 = 10 }\n"
    (folder / "town.toml").write_text(f"[city]\nname = {json.dumps(HOSTILE[0])}\n{inputs}\n{channels}", encoding="utf-8")
    return folder / "town.toml"


def check_hostile_town(fieldgap, folder, pictures):
    project = open_project(run_city(fieldgap, write_hostile_town(folder), folder, "en"))
    check_layers(project, "hostile")
    check_relations(project, "hostile")
    schools, venues = layer(project, "schools"), layer(project, "venues")
    for one, names in ((schools, HOSTILE), (venues, HOSTILE[2:])):
        texts = "\n".join(labels_of(project, one))
        check(all(name in texts for name in names), f"hostile: the labels of {one.name()} say {texts}")
        for feature in one.getFeatures():
            said = tip(project, one, feature)
            escaped = feature["name"].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            check(escaped in said and "<script" not in said and "<b>bold" not in said, f"hostile: a tip says {said}")
    said = " ".join(tip(project, schools, school) for school in schools.getFeatures())
    check("rented at &lt;/td&gt;" in said, f"hostile: the tips say {said}")
    texts = print_pages(project, WORDS["en"], pictures, "hostile", 3)
    check(all(any(school["name"] == text for text in texts[school["school_id"]]) for school in schools.getFeatures()), f"hostile: the sheets say {texts}")
    wall = project.layoutManager().layoutByName("wall map")
    check(any(getattr(item, "currentText", str)() == HOSTILE[0] for item in wall.items()), "hostile: the title of the wall map is no text")


def main():
    fieldgap, pictures = os.path.abspath(sys.argv[1]), Path(sys.argv[2]) / "project"
    pictures.mkdir(parents=True, exist_ok=True)
    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: logged.append(f"{tag}: {text}") if level in (Qgis.Warning, Qgis.Critical) else None)
    check(subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True).stdout, "no Chinese font: apt-get install fonts-wqy-microhei")
    with tempfile.TemporaryDirectory() as folder:
        for language in WORDS:
            check_city(fieldgap, folder, pictures, language)
        check_hostile_town(fieldgap, Path(folder), pictures)
        QgsProject.instance().clear()
    faults.extend(f"QGIS warns: {text}" for text in logged)
    print("\n".join(faults) or f"ok: the project in QGIS {Qgis.QGIS_VERSION}; look at {pictures}")
    sys.stdout.flush()
    # Objects that outlive the application crash QGIS on its way out.
    os._exit(1 if faults else 0)


if __name__ == "__main__":
    main()
