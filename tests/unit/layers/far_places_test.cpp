#include "domain/city/issue_code.hpp"
#include "layers/input/far_places.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace fieldgap;

namespace {

/// Kilometres east and north of the middle.
CityInput schools_at(const std::vector<gis::Point>& places_km)
{
    CityInput input{{}, gis::CityPlane({107.0, 30.0}), {}, {}, "", {}, {}};
    for (const gis::Point& place : places_km) {
        input.city.schools.emplace_back();
        input.city.schools.back().id = std::to_string(input.city.schools.size());
        input.city.schools.back().at = {place.x * 1000.0, place.y * 1000.0};
    }
    return input;
}

std::vector<std::string> far_off(CityInput input)
{
    note_far_places(input);
    std::vector<std::string> ids;
    for (const Finding& finding : input.findings) {
        if (finding.code == IssueCode::place_far_off) {
            ids.push_back(finding.feature_id);
        }
    }
    return ids;
}

std::vector<gis::Point> town(std::size_t schools)
{
    std::vector<gis::Point> places;
    for (std::size_t i = 0; i < schools; ++i) {
        places.push_back({static_cast<double>(i % 5), static_cast<double>(i / 5)});
    }
    return places;
}

} // namespace

TEST_CASE("schools of a city 470 km wide are all of it", "[far_places]")
{
    CHECK(far_off(schools_at(
                      {{-40, -30}, {-70, -15}, {0, 0}, {80, 10}, {120, 60}, {190, 110}, {230, 180}, {-110, -60}, {160, -70}, {260, 240}}))
              .empty());
}

TEST_CASE("one school of a city in the next province or the ocean is far off", "[far_places]")
{
    for (const gis::Point& place : {gis::Point{250, 40}, gis::Point{3000, -2500}}) {
        std::vector<gis::Point> places = town(19);
        places.push_back(place);
        CHECK(far_off(schools_at(places)) == std::vector<std::string>{"20"});
    }
    CHECK(far_off(schools_at(town(20))).empty());
    CHECK(far_off(schools_at({{0, 0}, {900, 0}})).empty()); // of two nobody can tell
}

TEST_CASE("a county with many schools is no error however far it lies", "[far_places]")
{
    std::vector<gis::Point> places = town(40);
    for (int i = 0; i < 10; ++i) {
        places.push_back({180.0 + i, 90.0});
    }
    CHECK(far_off(schools_at(places)).empty());
}

TEST_CASE("one district around all schools is not far off", "[far_places]")
{
    CityInput input = schools_at(town(20));
    input.city.districts.emplace_back();
    input.city.districts.back().ground = {{{{-5e3, -5e3}, {400e3, -5e3}, {400e3, 300e3}, {-5e3, 300e3}, {-5e3, -5e3}}, {}}};
    note_far_places(input);
    CHECK(input.findings.empty());
}

namespace {

/// Whether venues that far east of the eastmost school are reported as a layer.
bool is_far_layer(CityInput input, double east_km)
{
    double eastmost_m = -INFINITY;
    for (const School& school : input.city.schools) {
        eastmost_m = std::max(eastmost_m, school.at.x);
    }
    input.city.venues.emplace_back();
    input.city.venues.back().at = {eastmost_m + east_km * 1000.0, 0.0};
    note_far_places(input);
    return std::any_of(input.findings.begin(), input.findings.end(),
                       [](const Finding& finding) { return finding.code == IssueCode::layer_far_off; });
}

} // namespace

TEST_CASE("a layer is far off by the width of the city, not by a number of kilometres", "[far_places]")
{
    CHECK(is_far_layer(schools_at(town(20)), 30.0)); // a town of 4 km
    CHECK_FALSE(is_far_layer(schools_at(town(20)), 15.0));
    const std::vector<gis::Point> wide = {{-40, -30}, {-70, -15}, {0, 0},      {80, 10},   {120, 60},
                                          {190, 110}, {230, 180}, {-110, -60}, {160, -70}, {260, 240}};
    CHECK_FALSE(is_far_layer(schools_at(wide), 60.0));
    CHECK(is_far_layer(schools_at(wide), 900.0));
}
