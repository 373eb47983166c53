#include "support/catch.hpp"

#include "domain/gap/gap.hpp"
#include "domain/ground/supply.hpp"
#include "gis/error.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "synth/model.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace fieldgap;

namespace {

SyntheticCity city_of(int schools, std::uint64_t seed = 1)
{
    SynthSettings settings;
    settings.schools = schools;
    settings.seed = seed;
    return synthetic_city(settings);
}

template <class Things>
std::set<std::string> ids_of(const Things& things)
{
    std::set<std::string> ids;
    for (const auto& thing : things) {
        ids.insert(thing.id);
    }
    return ids;
}

std::vector<Status> statuses(const City& city)
{
    Findings findings;
    const Standard standard;
    const Ownership owns = ownership(city, {}, findings);
    const auto enrolled = enrolments(city, owns, findings);
    const auto needs = needs_of_schools(enrolled, standard);
    const DrawnGround drawn = drawn_ground(city, owns, findings);
    const auto supplies = sports_area_by_school(city, owns, drawn, campus_shares(city, owns, needs), standard, findings);
    std::vector<Status> found;
    for (const Assessment& assessment : assess(city, owns, enrolled, needs, supplies, standard, findings)) {
        found.push_back(assessment.status);
    }
    return found;
}

/// Every ground of the city on which only one thing may stand.
std::vector<gis::MultiPolygon> sites_of(const SyntheticCity& made)
{
    std::vector<gis::MultiPolygon> grounds;
    for (const Campus& campus : made.city.campuses) {
        grounds.push_back(campus.ground);
    }
    for (const Estate& estate : made.city.estates) {
        grounds.push_back(estate.ground);
    }
    for (const Estate& site : made.sites) {
        grounds.push_back(site.ground);
    }
    for (const Venue& venue : made.city.venues) {
        if (!venue.ground.empty()) {
            grounds.push_back(venue.ground);
        }
    }
    return grounds;
}

void require_disjoint(const std::vector<gis::MultiPolygon>& grounds)
{
    std::vector<gis::Box> boxes;
    for (const gis::MultiPolygon& ground : grounds) {
        boxes.push_back(gis::bounds(ground));
    }
    const gis::BoxIndex index(boxes);
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        REQUIRE_FALSE(gis::repaired(grounds[i]).was_invalid);
        for (const std::uint32_t k : index.meeting(boxes[i])) {
            if (k > i) {
                CAPTURE(i, k);
                REQUIRE(gis::area(gis::intersection(grounds[i], grounds[k])).square_metres() < 0.01);
            }
        }
    }
}

/// Share of the length of walkable streets in the largest connected part. Streets join where they share a vertex.
double largest_part(const std::vector<Street>& streets)
{
    std::map<std::pair<double, double>, std::size_t> node;
    std::vector<std::size_t> parent;
    const auto root = [&](std::size_t n) {
        while (parent[n] != n) {
            n = parent[n] = parent[parent[n]];
        }
        return n;
    };
    const auto node_at = [&](const gis::Point& p) {
        const auto [place, is_new] = node.emplace(std::pair(p.x, p.y), parent.size());
        if (is_new) {
            parent.push_back(parent.size());
        }
        return place->second;
    };
    std::vector<std::pair<std::size_t, double>> lengths;
    double all = 0.0;
    for (const Street& street : streets) {
        for (std::size_t i = 0; street.access != "private" && i + 1 < street.line.size(); ++i) {
            const std::size_t a = node_at(street.line[i]);
            const std::size_t b = node_at(street.line[i + 1]);
            parent[root(a)] = root(b);
            lengths.push_back({a, gis::distance_m(street.line[i], street.line[i + 1])});
            all += lengths.back().second;
        }
    }
    std::map<std::size_t, double> parts;
    double largest = 0.0;
    for (const auto& piece : lengths) {
        largest = std::max(largest, parts[root(piece.first)] += piece.second);
    }
    return largest / all;
}

} // namespace

TEST_CASE("a city has as many schools as asked and every list has its own ids", "[synth]")
{
    for (const int schools : {5, 6, 19, 20, 60, 333}) {
        CAPTURE(schools);
        const SyntheticCity made = city_of(schools);
        REQUIRE(made.city.schools.size() == static_cast<std::size_t>(schools));
        REQUIRE(ids_of(made.city.schools).size() == made.city.schools.size());
        REQUIRE(ids_of(made.city.campuses).size() == made.city.campuses.size());
        REQUIRE(ids_of(made.city.fields).size() == made.city.fields.size());
        REQUIRE(ids_of(made.city.venues).size() == made.city.venues.size());
        REQUIRE(ids_of(made.city.estates).size() == made.city.estates.size());
        REQUIRE(made.city.venues.size() >= 2);
        REQUIRE(made.sites.size() >= 3);
        REQUIRE(made.city.districts.size() >= 2);
    }
}

TEST_CASE("fewer than five schools are refused", "[synth]")
{
    REQUIRE_THROWS_AS(city_of(4), gis::UsageError);
    REQUIRE_THROWS_AS(city_of(-1), gis::UsageError);
}

TEST_CASE("names of schools are given once and ids are ten digits of province 12", "[synth]")
{
    const SyntheticCity made = city_of(2000);
    REQUIRE(made.city.schools.size() >= 2000);
    std::set<std::string> names;
    for (const School& school : made.city.schools) {
        CAPTURE(school.id, school.name);
        REQUIRE(school.id.size() == 10);
        REQUIRE(school.id.substr(2, 2) == "12");
        if (school.kind != SchoolKind::teaching_point) {
            REQUIRE(names.insert(school.name).second);
        }
    }
}

