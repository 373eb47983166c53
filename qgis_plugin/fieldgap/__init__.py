"""fieldgap in QGIS: school sports ground, the gaps, and what closes them within the walk."""


def classFactory(iface):
    """QGIS calls this; iface is None where there is no window (qgis_process)."""
    from .plugin import FieldgapPlugin

    return FieldgapPlugin(iface)
