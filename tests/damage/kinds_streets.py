"""Damage to streets: classes in other words, ends that miss what they should meet, lines twice."""
import math

from kinds import EXACT, REPORTED, kind

GROUP = "Streets"
CHINESE = {"primary": "主干路", "secondary": "次干路", "tertiary": "支路", "residential": "街坊路", "service": "内部道路", "footway": "人行道"}


# GB/T 13923: built national, provincial and county roads, streets of towns, roads inside, plank walks
CODES = {"primary": "420101", "secondary": "420201", "tertiary": "420301", "residential": "430500", "service": "430600", "footway": "440600"}


def add_classes(name, word, codes=()):
    @kind(GROUP, name, EXACT, codes)
    def _(city):
        for row in city.layer("network").rows:
            row["highway"] = word(row["highway"])
        city.write("network")


add_classes("Road classes as lists, as osmnx writes them", lambda osm: f"['{osm}', 'living_street']")
add_classes("Road classes in capitals", str.upper)
add_classes("Road classes in Chinese", CHINESE.get)
add_classes("Road classes as the numbers of topographic maps", CODES.get)
add_classes("Road classes in words of another office", lambda osm: "Klasse " + osm[:1].upper(), ["street_class_unknown"])


@kind(GROUP, "Every line of the streets twice", EXACT, ["streets_doubled"])
def _(city):
    rows = city.layer("network").rows
    rows += [dict(row) for row in rows]
    city.write("network")


def inner_points(shape):
    return {(shape.GetX(i), shape.GetY(i)) for i in range(1, shape.GetPointCount() - 1)}


@kind(GROUP, "Side streets that end 0.5 m before the street that they should meet", REPORTED, ["network_gap"])
def _(city):
    rows = city.layer("network").rows
    junctions = set().union(*(inner_points(row["shape"]) for row in rows))
    for row in rows:
        shape = row["shape"]
        for end, before in ((0, 1), (shape.GetPointCount() - 1, shape.GetPointCount() - 2)):
            at = (shape.GetX(end), shape.GetY(end))
            east, north = shape.GetX(before) - at[0], shape.GetY(before) - at[1]
            if at in junctions and math.hypot(east, north) > 1:
                share = 0.5 / math.hypot(east, north)
                shape.SetPoint_2D(end, at[0] + share * east, at[1] + share * north)
    city.write("network")
