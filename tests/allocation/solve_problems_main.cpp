// Solves problems that stand on stdin in the words of compare_highs.py, and prints what came out and the milliseconds it took, a line each.
#include "domain/transport/allocation_network.hpp"
#include "domain/transport/transport_problem.hpp"

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

using namespace fieldgap;

namespace {

ExactArea area_from(std::istream& in)
{
    std::int64_t hundredths = 0;
    in >> hundredths;
    return ExactArea::hundredths(hundredths);
}

std::int64_t number_from(std::istream& in)
{
    std::int64_t number = 0;
    in >> number;
    return number;
}

Channel channel_from(std::istream& in)
{
    return static_cast<Channel>(number_from(in));
}

SupplyNode giver_from(std::istream& in)
{
    SupplyNode giver{channel_from(in), area_from(in)};
    const std::int64_t district = number_from(in);
    const std::int64_t places = number_from(in);
    giver.district_cap = district < 0 ? no_district_cap : static_cast<std::uint32_t>(district);
    giver.places = places < 0 ? std::nullopt : std::optional(places);
    return giver;
}

AllocationArc offer_from(std::istream& in)
{
    AllocationArc offer;
    offer.supply_node = static_cast<std::uint32_t>(number_from(in));
    offer.demand_node = static_cast<std::uint32_t>(number_from(in));
    offer.price_per_m2 = static_cast<double>(number_from(in)) * 1e-4;
    offer.walk_s = static_cast<double>(number_from(in)) * 1e-3;
    offer.at_least = area_from(in);
    offer.has_place = number_from(in) != 0;
    return offer;
}

void print_plan(const TransportProblem& problem)
{
    const auto begin = std::chrono::steady_clock::now();
    const TransportPlan plan = allocated(problem);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    std::int64_t cost = 0;
    for (std::size_t i = 0; i < plan.given.size(); ++i) {
        cost += plan.given[i].hundredths() * price_units(problem.offers[i]);
    }
    std::printf("%lld %lld %lld %lld %lld %d %lld\n", static_cast<long long>(plan.closed.hundredths()),
                static_cast<long long>(plan.bound.hundredths()), static_cast<long long>(plan.closed_weight),
                static_cast<long long>(plan.weight_bound), static_cast<long long>(cost), plan.is_proven ? 1 : 0,
                static_cast<long long>(took.count()));
}

} // namespace

int main()
{
    TransportProblem problem;
    std::string word;
    while (std::cin >> word) {
        if (word == "objective") {
            problem.objective = static_cast<Objective>(number_from(std::cin));
        } else if (word == "budget") {
            problem.budget = number_from(std::cin);
        } else if (word == "cap") {
            const Channel channel = channel_from(std::cin);
            problem.caps[channel] = area_from(std::cin);
        } else if (word == "district") {
            const Channel channel = channel_from(std::cin);
            problem.district_caps.push_back({channel, area_from(std::cin)});
        } else if (word == "giver") {
            problem.supply_nodes.push_back(giver_from(std::cin));
        } else if (word == "taker") {
            problem.gaps.push_back(area_from(std::cin));
            problem.weights.push_back(number_from(std::cin));
        } else if (word == "offer") {
            problem.offers.push_back(offer_from(std::cin));
        } else if (word == "solve") {
            print_plan(problem);
            problem = {};
        }
    }
    return 0;
}
