"""Texts in the language of QGIS."""

from qgis.core import QgsApplication

from .. import words


def language():
    return words.language_of(QgsApplication.locale())


def tr(key, **values):
    return words.text(language(), key, **values)
