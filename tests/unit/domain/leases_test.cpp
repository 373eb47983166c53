// Leases go first: what they count, what they leave, and when they do not count.
#include "domain/allocation/allocation.hpp"
#include "domain/city/issue_code.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// 1 cell is 100 m. A and B lie near V, W is near B only.
const char* const town_page = R"(
    A-V---B--W-----z
)";

/// Gaps of A and B: 1000 and 4000 m2; V has 3000, W 500.
struct LeasedTown
{
    AsciiTown town{town_page, metres_per_cell(100)};
    City city;
    Settings settings;

    LeasedTown()
    {
        city.schools = {at('A', 500, 2750.0), at('B', 1000, 3500.0)};
        city.venues = {venue_at('V', 3000.0), venue_at('W', 500.0)};
        settings.channels[Channel::rent].on = true;
        settings.channels[Channel::rent].cost_per_m2 = 60.0;
    }

    School at(char place, std::int64_t primary, double outdoor_m2) const
    {
        School one = school(std::string(1, place), primary, 0, town.at(place));
        one.outdoor_m2 = outdoor_m2;
        return one;
    }

    Venue venue_at(char place, double area_m2) const
    {
        Venue one;
        one.id = std::string(1, place);
        one.at = town.at(place);
        one.area_m2 = area_m2;
        return one;
    }

    void lease(std::uint32_t school, std::uint32_t venue, double m2, const std::string& number = "1", Date until = {2022, 12, 31})
    {
        city.leases.push_back({number, SchoolIndex(school), venue, m2, until, ""});
    }

    Results analysed() const
    {
        const gis::WalkNetwork network = town.network();
        return analyse(city, WalkNetworkView{&network, {}}, settings, [](Step) {});
    }
};

double rented(const Results& r, std::size_t school)
{
    return r.allocation.of_school[school].given[Channel::rent].square_metres();
}

} // namespace

TEST_CASE("a lease keeps its ground for its school, though another one is nearer", "[leases]")
{
    LeasedTown town;
    const Results without = town.analysed();
    CHECK(rented(without, 0) == 1000.0);
    town.lease(1, 0, 2500.0);
    const Results with = town.analysed();
    CHECK(rented(with, 0) == 500.0);
    CHECK(rented(with, 1) == 3000.0);
    CHECK(with.allocation.closed == without.allocation.closed);
    REQUIRE(with.allocation.leases.size() == 1);
    CHECK(with.allocation.leases[0].counted.square_metres() == 2500.0);
    CHECK(with.allocation.leases[0].cost == 150000.0);
    CHECK(with.allocation.of_school[1].cost == 180000.0);
    CHECK(count(with.findings, IssueCode::lease_counted_in_part) == 0);
}

TEST_CASE("a lease counts no more than the gap, the venue and the caps leave, the first one first", "[leases]")
{
    LeasedTown town;
    town.lease(0, 0, 1500.0, "1");
    town.lease(1, 0, 2500.0, "2");
    Results r = town.analysed();
    CHECK(r.allocation.leases[0].counted.square_metres() == 1000.0);
    CHECK(r.allocation.leases[1].counted.square_metres() == 2000.0);
    CHECK(count(r.findings, IssueCode::lease_counted_in_part) == 2);
    CHECK(r.allocation.closed.square_metres() == 3500.0);

    town.settings.channels[Channel::rent].cap_m2 = 1200.0;
    r = town.analysed();
    CHECK(r.allocation.leases[1].counted.square_metres() == 200.0);
    CHECK(r.allocation.closed.square_metres() == 1200.0);
    CHECK(r.allocation.through[Channel::rent].square_metres() == 1200.0);
}

TEST_CASE("a lease counts on its last day and no longer", "[leases]")
{
    LeasedTown town;
    town.lease(1, 0, 2500.0);
    town.settings.plan.as_of = Date{2022, 12, 31};
    CHECK(town.analysed().allocation.leases.size() == 1);
    town.settings.plan.as_of = Date{2023, 1, 1};
    const Results lapsed = town.analysed();
    CHECK(lapsed.allocation.leases.empty());
    CHECK(count(lapsed.findings, IssueCode::lease_lapsed) == 1);
    CHECK(rented(lapsed, 0) == 1000.0);

    town.settings.plan.as_of.reset();
    town.settings.projection.first_year = 2022; // the enrolment's year ends on 31 December
    CHECK(town.analysed().allocation.leases.size() == 1);
    town.settings.projection.first_year = 2023;
    CHECK(town.analysed().allocation.leases.empty());
    town.settings.projection.first_year.reset();
    town.city.enrolment_year = 2023; // as the headings have it
    CHECK(town.analysed().allocation.leases.empty());
}