TEST_CASE("from twenty schools on every kind and every status occurs", "[synth]")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        const City city = city_of(20, seed).city;
        std::set<SchoolKind> kinds;
        for (const School& school : city.schools) {
            kinds.insert(school.kind);
        }
        REQUIRE(kinds.size() == 4);
        const auto twelve_year = [](const School& s) { return s.has_stage[Stage::primary] && s.has_stage[Stage::senior]; };
        REQUIRE(std::any_of(city.schools.begin(), city.schools.end(), twelve_year));
        REQUIRE(std::any_of(city.schools.begin(), city.schools.end(), [](const School& s) { return s.phase == SchoolPhase::planned; }));
        REQUIRE(std::any_of(city.schools.begin(), city.schools.end(), [](const School& s) { return !s.parent_id.empty(); }));
        std::set<Status> found;
        for (const Status status : statuses(city)) {
            found.insert(status);
        }
        REQUIRE(found == std::set<Status>(all_statuses.begin(), all_statuses.end()));
    }
}

TEST_CASE("about half of the schools in the core lack ground, fewer at the edge", "[synth]")
{
    const City city = city_of(1000).city;
    const std::vector<Status> status = statuses(city);
    double judged[2] = {0.0, 0.0};
    double lacking[2] = {0.0, 0.0};
    for (std::size_t i = 0; i < status.size(); ++i) {
        if (status[i] == Status::meets || status[i] == Status::near || status[i] == Status::short_of) {
            const std::size_t where = city.schools[i].dense ? 0 : 1;
            judged[where] += 1.0;
            lacking[where] += status[i] == Status::short_of ? 1.0 : 0.0;
        }
    }
    REQUIRE(lacking[0] / judged[0] > 0.4);
    REQUIRE(lacking[0] / judged[0] < 0.65);
    REQUIRE(lacking[1] / judged[1] < lacking[0] / judged[0]);
    REQUIRE(lacking[1] / judged[1] > 0.15);
}

TEST_CASE("campuses, estates, sites and venues are valid and disjoint", "[synth]")
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        require_disjoint(sites_of(city_of(60, seed)));
    }
}

TEST_CASE("every field of a school lies inside its campus", "[synth]")
{
    const City city = city_of(200, 7).city;
    std::vector<gis::Box> boxes;
    for (const Campus& campus : city.campuses) {
        boxes.push_back(gis::bounds(campus.ground));
    }
    const gis::BoxIndex index(boxes);
    REQUIRE(city.fields.size() >= 200);
    std::size_t strays = 0;
    for (const Field& field : city.fields) {
        CAPTURE(field.id);
        REQUIRE_FALSE(gis::repaired(field.ground).was_invalid);
        const auto near = index.meeting(gis::bounds(field.ground));
        const bool inside = std::any_of(near.begin(), near.end(), [&](std::uint32_t campus) {
            return gis::area(gis::difference(field.ground, city.campuses[campus].ground)).square_metres() < 0.01;
        });
        strays += inside ? 0 : 1;
    }
    REQUIRE(strays == 1);
}

TEST_CASE("every gate lies on the outline of its owner", "[synth]")
{
    const SyntheticCity made = city_of(200, 3);
    std::map<std::string, std::vector<const gis::MultiPolygon*>> ground;
    for (const Venue& venue : made.city.venues) {
        ground[venue.id].push_back(&venue.ground);
    }
    for (const Estate& estate : made.city.estates) {
        ground[estate.id].push_back(&estate.ground);
    }
    REQUIRE(made.city.gates.size() >= 200);
    for (const Gate& gate : made.city.gates) {
        CAPTURE(gate.id, gate.owner_id);
        double least_m = 1e9;
        for (const gis::MultiPolygon* outline : ground[gate.owner_id]) {
            least_m = std::min(least_m, gis::distance_to_outline_m(*outline, gate.at));
        }
        for (const Campus& campus : made.city.campuses) {
            if (gate.owner_kind == OwnerKind::school) {
                least_m = std::min(least_m, gis::distance_to_outline_m(campus.ground, gate.at));
            }
        }
        REQUIRE(least_m < 0.01);
    }
}

TEST_CASE("nearly all walkable streets are connected", "[synth]")
{
    for (const int schools : {5, 20, 200, 2000}) {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            CAPTURE(schools, seed);
            REQUIRE(largest_part(city_of(schools, seed).streets) > 0.95);
        }
    }
}

TEST_CASE("every school lies in a named district", "[synth]")
{
    const City city = city_of(300).city;
    REQUIRE(city.schools.size() >= 300);
    for (const School& school : city.schools) {
        CAPTURE(school.id);
        REQUIRE_FALSE(school.district.empty());
    }
}

TEST_CASE("another seed makes another city", "[synth]")
{
    const SyntheticCity one = city_of(20, 1);
    const SyntheticCity same = city_of(20, 1);
    const SyntheticCity other = city_of(20, 2);
    REQUIRE(one.city.campuses.front().ground == same.city.campuses.front().ground);
    REQUIRE(one.city.schools.back().at == same.city.schools.back().at);
    REQUIRE_FALSE(one.city.campuses.front().ground == other.city.campuses.front().ground);
}
