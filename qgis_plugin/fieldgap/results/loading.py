"""A result's layers in the project that is open: one group, in the order of the result's own project, with the styles that lie in the file."""

import os

from qgis.core import QgsVectorLayer

from ..desk.speech import tr
from .result_layers import layers_of, project_of


def _same_source(project, source):
    return next((layer for layer in project.mapLayers().values() if layer.source() == source), None)


def _group(root, names):
    for name in names:
        root = root.findGroup(name) or root.addGroup(name)
    return root


def _is_of(layer, result):
    return layer.source().partition("|")[0] == result


def _reload(project, result):
    """Layers of an earlier run with this file show the new rows."""
    for layer in project.mapLayers().values():
        if _is_of(layer, result):
            layer.reload()
            layer.triggerRepaint()


def _add(project, group, entry, feedback):
    layer = QgsVectorLayer(entry.source, entry.title, "ogr")
    if not layer.isValid():
        feedback.pushWarning(tr("not_loaded", source=entry.source))
        return 0
    project.addMapLayer(layer, False)
    node = _group(group, entry.groups).addLayer(layer)
    node.setItemVisibilityChecked(entry.is_visible)
    node.setExpanded(False)
    return 1


def load_result(project, result, feedback):
    """In the main thread only: it changes what the window shows. Layers that are there already are shown anew, not twice."""
    result = os.path.abspath(result)
    _reload(project, result)
    new = [entry for entry in layers_of(result) if _same_source(project, entry.source) is None]
    title = os.path.splitext(os.path.basename(result))[0]
    if new:
        group = project.layerTreeRoot().insertGroup(0, title)
        count = sum(_add(project, group, entry, feedback) for entry in new)
        feedback.pushInfo(tr("loaded", count=count, group=title))
    if project_of(result):
        feedback.pushInfo(tr("project", path=project_of(result)))
