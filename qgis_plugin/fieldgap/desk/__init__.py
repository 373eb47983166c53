"""What QGIS gives: its language, its settings, its parameters, its layers."""
