"""The pictures of the plugin."""

import os

from qgis.PyQt.QtGui import QIcon

from .folder import PLUGIN


def icon(name):
    return QIcon(os.path.join(PLUGIN, "icons", f"{name}.svg"))
