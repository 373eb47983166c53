"""Steps inside PyQGIS, started by check_in_qgis.py with a home of its own.

usage: steps_without_window.py CITY BIG_CITY
"""

import json
import os
import sys
import time
import tomllib
from pathlib import Path

from desk import expect, outcome
from without_window import Heard, begun, columns, context_of_project, opened, rows, run

from qgis.core import (QgsApplication, QgsFeature, QgsField, QgsGeometry, QgsProcessingAlgRunnerTask, QgsProcessingFeatureSourceDefinition, QgsProject,
                       QgsVectorLayer)
from qgis.PyQt.QtCore import QVariant

CITY, BIG = Path(sys.argv[1]), Path(sys.argv[2])
BOW_TIE = "POLYGON((499000 4349000, 499090 4349090, 499090 4349000, 499000 4349090, 499000 4349000))"
SQUARE = "POLYGON((499500 4349000, 499500 4349100, 499600 4349100, 499600 4349000, 499500 4349000))"
LATER = """#!/usr/bin/python3
import json, shutil, sys
words = sys.argv[1:]
if words == ["--version"]:
    sys.exit(print("fieldgap 99.0.0"))
out = words[words.index("-o") + 1]
shutil.copy(words[1], out)
open(out + ".json", "w").write(json.dumps(words))
"""
HOSTILE = "学校 \"a\" \\ 'b'\n[% now() %]<b>"


def check_layers_as_shown():
    """A hostile name, a filter, a selection, a column that is calculated."""
    schools, venues, folder = opened(CITY / "schools.gpkg", HOSTILE), opened(CITY / "venues.gpkg"), CITY / "out 1"
    schools.addExpressionField("'x\"' || \"name\"", QgsField("算 \"出\"", QVariant.String))
    venues.setSubsetString('"fid" < 6')
    schools.selectByExpression('"fid" < 8')
    chosen = QgsProcessingFeatureSourceDefinition(schools.id(), True)
    results, heard, why = run("check", SCHOOLS=chosen, VENUES=venues, FOLDER=str(folder), OUTPUT=str(CITY / "1.gpkg"), LOAD=False)
    expect("layers of the project are checked", results is not None, (why, heard.lines))
    expect("the selected schools alone", len(rows(folder / "layers/schools.gpkg", "schools")) == 7)
    expect("the filtered venues alone", len(rows(folder / "layers/venues.gpkg", "venues")) == 5)
    names = columns(folder / "layers/schools.gpkg", "schools")
    expect("a calculated column is written, once each", "算 \"出\"" in names and names.count("fid") == 1, names)
    config = (folder / "city.toml").read_text(encoding="utf-8")
    expect("the config is one that TOML reads, with the layer's name in it as a comment", set(tomllib.loads(config)["inputs"]) == {"schools", "venues"} and "now()" in config, config)


