#!/usr/bin/python3
"""`fieldgap init` on registers in metres that name no system: which grid of which country it takes by what stands in them, and what it asks.

usage: check_zones.py FIELDGAP
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MOST_SHOWN = 6
ROWS = range(1, 9)

# name, file, heading, a row with {n}, {x}, {y}; the first school's numbers; what is taken (or the first that is asked for), whether it is asked
CASES = [
    ("English register", "edubase.csv", "URN,EstablishmentName,PhaseOfEducation (name),NumberOfPupils,Easting,Northing",
     "10630{n},Oak {n} Primary School,Primary,30{n},{x},{y}", (332400, 391200), "EPSG:27700", False),
    ("English school list with postcodes", "schools.csv", "School name,Postcode,Pupils,Easting,Northing",
     "Elm {n} Primary School,LS1{n} 4QT,30{n},{x},{y}", (430100, 433900), "EPSG:27700", False),
    ("German register, Gauss-Krüger", "schulen.csv", "Schulnummer;Schulname;Schulform;PLZ;Ort;Schüler;Rechtswert;Hochwert",
     "0410{n};Grundschule {n};Grundschule;69214;Eppelheim;30{n};{x};{y}", (3472600, 5473700), "EPSG:5677", False),
    ("German register, UTM", "schulen.csv", "Schulnummer;Schulname;Schulform;PLZ;Ort;Schüler;Ostwert;Nordwert",
     "0410{n};Grundschule {n};Grundschule;69214;Eppelheim;30{n};{x};{y}", (472600, 5472000), "EPSG:25832", False),
    ("German register, UTM named in its heading", "schulen.csv", "Schulnummer;Schulname;Schulform;Schüler;UTM32_Ost;UTM32_Nord",
     "0410{n};Grundschule {n};Grundschule;30{n};{x};{y}", (366000, 5621000), "EPSG:25832", False),
    ("German register, UTM with zone number", "schulen.csv", "Schulnummer;Schulname;Schulform;Schüler;Ost;Nord",
     "0410{n};Grundschule {n};Grundschule;30{n};{x};{y}", (32366000, 5621000), "EPSG:4647", False),
    ("Dutch register", "scholen.csv", "BRIN NUMMER;INSTELLINGSNAAM;PLAATSNAAM;LEERLINGEN;X;Y",
     "01A{n};Basisschool {n};UTRECHT;30{n};{x};{y}", (136000, 455800), "EPSG:28992", False),
    ("French register", "ecoles.csv", "numero_uai;appellation_officielle;libelle_commune;eleves;coordonnee_x;coordonnee_y",
     "06900{n}A;École élémentaire {n};Lyon;30{n};{x};{y}", (843000, 6519000), "EPSG:2154", False),
    ("Swiss register", "schulen.csv", "Nr;Schulhaus;Kanton;Gemeinde;Schüler;E;N", "{n};Primarschule {n};ZH;Zürich;30{n};{x};{y}",
     (2683000, 1247500), "EPSG:2056", False),
    ("Korean register", "학교.csv", "학교명,주소,학생수,X좌표,Y좌표", "서울{n}초등학교,서울특별시 중구,30{n},{x},{y}", (955000, 1950000), "EPSG:517", True),
    ("Chinese codes", "学校.csv", "id,name,X,Y,小学在校生数", "1201010{n},第{n}小学,{x},{y},30{n}", (517300, 4329600), "EPSG:4548", True),
    ("Chinese ids of schools", "学校.csv", "学校标识码,学校名称,X坐标,Y坐标,小学在校生数", "211201000{n},第{n}小学,{x},{y},30{n}", (517300, 4329600),
     "EPSG:4548", True),
    ("Chinese places", "学校.csv", "学校名称,地址,X,Y,小学在校生数", "第{n}小学,四川省成都市东大街{n}号,{x},{y},30{n}", (408000, 3394000), "EPSG:4544", True),
    ("an old Chinese datum", "学校_西安80.csv", "id,name,X,Y,小学在校生数", "1201010{n},第{n}小学,{x},{y},30{n}", (517300, 4329600), "EPSG:2384", False),
    ("Chinese words alone", "学校.csv", "学校名称,X,Y,小学在校生数", "第{n}小学,{x},{y},30{n}", (517300, 4329600), "EPSG:45", True),
]


def table(heading, row, numbers):
    x, y = numbers
    lines = [row.format(n=n, x=x + 310 * n, y=y + (170 * n * n) % 1900) for n in ROWS]
    return "\n".join([heading, *lines]) + "\n"


def wrong(fieldgap, folder, case):
    name, file, heading, row, numbers, system, is_asked = case
    source = Path(folder) / name
    source.mkdir()
    (source / file).write_text(table(heading, row, numbers), encoding="utf-8")
    config = source / "city.toml"
    done = subprocess.run([fieldgap, "init", source, "-o", config], capture_output=True, text=True, check=False)
    written = config.read_text(encoding="utf-8")
    taken = re.findall(r'^crs = "(EPSG[^"]*)"', written, re.MULTILINE)
    choices = re.findall(r'^#   crs = "(EPSG[^"]*)"', written, re.MULTILINE)
    questions = re.findall(r'^\w+ = "\?"', written, re.MULTILINE)
    found = []
    if not (choices if is_asked else taken) or not (choices if is_asked else taken)[0].startswith(system):
        found.append(f"{name}: {system} is not the first")
    if len(questions) != (1 if is_asked else 0):
        found.append(f"{name}: {len(questions)} questions")
    if len(choices) > MOST_SHOWN:
        found.append(f"{name}: {len(choices)} systems to choose from")
    lines = [line for line in (done.stdout + done.stderr).splitlines() if "EPSG" in line]
    if is_asked and (len(lines) != 1 or len(lines[0]) > 200):
        found.append(f"{name}: not one short line on the terminal: {lines}")
    return [*found, written] if found else []


def main():
    with tempfile.TemporaryDirectory() as folder:
        found = [line for case in CASES for line in wrong(sys.argv[1], folder, case)]
    print("\n".join([f"{len(CASES)} registers", *found]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
