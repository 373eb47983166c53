"""The plugin: it brings the Processing provider, and nothing else."""

from qgis.core import QgsApplication

from .provider import FieldgapProvider


class FieldgapPlugin:
    def __init__(self, iface):
        self._iface = iface
        self._provider = None

    def initProcessing(self):
        self._provider = FieldgapProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
