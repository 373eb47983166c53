"""Layers of a project, written out as GeoPackages that the program reads: fields joined, filters and edits as QGIS shows them."""

import os

from qgis.core import (Qgis, QgsFeature, QgsFeatureRequest, QgsField, QgsFields, QgsProcessingException, QgsProcessingFeatureSource, QgsVectorFileWriter,
                       QgsWkbTypes)
from qgis.PyQt.QtCore import QMetaType, QVariant

from .speech import tr


def _field_type(of_variant, of_meta_type):
    """Fields have had types of QMetaType since 3.38."""
    return getattr(QVariant, of_variant) if Qgis.QGIS_VERSION_INT < 33800 else getattr(QMetaType.Type, of_meta_type)


TEXT = _field_type("String", "QString")
WHOLE_TYPES = (_field_type("Int", "Int"), _field_type("LongLong", "LongLong"))
KEPT_TYPES = (TEXT, *WHOLE_TYPES, _field_type("Double", "Double"), _field_type("Bool", "Bool"), _field_type("Date", "QDate"), _field_type("DateTime", "QDateTime"))
STEP = 2000  # rows after which somebody is asked whether the work is to end


def _is_row_number(field):
    """The key that GeoPackages bring along: the written file gets its own."""
    return field.name() == "fid" and field.type() in WHOLE_TYPES


def _own_name(name, taken):
    """Without regard to capitals, as the file sees it."""
    own, count = name, 1
    while own.casefold() in taken:
        count += 1
        own = f"{name}_{count}"
    taken.add(own.casefold())
    return own


class _Columns:
    """Those of the file, and the values that a row has for them: types that a GeoPackage does not have become text."""

    def __init__(self, fields):
        self.fields = QgsFields()
        self.names = set()
        self._kept = []  # index in the row, and whether the type stays
        for index, field in enumerate(fields):
            if not _is_row_number(field):
                stays = field.type() in KEPT_TYPES
                self.fields.append(QgsField(_own_name(field.name(), self.names), field.type() if stays else TEXT))
                self._kept.append((index, stays))

    def values(self, row):
        attributes = row.attributes()
        return [_value(attributes[index], stays) for index, stays in self._kept]


def _value(thing, stays):
    is_null = thing is None or (isinstance(thing, QVariant) and thing.isNull())
    return thing if stays or is_null else str(thing)


def _options(name, taken):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.fileEncoding = "UTF-8"
    options.layerName = name
    fid = "fid"
    while fid in taken:
        fid = f"_{fid}"
    options.layerOptions = [f"FID={fid}"]
    return options


class LayerWriter:
    """source: what a parameter names; selected features alone where that was ticked there."""

    def __init__(self, source, title, context, feedback):
        self._source = source
        self._title = title
        self._context = context
        self._feedback = feedback

    def write(self, path, name, has_geometry=True):
        """The number of rows. The layer in the file is called name. A file that is there is replaced in the end only, for it may be the source itself."""
        self._feedback.setProgressText(tr("writing_layer", layer=self._title))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        beside = f"{path}.new.gpkg"
        try:
            count = self._write_beside(beside, name, has_geometry)
            os.replace(beside, path)
        except OSError as why:
            raise QgsProcessingException(tr("layer_not_written", layer=self._title, why=why)) from why
        finally:
            if os.path.exists(beside):
                os.remove(beside)
        return count

    def _write_beside(self, path, name, has_geometry):
        columns = _Columns(self._source.fields())
        # Of no certain kind: layers hold points beside polygons, and single beside multiple ones, whatever kind they tell.
        kind = QgsWkbTypes.Unknown if has_geometry and self._source.wkbType() != QgsWkbTypes.NoGeometry else QgsWkbTypes.NoGeometry
        writer = QgsVectorFileWriter.create(path, columns.fields, kind, self._source.sourceCrs(), self._context.transformContext(),
                                            _options(name, columns.names))
        self._refuse(writer)
        count = self._write_rows(writer, columns, kind)
        del writer  # closes the file
        return count

    def _write_rows(self, writer, columns, kind):
        count = 0
        # What is wrong with a geometry is for the program to judge, feature by feature.
        for row in self._source.getFeatures(QgsFeatureRequest(), QgsProcessingFeatureSource.FlagSkipGeometryValidityChecks):
            if count % STEP == 0 and self._feedback.isCanceled():
                raise QgsProcessingException(tr("cancelled"))
            feature = QgsFeature(columns.fields)
            feature.setAttributes(columns.values(row))
            if kind != QgsWkbTypes.NoGeometry and row.hasGeometry():
                feature.setGeometry(row.geometry())
            if not writer.addFeature(feature):
                self._refuse(writer)
            count += 1
        return count

    def _refuse(self, writer):
        if writer.errorMessage():
            raise QgsProcessingException(tr("layer_not_written", layer=self._title, why=writer.errorMessage()))
