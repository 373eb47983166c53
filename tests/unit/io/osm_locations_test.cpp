#include "gis/io/osm/osm_locations.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <set>

TEST_CASE("locations find every node that was added and no other, against a sorted set", "[osm]")
{
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 200; ++round) {
        // Runs of successive numbers with gaps of every size between them.
        std::set<std::int64_t> numbers;
        const auto most_bits = static_cast<unsigned>(random() % 60 + 2);
        for (std::uint64_t runs = random() % 20; runs > 0; --runs) {
            const auto begin = static_cast<std::int64_t>(random() >> (64U - most_bits));
            for (std::int64_t i = 0; i < static_cast<std::int64_t>(random() % 200); ++i) {
                numbers.insert(begin + i * static_cast<std::int64_t>(random() % 3));
            }
        }
        gis::OsmLocations locations;
        std::vector<std::int64_t> order;
        for (const std::int64_t number : numbers) {
            locations.add(number, static_cast<std::int32_t>(order.size()), -7);
            order.push_back(number);
        }
        locations.close();
        REQUIRE(locations.size() == numbers.size());
        std::vector<std::int64_t> asked = order;
        for (const std::int64_t number : order) {
            asked.insert(asked.end(), {number - 1, number + 1, number + 64, number * 2, -number});
        }
        std::shuffle(asked.begin(), asked.end(), random);
        for (const std::int64_t number : asked) {
            const auto position = locations.find(number);
            REQUIRE(position.has_value() == (numbers.count(number) == 1));
            if (position) {
                REQUIRE(order[*position] == number);
                REQUIRE(locations.x_e7(*position) == static_cast<std::int32_t>(*position));
            }
        }
    }
}

TEST_CASE("locations without nodes find none", "[osm]")
{
    gis::OsmLocations locations;
    locations.close();
    CHECK_FALSE(locations.find(0));
    CHECK_FALSE(locations.find(-1));
}

TEST_CASE("locations hold the smallest, the largest and the nought", "[osm]")
{
    const std::vector<std::int64_t> numbers = {
        0, -1, -65, std::numeric_limits<std::int64_t>::min() + 1, 1, std::numeric_limits<std::int64_t>::max()};
    gis::OsmLocations locations;
    for (const std::int64_t number : numbers) {
        locations.add(number, 1, 2);
    }
    locations.close();
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
        CHECK(locations.find(numbers[i]) == i);
    }
    CHECK_FALSE(locations.find(2));
    CHECK_FALSE(locations.find(-2));
}