def check_odd_layer():
    """Types that a file does not have, names that differ by capitals only, a geometry that is none, a broken polygon."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4548&field=id:string&field=Name:string&field=name:string&field=fid:string", "odd", "memory")
    layer.dataProvider().addAttributes([QgsField("list", QVariant.StringList), QgsField("t", QVariant.Time)])
    layer.updateFields()
    for number, shape in enumerate((BOW_TIE, SQUARE, "")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"c{number}", "A", "b", "x", ["1", "二"], None])
        if shape:
            feature.setGeometry(QgsGeometry.fromWkt(shape))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    folder = CITY / "out 2"
    results, heard, why = run("check", SCHOOLS=opened(CITY / "schools.gpkg"), CAMPUSES=layer, FOLDER=str(folder), OUTPUT=str(CITY / "2.gpkg"), LOAD=False)
    written = folder / "layers/campuses.gpkg"
    expect("a layer with odd columns and shapes is written whole", results is not None and len(rows(written, "campuses")) == 3, (why, heard.lines))
    expect("no column is lost", columns(written, "campuses") == ["_fid", "geom", "id", "Name", "name_2", "fid", "list", "t"], columns(written, "campuses"))


def check_results():
    project = QgsProject.instance()
    result = CITY / "结果 \"r\".gpkg"
    given = {"CONFIG": str(CITY / "city.toml"), "OUTPUT": str(result)}
    before = len(project.mapLayers())
    results, heard, why = run("run", **given)
    group = project.layerTreeRoot().children()[0]
    layers = [node.layer() for node in group.findLayers()]
    expect("the result is loaded in a group", results is not None and group.name() == "结果 \"r\"" and len(layers) >= 15, (why, heard.lines))
    names = [layer.source().partition("layername=")[2].partition("|")[0] for layer in layers]
    expect("schools lie above campuses and districts, with their styles", names.index("schools") < min(names.index("campuses"), names.index("districts"))
           and layers[names.index("schools")].renderer().type() != "singleSymbol", names)
    expect("tables are there too", "summary" in names, names)
    expect("the project of the result is offered", any(".qgz" in text for text in heard.of("info")), heard.lines)
    expect("figures are outputs", results["GAP_M2"] > results["RESIDUAL_M2"] >= 0, results)
    count = len(project.mapLayers())
    results, heard, why = run("run", **given, OVERWRITE=True, MINUTES=15)
    expect("run again, the layers show the new rows and are there once", results is not None and len(project.mapLayers()) == count > before, why)
    values = {feature["key"]: feature["value"] for layer in layers if "layername=summary" in layer.source() for feature in layer.getFeatures()}
    expect("they are the new rows", values.get("minutes") == 15, values.get("minutes"))
    run("run", **given, OVERWRITE=True, LOAD=False)
    expect("unless it is not wished", len(project.mapLayers()) == count)


def check_errors():
    wrong = CITY / "<b>no \"such\".toml"
    wrong.write_text('[city]\nname = "x"\n[inputs.schools]\npath = "<i>none.gpkg"\n', encoding="utf-8")
    results, heard, why = run("run", CONFIG=str(wrong), OUTPUT=str(CITY / "3.gpkg"))
    expect("the failure is the program's own line", results is None and "<i>none.gpkg" in why, why)
    expect("it is said once", not any("<i>none.gpkg" in text for kind, text in heard.lines if kind != "info"), heard.lines)
    results, _, why = run("screen", CONFIG=str(CITY / "city.toml"), SITE="500000,4300000 [EPSG:4548]", OUTPUT=str(CITY / "4.gpkg"))
    expect("a point without households is asked for them", results is None and "households" in why.lower(), why)


def check_setting():
    from fieldgap.desk.program_setting import KEY
    from processing.core.ProcessingConfig import ProcessingConfig

    try:
        ProcessingConfig.setSettingValue(KEY, str(CITY))
        expect("the options refuse what is no program", False)
    except ValueError as why:
        expect("the options refuse what is no program", str(CITY) in str(why), why)
    ProcessingConfig.setSettingValue(KEY, "/moved away/fieldgap")  # lost since, which is no reason to refuse other options
    results, heard, why = run("check", CONFIG=str(CITY / "city.toml"), OUTPUT=str(CITY / "5.gpkg"), LOAD=False)
    expect("a setting that leads nowhere is told, and another place is used", results is not None and any("moved away" in text for text in heard.of("warning")), (why, heard.lines))
    ProcessingConfig.setSettingValue(KEY, str(Path(os.environ["FIELDGAP"]).parent))
    results, heard, _ = run("check", CONFIG=str(CITY / "city.toml"), OUTPUT=str(CITY / "6.gpkg"), LOAD=False)
    expect("the setting may be the folder", results is not None and any("the setting of the plugin" in text for text in heard.of("info")), heard.lines)
    ProcessingConfig.setSettingValue(KEY, "")


def check_later_version():
    """Commands that a later program has, with a stand-in that notes what it was asked: contract of diff and report."""
    program = CITY / "later fieldgap"
    program.write_text(LATER, encoding="utf-8")
    program.chmod(0o755)
    this, os.environ["FIELDGAP"] = os.environ["FIELDGAP"], str(program)
    old, new, out = str(CITY / "结果 \"r\".gpkg"), str(CITY / "1.gpkg"), str(CITY / "差 diff.gpkg")
    results, heard, why = run("diff", OLD=old, NEW=new, OUTPUT=out, OVERWRITE=True, THREADS=2)
    words = json.loads(Path(out + ".json").read_text(encoding="utf-8"))
    expect("diff asks for what it should", results is not None and words == ["diff", old, new, "-o", out, "--lang", "en", "--threads", "2", "--overwrite"], (why, words))
    expect("and its layers are loaded", QgsProject.instance().layerTreeRoot().children()[0].name() == "差 diff", heard.lines)
    page, book = str(CITY / "r.html"), str(CITY / "r.xlsx")
    results, heard, why = run("report", RESULT=old, OUTPUT=page, XLSX=book, REGISTER=new, LANGUAGE=2)
    words = json.loads(Path(page + ".json").read_text(encoding="utf-8"))
    expect("report asks for what it should", results is not None and words == ["report", old, "-o", page, "--xlsx", book, "--register", new, "--lang", "zh"],
           (why, words))
    os.environ["FIELDGAP"] = this


def running_programs():
    """Processes of this desk's program."""
    program = os.path.realpath(os.environ["FIELDGAP"])
    found = []
    for each in Path("/proc").glob("[0-9]*/exe"):
        try:
            found += [each.parent.name] if os.path.realpath(each) == program else []
        except OSError:
            continue
    return found


