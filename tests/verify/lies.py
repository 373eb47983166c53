"""Lies that a result may tell. Each is a function that edits an honest result; its name says what the lie is, LIES which checks may find it out.

A careful liar keeps all sums right (`Books.sum_up`): then only the proof is left to speak."""
import struct

LIES = []


def lie(*checks, of="area"):
    """`of`: to which of the honest results it is told."""
    def note(function):
        LIES.append((function.__name__, of, checks, function))
        return function
    return note


def given_link(books, where="", *values):
    return books.one(f"SELECT * FROM links WHERE given_m2 > 20 {where} ORDER BY given_m2 DESC LIMIT 1", *values)


def rented(books):
    return given_link(books, "AND channel = 'rent'")


def square(x, y, half, srs=4326):
    ring = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half), (x - half, y - half)]
    polygon = struct.pack("<BII", 1, 3, 1) + struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *point) for point in ring)
    return b"GP\x00\x01" + struct.pack("<i", srs) + struct.pack("<BII", 1, 6, 1) + polygon


def place_of(blob):
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]
    return struct.unpack_from("<dd", blob, 8 + envelope + 5)


# --- who gives what

@lie("givers")
def more_than_the_venue_has(books):
    link = rented(books)
    area = books.one("SELECT area_m2 FROM venues WHERE venue_id = ?", link["to_id"])[0]
    books.give(link, area - link["given_m2"] + 0.01)
    books.sum_up()


@lie("givers")
def a_venue_that_is_smaller_than_what_it_gives(books):
    books.run("UPDATE venues SET area_m2 = rented_m2 - 0.01, left_m2 = -0.01 WHERE venue_id = ?", rented(books)["to_id"])


@lie("givers")
def a_partner_gives_more_than_its_surplus(books):
    link = books.one("SELECT * FROM links WHERE channel = 'share' AND given_m2 > 0")
    surplus, out = books.one("SELECT surplus_m2, shared_out_m2 FROM schools WHERE school_id = ?", link["to_id"])
    books.give(link, surplus - out + 0.01)
    books.sum_up()


@lie("reach")
def beyond_reach(books):
    link = rented(books)
    walk = books.config()["walk"]
    seconds = walk["minutes"] * 60 + 0.5
    books.run("UPDATE links SET walk_s = ?, walk_m = ?, flips_at_m_per_min = ? WHERE fid = ?", seconds, seconds * walk["speed_m_per_min"] / 60,
              round(seconds * walk["speed_m_per_min"] / walk["minutes"] / 60, 3), link["fid"])
    books.run("UPDATE ledger SET walk_s = ? WHERE school_id = ? AND from_id = ?", seconds, link["from_school"], link["to_id"])


@lie("reach")
def a_walk_in_less_time_than_its_metres(books):
    link = rented(books)
    books.run("UPDATE links SET walk_s = walk_s * 0.9, flips_at_m_per_min = flips_at_m_per_min * 0.9 WHERE fid = ?", link["fid"])
    books.run("UPDATE ledger SET walk_s = walk_s * 0.9 WHERE school_id = ? AND from_id = ?", link["from_school"], link["to_id"])


@lie("routes")
def a_walk_shorter_than_its_route(books):
    link = rented(books)
    books.run("UPDATE links SET walk_s = walk_s * 0.9, walk_m = walk_m * 0.9, flips_at_m_per_min = flips_at_m_per_min * 0.9 WHERE fid = ?", link["fid"])
    books.run("UPDATE ledger SET walk_s = walk_s * 0.9 WHERE school_id = ? AND from_id = ?", link["from_school"], link["to_id"])


@lie("routes")
def the_route_of_another_school(books):
    rows = books.all("SELECT fid, geom, walk_m FROM links ORDER BY walk_m")
    books.run("UPDATE links SET geom = ? WHERE fid = ?", rows[0]["geom"], rows[-1]["fid"])


