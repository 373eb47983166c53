"""What a planner may set in a dialog: a parameter of an algorithm, and the config key that it stands for. Limits and words are those of the program."""

from dataclasses import dataclass
from typing import Optional, Tuple


@dataclass(frozen=True)
class Setting:
    """A number within limits, or one of some words."""

    parameter: str
    key: str
    low: float = 0.0
    high: float = 0.0
    words: Tuple[str, ...] = ()
    is_advanced: bool = False
    usual: Optional[float] = None  # what stands in the dialog's text as the usual value


CHANNELS = ("share", "rent", "basement", "expand")
WALKED_CHANNELS = ("share", "rent")
USUAL_COST = {"share": 10.0, "rent": 60.0, "basement": 45.0, "expand": 20.0}  # yuan per m2 and year

STANDARDS = (
    Setting("REGIME", "standards.regime", words=("plan", "national")),
    Setting("PRIMARY_M2", "standards.primary", 0.01, 1000, usual=7.5),
    Setting("JUNIOR_M2", "standards.junior", 0.01, 1000, usual=10.2),
    Setting("SENIOR_M2", "standards.senior", 0.01, 1000, is_advanced=True),
    Setting("AREA_SOURCE", "standards.area_source", words=("official", "drawn")),
    Setting("SPLIT", "standards.split", words=("weights", "required"), is_advanced=True),
    Setting("FLOOR", "standards.floor", 0, 1, is_advanced=True, usual=0.85),
)
WALK = (
    Setting("MINUTES", "walk.minutes", 0.1, 240, usual=10),
    Setting("SPEED", "walk.speed_m_per_min", 5, 500, usual=80),
    Setting("SNAP_M", "walk.snap_m", 0, 5000, is_advanced=True, usual=100),
    Setting("CROSSING_S", "walk.crossing_s", 0, 600, is_advanced=True, usual=0),
    Setting("TRUNK", "walk.trunk", words=("tagged", "open"), is_advanced=True),
)
COSTS = tuple(Setting(f"COST_{channel.upper()}", f"channels.{channel}.cost_per_m2", 0, 1e6, usual=USUAL_COST[channel]) for channel in CHANNELS)
CAPS = tuple(Setting(f"CAP_{channel.upper()}", f"channels.{channel}.cap_m2", 0, 1e9, is_advanced=True) for channel in CHANNELS)
ESTATES = (
    Setting("PERSONS_PER_HOUSEHOLD", "estates.persons_per_household", 0.1, 20, is_advanced=True, usual=2.8),
    Setting("PRIMARY_PER_1000", "estates.pupils_per_1000.primary", 0, 1000, is_advanced=True, usual=45),
    Setting("JUNIOR_PER_1000", "estates.pupils_per_1000.junior", 0, 1000, is_advanced=True, usual=22),
)
SETTINGS = STANDARDS + WALK + COSTS + CAPS + ESTATES


def channels_that_are_on(wished, has_streets):
    """Those that are wished; where none is, all that can do without streets, and with streets all."""
    if wished:
        return [channel for channel in CHANNELS if channel in wished]
    return [channel for channel in CHANNELS if has_streets or channel not in WALKED_CHANNELS]


def channel_values(channels, given):
    """given: values by config key. Costs of the channels that are on, usual where none is given; what is given of the others is left out."""
    is_off = [f"channels.{channel}." for channel in CHANNELS if channel not in channels]
    values = {key: thing for key, thing in given.items() if not any(key.startswith(table) for table in is_off)}
    for channel in channels:
        values.setdefault(f"channels.{channel}.cost_per_m2", USUAL_COST[channel])
    return values


def set_words(values):
    """As --set takes them."""
    words = []
    for key, thing in values.items():
        text = str(thing).lower() if isinstance(thing, bool) else str(thing)
        words += ["--set", f"{key}={text}"]
    return words


def further_set_words(text):
    """Lines KEY=VALUE of a planner; empty lines and comments are none. ValueError names the line that is neither."""
    words = []
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        key, equals, _ = line.partition("=")
        if not equals or not key.strip():
            raise ValueError(line)
        words += ["--set", line]
    return words
