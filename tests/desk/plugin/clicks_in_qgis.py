"""Steps inside a QGIS with a screen (qgis --code): each waits for what it caused, takes a picture, and notes what it saw."""

import json
import os
import time
import traceback

import processing
from processing.gui.ConfigDialog import ConfigOptionsPage
from pyplugin_installer import instance as plugin_installer
from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMessageBox, QScrollArea, QTextEdit, QWidget
from qgis.utils import iface

STEPS = json.loads(os.environ["DESK_STEPS"])
LAYERS = ("schools", "campuses", "fields", "venues", "network", "gates", "residential", "districts")
WAIT_S = 120
seen = {}


def let_it_work(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.AllEvents, 50)
        time.sleep(0.01)


def wait_for(is_so):
    end = time.monotonic() + WAIT_S
    while not is_so() and time.monotonic() < end:
        let_it_work(0.1)
    return is_so()


def picture(widget, name):
    let_it_work(0.5)
    widget.grab().save(os.path.join(STEPS["pictures"], f"{STEPS['language']}-{name}.png"))


def install():
    plugin_installer().installFromZipFile(STEPS["zip"])
    wait_for(lambda: QgsApplication.processingRegistry().providerById("fieldgap"))
    provider = QgsApplication.processingRegistry().providerById("fieldgap")
    seen["algorithms"] = [algorithm.id() for algorithm in provider.algorithms()]


def open_layers():
    names = {}
    for name in LAYERS:
        layer = QgsVectorLayer(f"{STEPS['city']}/{name}.gpkg", name, "ogr")
        QgsProject.instance().addMapLayer(layer)
        names[name.upper()] = layer
    return names


def show_toolbox():
    dock = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    dock.show()
    dock.searchBox.setText("fieldgap")
    picture(iface.mainWindow(), "toolbox")


def button_of(dialog):
    return dialog.runButton() if hasattr(dialog, "runButton") else dialog.buttonBox().buttons()[0]


def answer_box():
    """The text of the message that stands in front, once it is closed."""
    texts = []

    def close():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            texts.append(box.text())
            picture(box, "refusal")
            box.accept()

    QTimer.singleShot(1500, close)
    return texts


def log_of(dialog):
    return "\n".join(each.toPlainText() for each in dialog.findChildren(QTextEdit))


def run_by_click(dialog):
    ended = []
    dialog.algorithmFinished.connect(lambda is_done, results: ended.append((is_done, results)))
    QTest.mouseClick(button_of(dialog), Qt.LeftButton)
    wait_for(lambda: ended)
    return ended[0] if ended else (False, {})


def refuse():
    dialog = processing.createAlgorithmDialog("fieldgap:run", {})
    dialog.resize(1100, 900)
    dialog.show()
    picture(dialog, "run-empty")
    texts = answer_box()
    QTest.mouseClick(button_of(dialog), Qt.LeftButton)
    seen["refused"] = bool(texts and len(texts[0]) > 10)
    dialog.close()


def show_dialog(layers):
    """The picture of the guide."""
    dialog = processing.createAlgorithmDialog("fieldgap:run", layers)
    dialog.resize(900, 640)
    dialog.show()
    picture(dialog, "dialog")
    dialog.close()


def name_badly(layers):
    for name, layer in layers.items():
        layer.setName(f"{name} \"原\" [% 1 %] <b>")


def show_settings(dialog):
    """What is further down, the advanced parameters too."""
    for box in dialog.findChildren(QWidget, "grpAdvanced"):
        box.setProperty("collapsed", False)
    let_it_work(0.5)
    for area in dialog.findChildren(QScrollArea):
        bar = area.verticalScrollBar()
        for index, share in enumerate((0.4, 0.7, 1.0)):
            bar.setValue(int(bar.maximum() * share))
            picture(dialog, f"run-settings-{index + 1}")


def run_layers(layers):
    output = os.path.join(STEPS["city"], "结果 'r'.gpkg")
    dialog = processing.createAlgorithmDialog("fieldgap:run", {**layers, "OUTPUT": output, "MINUTES": 12, "CHANNELS": [0, 1, 2, 3], "CITY_NAME": "新津 <b>"})
    dialog.resize(1100, 900)
    dialog.show()
    picture(dialog, "run-filled")
    show_settings(dialog)
    seen["run"], results = run_by_click(dialog)
    seen["results"] = {name: str(value) for name, value in results.items()}
    picture(dialog, "run-log")
    seen["log"] = log_of(dialog)
    dialog.close()


def look_at_map(layers):
    root = QgsProject.instance().layerTreeRoot()
    group = root.children()[0]
    seen["groups"] = len(group.findGroups())
    seen["layers"] = len(group.findLayers())
    schools = next(node.layer() for node in group.findLayers() if "layername=schools" in node.layer().source())
    seen["styled"] = schools.renderer().type() != "singleSymbol"
    for layer in layers.values():
        root.findLayer(layer.id()).setItemVisibilityChecked(False)
    iface.mapCanvas().setExtent(iface.mapCanvas().mapSettings().layerExtentToOutputExtent(schools, schools.extent()))
    iface.mapCanvas().zoomByFactor(1.2)
    let_it_work(4)
    picture(iface.mainWindow(), "map")


def report():
    """Done, or told that this version of the program does not have it."""
    result = os.path.join(STEPS["city"], "结果 'r'.gpkg")
    dialog = processing.createAlgorithmDialog("fieldgap:report", {"RESULT": result, "OUTPUT": os.path.join(STEPS["city"], "r.html")})
    dialog.resize(1000, 700)
    dialog.show()
    is_done, _ = run_by_click(dialog)
    picture(dialog, "report")
    seen["report"] = is_done or "'report'" in log_of(dialog)
    dialog.close()


def show_options():
    page = ConfigOptionsPage(None)
    page.resize(900, 700)
    page.show()
    page.config_widget.textChanged("fieldgap")
    picture(page, "options")
    page.close()


def all_steps():
    try:
        iface.mainWindow().resize(1500, 950)
        install()
        show_toolbox()
        layers = open_layers()
        refuse()
        show_dialog(layers)
        name_badly(layers)
        run_layers(layers)
        look_at_map(layers)
        report()
        show_options()
    except Exception:  # whatever it was, it is told, and QGIS ends
        seen["trouble"] = traceback.format_exc()
    seen["qgis"] = Qgis.QGIS_VERSION
    with open(STEPS["seen"], "w", encoding="utf-8") as file:
        json.dump(seen, file, ensure_ascii=False, indent=1)
    QgsProject.instance().setDirty(False)
    os._exit(0)  # no question whether to save


QTimer.singleShot(3000, all_steps)