@lie("twice")
def the_same_m2_twice_through_a_field_and_a_venue(books):
    link = rented(books)
    blob = books.one("SELECT geom FROM venues WHERE venue_id = ?", link["to_id"])[0]
    area = books.one("SELECT area_m2 FROM venues WHERE venue_id = ?", link["to_id"])[0]
    x, y = place_of(blob)
    half = 0.0005 if abs(x) <= 180 else 50
    books.run("INSERT INTO fields (geom, field_id, school_id, kind, counted_m2, drawn_m2) VALUES (?, ?, ?, 'outdoor', ?, ?)", square(x, y, half),
              link["to_id"], link["from_school"], area, area)


@lie("twice")
def a_field_that_counts_for_two_schools(books):
    field = books.one("SELECT * FROM fields WHERE kind = 'outdoor' AND counted_m2 > 50")
    other = books.one("SELECT school_id FROM schools WHERE school_id <> ? AND status = 'short'", field["school_id"])[0]
    books.run("INSERT INTO fields (geom, field_id, school_id, kind, counted_m2, drawn_m2) SELECT geom, field_id, ?, kind, counted_m2, drawn_m2 "
              "FROM fields WHERE fid = ?", other, field["fid"])


@lie("twice")
def a_venue_under_two_names(books):
    link = rented(books)
    names = [row["name"] for row in books.all("PRAGMA table_info(venues)") if row["name"] not in ("fid", "venue_id", "entry_source")]
    books.run("UPDATE venues SET entry_source = 'point' WHERE venue_id = ?", link["to_id"])
    books.run(f"INSERT INTO venues (venue_id, entry_source, {', '.join(names)}) SELECT venue_id || 'b', 'point', {', '.join(names)} FROM venues "
              "WHERE venue_id = ?", link["to_id"])


@lie("twice", "ledger")
def a_link_told_twice(books):
    names = [row["name"] for row in books.all("PRAGMA table_info(links)") if row["name"] != "fid"]
    books.run(f"INSERT INTO links ({', '.join(names)}) SELECT {', '.join(names)} FROM links WHERE fid = ?", rented(books)["fid"])


@lie("eligibility")
def a_channel_that_is_off_gives(books):
    channel = next(c for c in ("expand", "basement", "rent") if books.summary(f"given_m2.{c}") > 0)
    books.change_config(lambda config: config["channels"].pop(channel))


@lie("eligibility", "sums")
def a_school_without_a_gap_receives(books):
    link = rented(books)
    meets = books.one("SELECT school_id FROM schools WHERE status = 'meets'")[0]
    books.run("UPDATE links SET from_school = ? WHERE fid = ?", meets, link["fid"])
    books.run("UPDATE ledger SET school_id = ? WHERE school_id = ? AND from_id = ?", meets, link["from_school"], link["to_id"])


@lie("eligibility", of="national")
def sharing_under_the_national_regime(books):
    school = books.one("SELECT school_id FROM schools WHERE gap_m2 > 10 AND residual_m2 > 10")[0]
    books.run("UPDATE schools SET share_m2 = 10, residual_m2 = residual_m2 - 10 WHERE school_id = ?", school)


# --- limits

@lie("caps", of="leases")
def a_channel_beyond_its_cap(books):
    given = books.summary("given_m2.rent")
    books.change_config(lambda config: config["channels"]["rent"].update(cap_m2=round(given - 0.01, 2)))
    books.run("UPDATE certificate SET capacity_m2 = ? WHERE kind = 'channel' AND id = 'rent'", round(given - 0.01, 2))


@lie("caps", of="leases")
def a_district_beyond_its_cap(books):
    def lower(config):
        caps = config["channels"]["rent"]["district_caps_m2"]
        caps.update({name: 0.01 for name in caps})
    books.change_config(lower)
    books.run("UPDATE certificate SET capacity_m2 = 0.01 WHERE kind = 'district' AND channel = 'rent'")


@lie("lots", of="lots")
def a_lot_undercut(books):
    link = given_link(books, "AND channel = 'rent' AND given_m2 < (SELECT gap_m2 FROM schools WHERE school_id = from_school)")
    books.change_config(lambda config: config["channels"]["rent"].update(min_lot_m2=link["given_m2"] + 0.01))


