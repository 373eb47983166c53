"""What all algorithms share: names and help from the texts, common parameters, one way to run the program, and what becomes of its result."""

import os

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterString

from ..city.settings import further_set_words
from ..desk import parameters as make
from ..desk.icons import icon
from ..desk.program import Program
from ..desk.speech import language, tr
from ..results.loading import load_result

LANGUAGES = (None, "en", "zh")  # the first: that of QGIS
MAX_THREADS = 1024


class FieldgapAlgorithm(QgsProcessingAlgorithm):
    """A kind says: command, its parameters (add_parameters), what is refused (refusal), and how it is carried out (carry_out)."""

    command = ""
    output_kinds = make.GEOPACKAGE

    def __init__(self):
        super().__init__()
        self._result_to_load = None
        self._program = None

    def name(self):
        return self.command

    def displayName(self):
        return tr(f"{self.command}_title")

    def shortHelpString(self):
        return tr(f"{self.command}_help")

    def icon(self):
        return icon(self.command)

    def createInstance(self):
        return type(self)()

    def initAlgorithm(self, config=None):
        self.add_parameters()
        self.add_output()
        self.addParameter(make.flag("OVERWRITE", False))
        self.add_common_parameters()

    def add_parameters(self):
        raise NotImplementedError

    def refusal(self, parameters, context):
        """What is wrong with the parameters as a sentence, or None."""
        raise NotImplementedError

    def carry_out(self, parameters, context, feedback):
        """Returns the outputs by name."""
        raise NotImplementedError

    def add_output(self):
        self.addParameter(make.destination("OUTPUT", self.output_kinds, label=tr(self.output_label)))

    output_label = "OUTPUT"

    def add_common_parameters(self):
        further = QgsProcessingParameterString("SET", tr("SET"), multiLine=True, optional=True)
        for parameter in (make.choice("LANGUAGE", default=0), make.number("THREADS", 1, MAX_THREADS, whole=True), further):
            self.addParameter(make.advanced(parameter))

    def checkParameterValues(self, parameters, context):
        is_right, why = super().checkParameterValues(parameters, context)
        if is_right:
            why = self.refusal(parameters, context) or self._bad_set(parameters, context) or self._in_the_way(parameters, context)
        return not why, why or ""

    def _bad_set(self, parameters, context):
        try:
            further_set_words(self.parameterAsString(parameters, "SET", context))
        except ValueError as line:
            return tr("bad_set", line=line)
        return None

    def _in_the_way(self, parameters, context):
        path = self.file_output(parameters, "OUTPUT", context)
        if path and os.path.isfile(path) and not self.parameterAsBool(parameters, "OVERWRITE", context):
            return tr("is_there", path=path, overwrite=tr("OVERWRITE"))
        return None

    def processAlgorithm(self, parameters, context, feedback):
        self._program = Program.found(feedback)  # before anything is written for it
        return self.carry_out(parameters, context, feedback)

    def postProcessAlgorithm(self, context, feedback):
        """In the main thread, which alone may change the project."""
        if self._result_to_load is not None and context.project() is not None:
            load_result(context.project(), self._result_to_load, feedback)
        return {}

    def file_output(self, parameters, name, context):
        return self.parameterAsFileOutput(parameters, name, context)

    def run_program(self, parameters, context, feedback, words):
        """words: what is peculiar to the command. Common options follow."""
        return self._program.run([self.command, *words, *self._common_words(parameters, context)], feedback)

    def load_later(self, result, parameters, context):
        if self.parameterAsBool(parameters, "LOAD", context) and os.path.isfile(result):
            self._result_to_load = result

    def _common_words(self, parameters, context):
        words = ["--lang", LANGUAGES[self.parameterAsEnum(parameters, "LANGUAGE", context)] or language()]
        if make.given(parameters, "THREADS"):
            words += ["--threads", str(self.parameterAsInt(parameters, "THREADS", context))]
        if self.parameterAsBool(parameters, "OVERWRITE", context):
            words.append("--overwrite")
        return words + further_set_words(self.parameterAsString(parameters, "SET", context))
