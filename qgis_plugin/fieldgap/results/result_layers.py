"""Which layers a result has, in which order, under which names: as its own QGIS project has them, else as the file lists them. Knows no QGIS."""

import os
import sqlite3
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Tuple

NO_RESULT = ("layer_styles",)


@dataclass(frozen=True)
class ResultLayer:
    """source: as QGIS opens it. groups: from the outermost to the innermost. The first of a list is drawn on top."""

    source: str
    title: str
    groups: Tuple[str, ...] = ()
    is_visible: bool = True


def project_of(result):
    """The QGIS project that lies beside a result, or None."""
    project = os.path.splitext(result)[0] + ".qgz"
    return project if os.path.isfile(project) else None


def layers_of(result):
    project = project_of(result)
    layers = _of_project(project, result) if project else []
    return layers or _of_file(result)


def figures_of(result):
    """The table `summary`: figures by key."""
    with _opened(result) as file:
        if "summary" not in _tables(file):
            return {}
        return {key: value for key, value in file.execute("SELECT key, value FROM summary")}


def _document(project):
    with zipfile.ZipFile(project) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".qgs"))
        return ElementTree.fromstring(archive.read(name))


def _sources(document, result):
    """Sources by the id of the project's layer, those alone that lie in the result."""
    sources = {}
    for layer in document.iter("maplayer"):
        file, bar, rest = (layer.findtext("datasource") or "").partition("|")
        if bar and os.path.basename(file) == os.path.basename(result):
            sources[layer.findtext("id")] = result + "|" + rest
    return sources


def _walk(tree, sources, groups):
    for node in tree:
        if node.tag == "layer-tree-group":
            yield from _walk(node, sources, (*groups, node.get("name", "")))
        elif node.tag == "layer-tree-layer" and node.get("id") in sources:
            yield ResultLayer(sources[node.get("id")], node.get("name", ""), groups, node.get("checked") != "Qt::Unchecked")


def _of_project(project, result):
    try:
        document = _document(project)
    except (OSError, StopIteration, zipfile.BadZipFile, ElementTree.ParseError):
        return []  # the result is worth showing without it
    tree = document.find("layer-tree-group")
    return list(_walk(tree, _sources(document, result), ())) if tree is not None else []


class _opened:
    """For reading alone: no lock is taken and no side file is made."""

    def __init__(self, result):
        self._file = sqlite3.connect(Path(result).absolute().as_uri() + "?immutable=1", uri=True)

    def __enter__(self):
        return self._file

    def __exit__(self, *_):
        self._file.close()


def _tables(file):
    return [name for (name,) in file.execute("SELECT table_name FROM gpkg_contents ORDER BY rowid") if name not in NO_RESULT]


def _of_file(result):
    with _opened(result) as file:
        return [ResultLayer(f"{result}|layername={name}", name) for name in _tables(file)]