@lie("lots", of="lots")
def a_venue_with_too_many_schools(books):
    most = books.one("SELECT max(n) FROM (SELECT count(*) AS n FROM links WHERE given_m2 > 0 AND channel = 'rent' GROUP BY to_id)")[0]
    books.change_config(lambda config: config["channels"]["rent"].update(max_schools_per_venue=most - 1))


@lie("leases", of="leases")
def a_lapsed_lease(books):
    as_of = books.config()["plan"]["as_of"]
    books.run("UPDATE ledger SET lease_until = date(?, '-1 day') WHERE lease_no = 'L-1'", as_of)


@lie("leases", of="leases")
def a_lease_that_ends_later_than_it_does(books):
    books.run("UPDATE ledger SET lease_until = '2099-12-31' WHERE lease_no = 'L-2'")


@lie("leases", of="leases")
def a_future_gap_left_out(books):
    books.run("DELETE FROM future_gaps WHERE fid = (SELECT min(fid) FROM future_gaps)")


@lie("leases", of="leases")
def a_future_gap_a_day_too_late(books):
    books.run("UPDATE future_gaps SET from_date = date(from_date, '+1 day') WHERE fid = (SELECT min(fid) FROM future_gaps)")


@lie("leases", of="leases")
def a_lease_that_is_larger_than_it_is(books):
    books.run("UPDATE ledger SET m2 = m2 + 10, cost = cost + 600 WHERE lease_no = 'L-1'")
    books.db.execute("UPDATE future_gaps SET m2 = m2 + 10 WHERE lease_no = 'L-1'")


# --- money

@lie("prices")
def a_wrong_price(books):
    books.run("UPDATE certificate SET price_per_m2 = price_per_m2 + 1 WHERE kind = 'venue' AND id = ?", rented(books)["to_id"])


@lie("prices")
def a_channel_that_costs_less_than_the_config_says(books):
    books.run("UPDATE certificate SET price_per_m2 = price_per_m2 - 1 WHERE kind = 'channel' AND id = 'expand'")


@lie("prices")
def a_cost_that_is_too_low_everywhere(books):
    link = rented(books)
    books.run("UPDATE ledger SET cost = cost - 1 WHERE school_id = ? AND from_id = ?", link["from_school"], link["to_id"])
    books.run("UPDATE links SET cost = cost - 1 WHERE fid = ?", link["fid"])
    books.sum_up()


@lie("ledger")
def a_cost_of_a_link_alone(books):
    books.run("UPDATE links SET cost = cost + 0.01 WHERE fid = ?", rented(books)["fid"])


@lie("budget", of="budget")
def a_budget_that_is_passed(books):
    cost = books.summary("cost")
    books.change_config(lambda config: config["allocation"].update(budget_per_year=cost - 1))
    books.run("UPDATE summary SET value = ? WHERE key = 'budget_per_year'", cost - 1)


@lie("budget", of="budget")
def a_budget_that_would_have_bought_more(books):
    books.change_config(lambda config: config["allocation"].update(budget_per_year=config["allocation"]["budget_per_year"] + 5))
    books.run("UPDATE summary SET value = value + 5 WHERE key = 'budget_per_year'")


# --- figures

@lie("districts")
def a_sum_that_differs_in_districts_only(books):
    books.run("UPDATE districts SET own_m2 = own_m2 + 0.01 WHERE fid = (SELECT min(fid) FROM districts WHERE own_m2 > 0)")


@lie("districts")
def a_district_that_passes_though_it_does_not(books):
    books.run("UPDATE districts SET passes = 1 WHERE fid = (SELECT min(fid) FROM districts WHERE passes = 0)")


@lie("districts")
def a_district_that_is_more_even_than_it_is(books):
    books.run("UPDATE districts SET cv_primary = cv_primary * 0.99 WHERE fid = (SELECT min(fid) FROM districts WHERE cv_primary > 0)")


