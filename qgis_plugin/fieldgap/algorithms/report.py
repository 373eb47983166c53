"""fieldgap report: one page for a browser."""

from ..desk import parameters as make
from .base import FieldgapAlgorithm


class ReportAlgorithm(FieldgapAlgorithm):
    command = "report"
    output_kinds = "HTML (*.html)"
    output_label = "REPORT_OUTPUT"

    def add_parameters(self):
        self.addParameter(make.file("RESULT", ending="gpkg", optional=False))
        self.addParameter(make.file("REGISTER", ending="gpkg", optional=True))
        self.addParameter(make.destination("XLSX", "Excel (*.xlsx)", optional=True))

    def refusal(self, parameters, context):
        return None

    def carry_out(self, parameters, context, feedback):
        output = self.file_output(parameters, "OUTPUT", context)
        words = [self.parameterAsFile(parameters, "RESULT", context), "-o", output]
        if make.given(parameters, "XLSX"):
            words += ["--xlsx", self.file_output(parameters, "XLSX", context)]
        if make.given(parameters, "REGISTER"):
            words += ["--register", self.parameterAsFile(parameters, "REGISTER", context)]
        self.run_program(parameters, context, feedback, words)
        return {"OUTPUT": output}
