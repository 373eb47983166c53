"""fieldgap diff: two results compared."""

from ..desk import parameters as make
from .base import FieldgapAlgorithm


class DiffAlgorithm(FieldgapAlgorithm):
    command = "diff"

    def add_parameters(self):
        self.addParameter(make.file("OLD", ending="gpkg", optional=False))
        self.addParameter(make.file("NEW", ending="gpkg", optional=False))

    def add_output(self):
        super().add_output()
        self.addParameter(make.flag("LOAD", True))

    def refusal(self, parameters, context):
        return None

    def carry_out(self, parameters, context, feedback):
        old, new = (self.parameterAsFile(parameters, name, context) for name in ("OLD", "NEW"))
        output = self.file_output(parameters, "OUTPUT", context)
        self.run_program(parameters, context, feedback, [old, new, "-o", output])
        self.load_later(output, parameters, context)
        return {"OUTPUT": output}
