"""What a result holds, and how it comes into the QGIS project that is open."""
