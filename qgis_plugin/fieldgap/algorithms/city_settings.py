"""The settings of a city as parameters, and what a planner has put in, by config key."""

from qgis.core import QgsProcessingParameterCrs

from ..city.settings import CHANNELS, SETTINGS, channel_values, channels_that_are_on
from ..desk import parameters as make
from ..desk.speech import tr
from . import city_inputs


def _label(setting):
    label = tr(setting.parameter)
    return label if setting.usual is None else tr("usual_value", label=label, usual=f"{setting.usual:g}")


def _parameter(setting):
    if setting.words:
        return make.choice(setting.parameter)
    return make.number(setting.parameter, setting.low, setting.high, label=_label(setting))


def add_parameters(algorithm):
    algorithm.addParameter(make.choice("CHANNELS", many=True))
    for setting in SETTINGS:
        parameter = _parameter(setting)
        algorithm.addParameter(make.advanced(parameter) if setting.is_advanced else parameter)
    algorithm.addParameter(make.advanced(QgsProcessingParameterCrs("OUTPUT_CRS", tr("OUTPUT_CRS"), optional=True)))
    algorithm.addParameter(make.advanced(make.flag("STREETS", False)))


def refusal(algorithm, parameters, context):
    if make.given(parameters, "CONFIG") and make.given(parameters, "CHANNELS"):
        return tr("channels_of_config")
    if make.given(parameters, "OUTPUT_CRS") and not algorithm.parameterAsCrs(parameters, "OUTPUT_CRS", context).authid():
        return tr("crs_without_code", layer=tr("OUTPUT_CRS"))
    return None


def given_values(algorithm, parameters, context):
    """By config key, what was put in and nothing else."""
    values = {}
    for setting in SETTINGS:
        if not make.given(parameters, setting.parameter):
            continue
        if setting.words:
            values[setting.key] = setting.words[algorithm.parameterAsEnum(parameters, setting.parameter, context)]
        else:
            values[setting.key] = algorithm.parameterAsDouble(parameters, setting.parameter, context)
    if make.given(parameters, "OUTPUT_CRS"):
        values["output.crs"] = algorithm.parameterAsCrs(parameters, "OUTPUT_CRS", context).authid()
    if algorithm.parameterAsBool(parameters, "STREETS", context):
        values["output.streets"] = True
    return values


def values_for_layers(algorithm, parameters, context, feedback):
    """What was put in, and the ways to close a gap, which a config of layers has to name."""
    chosen = algorithm.parameterAsEnums(parameters, "CHANNELS", context) if make.given(parameters, "CHANNELS") else []
    wished = [CHANNELS[index] for index in chosen]
    if not wished and not city_inputs.has_streets(parameters):
        feedback.pushInfo(tr("channels_without_streets"))
    channels = channels_that_are_on(wished, city_inputs.has_streets(parameters))
    return channel_values(channels, given_values(algorithm, parameters, context))
