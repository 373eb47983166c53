"""The city of an algorithm: a config, or layers of the project that are written out and named in a config."""

import os
from dataclasses import dataclass
from typing import Tuple

from qgis.core import QgsProcessingException, QgsProcessingParameterRasterLayer, QgsProcessingParameterString, QgsProcessingUtils

from ..city.config_text import Input, config_text
from ..desk import parameters as make
from ..desk.speech import tr
from ..desk.written_layers import LayerWriter

CONFIG_NAME, LAYERS_NAME = "city.toml", "layers"
OSM_FILES = "OpenStreetMap (*.osm.pbf *.osm *.osm.bz2 *.osm.gz *.pbf)"


@dataclass(frozen=True)
class Role:
    """name: as the config has it; in capitals that of the parameter."""

    name: str
    kinds: Tuple[int, ...]
    is_advanced: bool = False
    is_table: bool = False

    @property
    def parameter(self):
        return self.name.upper()


ROLES = (
    Role("schools", (make.POINT, make.POLYGON)),
    Role("campuses", (make.POLYGON,)),
    Role("fields", (make.POLYGON,)),
    Role("venues", (make.POINT, make.POLYGON)),
    Role("network", (make.LINE,)),
    Role("gates", (make.POINT,)),
    Role("residential", (make.POINT, make.POLYGON)),
    Role("districts", (make.POLYGON,)),
    Role("enrolment", (make.ANY,), is_table=True),
    Role("leases", (make.ANY,), is_advanced=True, is_table=True),
    Role("indicators", (make.ANY,), is_advanced=True, is_table=True),
    Role("catchments", (make.POLYGON,), is_advanced=True),
    Role("yields", (make.ANY,), is_advanced=True, is_table=True),
    Role("buildings", (make.POLYGON,), is_advanced=True),
)


def add_parameters(algorithm):
    algorithm.addParameter(make.file("CONFIG", ending="toml"))
    for role in ROLES:
        parameter = make.layer(role.parameter, role.kinds)
        algorithm.addParameter(make.advanced(parameter) if role.is_advanced else parameter)
    algorithm.addParameter(make.flag("FIELDS_COMPLETE", True))
    name = QgsProcessingParameterString("CITY_NAME", tr("CITY_NAME"), optional=True)
    heights = QgsProcessingParameterRasterLayer("DEM", tr("DEM"), optional=True)
    for parameter in (name, make.file("NETWORK_FILE", kinds=OSM_FILES), heights, make.folder_destination("FOLDER", optional=True)):
        algorithm.addParameter(make.advanced(parameter))


def has_streets(parameters):
    return make.given(parameters, "NETWORK") or make.given(parameters, "NETWORK_FILE")


def refusal(algorithm, parameters, context):
    layers = [role.parameter for role in ROLES if make.given(parameters, role.parameter)]
    if make.given(parameters, "CONFIG"):
        return tr("both_cities", layers=", ".join(tr(name) for name in layers)) if layers else None
    if "SCHOOLS" not in layers:
        return tr("neither_city")
    if "NETWORK" in layers and make.given(parameters, "NETWORK_FILE"):
        return tr("two_streets")
    return None


def in_the_way(algorithm, parameters, context):
    """What would be written over, as a refusal."""
    folder = algorithm.parameterAsString(parameters, "FOLDER", context)
    if not folder or algorithm.parameterAsBool(parameters, "OVERWRITE", context):
        return None
    there = [path for path in (os.path.join(folder, name) for name in (CONFIG_NAME, LAYERS_NAME)) if os.path.exists(path)]
    return tr("is_there", path=there[0], overwrite=tr("OVERWRITE")) if there else None


class CityWriter:
    """Layers and config of one call, in the folder that was chosen or a temporary one."""

    def __init__(self, algorithm, parameters, context, feedback):
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._feedback = feedback
        chosen = algorithm.parameterAsString(parameters, "FOLDER", context)
        self.folder = chosen or QgsProcessingUtils.generateTempFilename("fieldgap")

    def write(self, values):
        """values: settings by config key. Returns the config's path."""
        inputs = [self._layer(role) for role in ROLES if make.given(self._parameters, role.parameter)] + self._street_file() + self._heights()
        if any(each.role == "dem" for each in inputs):
            values = {**values, "walk.slope": True}
        path = os.path.join(self.folder, CONFIG_NAME)
        with open(path, "w", encoding="utf-8", newline="\n") as config:
            config.write(config_text(self._name(), tr("config_comment"), inputs, values))
        self._feedback.pushInfo(tr("config_written", path=path))
        return path

    def write_layer(self, parameter, name, is_table=False):
        """The file, relative to the folder, and the title of the layer in the project."""
        source = self._algorithm.parameterAsSource(self._parameters, parameter, self._context)
        if source is None:
            raise QgsProcessingException(self._algorithm.invalidSourceError(self._parameters, parameter))
        title = source.sourceName()
        file = f"{LAYERS_NAME}/{name}.gpkg"
        count = LayerWriter(source, title, self._context, self._feedback).write(os.path.join(self.folder, file), name, not is_table)
        self._feedback.pushInfo(tr("layer_written", role=name, count=count, layer=title))
        return file, title

    def _name(self):
        chosen = self._algorithm.parameterAsString(self._parameters, "CITY_NAME", self._context)
        project = self._context.project()
        return chosen or (project.title() if project else "") or "city"

    def _layer(self, role):
        file, title = self.write_layer(role.parameter, role.name, role.is_table)
        is_complete = role.name == "fields" and self._algorithm.parameterAsBool(self._parameters, "FIELDS_COMPLETE", self._context)
        return Input(role.name, file, role.name, tr("comes_from", layer=title), {"complete": is_complete} if role.name == "fields" else {})

    def _street_file(self):
        path = self._algorithm.parameterAsFile(self._parameters, "NETWORK_FILE", self._context)
        return [Input("network", os.path.abspath(path))] if path else []

    def _heights(self):
        if not make.given(self._parameters, "DEM"):
            return []
        layer = self._algorithm.parameterAsRasterLayer(self._parameters, "DEM", self._context)
        if layer is None or not os.path.isfile(layer.source()):
            raise QgsProcessingException(tr("no_file", layer=layer.name() if layer else self._parameters["DEM"]))
        return [Input("dem", os.path.abspath(layer.source()), "", tr("comes_from", layer=layer.name()))]
