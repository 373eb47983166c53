#include "layers/config/allocation_keys.hpp"

#include "layers/config/key_makers.hpp"

namespace fieldgap::config {
namespace {

constexpr double most_m2 = 1e9;

std::vector<std::string> channel_names()
{
    std::vector<std::string> names;
    for (const auto channel : all_channels) {
        names.emplace_back(name_of(channel));
    }
    return names;
}

// Channels that are not named follow in their usual order.
std::array<Channel, 4> order_of(const std::vector<std::string>& names)
{
    const auto rank = [&names](Channel channel) { return std::find(names.begin(), names.end(), name_of(channel)); };
    auto order = all_channels;
    std::stable_sort(order.begin(), order.end(), [&rank](Channel a, Channel b) { return rank(a) < rank(b); });
    return order;
}

Key channel_order()
{
    const auto set = [](Config& config, const std::vector<std::string>& names) { config.settings.allocation.order = order_of(names); };
    const auto get = [](Config& config) {
        std::vector<std::string> names;
        for (const auto channel : config.settings.allocation.order) {
            names.emplace_back(name_of(channel));
        }
        return std::optional(names);
    };
    return {"allocation.order", List{{set, get}, channel_names()}};
}

template <class Member>
Key number_map(std::string name, double low, double high, std::string unit, bool by_year, Member member)
{
    return {std::move(name), NumberMap{member, low, high, std::move(unit), by_year}};
}

/// An optional day of the plan.
Key day(std::string name, std::optional<Date> PlanSettings::*member)
{
    const auto set = [member](Config& config, Date date) { config.settings.plan.*member = date; };
    const auto get = [member](Config& config) { return config.settings.plan.*member; };
    return {std::move(name), Day{{set, get}}};
}

/// A member of the settings of one channel.
template <class Member>
auto of_channel(Channel channel, Member ChannelSettings::*member)
{
    return [ channel, member ](Config & config) -> auto&
    {
        return config.settings.channels[channel].*member;
    };
}

void add_channel(Channel channel, std::vector<Key>& keys)
{
    const auto table = "channels." + std::string(name_of(channel));
    keys.push_back(number(table + ".cost_per_m2", 0, 1e6, "yuan per m2 and year", of_channel(channel, &ChannelSettings::cost_per_m2)));
    keys.push_back(number(table + ".cap_m2", 0, most_m2, "m2", of_channel(channel, &ChannelSettings::cap_m2)));
    keys.push_back(number(table + ".min_lot_m2", 0, 1e6, "m2", of_channel(channel, &ChannelSettings::min_lot_m2)));
    keys.push_back(
        whole(table + ".max_schools_per_venue", 1, 10000, "schools", of_channel(channel, &ChannelSettings::max_schools_per_venue)));
    keys.push_back(
        number_map(table + ".district_caps_m2", 0, most_m2, "m2", false, of_channel(channel, &ChannelSettings::district_caps_m2)));
}

std::vector<std::string> objective_names()
{
    std::vector<std::string> names;
    for (const Objective objective : all_objectives) {
        names.emplace_back(name_of(objective));
    }
    return names;
}

void add_plan(std::vector<Key>& keys)
{
    keys.push_back(day("plan.as_of", &PlanSettings::as_of));
    keys.push_back(day("plan.until", &PlanSettings::until));
    keys.push_back(number("plan.shortfall_m2", 0, most_m2, "m2", FIELDGAP_AT(settings.plan.shortfall_m2)));
    for (const auto channel : all_channels) {
        const auto booked = [channel](Config & config) -> auto&
        {
            return config.settings.plan.booked_m2[channel];
        };
        keys.push_back(number("plan." + std::string(name_of(channel)) + "_m2", 0, most_m2, "m2", booked));
    }
    keys.push_back(number_map("plan.districts_pass", 0, 10000, "districts", true, FIELDGAP_AT(settings.plan.districts_to_pass)));
    keys.push_back(number_map("plan.hardship", 0, 100, "", false, FIELDGAP_AT(settings.plan.hardship_districts)));
}

} // namespace

void add_allocation_keys(std::vector<Key>& keys)
{
    for (const auto channel : all_channels) {
        add_channel(channel, keys);
    }
    keys.push_back(choice<Objective>("allocation.objective", objective_names(), FIELDGAP_AT(settings.allocation.objective)));
    keys.push_back(number("allocation.budget_per_year", 0, 1e12, "yuan", FIELDGAP_AT(settings.allocation.budget_per_year)));
    keys.push_back(whole("allocation.max_nodes", 0, 100'000'000, "", FIELDGAP_AT(settings.allocation.max_nodes)));
    keys.push_back(channel_order());
    add_plan(keys);
}

} // namespace fieldgap::config
