"""Who may give how much to whom beyond the leases, read from the rows of a result: whole hundredths of a square metre."""
import json

POSSIBLE = {"basement": "basement_usable_m2", "expand": "expand_possible_m2"}


def hundredths(m2):
    return round((m2 or 0) * 100)


class CityProblem:
    """gaps: of schools; givers: {(channel, id): what is left of it}; offers: pairs of both; caps: {channel: what is left}."""

    def __init__(self, db):
        self.db = db
        self.config = json.loads(db.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0])["config"]
        self.channels = self.config.get("channels", {})
        self.schools = {row["school_id"]: row for row in db.execute("SELECT * FROM schools")}
        self.is_known = self.are_inputs_known()
        if self.is_known:
            self.read()

    def are_inputs_known(self):
        """The rows do not say which schools are dense, nor, without a ledger, what leases gave, nor, without its columns, what a campus could give."""
        columns = {row[1] for row in self.db.execute("PRAGMA table_info(schools)")}
        tables = {row[0] for row in self.db.execute("SELECT table_name FROM gpkg_contents")}
        return (self.config["standards"]["regime"] == "plan" and ("leases" not in self.config["inputs"] or "ledger" in tables)
                and all(column in columns for channel, column in POSSIBLE.items() if channel in self.channels))

    @property
    def knows_caps(self):
        """In which district a giver lies is not written."""
        return not any("district_caps_m2" in channel for channel in self.channels.values())

    def read(self):
        leased = self.leased()
        by_school, by_venue = {}, {}
        for school, venue, m2 in leased:
            by_school[school] = by_school.get(school, 0) + m2
            by_venue[venue] = by_venue.get(venue, 0) + m2
        self.gaps = {ident: hundredths(row["gap_m2"]) - by_school.get(ident, 0) for ident, row in self.schools.items() if hundredths(row["gap_m2"]) > 0}
        self.givers, self.offers = {}, []
        for venue in self.db.execute("SELECT * FROM venues"):
            self.givers["rent", venue["venue_id"]] = hundredths(venue["area_m2"]) - by_venue.get(venue["venue_id"], 0)
        for ident, school in self.schools.items():
            self.givers["share", ident] = hundredths(school["surplus_m2"])
            for channel, column in POSSIBLE.items():
                if channel in self.channels and hundredths(school[column]) > 0 and ident in self.gaps:
                    self.givers[channel, ident] = hundredths(school[column])
                    self.offers.append(((channel, ident), ident))
        for link in self.db.execute("SELECT from_school, to_id, channel FROM links"):
            if link["from_school"] in self.gaps and link["channel"] in self.channels:
                self.offers.append(((link["channel"], link["to_id"]), link["from_school"]))
        total = sum(m2 for _, _, m2 in leased)
        self.caps = {channel: max(0, hundredths(keys["cap_m2"]) - (total if channel == "rent" else 0))
                     for channel, keys in self.channels.items() if "cap_m2" in keys}

    def leased(self):
        if "leases" not in self.config["inputs"]:
            return []
        rows = self.db.execute("SELECT school_id, from_id, m2 FROM ledger WHERE lease_no IS NOT NULL")
        return [(row["school_id"], row["from_id"], hundredths(row["m2"])) for row in rows]
