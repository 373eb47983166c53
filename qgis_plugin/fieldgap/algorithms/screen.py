"""fieldgap screen: candidate housing sites against the city."""

import os

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingParameterPoint

from ..desk import parameters as make
from ..desk.speech import tr
from .city_algorithm import CityAlgorithm

MAX_HOUSEHOLDS = 1000000
DEGREES = "EPSG:4326"


class ScreenAlgorithm(CityAlgorithm):
    command = "screen"

    def add_question(self):
        self.addParameter(make.layer("SITES", (make.ANY,)))
        self.addParameter(QgsProcessingParameterPoint("SITE", tr("SITE"), optional=True))
        self.addParameter(make.number("HOUSEHOLDS", 0, MAX_HOUSEHOLDS, whole=True))
        self.addParameter(make.advanced(make.destination("PREPARED", "*.*", optional=True)))

    def refusal(self, parameters, context):
        return super().refusal(parameters, context) or self._no_site(parameters)

    def question_words(self, writer, parameters, context):
        prepared = self.file_output(parameters, "PREPARED", context) if make.given(parameters, "PREPARED") else ""
        words = ["--prepared", prepared] if prepared else []
        if make.given(parameters, "SITES"):
            file, _ = writer.write_layer("SITES", "sites")
            return words + ["--sites", os.path.join(writer.folder, file)]
        point = self.parameterAsPoint(parameters, "SITE", context, QgsCoordinateReferenceSystem(DEGREES))
        households = self.parameterAsInt(parameters, "HOUSEHOLDS", context)
        return words + ["--site", f"{point.x():.8f},{point.y():.8f}", "--households", str(households)]

    @staticmethod
    def _no_site(parameters):
        has_layer, has_point = make.given(parameters, "SITES"), make.given(parameters, "SITE")
        if has_layer and has_point:
            return tr("both_sites")
        if not has_layer and not has_point:
            return tr("neither_site")
        return tr("no_households") if has_point and not make.given(parameters, "HOUSEHOLDS") else None
