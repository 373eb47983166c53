// Venues given as points: ground is given once.
#include "domain/city/issue_code.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

Venue point_venue(const std::string& id, const std::string& name, gis::Point at, double area_m2 = 1000.0)
{
    Venue one;
    one.id = id;
    one.name = name;
    one.at = at;
    one.area_m2 = area_m2;
    return one;
}

/// Square metres of each; a campus of 50 x 50 m stands in the corner of the town.
std::vector<double> areas_of(const std::vector<Venue>& venues, Findings* findings = nullptr)
{
    City city;
    city.schools = {school("A", 400)};
    city.campuses = {campus("C", "A", rectangle(0, 0, 50, 50))};
    city.venues = venues;
    const Results results = measured(city);
    std::vector<double> areas_m2;
    for (const VenueGround& ground : results.venue_grounds) {
        areas_m2.push_back(ground.area.value().square_metres());
    }
    if (findings != nullptr) {
        *findings = results.findings;
    }
    return areas_m2;
}

using Areas = std::vector<double>;

} // namespace

TEST_CASE("a venue point on a campus or on its edge gives nothing", "[venue_points]")
{
    Findings findings;
    CHECK(areas_of({point_venue("1", "Hall", {25, 25}), point_venue("2", "Gym", {50, 10}), point_venue("3", "Club", {70, 10})},
                   &findings) == Areas{0.0, 0.0, 1000.0});
    CHECK(count(findings, IssueCode::venue_overlap) == 2);
}

TEST_CASE("of two venue points of one name within 50 m the first by id gives its area", "[venue_points]")
{
    Findings findings;
    CHECK(areas_of({point_venue("1", "Hall", {100, 100}), point_venue("2", "Hall", {150, 100}, 700.0)}, &findings) == Areas{1000.0, 0.0});
    CHECK(count(findings, IssueCode::venue_listed_twice) == 1);
    CHECK(areas_of({point_venue("1", "Hall", {100, 100}), point_venue("2", "Hall", {150.1, 100})}) == Areas{1000.0, 1000.0});
    CHECK(areas_of({point_venue("1", "Hall", {100, 100}), point_venue("2", "Club", {120, 100})}) == Areas{1000.0, 1000.0});
    CHECK(areas_of({point_venue("1", "", {100, 100}), point_venue("2", "", {120, 100})}) == Areas{1000.0, 1000.0}); // no name is no name
}

TEST_CASE("venue points of any names within 5 m are one", "[venue_points]")
{
    CHECK(areas_of({point_venue("1", "Hall", {100, 100}), point_venue("2", "Club", {105, 100})}) == Areas{1000.0, 0.0});
    CHECK(areas_of({point_venue("1", "Hall", {100, 100}), point_venue("2", "Club", {105.1, 100})}) == Areas{1000.0, 1000.0});
}

TEST_CASE("each pair of venue points is judged alone", "[venue_points]")
{
    // 1 and 3 are 80 m apart, yet 3 is what 2 is.
    CHECK(areas_of({point_venue("1", "Hall", {100, 100}), point_venue("2", "Hall", {140, 100}), point_venue("3", "Hall", {180, 100})}) ==
          Areas{1000.0, 0.0, 0.0});
}

TEST_CASE("a drawn venue is no venue point", "[venue_points]")
{
    Venue drawn = venue("1", rectangle(100, 100, 20, 20));
    drawn.name = "Hall";
    CHECK(areas_of({drawn, point_venue("2", "Hall", {110, 110})}) == Areas{400.0, 1000.0});
}
