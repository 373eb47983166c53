// A greatest flow with a few arcs more, against the same flow found anew.
#include "domain/flow/residual_flow.hpp"
#include "support/catch.hpp"

#include <random>

using namespace fieldgap;

namespace {

struct Flow
{
    std::uint32_t nodes = 0;
    std::vector<FlowArc> arcs;

    std::int64_t most() const { return LexicographicMinCostFlow(nodes, arcs).maximise(ResidualFlow::source, ResidualFlow::sink); }

    ResidualFlow residual() const
    {
        LexicographicMinCostFlow found(nodes, arcs);
        found.maximise(ResidualFlow::source, ResidualFlow::sink);
        std::vector<std::int64_t> flow;
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            flow.push_back(found.flow(i));
        }
        return {nodes, arcs, flow};
    }
};

/// Source -> a channel or none -> givers -> takers -> sink, each giver near few takers.
Flow random_city(std::mt19937& random, std::uint32_t givers, std::uint32_t takers)
{
    const std::uint32_t channel = 2;
    const bool is_capped = random() % 3 == 0;
    Flow city{3 + givers + takers, {}};
    for (std::uint32_t g = 0; g < givers; ++g) {
        city.arcs.push_back({is_capped ? channel : ResidualFlow::source, 3 + g, static_cast<std::int64_t>(random() % 12)});
        for (std::uint32_t t = 0; t < takers; ++t) {
            if (random() % 3 == 0) {
                city.arcs.push_back({3 + g, 3 + givers + t, static_cast<std::int64_t>(random() % 9)});
            }
        }
    }
    for (std::uint32_t t = 0; t < takers; ++t) {
        city.arcs.push_back({3 + givers + t, ResidualFlow::sink, static_cast<std::int64_t>(random() % 12)});
    }
    city.arcs.push_back({ResidualFlow::source, channel, static_cast<std::int64_t>(random() % 40)});
    return city;
}

} // namespace

TEST_CASE("what more arcs would let through is what the flow found anew lets through, whatever was asked before", "[further]")
{
    for (unsigned seed = 1; seed <= 600; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto givers = static_cast<std::uint32_t>(2 + random() % 7);
        const auto takers = static_cast<std::uint32_t>(2 + random() % 7);
        const Flow city = random_city(random, givers, takers);
        ResidualFlow residual = city.residual();
        for (int question = 0; question < 6; ++question) {
            Flow more = city;
            std::vector<FlowArc> further;
            for (std::size_t i = 1 + random() % 6; i > 0; --i) {
                const auto giver = static_cast<std::uint32_t>(random() % givers);
                const auto taker = static_cast<std::uint32_t>(random() % takers);
                further.push_back({3 + giver, 3 + givers + taker, static_cast<std::int64_t>(random() % 9)});
            }
            more.arcs.insert(more.arcs.end(), further.begin(), further.end());
            REQUIRE(residual.more_with(further) == more.most() - city.most());
        }
    }
}

TEST_CASE("one arc lets more through exactly where its tail has something left and its head can pass it on", "[further]")
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Flow city = random_city(random, 5, 5);
        ResidualFlow residual = city.residual();
        for (std::uint32_t giver = 3; giver < 8; ++giver) {
            for (std::uint32_t taker = 8; taker < 13; ++taker) {
                const FlowArc one{giver, taker, 5};
                Flow more = city;
                more.arcs.push_back(one);
                CHECK((more.most() > city.most()) == (residual.has_left(giver) && residual.can_pass_on(taker)));
            }
        }
    }
}

TEST_CASE("a path may leave by one new arc and arrive by another", "[further]")
{
    // 2 has 5 left, 3 is used up by 5; 6 lacks 5. With 2 -> 5 alone nothing more comes through, nor with 3 -> 6.
    const std::vector<FlowArc> arcs = {{0, 2, 5}, {0, 3, 5}, {3, 5, 5}, {5, 1, 5}, {6, 1, 5}};
    const std::vector<std::int64_t> flow = {0, 5, 5, 5, 0};
    ResidualFlow residual(7, arcs, flow);
    const FlowArc leaves{2, 5, 9};
    const FlowArc arrives{3, 6, 9};
    CHECK(residual.more_with(std::vector{leaves}) == 0);
    CHECK(residual.more_with(std::vector{arrives}) == 0);
    CHECK(residual.more_with(std::vector{leaves, arrives}) == 5);
    CHECK(residual.more_with(std::vector{arrives, leaves}) == 5);
}
