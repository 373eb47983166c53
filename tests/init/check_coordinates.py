#!/usr/bin/python3
"""`fieldgap init` on tables of schools as people have them: which coordinates it takes, in which datum, and what it asks.

usage: check_coordinates.py FIELDGAP
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ["临江区第一小学", "临江区第二小学", "临江区实验小学", "临江中学", "临江区第四小学"]
PLACES = [(114.30123 + 0.0131 * n, 30.55217 - 0.0073 * n) for n in range(len(NAMES))]


def table(*columns):
    """Columns as (heading, value of a place)."""
    lines = ["学校名称," + ",".join(heading for heading, _ in columns)]
    lines += [name + "," + ",".join(str(value(lon, lat)) for _, value in columns) for name, (lon, lat) in zip(NAMES, PLACES)]
    return "\n".join(lines) + "\n"


def lon(x, _):
    return f"{x:.6f}"


def lat(_, y):
    return f"{y:.6f}"


def pair(x, y):
    return f'"{x:.6f},{y:.6f}"'


def same(text):
    return lambda *_: text


def east(x, _):
    return f"{x - 122:.6f}"  # west of Paris, in the sea of no web map


# name, table, what the config must hold, whether datum is asked for
CASES = [
    ("pairs of Amap", table(("typecode", same("141203")), ("location", pair), ("adname", same("临江区"))), ['datum = "gcj02"', "typecode"], False),
    ("types of Baidu", table(("lng", lon), ("lat", lat), ("tag", same("教育培训;小学"))), ['datum = "bd09"'], False),
    ("headings of Amap", table(("高德经度", lon), ("高德纬度", lat)), ['datum = "gcj02"', 'x = "高德经度"'], False),
    ("WGS 84 behind GCJ-02", table(("gcj02_lng", lon), ("gcj02_lat", lat), ("wgs84_lng", lon), ("wgs84_lat", lat)),
     ['x = "wgs84_lng"', 'y = "wgs84_lat"', 'datum = "none"'], False),
    ("a pair that nothing speaks for", table(("经纬度", pair)), ['wkt = "经纬度"', '"gcj02"'], False),
    ("plain headings alone", table(("lng", lon), ("lat", lat)), ['crs = "EPSG:4326"', '"gcj02"', '"bd09"'], False),
    ("plain headings far from streets", table(("lng", lon), ("lat", lat)), ['datum = "?"', '"gcj02"', '"bd09"', '"none"'], True, 0.004),
    ("plain headings beside streets", table(("lng", lon), ("lat", lat)), ['crs = "EPSG:4326"'], False, 0.0),
    ("plain headings elsewhere", table(("lng", east), ("lat", lat)), ['crs = "EPSG:4326"'], False),
    ("no coordinates", table(("经", lon), ("纬", lat), ("班级数", same(18))), ['path = "?"', "columns = { x =", "经", "纬"], False),
]


def streets(text, off):
    """A street through each school, or so many degrees north of it."""
    places = [line.split(",")[-2:] for line in text.strip().splitlines()[1:]]
    lines = [[[float(x) - 0.0015, float(y) + off], [float(x) + 0.0015, float(y) + off]] for x, y in places]
    features = [{"type": "Feature", "properties": {"highway": "residential"}, "geometry": {"type": "LineString", "coordinates": line}} for line in lines]
    return json.dumps({"type": "FeatureCollection", "features": features})


def wrong(fieldgap, folder, name, text, wanted, is_asked, streets_off=None):
    source = Path(folder) / name
    source.mkdir()
    (source / "学校.csv").write_text(text, encoding="utf-8")
    if streets_off is not None:
        (source / "路网.geojson").write_text(streets(text, streets_off), encoding="utf-8")
    config = source / "city.toml"
    done = subprocess.run([fieldgap, "init", source, "-o", config], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return [f"{name}: exit {done.returncode}: {done.stderr}"]
    written = config.read_text(encoding="utf-8")
    found = [f"{name}: '{piece}' is not in\n{written}" for piece in wanted if piece not in written]
    if ('datum = "?"' in written) != is_asked:
        found.append(f"{name}: the datum is {'not ' if is_asked else ''}asked for\n{written}")
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        found = [line for case in CASES for line in wrong(sys.argv[1], folder, *case)]
    print("\n".join([f"{len(CASES)} tables", *found]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