@lie("status")
def a_status_that_its_figures_do_not_give(books):
    school = books.one("SELECT school_id FROM schools WHERE status = 'short'")[0]
    books.run("UPDATE schools SET status = 'near' WHERE school_id = ?", school)
    books.db.execute("UPDATE campuses SET status = 'near' WHERE school_id = ?", (school,))
    books.run("UPDATE summary SET value = value + 1 WHERE key = 'schools.near'")
    books.run("UPDATE summary SET value = value - 1 WHERE key = 'schools.short'")


@lie("status")
def a_status_after_that_its_figures_do_not_give(books):
    books.run("UPDATE schools SET status_after = 'meets' WHERE school_id = (SELECT school_id FROM schools WHERE status_after = 'short')")


@lie("need")
def a_gap_lowered_and_its_need_too(books):
    school = books.one("SELECT * FROM schools WHERE residual_m2 > 100")
    required = school["required_m2"] - 50
    books.run("UPDATE schools SET required_m2 = ?, gap_m2 = gap_m2 - 50, standard_m2 = ?, ratio = ? WHERE school_id = ?", required,
              required / school["enrol_total"], school["own_m2"] / required, school["school_id"])
    books.run("UPDATE certificate SET capacity_m2 = capacity_m2 - 50 WHERE kind = 'school' AND id = ?", school["school_id"])
    books.db.execute("UPDATE campuses SET gap_m2 = gap_m2 - 50 WHERE school_id = ?", (school["school_id"],))
    books.run("UPDATE districts SET required_m2 = required_m2 - 50, gap_m2 = gap_m2 - 50 WHERE name = ?", school["district"])
    for key in ("required_m2", "gap_m2", "net_m2"):
        books.run("UPDATE summary SET value = value - 50 WHERE key = ?", key)
    for key in ("waterfall.required",):
        books.db.execute("UPDATE summary SET value = value - 50 WHERE key = ?", (key,))
    books.sum_up()


@lie("need", "stages", of="constant")
def a_constant_that_is_smaller_than_it_was(books):
    books.change_config(lambda config: config["standards"]["junior"].update(base_m2=500))


@lie("need", "stages", of="steps")
def a_step_that_begins_later(books):
    books.change_config(lambda config: config["standards"]["primary"]["steps"][1].update(from_pupils=100_000))


@lie("stages", of="steps")
def a_standard_of_a_stage_that_no_step_gives(books):
    books.run("UPDATE stages SET standard_m2 = standard_m2 - 0.01 WHERE fid = (SELECT min(fid) FROM stages WHERE stage = 'primary' AND gap_stage_m2 > 100)")


@lie("ground")
def more_own_ground_than_its_fields(books):
    books.run("UPDATE schools SET own_m2 = own_m2 + 50 WHERE school_id = (SELECT school_id FROM schools WHERE gap_m2 > 100)")


@lie("ground")
def a_field_that_counts_more_than_it_did(books):
    books.run("UPDATE fields SET counted_m2 = counted_m2 * 0.5 WHERE fid = (SELECT min(fid) FROM fields WHERE counted_m2 > 100)")


@lie("ground")
def a_figure_per_pupil(books):
    books.run("UPDATE schools SET per_student_m2 = per_student_m2 + 0.00001 WHERE school_id = (SELECT school_id FROM schools WHERE gap_m2 > 100)")


@lie("need")
def a_pupil_fewer(books):
    books.run("UPDATE schools SET enrol_total = enrol_total - 1 WHERE school_id = (SELECT school_id FROM schools WHERE gap_m2 > 100)")


@lie("need")
def a_pupil_fewer_in_both_tables(books):
    stage = books.one("SELECT * FROM stages WHERE stage = 'primary' AND status = 'short'")
    books.run("UPDATE stages SET pupils = pupils - 1 WHERE fid = ?", stage["fid"])
    books.run("UPDATE schools SET enrol_primary = enrol_primary - 1, enrol_total = enrol_total - 1 WHERE school_id = ?", stage["school_id"])


