#!/usr/bin/python3
"""The strike-off register in QGIS itself: the theme, the register's file as a table that is edited there and saved, the form of a school, the pages to print.

usage: check_strike_off.py FIELDGAP PICTURES
"""
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from check_project import (CITY, QgsApplication, QgsLayoutExporter, QgsProject, check, draw, faults, labels_of, layer, open_project)

THEMES = {"en": ("strike-off", "strike-off map", "school sheet"), "zh": ("挂图销号", "销号挂图", "学校单页")}
DISTRICT = {"promised_share_m2", "promised_rent_m2", "promised_basement_m2", "promised_expand_m2", "unit", "due", "note", "state"}


def run(fieldgap, folder, language, day):
    result = Path(folder) / f"{language}.gpkg"
    subprocess.run([fieldgap, "run", str(CITY), "-o", str(result), "--lang", language, "--overwrite", "--set", f"register.path={folder}/office/{language}.gpkg",
                    "--set", f"register.as_of={day}"], check=True, capture_output=True, timeout=300)
    return result


def edit_between(path):
    """A district that promises, is late, claims; and a state that only a second run could bring."""
    file = sqlite3.connect(path)
    ids = [row[0] for row in file.execute("SELECT issue_id FROM register ORDER BY baseline_gap_m2 DESC")]
    for number, ident in enumerate(ids):
        change = (("promised_expand_m2 = baseline_gap_m2, due = '2021Q4', unit = 'Building office'"), "due = '2020Q4', unit = 'Hexi'", "state = 'claimed'",
                  "note = note")[number % 4]
        file.execute(f"UPDATE register SET {change} WHERE issue_id = ?", (ident,))
    closed = ids[3]
    file.execute("UPDATE register_history SET state = 'closed' WHERE issue_id = ?", (closed,))
    file.commit()
    file.close()


def edit_in_qgis(project):
    """What a district does: the form's column, saved into the file."""
    register = layer(project, "register")
    check(register.isValid() and not register.readOnly(), "the register is not there to be filled in")
    form = register.editFormConfig()
    editable = {field.name() for i, field in enumerate(register.fields()) if not form.readOnly(i)} - {"fid"}
    check(editable == DISTRICT, f"columns that can be filled in: {editable}")
    register.startEditing()
    feature = next(register.getFeatures())
    register.changeAttributeValue(feature.id(), register.fields().lookupField("note"), "written in QGIS")
    check(register.commitChanges(), f"not saved: {register.commitErrors()}")
    return feature["issue_id"]


def check_form(project):
    relation = project.relationManager().relation("school_issues")
    check(relation.isValid(), "no relation from a school to its issues")
    schools = layer(project, "schools")
    with_issues = [school for school in schools.getFeatures() if any(True for _ in relation.getRelatedFeatures(school))]
    check(with_issues, "no school leads to an issue")
    led_to = [child.relation().id() for tab in schools.editFormConfig().tabs() for child in tab.children() if hasattr(child, "relation")]
    check("school_issues" in led_to, f"the form of a school leads to {led_to}")


def print_pages(project, names, pictures, language):
    layouts = project.layoutManager()
    image = QgsLayoutExporter.ImageExportSettings()
    image.dpi = 100
    wall, sheet = layouts.layoutByName(names[1]), layouts.layoutByName(names[2])
    check(QgsLayoutExporter(wall).exportToImage(str(pictures / f"{language}-strike-off-map.png"), image) == QgsLayoutExporter.Success, "the map is not printed")
    atlas = sheet.atlas()
    atlas.beginRender()
    for page in range(atlas.count()):
        atlas.seekTo(page)
        if sheet.reportContext().feature()["gap_m2"]:
            path = pictures / f"{language}-strike-off-sheet.png"
            check(QgsLayoutExporter(sheet).exportToImage(str(path), image) == QgsLayoutExporter.Success, "a sheet is not printed")
            break
    atlas.endRender()


def check_city(fieldgap, folder, pictures, language):
    register = Path(folder) / "office" / f"{language}.gpkg"
    run(fieldgap, folder, language, "2020-12-31")
    edit_between(register)
    project = open_project(run(fieldgap, folder, language, "2021-03-31"))
    names = THEMES[language]
    shown = project.mapThemeCollection().mapThemeVisibleLayers(names[0])
    check(shown and all(one.isValid() for one in shown), f"{language}: a layer of {names[0]} does not open")
    draw(project, shown, pictures / f"{language}-strike-off.png")
    check(any("2021Q4 Building office" in text for text in labels_of(project, layer(project, "strike_off"))), "labels")
    check_form(project)
    print_pages(project, names, pictures, language)
    ident = edit_in_qgis(project)
    run(fieldgap, folder, language, "2021-06-30")  # QGIS still has the table open
    file = sqlite3.connect(register)
    check(file.execute("SELECT note FROM register WHERE issue_id = ?", (ident,)).fetchone() == ("written in QGIS",), "what was saved in QGIS is lost")
    check(file.execute("SELECT count(DISTINCT as_of) FROM register_history").fetchone() == (3,), "a run is lost")
    file.close()
    QgsProject.instance().clear()


def main():
    fieldgap, pictures = sys.argv[1], Path(sys.argv[2]) / "project"
    pictures.mkdir(parents=True, exist_ok=True)
    application = QgsApplication([], False)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "office").mkdir()
        for language in THEMES:
            check_city(fieldgap, folder, pictures, language)
        QgsProject.instance().clear()
    print("\n".join(faults) or f"ok: the register in QGIS is whole; look at {pictures}")
    sys.stdout.flush()
    # Objects that outlive the application crash QGIS on its way out.
    os._exit(1 if faults else 0)


if __name__ == "__main__":
    main()
