"""What a kind of damage is, and the list of all of them."""
from dataclasses import dataclass

EXACT = "exact"        # every figure, name and pair is that of the clean city
REPORTED = "reported"  # figures may differ, and an issue says so


def within(share):
    """Areas within this share (and 0.02 m2 of rounding); everything else is exact."""
    return share


@dataclass
class Kind:
    group: str
    name: str
    damage: object       # takes a City and writes its damaged files
    expect: object       # EXACT, within(..) or REPORTED
    codes: tuple         # issue codes that must come out
    refused: str         # not empty: the program ends with 2 or 3, and says this
    by_init: bool        # the config is what `init` writes for the damaged folder
    touched: int         # so many schools at most may have other figures, where REPORTED
    area: str            # area_source of both runs: fields are measured (drawn), or the schools' figures count (official)


KINDS = []


def kind(group, name, expect=EXACT, codes=(), refused="", by_init=False, touched=99, area="drawn"):
    def add(damage):
        KINDS.append(Kind(group, name, damage, expect, tuple(codes), refused, by_init, touched, area))
        return damage
    return add
