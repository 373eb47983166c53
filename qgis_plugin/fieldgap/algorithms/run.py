"""fieldgap run: gaps and what closes them."""

from qgis.core import QgsProcessingOutputNumber

from ..desk.speech import tr
from ..results.result_layers import figures_of
from .city_algorithm import CityAlgorithm


class RunAlgorithm(CityAlgorithm):
    command = "run"

    def add_output(self):
        super().add_output()
        self.addOutput(QgsProcessingOutputNumber("GAP_M2", tr("OUT_GAP")))
        self.addOutput(QgsProcessingOutputNumber("RESIDUAL_M2", tr("OUT_RESIDUAL")))

    def figures(self, output):
        figures = figures_of(output)
        return {"GAP_M2": figures.get("gap_m2"), "RESIDUAL_M2": figures.get("residual_m2")}
