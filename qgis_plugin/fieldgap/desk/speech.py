"""Texts in the language of QGIS."""

from qgis.core import QgsApplication

from .. import words


def language():
    """That of the window, however it was chosen; without a window that of the settings or the system."""
    application = QgsApplication.instance()
    spoken = application.translation() if hasattr(application, "translation") else ""
    return words.language_of(spoken or QgsApplication.locale())


def tr(key, **values):
    return words.text(language(), key, **values)
