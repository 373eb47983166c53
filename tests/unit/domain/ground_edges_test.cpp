// Whose ground it is and how much of it counts, where two rules meet.
#include "domain/city/issue_code.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// One venue beside a campus that reaches 10 m into its western side.
Results beside_campus(const Venue& one)
{
    City city;
    city.schools = {school("A", 400)};
    city.campuses = {campus("C", "A", rectangle(0, 0, 50, 50))};
    city.venues = {one};
    return measured(city);
}

/// Two campuses wall to wall at x = 50, and one field.
Results over_two_campuses(const Field& one)
{
    City city;
    city.schools = {school("A", 400, 0, {5.0, 5.0}), school("B", 400, 0, {95.0, 5.0})};
    city.campuses = {campus("CA", "A", rectangle(0, 0, 50, 50)), campus("CB", "B", rectangle(50, 0, 50, 50))};
    city.fields = {one};
    return measured(city);
}

School without_number(const std::string& id, gis::Point at)
{
    School one = school(id, 0, 0, at);
    one.has_stage[Stage::primary] = true;
    return one;
}

} // namespace

TEST_CASE("a campus whose schools all have unknown needs is split among none of them", "[supply]")
{
    City city;
    city.schools = {without_number("A", {5.0, 5.0}), without_number("B", {6.0, 6.0})};
    city.campuses = {campus("C", "", rectangle(0, 0, 100, 100))};
    city.fields = {field("f", rectangle(0, 0, 100, 60))};
    const Results r = measured(city);
    REQUIRE(r.shares.share_of_campus.size() == 1);
    CHECK(r.shares.share_of_campus[0] == std::vector<double>{0.0, 0.0});
    for (const Supply& supply : r.supplies) {
        CHECK_FALSE(supply.own);
        CHECK_FALSE(supply.drawn_m2);
    }
    CHECK(r.assessments[0].status == Status::unknown);

    city.schools.pop_back(); // alone on it, a school has the whole campus, whatever it needs
    CHECK(measured(city).shares.share_of_campus[0] == std::vector<double>{1.0});
    CHECK(measured(city).supplies[0].own->square_metres() == 6000.0);
}

TEST_CASE("a venue's given area shrinks as its ground is cut", "[venue]")
{
    Venue one = venue("V", rectangle(40, 0, 20, 50)); // half of it on the campus
    one.area_m2 = 3000.0;
    const Results cut = beside_campus(one);
    REQUIRE(cut.venue_grounds[0].area);
    CHECK(cut.venue_grounds[0].area->square_metres() == 1500.0);
    CHECK(count(cut.findings, IssueCode::venue_overlap) == 1);

    one.ground = rectangle(50, 0, 20, 50); // wall to wall
    CHECK(beside_campus(one).venue_grounds[0].area->square_metres() == 3000.0);
}

TEST_CASE("a venue of exactly the least net ground is one", "[venue]")
{
    Venue one = venue("V", rectangle(40, 0, 20, 10)); // 100 m2 of its 200 are left
    one.min_net_m2 = 100.0;
    CHECK(beside_campus(one).venue_grounds[0].is_venue);
    CHECK(beside_campus(one).venue_grounds[0].area->square_metres() == 100.0);
    one.min_net_m2 = 100.01;
    const Results r = beside_campus(one);
    CHECK_FALSE(r.venue_grounds[0].is_venue);
    CHECK_FALSE(r.venue_grounds[0].area);
    CHECK(count(r.findings, IssueCode::venue_too_small) == 1);
}

TEST_CASE("a field over two campuses is the larger part's, and says so from one square metre on", "[ownership]")
{
    const Results over = over_two_campuses(field("f", rectangle(40, 0, 30, 10)));
    CHECK(over.owns.owner_of_field[0].campus == CampusIndex(1));
    CHECK(count(over.findings, IssueCode::field_over_campuses) == 1);
    CHECK(over.assessments[0].own.square_metres() == 0.0);
    CHECK(over.assessments[1].own.square_metres() == 200.0);

    CHECK(count(over_two_campuses(field("f", rectangle(40, 0, 10.11, 10))).findings, IssueCode::field_over_campuses) == 1);
    CHECK(count(over_two_campuses(field("f", rectangle(40, 0, 10.09, 10))).findings, IssueCode::field_over_campuses) == 0);

    // Where a field names its school nobody asks for its campus.
    CHECK(count(over_two_campuses(field("f", rectangle(40, 0, 30, 10), FieldKind::outdoor, "A")).findings,
                IssueCode::field_over_campuses) == 0);
}

