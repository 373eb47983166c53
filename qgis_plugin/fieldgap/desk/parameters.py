"""Parameters of algorithms, made from a name whose label is a text of that name."""

from qgis.core import (QgsProcessing, QgsProcessingParameterBoolean, QgsProcessingParameterDefinition, QgsProcessingParameterEnum,
                       QgsProcessingParameterFeatureSource, QgsProcessingParameterFile, QgsProcessingParameterFileDestination,
                       QgsProcessingParameterFolderDestination, QgsProcessingParameterNumber)

from .speech import tr

POINT, LINE, POLYGON, ANY = (QgsProcessing.TypeVectorPoint, QgsProcessing.TypeVectorLine, QgsProcessing.TypeVectorPolygon, QgsProcessing.TypeVector)
DECIMALS = 2
GEOPACKAGE = "GeoPackage (*.gpkg)"


def advanced(parameter):
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
    return parameter


def given(parameters, name):
    """Whether a planner has put something in."""
    return parameters.get(name) not in (None, "", [])


def flag(name, is_on):
    return QgsProcessingParameterBoolean(name, tr(name), defaultValue=is_on)


def choice(name, default=None, many=False):
    """Options are the parts of the text NAME_options; without a default none need be chosen."""
    return QgsProcessingParameterEnum(name, tr(name), options=tr(f"{name}_options").split("|"), allowMultiple=many, defaultValue=default,
                                      optional=default is None)


def number(name, low, high, label=None, whole=False):
    kind = QgsProcessingParameterNumber.Integer if whole else QgsProcessingParameterNumber.Double
    parameter = QgsProcessingParameterNumber(name, label or tr(name), type=kind, defaultValue=None, optional=True, minValue=low, maxValue=high)
    parameter.setMetadata({"widget_wrapper": {"decimals": DECIMALS}})
    return parameter


def layer(name, kinds):
    return QgsProcessingParameterFeatureSource(name, tr(name), types=list(kinds), optional=True)


def file(name, ending=None, kinds=None, optional=True):
    more = {"fileFilter": kinds} if kinds else {"extension": ending}
    return QgsProcessingParameterFile(name, tr(name), optional=optional, **more)


def folder(name, optional=True):
    return QgsProcessingParameterFile(name, tr(name), behavior=QgsProcessingParameterFile.Folder, optional=optional)


def destination(name, kinds, label=None, optional=False):
    """Where a file goes; where it is optional, none is written unless it is named."""
    return QgsProcessingParameterFileDestination(name, label or tr(name), fileFilter=kinds, optional=optional, createByDefault=not optional)


def folder_destination(name, label=None, optional=False):
    return QgsProcessingParameterFolderDestination(name, label or tr(name), optional=optional, createByDefault=not optional)