def check_cancel_while_writing():
    heard, folder = Heard(), CITY / "out 3"
    heard.cancel()
    results, _, _ = run("check", heard, SCHOOLS=opened(CITY / "schools.gpkg"), FOLDER=str(folder), OUTPUT=str(CITY / "7.gpkg"))
    left = [path.name for path in folder.rglob("*") if path.is_file()] + [path.name for path in CITY.glob("7.*")]
    expect("cancelled while layers are written, nothing half is left", results is None and left == [], left)


def check_cancel(application):
    output = BIG / "cancelled.gpkg"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("fieldgap:run")
    heard, context, ended = Heard(), context_of_project(), []
    task = QgsProcessingAlgRunnerTask(algorithm, {"CONFIG": str(BIG / "city.toml"), "OUTPUT": str(output)}, context, heard)
    task.executed.connect(lambda is_done, results: ended.append(is_done))
    before = set(os.listdir(BIG))
    QgsApplication.taskManager().addTask(task)
    begin = time.monotonic()
    while heard.progress() < 40 and time.monotonic() - begin < 60:
        application.processEvents()
        time.sleep(0.02)
    expect("the program runs when it is cancelled", len(running_programs()) == 1 and not ended, (heard.progress(), ended))
    asked = time.monotonic()
    heard.cancel()
    while not ended and time.monotonic() - asked < 30:
        application.processEvents()
        time.sleep(0.02)
    expect("it is gone within three seconds", ended == [False] and time.monotonic() - asked < 3 and running_programs() == [], (ended, time.monotonic() - asked))
    expect("and has left nothing", set(os.listdir(BIG)) == before, set(os.listdir(BIG)) - before)


def main():
    application, plugin = begun()
    check_layers_as_shown()
    check_odd_layer()
    check_results()
    check_errors()
    check_setting()
    check_later_version()
    check_cancel_while_writing()
    check_cancel(application)
    plugin.unload()
    expect("unloaded, the provider is gone", QgsApplication.processingRegistry().providerById("fieldgap") is None)
    code = outcome()
    sys.stdout.flush()
    os._exit(code)  # QGIS's own end is not what is tried


main()
