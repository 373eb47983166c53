"""Damage to the files themselves."""
import zipfile

from city import CHINESE, csv_text
from kinds import EXACT, REPORTED, kind

GROUP = "Files"
SHAPE = "ESRI Shapefile"


def cut(path, share):
    path.write_bytes(path.read_bytes()[:int(path.stat().st_size * share)])


def fields_shp(city):
    city.write("fields", "fields.shp", SHAPE, options=["ENCODING=UTF-8"])


@kind(GROUP, "A GeoPackage cut off in the middle", REPORTED, refused="fields.gpkg")
def _(city):
    city.write("fields")
    cut(city.at("fields.gpkg"), 0.5)


@kind(GROUP, "A shapefile's .shp cut off in the middle", REPORTED, ["geometry_missing"])
def _(city):
    fields_shp(city)
    cut(city.at("fields.shp"), 0.5)


@kind(GROUP, "A shapefile's .dbf cut off in the middle", REPORTED, refused="fields")
def _(city):
    fields_shp(city)
    cut(city.at("fields.dbf"), 0.5)


@kind(GROUP, "A shapefile without .dbf", REPORTED, ["attributes_missing"])
def _(city):
    fields_shp(city)
    city.at("fields.dbf").unlink()


@kind(GROUP, "A shapefile without .shx", REPORTED, refused="fields.shx")
def _(city):
    fields_shp(city)
    city.at("fields.shx").unlink()


@kind(GROUP, "A shapefile in a .zip", EXACT)
def _(city):
    fields_shp(city)
    with zipfile.ZipFile(city.at("fields.zip"), "w") as archive:
        for ending in ("shp", "shx", "dbf", "prj", "cpg"):
            archive.write(city.at(f"fields.{ending}"), f"fields.{ending}")
    city.name_input("fields", "fields.zip")


@kind(GROUP, "A .zip cut off in the middle", REPORTED, refused="fields.zip")
def _(city):
    fields_shp(city)
    with zipfile.ZipFile(city.at("fields.zip"), "w") as archive:
        for ending in ("shp", "shx", "dbf", "prj"):
            archive.write(city.at(f"fields.{ending}"), f"fields.{ending}")
    cut(city.at("fields.zip"), 0.5)
    city.name_input("fields", "fields.zip")


@kind(GROUP, "An empty layer of fields that is said to be complete", REPORTED, ["layer_empty"])
def _(city):
    city.layer("fields").rows.clear()
    city.write("fields")


@kind(GROUP, "A file of no bytes", REPORTED, refused="enrolment.csv")
def _(city):
    city.at("enrolment.csv").write_bytes(b"")
    city.name_input("enrolment", "enrolment.csv")


@kind(GROUP, "A CSV cut off in the middle of a row", REPORTED, ["pupils_missing"], area="official")
def _(city):
    table = city.split_returns()
    text = csv_text(table, CHINESE).encode("utf-8-sig")
    city.at("enrolment.csv").write_bytes(text[:len(text) * 2 // 3])
    city.name_input("enrolment", "enrolment.csv")
