#include "domain/allocation/giver_district.hpp"

#include "domain/city/issue_code.hpp"

#include <algorithm>

namespace fieldgap {

DistrictCaps::DistrictCaps(const MeasuredCity& measured) : city_(measured.city)
{
    const auto& channels = measured.settings.channels;
    const bool has_any = std::any_of(all_channels.begin(), all_channels.end(),
                                     [&](Channel channel) { return channels[channel].on && !channels[channel].district_caps_m2.empty(); });
    if (!has_any) {
        return;
    }
    districts_.emplace(city_.districts);
    for (const District& district : city_.districts) {
        id_of_name_.emplace(district.name, district.id);
    }
    for (const District& district : city_.districts) {
        id_of_name_.emplace(district.id, district.id);
    }
    for (const School& school : city_.schools) {
        id_of_name_.emplace(school.district, school.district); // a district known by name only
    }
    id_of_name_.erase("");
    for (const Channel channel : all_channels) {
        for (const auto& [name, most_m2] : channels[channel].district_caps_m2) {
            add(channel, name, most_m2);
        }
    }
}

void DistrictCaps::add(Channel channel, const std::string& name, double most_m2)
{
    const CappedDistrict cap{channel, name, ExactArea::rounded(gis::SquareMetres(most_m2))};
    const auto district = id_of(name);
    if (!district) {
        unknown_.push_back(cap);
        return;
    }
    const auto [place, is_new] = position_.emplace(Cap(channel, *district), static_cast<std::uint32_t>(caps_.size()));
    if (is_new) {
        caps_.push_back(cap);
    } else if (cap.most < caps_[place->second].most) {
        caps_[place->second] = cap;
    }
}

std::optional<std::string> DistrictCaps::id_of(const std::string& word) const
{
    const auto found = id_of_name_.find(word);
    return found == id_of_name_.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t DistrictCaps::cap_of(Channel channel, const std::optional<std::string>& district) const
{
    const auto found = district ? position_.find(Cap(channel, *district)) : position_.end();
    return found == position_.end() ? no_district_cap : found->second;
}

std::uint32_t DistrictCaps::of_venue(std::size_t venue) const
{
    if (caps_.empty()) {
        return no_district_cap;
    }
    const auto district = districts_->first_holding(city_.venues[venue].at);
    return district ? cap_of(Channel::rent, city_.districts[*district].id) : no_district_cap;
}

std::uint32_t DistrictCaps::of_school(std::size_t school, Channel channel) const
{
    if (caps_.empty()) {
        return no_district_cap;
    }
    const School& giver = city_.schools[school];
    const auto district = districts_->first_holding(giver.at);
    return cap_of(channel, district ? std::optional(city_.districts[*district].id) : id_of(giver.district));
}

void DistrictCaps::report(Findings& findings) const
{
    for (const CappedDistrict& cap : unknown_) {
        findings.push_back({IssueCode::district_cap_unknown, "districts", "", {}, {std::string(name_of(cap.channel)), cap.name}});
    }
}

} // namespace fieldgap