@lie("stages")
def the_area_of_a_stage(books):
    books.run("UPDATE stages SET area_m2 = area_m2 + 0.01 WHERE fid = (SELECT min(fid) FROM stages WHERE area_m2 > 0)")


@lie("stages")
def a_weight(books):
    books.run("UPDATE stages SET weight = 1.2 WHERE fid = (SELECT min(fid) FROM stages WHERE weight = 1.1)")


@lie("status")
def a_campus_that_says_something_else(books):
    books.run("UPDATE campuses SET residual_m2 = residual_m2 + 1 WHERE fid = (SELECT min(fid) FROM campuses WHERE residual_m2 > 0)")


@lie("summary")
def a_summary_that_is_off(books):
    books.run("UPDATE summary SET value = value + 0.01 WHERE key = 'residual_m2'")


@lie("summary")
def an_issue_hidden_from_the_summary(books):
    books.run("DELETE FROM data_issues WHERE fid = (SELECT min(fid) FROM data_issues)")


# --- the ledger

@lie("ledger")
def a_row_of_the_ledger_left_out(books):
    link = rented(books)
    books.run("DELETE FROM ledger WHERE school_id = ? AND from_id = ?", link["from_school"], link["to_id"])


@lie("ledger")
def a_row_of_the_ledger_told_twice(books):
    link = rented(books)
    books.run("INSERT INTO ledger (school_id, basis, m2, from_id, walk_s, rule, cost) SELECT school_id, basis, m2, from_id, walk_s, rule, cost FROM ledger "
              "WHERE school_id = ? AND from_id = ?", link["from_school"], link["to_id"])


@lie("ledger")
def a_row_of_the_ledger_from_another_venue(books):
    link = rented(books)
    other = books.one("SELECT venue_id FROM venues WHERE venue_id <> ?", link["to_id"])[0]
    books.run("UPDATE ledger SET from_id = ? WHERE school_id = ? AND from_id = ?", other, link["from_school"], link["to_id"])


@lie("ledger")
def what_is_lacking_left_out(books):
    books.run("DELETE FROM ledger WHERE fid = (SELECT min(fid) FROM ledger WHERE basis = 'unassigned')")


@lie("twice")
def own_ground_of_another_schools_field(books):
    row = books.one("SELECT * FROM ledger WHERE basis = 'own_outdoor' AND m2 > 100")
    field = books.one("SELECT field_id FROM fields WHERE school_id <> ? AND kind = 'outdoor' ORDER BY counted_m2 DESC", row["school_id"])[0]
    books.run("UPDATE ledger SET from_id = ? WHERE fid = ?", field, row["fid"])


# --- the proof

@lie("maximum", of="leases")
def a_cut_that_is_no_cut(books):
    row = books.one("SELECT fid FROM certificate WHERE cut = 1 AND kind = 'school' ORDER BY capacity_m2 DESC")[0]
    books.run("UPDATE certificate SET cut = 0 WHERE fid = ?", row)


@lie("maximum", of="scarce")
def a_cut_with_a_hole(books):
    link = books.one("SELECT l.* FROM links AS l JOIN certificate AS s ON s.kind = 'school' AND s.id = from_school AND s.cut = 1 "
                     "JOIN certificate AS v ON v.kind = 'venue' AND v.id = to_id AND v.cut = 1 WHERE l.channel = 'rent'")
    books.run("UPDATE certificate SET cut = 0 WHERE kind = 'venue' AND id = ?", link["to_id"])


@lie("certificate")
def no_cut_at_all(books):
    books.run("UPDATE certificate SET cut = NULL")


@lie("certificate")
def no_prices_at_all(books):
    books.run("UPDATE certificate SET price_cost = NULL, price_walk = NULL")


@lie("certificate")
def a_venue_missing_in_the_certificate(books):
    books.run("DELETE FROM certificate WHERE kind = 'venue' AND id = ?", rented(books)["to_id"])


@lie("certificate")
def a_capacity_that_is_not_the_venues(books):
    books.run("UPDATE certificate SET capacity_m2 = capacity_m2 - 1 WHERE kind = 'venue' AND id = ?", rented(books)["to_id"])


