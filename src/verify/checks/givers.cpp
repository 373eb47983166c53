#include "verify/checks/givers.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap::verify {

DistrictCaps::DistrictCaps(const Result& all) : all_(all)
{
    for (const Channel channel : all_channels) {
        const ChannelRules& rules = all.rules().channels[channel];
        for (const auto& [name, most] : rules.district_caps) {
            if (rules.is_on) {
                add(channel, name, most);
            }
        }
    }
    if (!caps_.empty()) {
        place_venues();
    }
}

/// By its name, else by its id.
std::uint32_t DistrictCaps::district_named(const std::string& word) const
{
    const auto& rows = all_.districts;
    for (const auto& key : {&DistrictRow::name, &DistrictRow::id}) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const DistrictRow& row) { return row.*key == word; });
        if (found != rows.end()) {
            return static_cast<std::uint32_t>(found - rows.begin());
        }
    }
    return nobody;
}

void DistrictCaps::add(Channel channel, const std::string& name, Area most)
{
    const std::uint32_t district = name.empty() ? nobody : district_named(name);
    if (district == nobody) {
        return; // binds nobody
    }
    const auto [place, is_new] = cap_of_.emplace(std::pair(channel, district), static_cast<std::uint32_t>(caps_.size()));
    if (is_new) {
        caps_.push_back({channel, district, name, most});
    } else if (most < caps_[place->second].most) {
        caps_[place->second] = {channel, district, name, most};
    }
}

/// The first district that holds it. Nobody knows of a venue without a place in the file, nor what a district without one holds.
void DistrictCaps::place_venues()
{
    of_venue_.assign(all_.venues.size(), no_cap);
    is_sure_.assign(all_.venues.size(), false);
    for (std::uint32_t v = 0; v < all_.venues.size(); ++v) {
        if (all_.venues[v].has_place) {
            place(v);
        }
    }
}

void DistrictCaps::place(std::uint32_t venue)
{
    constexpr double near_border_m = 5.0;
    const Point at = all_.venues[venue].at;
    is_sure_[venue] = true;
    for (std::uint32_t d = 0; d < all_.districts.size(); ++d) {
        const Shape& ground = all_.districts[d].ground;
        const auto cap = cap_of_.find({Channel::rent, d});
        const auto border_m = all_.scale.distance_m(ground, at);
        is_sure_[venue] = is_sure_[venue] && (border_m ? *border_m >= near_border_m : cap == cap_of_.end());
        if (holds(ground, at)) {
            of_venue_[venue] = cap == cap_of_.end() ? no_cap : cap->second;
            return;
        }
    }
}

std::uint32_t DistrictCaps::of_school(std::uint32_t school, Channel channel) const
{
    const std::string& label = all_.schools[school].district;
    if (caps_.empty() || label.empty()) {
        return no_cap;
    }
    const auto found = cap_of_.find({channel, district_named(label)});
    return found == cap_of_.end() ? no_cap : found->second;
}

std::optional<bool> is_dense(const Result& result, const SchoolRow& school)
{
    constexpr double told_apart_m2 = 0.02;
    const double special_m2 = school.special_m2.value_or(0.0);
    if (!result.rules().is_national || special_m2 < told_apart_m2) {
        return std::nullopt;
    }
    const double usual_m2 = school.outdoor_m2.value_or(0.0) + school.indoor_m2.value_or(0.0);
    const double own_m2 = square_metres(school.own.value_or(0));
    return std::fabs(own_m2 - usual_m2 - special_m2) < std::fabs(own_m2 - usual_m2);
}

std::optional<bool> counts_for(const Result& result, Channel channel, const SchoolRow& school)
{
    if (!result.rules().is_national || channel == Channel::expand) {
        return true;
    }
    return channel == Channel::share ? std::optional(false) : is_dense(result, school);
}

} // namespace fieldgap::verify
