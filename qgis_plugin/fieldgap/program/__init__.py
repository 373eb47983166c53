"""The program fieldgap: where it is, how it is run, and what its lines mean. Knows no QGIS."""
