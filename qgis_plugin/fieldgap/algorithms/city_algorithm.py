"""What check, run and screen share: a city, its settings, and a GeoPackage that is loaded."""

from qgis.core import QgsProcessingOutputFile

from ..city.settings import set_words
from ..desk import parameters as make
from ..desk.speech import tr
from ..results.result_layers import project_of
from . import city_inputs, city_settings
from .base import FieldgapAlgorithm


class CityAlgorithm(FieldgapAlgorithm):
    def add_parameters(self):
        city_inputs.add_parameters(self)
        self.add_question()
        city_settings.add_parameters(self)

    def add_question(self):
        """Parameters of one command."""

    def add_output(self):
        super().add_output()
        self.addParameter(make.flag("LOAD", True))
        self.addOutput(QgsProcessingOutputFile("OUTPUT_CONFIG", tr("OUT_CONFIG")))
        self.addOutput(QgsProcessingOutputFile("OUTPUT_PROJECT", tr("OUT_PROJECT")))

    def refusal(self, parameters, context):
        parts = (city_inputs.refusal, city_settings.refusal, city_inputs.in_the_way)
        return next((why for why in (part(self, parameters, context) for part in parts) if why), None)

    def question_words(self, writer, parameters, context):
        """The options of one command; layers of its own are written by writer."""
        return []

    def carry_out(self, parameters, context, feedback):
        writer = city_inputs.CityWriter(self, parameters, context, feedback)
        config, words = self._city(writer, parameters, context, feedback)
        output = self.file_output(parameters, "OUTPUT", context)
        words = [config, *words, *self.question_words(writer, parameters, context), "-o", output]
        self.run_program(parameters, context, feedback, words)
        self.load_later(output, parameters, context)
        return {"OUTPUT": output, "OUTPUT_CONFIG": config, "OUTPUT_PROJECT": project_of(output), **self.figures(output)}

    def figures(self, output):
        """Outputs that are numbers."""
        return {}

    def _city(self, writer, parameters, context, feedback):
        """The config, and the words that change it."""
        if make.given(parameters, "CONFIG"):
            return self.parameterAsFile(parameters, "CONFIG", context), set_words(city_settings.given_values(self, parameters, context))
        return writer.write(city_settings.values_for_layers(self, parameters, context, feedback)), []