TEST_CASE("basements and reserves of branches close their main school's gap", "[allotment]")
{
    City city;
    city.schools = {school("A", 400), school("A-branch", 100, 0, {500.0, 5.0})};
    city.schools[1].parent_id = "A";
    city.schools[0].outdoor_m2 = 2000.0; // 3750 are required
    city.schools[0].basement_usable_m2 = 100.0;
    city.schools[1].basement_usable_m2 = 250.0;
    city.schools[0].expand_possible_m2 = 60.0;
    city.schools[1].expand_possible_m2 = 40.0;
    Settings settings;
    settings.channels[Channel::basement] = {true, 45.0, std::nullopt};
    settings.channels[Channel::expand] = {true, 20.0, std::nullopt};
    const Results r = measured(city, settings);
    CHECK(r.allocation.of_school[0].given[Channel::basement].square_metres() == 350.0);
    CHECK(r.allocation.of_school[0].given[Channel::expand].square_metres() == 100.0);
    CHECK(r.allocation.of_school[1].received() == ExactArea());
}

TEST_CASE("what partners share out is what the links of their pairs give", "[allotment]")
{
    // 1 cell is 100 m. P and Q have 600 and 250 m2 too many; A, B and C lack 1000, 300 and 75.
    const AsciiTown town("A--P--B--Q--C", metres_per_cell(100));
    City city;
    const std::pair<char, double> grounds[] = {{'A', 2000.0}, {'B', 2700.0}, {'C', 2925.0}, {'P', 3600.0}, {'Q', 3250.0}};
    for (const auto& [place, outdoor_m2] : grounds) {
        city.schools.push_back(school(std::string(1, place), 400, 0, town.at(place)));
        city.schools.back().outdoor_m2 = outdoor_m2;
    }
    Settings settings;
    settings.channels[Channel::share] = {true, 10.0, std::nullopt};
    const gis::WalkNetwork streets = town.network();
    const Results r = analyse(city, WalkNetworkView{&streets, {}}, settings, [](Step) {});

    std::vector<ExactArea> given(city.schools.size());
    std::vector<ExactArea> received(city.schools.size());
    REQUIRE(r.reach.share.pairs.size() == 4); // A reaches P, C reaches Q, B both
    for (std::size_t i = 0; i < r.reach.share.pairs.size(); ++i) {
        given[r.reach.share.pairs[i].giver] += r.allocation.given_by_share[i];
        received[index(r.reach.share.pairs[i].school)] += r.allocation.given_by_share[i];
    }
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        CAPTURE(city.schools[s].id);
        CHECK(r.allocation.of_school[s].shared_out == given[s]);
        CHECK(r.allocation.of_school[s].given[Channel::share] == received[s]);
        CHECK(r.allocation.of_school[s].shared_out <= r.assessments[s].surplus);
    }
    CHECK(r.allocation.of_school[3].shared_out.square_metres() == 600.0);
    CHECK(r.allocation.of_school[4].shared_out.square_metres() == 250.0);
    CHECK(r.allocation.closed.square_metres() == 850.0);
    // A giver is left with its surplus less what it shares, a receiver with what it was given.
    CHECK(ground_after(r.assessments[3], r.allocation.of_school[3]).square_metres() == 3000.0);
    CHECK(r.districts.city.given[Channel::share].square_metres() == 850.0);
}

TEST_CASE("a planned school takes nothing of the campus that it shares", "[supply]")
{
    City city;
    city.schools = {school("A", 400), school("B", 400, 0, {6.0, 6.0})};
    city.schools[1].phase = SchoolPhase::planned;
    city.campuses = {campus("C", "", rectangle(0, 0, 100, 100))};
    city.fields = {field("f", rectangle(0, 0, 100, 60))};
    const Results r = measured(city);
    CHECK(r.assessments[0].own.square_metres() == 6000.0);
    CHECK(r.shares.share_of_campus[0] == std::vector<double>{1.0, 0.0});
    CHECK(count(r.findings, IssueCode::campus_shared) == 0);

    city.schools[0] = without_number("A", {5.0, 5.0}); // alone on it still, whatever it needs
    CHECK(measured(city).supplies[0].own->square_metres() == 6000.0);
}

TEST_CASE("a venue's own price goes before the price of the channel, and decides which is rented", "[allotment]")
{
    const AsciiTown town("A--V--W-----z", metres_per_cell(100));
    City city;
    city.schools = {school("A", 400, 0, town.at('A'))};
    city.schools[0].outdoor_m2 = 2000.0;
    for (const char place : {'V', 'W'}) {
        Venue one;
        one.id = std::string(1, place);
        one.at = town.at(place);
        one.area_m2 = 3000.0;
        city.venues.push_back(one);
    }
    city.venues[1].price_per_m2 = 30.0;
    Settings settings;
    settings.channels[Channel::rent] = {true, 60.0, std::nullopt};
    const gis::WalkNetwork streets = town.network();
    const Results r = analyse(city, WalkNetworkView{&streets, {}}, settings, [](Step) {});
    CHECK(r.allocation.rented[1].square_metres() == 1000.0); // the further one, for half the price
    CHECK(r.allocation.of_school[0].cost == 30000.0);
}
