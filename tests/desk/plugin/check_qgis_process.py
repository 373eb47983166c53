#!/usr/bin/python3
"""The algorithms without a window, by qgis_process: the sample city by config and by layers, sites, a batch, and what a planner reads where something is wrong.

usage: check_qgis_process.py FIELDGAP [PICTURES]
"""

import subprocess
import sys
import tomllib

from osgeo import gdal, ogr

from desk import LAYERS, ROOT, Desk, expect, outcome, say, value_of

gdal.UseExceptions()


class Terminal:
    """qgis_process at a desk. A value that is a list is given several times."""

    def __init__(self, desk, **more):
        self.environment = desk.environment(QGIS_PLUGINPATH=str(desk.unpacked_plugin()), **{"FIELDGAP": str(desk.program), **more})

    def __call__(self, *words, **environment):
        done = subprocess.run(["qgis_process.bin", *map(str, words)], env={**self.environment, **environment}, capture_output=True, check=False, timeout=300)
        return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")

    def run(self, algorithm, environment=None, **parameters):
        words = [f"{name}={each}" for name, value in parameters.items() for each in (value if isinstance(value, list) else [value])]
        return self("run", f"fieldgap:{algorithm}", "--", *words, **(environment or {}))


def check_there(qgis):
    code, text = qgis("plugins", "enable", "fieldgap")
    expect("the plugin is enabled", code == 0, text)
    code, text = qgis("list")
    expect("seven algorithms are listed", all(f"fieldgap:{name}" in text for name in ("init", "check", "run", "screen", "diff", "report", "batch")), text)


def check_config(qgis, city):
    result = city / "结果 [% 1 %].gpkg"
    code, text = qgis.run("run", CONFIG=city / "city.toml", OUTPUT=result, MINUTES=12, SET="walk.snap_m=90\noutput.streets=true")
    expect("run by config ends well", code == 0 and value_of(result, "minutes") == 12, text)
    expect("progress is seen", "0...10...20" in text and "100 - done" in text, text)
    expect("the version of the program is in the log", "fieldgap 0." in text and "(the variable FIELDGAP)" in text, text)
    expect("outputs are told", "OUTPUT_PROJECT:" in text and "RESIDUAL_M2:" in text, text)
    code, text = qgis.run("run", CONFIG=city / "city.toml", OUTPUT=result)
    expect("what is there is not replaced", code != 0 and "is already there" in text, text)
    code, text = qgis.run("run", CONFIG=city / "city.toml", OUTPUT=result, OVERWRITE=1, LANGUAGE=2, THREADS=1)
    expect("unless it is wished, and in Chinese", code == 0 and value_of(result, "minutes") == 10 and "租赁" in text, text)


def check_layers(qgis, city):
    layers = {name.upper(): city / f"{name}.gpkg" for name in LAYERS}
    by_config, by_layers, folder = city / "c.gpkg", city / "l.gpkg", city / "written '出'"
    qgis.run("run", CONFIG=city / "city.toml", OUTPUT=by_config)
    code, text = qgis.run("run", **layers, OUTPUT=by_layers, FOLDER=folder, CITY_NAME='新"津\\\n')
    expect("run by layers ends well", code == 0, text)
    figures = ("gap_m2", "residual_m2", "cost", "links.rent", "links.share", "estates.fail", "data_issues.info", "data_issues.warning")
    expect("its figures are those of the config", all(value_of(by_config, key) == value_of(by_layers, key) for key in figures), text)
    config = tomllib.loads((folder / "city.toml").read_text(encoding="utf-8"))
    expect("the config names the city and every layer", config["city"]["name"] == '新"津\\\n' and set(config["inputs"]) == set(LAYERS), config)
    done = subprocess.run([qgis.environment["FIELDGAP"], "check", folder / "city.toml"], capture_output=True, text=True, check=False)
    expect("the config that was written runs without QGIS", done.returncode == 0, done.stderr)
    code, text = qgis.run("run", SCHOOLS=city / "schools.gpkg", OUTPUT=city / "s.gpkg")
    expect("schools alone: a result without rent and sharing, said", code == 0 and "nothing is rented or shared" in text and value_of(city / "s.gpkg", "links.rent") == 0, text)
    code, text = qgis.run("run", CONFIG=city / "city.toml", SCHOOLS=city / "schools.gpkg", OUTPUT=city / "n.gpkg")
    expect("config and layers at once are refused", code != 0 and "take one of them" in text, text)


def heights(path):
    """A flat hill of 10 m over the whole city, coarse."""
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 20, 20, 1, gdal.GDT_Float32)
    raster.SetGeoTransform((116.9, 0.01, 0, 39.4, 0, -0.01))
    raster.SetProjection("EPSG:4326")
    raster.GetRasterBand(1).Fill(10)
    del raster
    return path


