"""The provider `fieldgap`: its algorithms are there whether the program is installed or not, and say how to get it."""

from qgis.core import QgsProcessingProvider

from .algorithms.batch import BatchAlgorithm
from .algorithms.check import CheckAlgorithm
from .algorithms.diff import DiffAlgorithm
from .algorithms.init import InitAlgorithm
from .algorithms.report import ReportAlgorithm
from .algorithms.run import RunAlgorithm
from .algorithms.screen import ScreenAlgorithm
from .desk import program_setting
from .desk.icons import icon
from .desk.speech import tr

ALGORITHMS = (InitAlgorithm, CheckAlgorithm, RunAlgorithm, ScreenAlgorithm, DiffAlgorithm, ReportAlgorithm, BatchAlgorithm)


class FieldgapProvider(QgsProcessingProvider):
    def id(self):
        return "fieldgap"

    def name(self):
        return "fieldgap"

    def longName(self):
        return tr("provider")

    def icon(self):
        return icon("fieldgap")

    def load(self):
        program_setting.add(self.name(), self.icon())
        self.refreshAlgorithms()
        return True

    def unload(self):
        program_setting.remove()

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
