#pragma once
// Problems of who may give to whom, drawn at random, with whatever may be 0.

#include "domain/transport/transport_problem.hpp"

#include <random>

namespace fieldgap::test {

inline ExactArea m2(std::int64_t whole)
{
    return ExactArea::whole(whole);
}

class Dice
{
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    std::int64_t upto(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random_); }
    bool happens(double probability) { return std::bernoulli_distribution(probability)(random_); }

private:
    std::mt19937_64 random_;
};

struct Form
{
    std::int64_t givers;
    std::int64_t takers;
    std::int64_t most_hundredths; ///< of a giver, a gap
    double density;
};

/// Venues and partners, some without ground; takers, some without a gap; basements; sometimes caps, sometimes of 0.
inline TransportProblem random_problem(Dice& dice, const Form& form)
{
    const auto some = [&] { return ExactArea::hundredths(dice.happens(0.15) ? 0 : dice.upto(form.most_hundredths)); };
    TransportProblem problem;
    if (dice.happens(0.5)) {
        problem.district_caps = {{Channel::rent, some()}, {Channel::share, some() + some()}};
    }
    for (std::int64_t giver = 0; giver < form.givers; ++giver) {
        const Channel channel = dice.happens(0.6) ? Channel::rent : Channel::share;
        SupplyNode& one = problem.supply_nodes.emplace_back(SupplyNode{channel, some()});
        if (!problem.district_caps.empty() && dice.happens(0.6)) {
            one.district_cap = channel == Channel::rent ? 0 : 1;
        }
    }
    for (std::int64_t taker = 0; taker < form.takers; ++taker) {
        problem.gaps.push_back(some());
        for (std::int64_t giver = 0; giver < form.givers; ++giver) {
            if (dice.happens(form.density)) {
                problem.offers.push_back({static_cast<std::uint32_t>(giver), static_cast<std::uint32_t>(taker)});
            }
        }
        if (dice.happens(0.3)) {
            problem.supply_nodes.push_back({Channel::basement, some()});
            problem.offers.push_back({static_cast<std::uint32_t>(problem.supply_nodes.size() - 1), static_cast<std::uint32_t>(taker)});
        }
    }
    for (const Channel channel : {Channel::rent, Channel::share, Channel::basement}) {
        if (dice.happens(0.4)) {
            problem.caps[channel] = some() + some();
        }
    }
    return problem;
}

} // namespace fieldgap::test
