"""The plane of a city: metres around its middle, good to a millionth; lengths of streets are those on the ellipsoid."""

import numpy
import pyproj

GEOD = pyproj.Geod(ellps="WGS84")


class CityPlane:
    def __init__(self, lon, lat):
        self.to_plane = pyproj.Transformer.from_crs("EPSG:4326", f"+proj=aeqd +lat_0={lat} +lon_0={lon} +ellps=WGS84 +units=m", always_xy=True)

    def points(self, lon_lat):
        """An array of (x, y) for one of (longitude, latitude)."""
        degrees = numpy.asarray(lon_lat, dtype=float).reshape(-1, 2)
        return numpy.column_stack(self.to_plane.transform(degrees[:, 0], degrees[:, 1]))

    def degrees(self, points):
        return numpy.column_stack(self.to_plane.transform(points[:, 0], points[:, 1], direction="INVERSE"))

    def transform(self, x, y, z=None):
        """For shapely.ops.transform."""
        return self.to_plane.transform(x, y)


def lengths_m(from_lon_lat, to_lon_lat):
    return GEOD.inv(from_lon_lat[:, 0], from_lon_lat[:, 1], to_lon_lat[:, 0], to_lon_lat[:, 1])[2]
