// Who is who in two results.
#include "domain/compare/identities.hpp"
#include "domain/compare/net_change.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <algorithm>
#include <numeric>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

ComparedSchool at(const std::string& id, const std::string& name, gis::Point place, double width = 0.0)
{
    ComparedSchool school;
    school.id = id;
    school.name = name;
    school.at = place;
    school.status = Status::meets;
    if (width > 0.0) {
        school.ground = rectangle(place.x, place.y, width, 100.0);
    }
    return school;
}

/// Groups as `old ids > new ids`, one a line, sorted.
std::string told(const std::vector<ComparedSchool>& olds, const std::vector<ComparedSchool>& news)
{
    std::vector<std::string> lines;
    for (const SchoolGroup& group : identities(olds, news).groups) {
        std::string text;
        for (const std::uint32_t school : group.olds) {
            text += olds[school].id + " ";
        }
        text += ">";
        for (const std::uint32_t school : group.news) {
            text += " " + news[school].id;
        }
        lines.push_back(text + "\n");
    }
    std::sort(lines.begin(), lines.end());
    return std::accumulate(lines.begin(), lines.end(), std::string());
}

} // namespace

TEST_CASE("an id makes a school the same one, wherever it stands and whatever it is called", "[compare]")
{
    CHECK(told({at("A", "First", {0, 0}, 100)}, {at("A", "Third", {9000, 0}, 100)}) == "A > A\n");
}

TEST_CASE("a number of a row is no id, unless the name is the same", "[compare]")
{
    const std::vector<ComparedSchool> olds = {at("#1", "First", {0, 0}), at("#2", "Second", {5000, 0})};
    const std::vector<ComparedSchool> news = {at("#1", "New", {9000, 0}), at("#2", "First", {10, 0}), at("#3", "Second", {5000, 0})};
    CHECK(told(olds, news) == "#1 > #2\n#2 > #3\n> #1\n");
}

TEST_CASE("another id on the same ground, or with the same name near by, is the same school", "[compare]")
{
    CHECK(told({at("A", "", {0, 0}, 100)}, {at("B", "", {20, 0}, 120)}) == "A > B\n");
    CHECK(told({at("A", "First", {0, 0})}, {at("B", "First", {100, 0})}) == "A > B\n");
    CHECK(told({at("A", "First", {0, 0})}, {at("B", "First", {101, 0})}) == "> B\nA >\n");
    CHECK(told({at("A", "", {0, 0}, 100)}, {at("B", "", {51, 0}, 100)}) == "> B\nA >\n");
}

TEST_CASE("of two schools on one campus the name tells which is which", "[compare]")
{
    const std::vector<ComparedSchool> olds = {at("A", "Primary", {0, 0}, 100), at("B", "Junior", {0, 0}, 100)};
    const std::vector<ComparedSchool> news = {at("X", "Junior", {0, 0}, 100), at("Y", "Primary", {0, 0}, 100)};
    CHECK(told(olds, news) == "A > Y\nB > X\n");
}

TEST_CASE("a school is merged or split by its parent, and by ground that lies in another's", "[compare]")
{
    ComparedSchool branch = at("B", "", {500, 0}, 100);
    branch.parent_id = "A";
    branch.status = Status::branch;
    const std::vector<ComparedSchool> two = {at("A", "", {0, 0}, 100), at("B", "", {500, 0}, 100)};
    const std::vector<ComparedSchool> one = {at("A", "", {0, 0}, 100), branch};
    CHECK(told(two, one) == "A B > A\n");
    CHECK(told(one, two) == "A > A B\n");
    const Identities merged = identities(two, one);
    CHECK(merged.heir_of_old == std::vector<std::optional<std::uint32_t>>{0U, 0U});

    const std::vector<ComparedSchool> large = {at("A", "", {0, 0}, 600)};
    CHECK(told(two, large) == "A B > A\n");
    CHECK(told(large, two) == "A > A B\n");
    const std::vector<ComparedSchool> point = {at("A", "", {0, 0}, 100), at("P", "", {300, 50})};
    CHECK(told(point, large) == "A P > A\n");
}

TEST_CASE("what schools that merge win or lose is the first one's, down to nothing", "[compare]")
{
    CHECK(with_net_change({600, 400}, 20) == std::vector<std::int64_t>{620, 400});
    CHECK(with_net_change({600, 400}, -700) == std::vector<std::int64_t>{0, 300});
    CHECK(with_net_change({0, 400}, 0) == std::vector<std::int64_t>{0, 400});
}
