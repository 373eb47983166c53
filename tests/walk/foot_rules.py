"""Who may walk where, as rule 8 says it: tags in, a word out. Written from the contract, not from the program."""

PUBLIC, PRIVATE, BARRED = "public", "private", "barred"
WALKED = frozenset("""primary primary_link secondary secondary_link tertiary tertiary_link residential residential_link unclassified unclassified_link road
    living_street service track path steps pedestrian footway pier""".split())
WALKED_BY_TAG = frozenset(("cycleway", "bridleway"))
TRUNKS = frozenset(("trunk", "trunk_link"))
ALLOWING = frozenset(("yes", "designated", "permissive", "official"))
SIDEWALKS = ("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right")
# Values of OpenStreetMap's own key that rule 8 does not name. In a line layer every other word is walked.
NOT_WALKED = frozenset("""motorway motorway_link corridor busway bus_guideway raceway escape elevator ladder via_ferrata platform rest_area services
    emergency_bay emergency_access_point construction proposed planned abandoned disused razed demolished dismantled removed historic no""".split())


def class_is_walked(highway, tags, is_line_layer):
    if highway in WALKED:
        return True
    allowed = tags.get("foot") in ALLOWING
    if highway in WALKED_BY_TAG:
        return allowed
    if highway in TRUNKS:
        return allowed or any(tags.get(key) not in (None, "", "no", "none") for key in SIDEWALKS)
    return is_line_layer and highway not in NOT_WALKED


def foot_on(tags):
    """Public, private or barred by foot and access alone."""
    foot, access = tags.get("foot"), tags.get("access")
    if foot in ("no", "use_sidepath", "restricted"):
        return BARRED
    if access in ("no", "agricultural", "forestry", "delivery") and foot not in ALLOWING:
        return BARRED
    if foot == "private" or (access == "private" and foot not in ALLOWING):
        return PRIVATE
    return PUBLIC


def foot_on_street(tags, is_line_layer=False):
    return foot_on(tags) if class_is_walked(tags.get("highway", "").lower(), tags, is_line_layer) else BARRED


def foot_through_node(tags):
    """A node bars only where a barrier stands; `no` bars everybody, private all but those who come from a private way."""
    if tags.get("barrier") in (None, "no"):
        return PUBLIC
    foot, access = tags.get("foot"), tags.get("access")
    if foot == "no" or (access == "no" and foot not in ALLOWING):
        return BARRED
    if foot == "private" or (access == "private" and foot not in ALLOWING):
        return PRIVATE
    return PUBLIC


def level_of(tags):
    """Lines of one level may meet: the same layer, both or none a bridge, both or none a tunnel."""
    layer = tags.get("layer") or "0"
    return (layer, *(tags.get(key) not in (None, "", "no", "0") for key in ("bridge", "tunnel")))


def is_gate(tags):
    return tags.get("entrance", "no") != "no" or tags.get("barrier") in ("gate", "lift_gate", "swing_gate")


def gate_is_closed(tags):
    return any(tags.get(key) in ("private", "no") for key in ("access", "foot"))
