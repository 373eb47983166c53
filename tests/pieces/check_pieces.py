#!/usr/bin/env python3
"""Cities on one map: a run on the piece that `fieldgap cut-map` cuts gives the bytes of a run on the whole map.

usage: check_pieces.py FIELDGAP
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile

SCHOOLS = 4
STEP = 0.004  # degrees between streets
CORNERS = {"west": (10.0, 50.0), "east": (10.4, 50.0), "north": (10.0, 50.3)}


def map_xml():
    """A net of streets in each corner, a road between them, a trunk road, squares, and ways that miss nodes."""
    nodes, ways, relations = [], [], []

    def node(lon, lat, tags=""):
        nodes.append(f'<node id="{len(nodes) + 1}" lon="{lon:.7f}" lat="{lat:.7f}" version="1">{tags}</node>')
        return len(nodes)

    def way(refs, **tags):
        inside = "".join(f'<nd ref="{r}"/>' for r in refs) + "".join(f'<tag k="{k}" v="{v}"/>' for k, v in tags.items())
        ways.append(f'<way id="{len(ways) + 1}" version="1">{inside}</way>')
        return len(ways)

    middles = []
    for lon, lat in CORNERS.values():
        at = {(i, j): node(lon + i * STEP, lat + j * STEP, '<tag k="highway" v="traffic_signals"/>' if i == j else "")
              for i in range(9) for j in range(9)}
        for i in range(9):
            way([at[i, j] for j in range(9)], highway="residential")
            way([at[j, i] for j in range(9)], highway="footway")
        ring = [node(lon + dx * 3e-4 + 3.4 * STEP, lat + dy * 3e-4 + 3.4 * STEP) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))]
        outer = way([*ring, ring[0]])
        relations.append(f'<relation id="{outer}" version="1"><member type="way" ref="{outer}" role="outer"/>'
                         '<tag k="type" v="multipolygon"/><tag k="highway" v="pedestrian"/></relation>')
        plaza = [node(lon + (5 + dx) * STEP, lat + (5 + dy) * STEP) for dx, dy in ((-0.2, -0.1), (0.2, -0.1), (0.1, 0.2), (-0.1, 0.2))]
        way([*plaza, plaza[0]], highway="pedestrian", area="yes")  # crossed by four streets that share no node with it
        way([*plaza[:2], node(lon + 5 * STEP, lat + 4.5 * STEP)], highway="pedestrian", area="yes")  # no ring
        way([at[8, 8], 900000 + outer, at[7, 7]], highway="path")
        way([at[0, 8], at[8, 0]], highway="trunk")
        pitch = [node(lon + STEP * 2.2 + dx * 1e-3, lat + STEP * 4.2 + dy * 1e-3) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))]
        way([*pitch, pitch[0]], leisure="pitch")
        middles.append(at[4, 4])
    way(middles, highway="tertiary")
    return "<osm version='0.6'>" + "".join(nodes + ways + relations) + "</osm>"


def write_city(folder, name, corner):
    lon, lat = corner
    rows = ["id,name,lon,lat,enrol_primary"]
    rows += [f"{name}{i},School {i},{lon + (2 * i + 0.5) * STEP},{lat + (2 * i + 0.3) * STEP},{300 + i}" for i in range(SCHOOLS)]
    (folder / f"{name}.csv").write_text("\n".join(rows) + "\n")
    size = 5e-4
    grounds = []
    for i in range(SCHOOLS):
        x, y = lon + (2 * i + 0.5) * STEP, lat + (2 * i + 0.3) * STEP
        ring = [[x + size * math.copysign(1, a), y + size * math.copysign(1, b)] for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))]
        grounds.append({"type": "Feature", "properties": {"id": f"c{i}"}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    (folder / f"{name}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": grounds}))
    config = folder / f"{name}.toml"
    config.write_text(f'[city]\nname = "{name}"\n[inputs.schools]\npath = "{name}.csv"\ncrs = "EPSG:4326"\n'
                      f'[inputs.campuses]\npath = "{name}.geojson"\n[inputs.fields]\npath = "{name}.geojson"\ncomplete = true\n'
                      '[inputs.venues]\npath = "map.osm"\n[inputs.network]\npath = "map.osm"\n[channels]\nrent = { cost_per_m2 = 60 }\n')
    return config


def result_of(program, config, folder, piece=()):
    folder.mkdir()
    done = subprocess.run([program, "run", config, "-o", folder / "out.gpkg", *piece], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return (folder / "out.gpkg").read_bytes(), (folder / "out.qgz").read_bytes(), done.stdout


def cut(program, folder, configs):
    words = [word for config in configs for word in ("--config", config)]
    done = subprocess.run([program, "cut-map", folder / "map.osm", "--pieces", folder / "pieces", "-q", *words],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def main(program):
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made).resolve()
        (folder / "map.osm").write_text(map_xml())
        configs = [write_city(folder, name, corner) for name, corner in CORNERS.items()]
        broken = folder / "broken.toml"
        broken.write_text('[city]\nname = "x"\n[inputs.schools]\npath = "none.csv"\n[inputs.network]\npath = "map.osm"\n')
        lines = cut(program, folder, [*configs, broken])
        assert [line["city"] for line in lines] == [str(config) for config in [*configs, broken]], lines
        assert "why" in lines[3] and "piece" not in lines[3], lines[3]
        bytes_of_pieces = {}
        for config, line in zip(configs, lines):
            assert "piece" in line, line
            piece = folder / "pieces" / line["piece"]
            bytes_of_pieces[piece] = piece.read_bytes()
            whole = result_of(program, config, folder / f"{config.stem}.whole")
            pair = ("--piece", f"{line['source']}={piece}")
            assert result_of(program, config, folder / f"{config.stem}.piece", pair) == whole, config.stem
            piece.write_bytes(piece.read_bytes()[:-7])
            assert result_of(program, config, folder / f"{config.stem}.damaged", pair) == whole, config.stem
        assert len(bytes_of_pieces) == len(configs)
        assert cut(program, folder, configs) == lines[:3]
        for piece, before in bytes_of_pieces.items():
            assert piece.read_bytes() == before, f"{piece}: a damaged piece is made again, the same"
        helps = subprocess.run([program, "--help"], capture_output=True, text=True).stdout
        assert "cut-map" not in helps
        assert "--piece" not in subprocess.run([program, "run", "--help"], capture_output=True, text=True).stdout
    print("pieces: the same bytes as of the whole map")


if __name__ == "__main__":
    main(sys.argv[1])
