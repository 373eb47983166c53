// Places for new venues in a drawn town, with gains worked out by hand.
#include "domain/city/issue_code.hpp"
#include "domain/new_venues/venue_options.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// 1 cell is 100 m; ten minutes are 800 m. L is near A and B, M near B and C, N near C; Z is near nobody.
const char* const street_page = R"(
    A----L----B----M----C----N-------------------Z
)";

/// Gaps of A, B and C: 1000, 1000 and 2000 m2.
struct PlacesTown
{
    AsciiTown town{street_page, metres_per_cell(100)};
    City city;
    Settings settings;
    Findings findings;

    PlacesTown()
    {
        city.schools = {school_at('A', 2000.0), school_at('B', 2000.0), school_at('C', 1000.0)};
        city.new_venues = {place_at('L'), place_at('M'), place_at('N'), place_at('Z')};
        settings.channels[Channel::rent].on = true;
        settings.new_venues.count = 2;
        settings.new_venues.area_m2 = 4000.0;
    }

    School school_at(char place, double outdoor_m2) const
    {
        School one = school(std::string(1, place), 400, 0, town.at(place));
        one.outdoor_m2 = outdoor_m2;
        return one;
    }

    Venue place_at(char place) const
    {
        Venue one;
        one.id = std::string(1, place);
        one.at = town.at(place);
        return one;
    }

    VenueOptions options()
    {
        const gis::WalkNetwork network = town.network();
        const WalkNetworkView walking{&network, {}};
        const Results results = analyse(city, walking, settings, [](Step) {});
        findings.clear();
        return venue_options({city, results, walking, settings}, findings);
    }
};

std::vector<double> gains_of(const VenueOptions& options)
{
    std::vector<double> gains;
    for (const VenueOption& one : options.places) {
        gains.push_back(one.gain.square_metres());
    }
    return gains;
}

std::vector<std::int64_t> ranks_of(const VenueOptions& options)
{
    std::vector<std::int64_t> ranks;
    for (const VenueOption& one : options.places) {
        ranks.push_back(one.rank.value_or(0));
    }
    return ranks;
}

} // namespace

TEST_CASE("a place closes the gaps of the schools that would walk there", "[venue_options]")
{
    PlacesTown town;
    const VenueOptions options = town.options();
    CHECK(gains_of(options) == std::vector<double>{2000.0, 3000.0, 2000.0, 0.0});
    CHECK(ranks_of(options) == std::vector<std::int64_t>{2, 1, 0, 0}); // L and N would close as much: 4000
    CHECK(options.places[1].joint_gain == ExactArea::whole(3000));
    CHECK(options.places[0].joint_gain == ExactArea::whole(1000));
    CHECK_FALSE(options.places[2].joint_gain.has_value());
    CHECK(options.places[0].schools == 2);
    CHECK(options.places[1].schools == 2);
    CHECK(options.places[2].schools == 1);
    CHECK(options.places[3].schools == 0);
    CHECK(options.gain == ExactArea::whole(4000));
    CHECK(options.bound == ExactArea::whole(4000));
    CHECK(options.is_proven);
    CHECK(town.findings.empty());
}

TEST_CASE("a column area_m2 goes before that of the config, and that before the outline", "[venue_options]")
{
    PlacesTown town;
    town.city.new_venues[1].area_m2 = 500.0;
    const gis::Point n = town.town.at('N');
    town.city.new_venues[2].ground = rectangle(n.x - 10.0, n.y - 10.0, 20.0, 20.0);
    CHECK(gains_of(town.options()) == std::vector<double>{2000.0, 500.0, 2000.0, 0.0});
    town.settings.new_venues.area_m2.reset();
    CHECK(gains_of(town.options()) == std::vector<double>{0.0, 500.0, 400.0, 0.0});
    CHECK(count(town.findings, IssueCode::venue_without_area) == 2);
    CHECK(town.findings.front().layer == "new_venues");
}

TEST_CASE("ground of campuses and of today's venues is not given again by a new one", "[venue_options]")
{
    PlacesTown town;
    const gis::Point l = town.town.at('L');
    const gis::Point m = town.town.at('M');
    town.city.campuses = {campus("CA", "A", rectangle(l.x - 20.0, l.y - 20.0, 40.0, 40.0))};
    town.city.venues = {venue("V", rectangle(m.x - 200.0, m.y + 10.0, 400.0, 20.0))}; // 8000 m2 drawn, 10 of them to rent
    town.city.venues.front().area_m2 = 10.0;
    town.city.new_venues[1].ground = rectangle(m.x - 5.0, m.y, 10.0, 20.0); // half of it is V's
    town.settings.new_venues.area_m2 = 600.0;
    const VenueOptions options = town.options();
    CHECK(gains_of(options) == std::vector<double>{0.0, 300.0, 600.0, 0.0});
    CHECK(count(town.findings, IssueCode::venue_overlap) == 2);
}

TEST_CASE("a cap of rent binds new venues too, and so does that of their district", "[venue_options]")
{
    PlacesTown town;
    town.settings.channels[Channel::rent].cap_m2 = 2500.0;
    CHECK(gains_of(town.options()) == std::vector<double>{2000.0, 2500.0, 2000.0, 0.0});
    const gis::Point m = town.town.at('M');
    town.city.districts = {{"D", "Dell", rectangle(m.x - 100.0, m.y - 100.0, 200.0, 200.0)}};
    town.settings.channels[Channel::rent].district_caps_m2 = {{"Dell", 700.0}};
    CHECK(gains_of(town.options()) == std::vector<double>{2000.0, 700.0, 2000.0, 0.0});
}

TEST_CASE("lots, schools per venue and objectives are not looked at where places are weighed", "[venue_options]")
{
    PlacesTown town;
    const std::vector<double> gains = gains_of(town.options());
    town.settings.channels[Channel::rent].min_lot_m2 = 3000.0;
    town.settings.channels[Channel::rent].max_schools_per_venue = 1;
    CHECK(gains_of(town.options()) == gains);
    town.settings.allocation.objective = Objective::schools;
    CHECK(gains_of(town.options()) == gains);
    town.settings.allocation.objective = Objective::budget;
    town.settings.allocation.budget_per_year = 0.0;
    CHECK(gains_of(town.options()) == gains);
}

TEST_CASE("without rent no place is weighed, and that is said", "[venue_options]")
{
    PlacesTown town;
    town.settings.channels[Channel::rent].on = false;
    CHECK(town.options().places.empty());
    CHECK(count(town.findings, IssueCode::new_venues_not_rented) == 1);
    town.city.new_venues.clear();
    CHECK(town.options().places.empty());
    CHECK(town.findings.empty());
}

TEST_CASE("a regime that does not count rent for a school leaves it out", "[venue_options]")
{
    PlacesTown town;
    town.settings.standard.regime = national_regime; // rent for dense schools only
    town.city.schools[2].dense = true;
    const VenueOptions options = town.options();
    CHECK(gains_of(options) == std::vector<double>{0.0, 2000.0, 2000.0, 0.0});
    CHECK(options.places[1].schools == 1);
}

TEST_CASE("a gate that names a place is that place's alone, and nobody else misses its owner", "[venue_options]")
{
    PlacesTown town;
    town.city.gates = {{"G", OwnerKind::venue, "M", false, EntrySource::gate, town.town.at('Z')}};
    CHECK(gains_of(town.options()) == std::vector<double>{2000.0, 0.0, 2000.0, 0.0});
    const Results results = analyse(town.city, WalkNetworkView(), town.settings, [](Step) {});
    CHECK(results.reach.entries.gates_of_nobody.empty());
}