TEST_CASE("a lease beyond the walk, of a closed channel or of a school without need is reported and not counted", "[leases]")
{
    LeasedTown town;
    town.lease(0, 1, 100.0); // W is 900 m from A
    Results r = town.analysed();
    CHECK(count(r.findings, IssueCode::lease_not_in_reach) == 1);
    CHECK(r.allocation.leases.empty());

    town.city.leases.clear();
    town.lease(0, 0, 100.0);
    town.settings.standard.regime = national_regime;
    CHECK(count(town.analysed().findings, IssueCode::lease_not_eligible) == 1);
    town.settings.standard.regime = plan_regime;
    town.city.venues[0].rentable = false;
    CHECK(count(town.analysed().findings, IssueCode::lease_not_eligible) == 1);
    town.city.venues[0].rentable = true;
    town.city.schools[0].outdoor_m2.reset();
    CHECK(count(town.analysed().findings, IssueCode::lease_not_eligible) == 1);
}

TEST_CASE("the lease of a branch is that of its main school", "[leases]")
{
    LeasedTown town;
    town.city.schools.push_back(town.at('B', 0, 0.0));
    town.city.schools.back().id = "C";
    town.city.schools.back().parent_id = "B";
    town.lease(2, 0, 700.0);
    const Results r = town.analysed();
    REQUIRE(r.allocation.leases.size() == 1);
    CHECK(r.allocation.leases[0].school == SchoolIndex(1));
    CHECK(r.allocation.leases[0].counted.square_metres() == 700.0);
}

TEST_CASE("leases use up places, and their school may rent more there", "[leases]")
{
    LeasedTown town;
    town.settings.channels[Channel::rent].max_schools_per_venue = 1;
    town.lease(1, 0, 100.0, "1");
    town.lease(0, 0, 100.0, "2"); // no place is left
    const Results r = town.analysed();
    CHECK(r.allocation.leases[1].counted == ExactArea());
    CHECK(rented(r, 0) == 0.0);
    CHECK(rented(r, 1) == 3500.0);
    CHECK(r.allocation.reached.is_proven);
}

TEST_CASE("a lease is exempt from lots, which hold for what its school rents beyond", "[leases]")
{
    LeasedTown town;
    town.settings.channels[Channel::rent].min_lot_m2 = 600.0;
    town.lease(0, 0, 50.0);
    const Results r = town.analysed();
    CHECK(r.allocation.leases[0].counted.square_metres() == 50.0);
    CHECK(rented(r, 1) == 2950.0 - (rented(r, 0) - 50.0));
    for (const ExactArea given : r.allocation.given_by_rent) {
        CHECK((given == ExactArea() || given.square_metres() == 50.0 || given.square_metres() >= 600.0));
    }
}

TEST_CASE("leases are paid out of the budget first, and stand though it is too small", "[leases]")
{
    LeasedTown town;
    town.lease(1, 0, 1000.0);
    town.settings.allocation.objective = Objective::budget;
    town.settings.allocation.budget_per_year = 72000.0;
    Results r = town.analysed();
    CHECK(r.allocation.closed.square_metres() == 1200.0);
    CHECK(r.allocation.cost_curve.front().yuan == 60000.0);
    CHECK(r.allocation.cost_curve.front().closed.square_metres() == 1000.0);
    CHECK(r.allocation.cost_curve.back().closed.square_metres() == 3500.0);
    town.settings.allocation.budget_per_year = 100.0;
    r = town.analysed();
    CHECK(r.allocation.closed.square_metres() == 1000.0);
    CHECK(count(r.findings, IssueCode::lease_cost_over_budget) == 1);
}

TEST_CASE("the cap of a district holds venues that lie in it, by name or id, leases included", "[leases]")
{
    LeasedTown town;
    const gis::Point v = town.town.at('V');
    town.city.districts = {{"120101", "Heping", rectangle(v.x - 50.0, v.y - 50.0, 100.0, 100.0)}};
    ChannelSettings& rent = town.settings.channels[Channel::rent];
    rent.district_caps_m2 = {{"Heping", 700.0}, {"Nowhere", 1.0}};
    town.lease(1, 0, 600.0);
    Results r = town.analysed();
    CHECK(r.allocation.closed.square_metres() == 1200.0);
    REQUIRE(r.allocation.district_caps.size() == 1);
    CHECK(r.allocation.district_caps[0].used.square_metres() == 700.0);
    CHECK(count(r.findings, IssueCode::district_cap_unknown) == 1);
    rent.district_caps_m2 = {{"120101", 650.0}, {"Heping", 900.0}};
    CHECK(town.analysed().allocation.closed.square_metres() == 1150.0);
}

TEST_CASE("objective schools closes the schools that it can, in the words of the city", "[leases]")
{
    LeasedTown town;
    town.settings.allocation.objective = Objective::schools;
    const Results r = town.analysed();
    CHECK(r.allocation.reached.schools_closed == 1);
    CHECK(r.allocation.reached.pupils_closed == 500);
    CHECK(r.allocation.reached.bound == 1);
    CHECK(r.allocation.closed.square_metres() == 3500.0);
}
