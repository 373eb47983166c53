"""fieldgap init: a commented config out of files."""

from qgis.core import QgsProcessing, QgsProcessingParameterMultipleLayers

from ..desk import parameters as make
from ..desk.speech import tr
from .base import FieldgapAlgorithm


class InitAlgorithm(FieldgapAlgorithm):
    command = "init"
    output_kinds = "TOML (*.toml)"
    output_label = "INIT_OUTPUT"

    def add_parameters(self):
        self.addParameter(make.folder("INIT_FOLDER"))
        self.addParameter(QgsProcessingParameterMultipleLayers("INIT_FILES", tr("INIT_FILES"), QgsProcessing.TypeFile, optional=True))

    def refusal(self, parameters, context):
        has_any = make.given(parameters, "INIT_FOLDER") or make.given(parameters, "INIT_FILES")
        return None if has_any else tr("nothing_to_look_at")

    def carry_out(self, parameters, context, feedback):
        folder = self.parameterAsFile(parameters, "INIT_FOLDER", context)
        files = self.parameterAsFileList(parameters, "INIT_FILES", context) if make.given(parameters, "INIT_FILES") else []
        output = self.file_output(parameters, "OUTPUT", context)
        self.run_program(parameters, context, feedback, [*([folder] if folder else []), *files, "-o", output])
        return {"OUTPUT": output}
