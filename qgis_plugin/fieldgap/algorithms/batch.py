"""fieldgap batch: many cities, each a process of its own."""

import os

from ..desk import parameters as make
from ..desk.speech import tr
from .base import FieldgapAlgorithm

MAX_JOBS, MAX_MIB, MAX_SECONDS = 1024, 1 << 30, 1 << 30
NUMBERS = (("JOBS", "--jobs", MAX_JOBS), ("MEMORY", "--memory", MAX_MIB), ("TIMEOUT", "--timeout", MAX_SECONDS))


class BatchAlgorithm(FieldgapAlgorithm):
    command = "batch"

    def add_parameters(self):
        self.addParameter(make.folder("BATCH_FOLDER", optional=False))
        self.addParameter(make.file("TEMPLATE", ending="toml"))
        self.addParameter(make.flag("RESUME", False))
        self.addParameter(make.flag("MERGE", True))
        for name, _, most in NUMBERS:
            self.addParameter(make.advanced(make.number(name, 1, most, whole=True)))

    def add_output(self):
        self.addParameter(make.folder_destination("OUTPUT", label=tr("BATCH_OUTPUT")))
        self.addParameter(make.flag("LOAD", True))

    def file_output(self, parameters, name, context):
        return self.parameterAsString(parameters, name, context)

    def refusal(self, parameters, context):
        return None

    def carry_out(self, parameters, context, feedback):
        output = self.file_output(parameters, "OUTPUT", context)
        words = [self.parameterAsFile(parameters, "BATCH_FOLDER", context), "-o", output, *self._batch_words(parameters, context)]
        self.run_program(parameters, context, feedback, words)
        self.load_later(os.path.join(output, "all.gpkg"), parameters, context)
        return {"OUTPUT": output}

    def _batch_words(self, parameters, context):
        words = ["--template", self.parameterAsFile(parameters, "TEMPLATE", context)] if make.given(parameters, "TEMPLATE") else []
        for name, option, _ in NUMBERS:
            if make.given(parameters, name):
                words += [option, str(self.parameterAsInt(parameters, name, context))]
        if self.parameterAsBool(parameters, "RESUME", context):
            words.append("--resume")
        return words if self.parameterAsBool(parameters, "MERGE", context) else [*words, "--no-merge"]