def check_files_beside_layers(qgis, city):
    """Heights and streets that stay files."""
    folder = city / "files"
    given = {"SCHOOLS": city / "schools.gpkg", "DEM": heights(city / "高 'h'.tif"), "NETWORK_FILE": ROOT / "tests/golden/gated/map.osm"}
    code, text = qgis.run("check", **given, FOLDER=folder, OUTPUT=city / "f.gpkg")
    config = tomllib.loads((folder / "city.toml").read_text(encoding="utf-8"))
    expect("heights and an OSM file are named where they lie", code == 0 and config["inputs"]["dem"]["path"] == str(given["DEM"]) and config["walk"]["slope"] is True
           and config["inputs"]["network"]["path"] == str(given["NETWORK_FILE"]), (config, text))
    code, text = qgis.run("check", **given, FOLDER=folder, OUTPUT=city / "f2.gpkg")
    expect("a folder that is in use is not written over", code != 0 and "is already there" in text, text)
    code, text = qgis.run("check", **given, NETWORK=city / "network.gpkg", OUTPUT=city / "f2.gpkg")
    expect("streets twice are refused", code != 0 and "take one of them" in text, text)


def check_screen(qgis, city):
    code, text = qgis.run("screen", CONFIG=city / "city.toml", SITES=city / "sites.gpkg", OUTPUT=city / "sites out.gpkg")
    expect("screen by a layer of sites", code == 0 and "S0001" in text, text)
    code, text = qgis.run("screen", CONFIG=city / "city.toml", SITE="39499740,4349834 [EPSG:4527]", HOUSEHOLDS=300, OUTPUT=city / "site out.gpkg")
    expect("screen by a point", code == 0 and "--households 300" in text, text)
    code, text = qgis.run("screen", CONFIG=city / "city.toml", OUTPUT=city / "n.gpkg")
    expect("screen without a site is refused in words", code != 0 and "No site is given" in text, text)


def check_check(qgis, city):
    fields = ogr.Open(str(city / "fields.gpkg"), 1)
    layer = fields.GetLayerByName("fields")
    field = layer.GetFeature(1)
    field["school_id"] = 'nobody "x"'
    layer.SetFeature(field)
    del field, layer, fields
    code, text = qgis.run("check", CONFIG=city / "city.toml", OUTPUT=city / "issues.gpkg")
    expect("errors in the data are a warning that names the layer, and no failure", code == 0 and "WARNING:" in text and "data_issues" in text, text)


def check_init(qgis, city, folder):
    config = folder / "新 'city'.toml"
    code, text = qgis.run("init", INIT_FILES=[city / "schools.gpkg", city / "network.gpkg"], OUTPUT=config)
    expect("init by files", code == 0 and set(tomllib.loads(config.read_text(encoding="utf-8"))["inputs"]) == {"schools", "network"}, text)
    code, text = qgis.run("init", OUTPUT=config)
    expect("init without anything is refused", code != 0 and "Choose files or a folder" in text, text)


def check_batch(qgis, desk):
    folder = desk.folder / "省 province"
    for name in ("甲", "乙"):
        desk.city(f"省 province/{name}")
    (folder / "乙" / "city.toml").write_text('[city]\nname = "乙"\n[inputs.schools]\npath = "none.gpkg"\n', encoding="utf-8")
    code, text = qgis.run("batch", BATCH_FOLDER=folder, OUTPUT=desk.folder / "out 出", JOBS=1)
    expect("a batch with a bad city is a warning, and the others are there", code == 0 and "WARNING:" in text and (desk.folder / "out 出" / "all.gpkg").exists(), text)


def check_wrong(qgis, desk, city):
    code, text = qgis.run("run", CONFIG=city / "city.toml", OUTPUT=city / "n.gpkg", SET="walk.minuts=9")
    expect("an unknown key: the program's own line", code != 0 and "walk.minuts" in text and not (city / "n.gpkg").exists(), text)
    code, text = qgis.run("run", CONFIG=city / "city.toml", OUTPUT=city / "n.gpkg", SET="walk.minutes")
    expect("a setting without a value is refused at once", code != 0 and "no KEY=VALUE" in text, text)
    code, text = qgis.run("diff", OUTPUT=desk.folder / "x.gpkg", OLD=city / "c.gpkg", NEW=city / "c.gpkg")
    expect("diff: done", code == 0 and (desk.folder / "x.gpkg").exists(), text)
    code, text = qgis.run("report", OUTPUT=desk.folder / "x.html", RESULT=city / "c.gpkg")
    expect("report: done, or this version does not have it", code == 0 or "has no command 'report'" in text, text)
    code, text = qgis.run("run", {"FIELDGAP": "", "PATH": "/bin"}, CONFIG=city / "city.toml", OUTPUT=city / "n.gpkg")
    expect("without the program the message says how to get it", code != 0 and "is not found" in text and "Processing > Providers" in text, text)
    code, text = qgis.run("run", {"FIELDGAP": "/bin/true"}, CONFIG=city / "city.toml", OUTPUT=city / "n.gpkg")
    expect("another program is not taken for it", code != 0 and "is no fieldgap" in text, text)
    code, text = qgis.run("check", {"LC_ALL": "C", "LANG": "C"}, CONFIG=city / "city.toml", OUTPUT=city / "无 locale.gpkg")
    expect("without a locale Chinese names are kept", code == 0 and (city / "无 locale.gpkg").exists(), text)


def main():
    say("qgis_process")
    with Desk(sys.argv[1]) as desk:
        qgis, city = Terminal(desk), desk.city()
        check_there(qgis)
        check_config(qgis, city)
        check_layers(qgis, city)
        check_files_beside_layers(qgis, city)
        check_screen(qgis, city)
        check_init(qgis, city, desk.folder)
        check_batch(qgis, desk)
        check_wrong(qgis, desk, city)
        check_check(qgis, city)
    return outcome()


if __name__ == "__main__":
    sys.exit(main())
