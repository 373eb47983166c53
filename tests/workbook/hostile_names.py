"""The sample city with names that a sheet could take for something else."""
import shutil
import sqlite3

LONG = "长" * 40000
NAMES = ["=1+1", "+SUM(A1:A9)", "-2+3", "@SUM(1)", "=HYPERLINK(\"http://example.org\",\"x\")", "<b>&amp;\"'</b>", "_x0041_", "a\x02b\rc", "[% @x %]", "'=1", LONG]


def city_in(data, folder):
    """Copies the city; its schools get these names, each one. The config's path."""
    for path in data.iterdir():
        shutil.copy(path, folder / path.name)
    with sqlite3.connect(folder / "schools.gpkg") as file:
        for (trigger,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{trigger}"')  # they ask for functions that only a GeoPackage reader has
        ids = [row[0] for row in file.execute("SELECT id FROM schools WHERE phase = 'open' ORDER BY id")]
        for school, name in zip(ids, NAMES):
            file.execute("UPDATE schools SET name = ? WHERE id = ?", (name, school))
    return folder / "city.toml"
