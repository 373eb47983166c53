"""A city as a config: settings, inputs, and their text. Knows no QGIS."""
