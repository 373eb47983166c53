// Options of small random towns against brute force: every candidate is built, and the whole city is analysed again.
#include "support/catch.hpp"
#include "support/option_oracle.hpp"
#include "support/small_city.hpp"

#include <algorithm>
#include <random>

using namespace fieldgap;
using namespace fieldgap::test;
using namespace oracle;

namespace {

/// Two grids of crooked streets with holes, steps and private ways on the banks of a river, and one bridge at most.
Streetwork random_streets(std::mt19937& random)
{
    constexpr std::uint32_t columns = 9;
    constexpr std::uint32_t rows = 6; // three on each bank
    const auto jitter = [&] { return static_cast<double>(random() % 1400) / 100.0 - 7.0; };
    Streetwork town;
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (std::uint32_t column = 0; column < columns; ++column) {
            town.place.push_back({column * 57.0 + jitter(), row * 45.0 + (row >= rows / 2 ? -12.0 : 0.0) + jitter()});
            town.flags.push_back(random() % 9 == 0 ? gis::node_signal : std::uint8_t{0});
        }
    }
    const auto add = [&](std::uint32_t from, std::uint32_t to) {
        if (random() % 8 != 0) {
            const auto kind = random() % 12;
            town.lines.push_back({from, to, kind < 2 ? gis::line_steps : kind < 4 ? gis::line_private : std::uint8_t{0}});
        }
    };
    const auto bridge = static_cast<std::uint32_t>(random() % columns);
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (std::uint32_t column = 0; column < columns; ++column) {
            const std::uint32_t at = row * columns + column;
            if (column + 1 < columns) {
                add(at, at + 1);
            }
            if (row + 1 < rows && (row + 1 != rows / 2 || column == bridge)) {
                add(at, at + columns);
            }
        }
    }
    return town;
}

Settings settings_of(std::mt19937& random)
{
    Settings settings;
    settings.walk.minutes = 3.0;
    settings.walk.snap_m = 30.0;
    settings.walk.crossing_s = 7.0;
    settings.walk.steps_factor = 1.5;
    settings.channels[Channel::rent].on = true;
    settings.channels[Channel::share].on = true;
    if (random() % 4 == 0) {
        settings.channels[Channel::rent].cap_m2 = 2500.0;
    }
    return settings;
}

City random_city(std::mt19937& random, const Streetwork& town)
{
    City city;
    const auto somewhere = [&] {
        const gis::Point at = town.place[random() % town.place.size()];
        return gis::Point{at.x + static_cast<double>(random() % 30) - 15.0, at.y + static_cast<double>(random() % 30) - 15.0};
    };
    for (int i = 0; i < 6; ++i) {
        const std::string id = "S" + std::to_string(i);
        const gis::Point at = somewhere();
        School one = school(id, 400, 0, at);
        one.outdoor_m2 = i == 5 ? 3700.0 : 1500.0 + static_cast<double>(random() % 1400);
        city.schools.push_back(one);
        if (i % 2 == 0) {
            city.campuses.push_back(campus("C" + std::to_string(i), id, rectangle(at.x - 22.0, at.y - 17.0, 44.0, 34.0)));
            Gate gate;
            gate.id = "G" + std::to_string(i);
            gate.owner_id = id;
            gate.at = {at.x - 22.0, at.y + static_cast<double>(random() % 30) - 15.0};
            city.gates.push_back(gate);
        }
    }
    for (int i = 0; i < 5; ++i) {
        Venue one;
        one.id = "V" + std::to_string(i);
        one.at = somewhere();
        one.area_m2 = 200.0 + static_cast<double>(random() % 1500);
        city.venues.push_back(one);
    }
    return city;
}

/// The walk of a pair where the limit is twice as long.
std::optional<double> walk_within_twice(const City& city, const Streetwork& streets, Settings settings, const Pair& pair)
{
    settings.walk.minutes *= 2.0;
    const auto pairs = pairs_of(Analysed(city, streets, settings).results.reach);
    const auto found = pairs.find(pair);
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

bool is_same_place(const gis::Geometry& a, const gis::Geometry& b)
{
    constexpr double same_m = 1e-6;
    if (a.index() != b.index()) {
        return false;
    }
    if (const auto* point = std::get_if<gis::Point>(&a)) {
        return gis::distance_m(*point, std::get<gis::Point>(b)) < same_m;
    }
    const gis::Line& one = std::get<gis::MultiLine>(a)[0];
    const gis::Line& other = std::get<gis::MultiLine>(b)[0];
    const auto fits = [&](std::size_t first, std::size_t last) {
        return gis::distance_m(one[0], other[first]) < same_m && gis::distance_m(one[1], other[last]) < same_m;
    };
    return fits(0, 1) || fits(1, 0);
}

} // namespace

TEST_CASE("the best options of a school are those that building every candidate finds, gains and walks alike", "[options][oracle]")
{
    std::size_t listed = 0;
    std::size_t links = 0;
    for (unsigned seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Streetwork streets = random_streets(random);
        const City city = random_city(random, streets);
        const Settings settings = settings_of(random);
        BruteForce brute(city, streets, settings);
        const Results& results = brute.today().results;
        const std::vector<GateOption> options = gate_options({city, results, brute.today().walking, settings});
        for (std::uint32_t s = 0; s < city.schools.size(); ++s) {
            CAPTURE(s);
            std::vector<GateOption> own;
            std::copy_if(options.begin(), options.end(), std::back_inserter(own),
                         [s](const GateOption& option) { return option.school == SchoolIndex(s); });
            const Assessment& state = results.assessments[s];
            if (!(state.gap > results.allocation.of_school[s].received())) {
                CHECK(own.empty());
                continue;
            }
            const auto tried = brute.tried_for(SchoolIndex(s));
            REQUIRE(own.size() == std::min<std::size_t>(tried.size(), 3));
            for (std::size_t rank = 0; rank < own.size(); ++rank) {
                const GateOption& option = own[rank];
                CHECK(option.gain.hundredths() == tried[rank].gain);
                const auto same =
                    std::find_if(tried.begin(), tried.end(), [&](const auto& one) { return is_same_place(one.where, option.where); });
                REQUIRE(same != tried.end());
                CHECK(same->gain == option.gain.hundredths());
                const Pair pair(option.school, option.gained.channel, option.gained.position);
                REQUIRE(same->gained.contains(pair));
                CHECK(option.walk_after_s == Approx(same->gained.at(pair)).margin(1e-3));
                for (const auto& other : same->gained) {
                    CHECK(option.walk_after_s <= other.second + 1e-3);
                }
                const auto before = walk_within_twice(city, streets, settings, pair);
                CHECK(option.walk_before_s.has_value() == before.has_value());
                CHECK(option.walk_before_s.value_or(0.0) == Approx(before.value_or(0.0)).margin(1e-3));
                ++listed;
                links += option.kind == OptionKind::link ? 1U : 0U;
            }
        }
    }
    CHECK(listed > 20);
    CHECK(links > 5);
    CHECK(listed - links > 2);
}