@lie("least_cost")
def a_price_of_cost_by_a_ten_thousandth(books):
    books.run("UPDATE certificate SET price_cost = price_cost + 0.0001 WHERE kind = 'school' AND id = ?", rented(books)["from_school"])


@lie("least_cost")
def a_price_of_walking_by_a_thousandth(books):
    books.run("UPDATE certificate SET price_walk = price_walk - 0.001 WHERE kind = 'school' AND id = ?", rented(books)["from_school"])


@lie("maximum")
def a_hundredth_less_than_the_most(books):
    """Everything is told alike, the bound too."""
    books.give(rented(books), -0.01)
    books.sum_up()


@lie("least_cost")
def to_a_dearer_venue(books):
    """All sums are right, and as much is closed as can be."""
    move(books, "dearer")


@lie("least_cost")
def to_a_farther_venue_that_costs_as_much(books):
    move(books, "farther")


def move(books, how):
    """10 m2 of a school from one venue to another that has room."""
    better = "o.price_per_m2 > v.price_per_m2" if how == "dearer" else "o.price_per_m2 = v.price_per_m2 AND other.walk_s > here.walk_s"
    pair = books.one("SELECT here.fid AS here, other.fid AS other FROM links AS here JOIN links AS other USING (from_school) "
                     "JOIN certificate AS v ON v.kind = 'venue' AND v.id = here.to_id JOIN certificate AS o ON o.kind = 'venue' AND o.id = other.to_id "
                     f"JOIN venues ON venue_id = other.to_id WHERE here.given_m2 > 10 AND left_m2 > 10 AND here.fid <> other.fid AND {better} LIMIT 1")
    for fid, m2 in ((pair["here"], -10), (pair["other"], 10)):
        books.give(books.one("SELECT * FROM links WHERE fid = ?", fid), m2)
    books.sum_up()


@lie("bound")
def a_bound_that_is_lower(books):
    books.run("UPDATE summary SET value = value - 1 WHERE key = 'bound_m2'")


@lie("bound", of="schools")
def a_school_more_that_is_closed(books):
    books.run("UPDATE summary SET value = value + 1 WHERE key IN ('schools_closed', 'schools_closed_bound')")


@lie("bound", of="schools")
def a_bound_above_what_is_proven(books):
    books.run("UPDATE summary SET value = value + 1 WHERE key = 'schools_closed_bound'")


@lie("bottlenecks")
def a_bottleneck_that_lacks_less(books):
    books.run("UPDATE bottlenecks SET unmet_m2 = unmet_m2 - 1 WHERE fid = (SELECT min(fid) FROM bottlenecks)")


# --- rows that are none

@lie("layers")
def a_text_for_a_number(books):
    books.run("UPDATE schools SET gap_m2 = 'much' WHERE fid = (SELECT min(fid) FROM schools)")


@lie("layers")
def half_a_hundredth(books):
    books.run("UPDATE links SET given_m2 = given_m2 + 0.005 WHERE fid = ?", rented(books)["fid"])


@lie("layers")
def an_area_beyond_counting(books):
    books.run("UPDATE venues SET area_m2 = 1e300 WHERE venue_id = ?", rented(books)["to_id"])


@lie("layers")
def a_venue_that_is_not_there(books):
    link = rented(books)
    books.run("UPDATE links SET to_id = 'V-none' WHERE fid = ?", link["fid"])


@lie("layers")
def a_school_twice(books):
    names = [row["name"] for row in books.all("PRAGMA table_info(schools)") if row["name"] != "fid"]
    books.run(f"INSERT INTO schools ({', '.join(names)}) SELECT {', '.join(names)} FROM schools WHERE fid = (SELECT min(fid) FROM schools)")


@lie("layers")
def a_column_left_out(books):
    books.db.execute("ALTER TABLE venues DROP COLUMN left_m2")


@lie("layers")
def a_geometry_cut_short(books):
    books.run("UPDATE links SET geom = substr(geom, 1, 60) WHERE fid = ?", rented(books)["fid"])
