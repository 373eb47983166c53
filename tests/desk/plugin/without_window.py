"""PyQGIS without a window, the plugin in it, and what a planner would hear of an algorithm."""

import sqlite3
import sys
from contextlib import closing

from desk import PLUGINS_OF_QGIS

sys.path.insert(0, PLUGINS_OF_QGIS)

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject, QgsVectorLayer  # noqa: E402


class Heard(QgsProcessingFeedback):
    """What a planner would read."""

    def __init__(self):
        super().__init__(False)
        self.lines = []

    def note(self, kind, text):
        self.lines.append((kind, text))

    def pushInfo(self, text):
        self.note("info", text)

    def pushWarning(self, text):
        self.note("warning", text)

    def reportError(self, text, fatalError=False):
        self.note("error", text)

    def pushConsoleInfo(self, text):
        self.note("console", text)

    def of(self, kind):
        return [text for each, text in self.lines if each == kind]


def begun():
    application = QgsApplication([], True)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    import fieldgap

    plugin = fieldgap.classFactory(None)
    plugin.initProcessing()
    return application, plugin


def context_of_project():
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def run(command, heard=None, **parameters):
    """Results (None where it failed), what was heard, and the failure's text."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"fieldgap:{command}")
    heard, context = heard or Heard(), context_of_project()
    is_right, why = algorithm.checkParameterValues(parameters, context)
    if not is_right:
        return None, heard, why
    try:
        results, is_done = algorithm.run(parameters, context, heard, {}, False)
    except QgsProcessingException as failure:
        return None, heard, str(failure)
    return (results if is_done else None), heard, ""


def opened(file, title=None):
    layer = QgsVectorLayer(str(file), title or file.stem, "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def rows(path, layer):
    with closing(sqlite3.connect(path)) as file:
        return file.execute(f'SELECT * FROM "{layer}"').fetchall()


def columns(path, layer):
    with closing(sqlite3.connect(path)) as file:
        return [name for _, name, *_ in file.execute(f'PRAGMA table_info("{layer}")')]
