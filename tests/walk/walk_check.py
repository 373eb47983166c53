"""Walks of fieldgap against those of an independent implementation; see scripts/walk-check."""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from city import City, Config, Result
from random_town import RandomTown
from sites import crow_m, touch
from walk_graph import WalkGraph

TOLERANCE_M = 0.5
LOOK_BEYOND = 1.25              # walks are followed so far beyond the limit, to say how long those are that are not in reach
NEAR_LIMIT = 0.8                # a walk longer than this share of the limit is near it
PAIRS = 100
MOST_MINUTES = 45
ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT.parent / "shared" / "data"


def chosen_links(result, limit_m, chance):
    """Pairs of `links`, half of them near the limit where there are so many."""
    kinds = {"rent": "venue", "share": "school"}
    links = sorted((("school", school), (kinds[channel], giver), walk_m) for school, giver, channel, walk_m in
                   result.rows("SELECT from_school, to_id, channel, walk_m FROM links"))
    near = [link for link in links if link[2] >= NEAR_LIMIT * limit_m]
    chosen = chance.sample(near, min(PAIRS // 2, len(near)))
    others = [link for link in links if link not in set(chosen)]
    return chosen + chance.sample(others, min(PAIRS - len(chosen), len(others))), links


def chosen_strangers(city, links, chance):
    """School and venue that lie within reach as the crow flies and are no link."""
    linked = {(school, giver) for school, giver, _ in links}
    schools = [key for key in city.sites if key[0] == "school"]
    venues = [key for key in city.sites if key[0] == "venue"]
    pairs = [(school, venue) for school in schools for venue in venues if (school, venue) not in linked]
    chance.shuffle(pairs)
    found = []
    for school, venue in pairs:
        if len(found) == PAIRS:
            break
        if crow_m(city.sites[school], city.sites[venue]) <= city.config.limit_m:
            found.append((school, venue))
    return found


def walks_between(city, pairs):
    """{pair: metres} of all that are within the limit or a little beyond."""
    network = city.network()
    keys = {key for pair in pairs for key in pair}
    accesses = {key: [access for place in city.sites[key].entries for access in network.accesses(place, city.config.snap_m)] for key in sorted(keys)}
    graph = WalkGraph(network, accesses)
    found = {}
    for start in sorted({start for start, _ in pairs}):
        walks = graph.walks_m(start, city.config.limit_m * LOOK_BEYOND)
        found.update({(start, end): walks[end] for one, end in pairs if one == start and end in walks})
    found.update({pair: 0.0 for pair in pairs if touch(city.sites[pair[0]], city.sites[pair[1]])})
    return found


def told(metres):
    return "none" if metres is None else f"{metres:.2f} m"


@dataclass
class Verdict:
    """What came out of one city."""
    text: str
    lines: list
    agrees: bool


def compare(config, result, seed):
    city = City(config, result)
    chance = random.Random(seed)
    links, all_links = chosen_links(result, config.limit_m, chance)
    known = [link for link in links if link[0] in city.sites and link[1] in city.sites]
    strangers = chosen_strangers(city, all_links, chance)
    walks = walks_between(city, [(school, giver) for school, giver, _ in known] + strangers)
    wrong, worst_m = [], 0.0
    for school, giver, theirs_m in known:
        ours_m = walks.get((school, giver))
        off_m = abs(ours_m - theirs_m) if ours_m is not None else float("inf")
        worst_m = max(worst_m, off_m)
        if off_m > TOLERANCE_M:
            wrong.append(f"DIFFERS {school[1]} to {giver[1]}: fieldgap {told(theirs_m)}, here {told(ours_m)}")
    missed = [f"MISSED {school[1]} to {venue[1]}: here {told(walks[school, venue])}" for school, venue in strangers
              if walks.get((school, venue), float("inf")) <= config.limit_m]
    left_out = [f"{len(links) - len(known)} links left out: the file has no closed outline of the venue"] if len(known) < len(links) else []
    text = (f"| {config.name} | {config.limit_m / config.speed:g} | {len(all_links)} | {len(known)} | {len(known) - len(wrong)} | {worst_m:.3f} | "
            f"{len(strangers)} | {len(missed)} |")
    return Verdict(text, left_out + wrong + missed, not wrong and not missed)


def run_fieldgap(fieldgap, config, output):
    """Exit 1 is a result with data issues."""
    settings = (f'walk.squares="{config.squares}"', f"walk.minutes={config.minutes:g}", 'output.crs="EPSG:4326"')
    words = [word for setting in settings for word in ("--set", setting)]
    done = subprocess.run([fieldgap, "run", config.path, "-o", output, "--overwrite", "--quiet", *words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"fieldgap run {config.path} ended with {done.returncode}:\n{done.stderr}")
    return Result(output)


def run_with_enough_links(fieldgap, config, output):
    """Where ten minutes give too few pairs, people walk longer."""
    while True:
        result = run_fieldgap(fieldgap, config, output)
        if config.minutes >= MOST_MINUTES or result.rows("SELECT COUNT(*) FROM links")[0][0] >= PAIRS:
            return result
        config.minutes = min(MOST_MINUTES, config.minutes * 1.5)


def porto(fieldgap, folder):
    """Drawn schools and venues on real streets."""
    city = folder / "porto"
    subprocess.run([fieldgap, "synth", "--quiet", "-o", city, "--schools", "1000", "--network", DATA / "porto" / "porto.osm.pbf"], check=True)
    return city / "city.toml"


def random_towns(count, seed, folder):
    for number in range(seed, seed + count):
        town = folder / str(number)
        town.mkdir()
        yield RandomTown(number).write(town, number)


def usual_cities(fieldgap, folder):
    return [DATA / "liechtenstein" / "city.toml", DATA / "heidelberg" / "city.toml", ROOT / "tests" / "real" / "moscow_west.toml", porto(fieldgap, folder)]


def main():
    words = argparse.ArgumentParser(prog="scripts/walk-check", description="Random walks of fieldgap's results against those of an independent implementation.")
    words.add_argument("fieldgap", type=Path)
    words.add_argument("configs", nargs="*", type=Path, metavar="CITY.toml", help="default: the real cities of tests/real/README.md")
    words.add_argument("--seed", type=int, default=13)
    words.add_argument("--minutes", type=float, help="instead of those of the config; else they grow until a city has 100 links")
    words.add_argument("--outline", action="store_true", help="squares are walked along their outline only")
    words.add_argument("--towns", type=int, default=0, metavar="N", help="N towns drawn at random from --seed on, instead of real cities")
    given = words.parse_intermixed_args()
    os.nice(10)
    fieldgap, agree = given.fieldgap.resolve(), True
    print("| city | minutes | links | compared | agree to 0.5 m | worst, m | near pairs that are no links | of these in reach here |\n"
          "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        towns = random_towns(given.towns, given.seed, Path(folder))
        for path in chain(given.configs, towns) if given.configs or given.towns else usual_cities(fieldgap, Path(folder)):
            config = Config(path)
            config.squares = "outline" if given.outline else config.squares
            config.minutes = given.minutes or config.minutes
            output = Path(folder) / "result.gpkg"
            result = (run_fieldgap if given.minutes else run_with_enough_links)(fieldgap, config, output)
            verdict = compare(config, result, given.seed)
            agree = agree and verdict.agrees
            print("\n".join([verdict.text, *(f"  {line}" for line in verdict.lines)]), flush=True)
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
