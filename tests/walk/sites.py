"""Where one may enter a school, a venue (rule 6): gates, else the outline, else the point. Places are those of the plane."""

import math
from dataclasses import dataclass, field

from shapely.geometry import Point, Polygon

TOUCH_M = 0.01
GATE_M = 5.0
STEP_M = 5.0


@dataclass
class Gate:
    place: Point
    is_own_layer: bool          # from a layer of gates, not from OpenStreetMap
    is_closed: bool = False     # private: for schools only
    owner_kind: str = None
    owner_id: str = None


@dataclass
class Site:
    kind: str                   # school | venue
    ids: set                    # its own and those of its branches
    parts: list = field(default_factory=list)       # lists of polygons, or a point
    open_parts: list = field(default_factory=list)  # those that are entered all round
    entries: list = field(default_factory=list)


def polygons_of(geometry):
    if geometry is None or geometry.is_empty:
        return []
    return [part for part in getattr(geometry, "geoms", [geometry]) if isinstance(part, Polygon) and part.area > 0]


def parts_of(polygons):
    """Polygons that touch are one part."""
    parts = []
    for polygon in polygons:
        touching = [part for part in parts if any(polygon.distance(other) <= TOUCH_M for other in part)]
        parts = [part for part in parts if part not in touching] + [[polygon] + [other for part in touching for other in part]]
    return parts


def outline_entries(polygon):
    """Vertices, and equal steps of at most 5 m between them."""
    for (x, y), (next_x, next_y) in zip(polygon.exterior.coords, polygon.exterior.coords[1:]):
        steps = max(1, math.ceil(math.hypot(next_x - x, next_y - y) / STEP_M - 1e-9))
        for step in range(steps):
            yield x + (next_x - x) * step / steps, y + (next_y - y) * step / steps


def to_part_m(part, place):
    """Distance from the part's ground; 0 inside."""
    return min(piece.distance(place) for piece in part)


def to_outline_m(part, place):
    return min((piece.exterior if isinstance(piece, Polygon) else piece).distance(place) for piece in part)


def opens(gate, site):
    if gate.owner_id not in (None, ""):
        return gate.owner_id in site.ids and gate.owner_kind in (None, "", site.kind)
    if gate.owner_kind not in (None, "", site.kind) or (gate.is_closed and site.kind != "school"):
        return False
    return any(isinstance(part[0], Polygon) and to_outline_m(part, gate.place) <= GATE_M for part in site.parts)


def served_parts(gate, parts):
    near = [i for i, part in enumerate(parts) if to_part_m(part, gate.place) <= GATE_M]
    return near or [min(range(len(parts)), key=lambda i: to_part_m(parts[i], gate.place))]


def furnish(site, gates):
    """Fills the entries of a site."""
    left, bottom, right, top = bounds_of(site)
    near = [gate for gate in gates if gate.owner_id or (left - 9 < gate.place.x < right + 9 and bottom - 9 < gate.place.y < top + 9)]
    served = [(gate, set(served_parts(gate, site.parts))) for gate in near if opens(gate, site)]
    for i, part in enumerate(site.parts):
        here = [gate for gate, parts in served if i in parts]
        here = [gate for gate in here if gate.is_own_layer] or here
        if here:
            site.entries += [(gate.place.x, gate.place.y) for gate in here]
        elif isinstance(part[0], Polygon):
            site.open_parts.append(part)
            site.entries += [place for polygon in part for place in outline_entries(polygon)]
        else:
            site.entries += [(point.x, point.y) for point in part]


def bounds_of(site):
    boxes = [piece.bounds for part in site.parts for piece in part]
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)


def crow_m(a, b):
    return min(one.distance(other) for part in a.parts for one in part for part_b in b.parts for other in part_b)


def touch(a, b):
    """Sites that are both entered all round where they meet are no way apart."""
    return any(one.distance(other) <= TOUCH_M for part in a.open_parts for one in part for part_b in b.open_parts for other in part_b)
