#include "gis/streets/foot_access.hpp"

#include "words/ascii.hpp"

#include <algorithm>
#include <array>

namespace gis {
namespace {

using words::is_one_of;

constexpr std::array<std::string_view, 19> walked_streets = {
    "footway",       "residential",      "service",          "path",      "track", "steps",         "pedestrian", "unclassified",
    "living_street", "tertiary",         "primary",          "secondary", "road",  "tertiary_link", "pier",       "secondary_link",
    "primary_link",  "residential_link", "unclassified_link"};
constexpr std::array<std::string_view, 2> asked_streets = {"cycleway", "bridleway"};
constexpr std::array<std::string_view, 2> trunk_streets = {"trunk", "trunk_link"};
constexpr std::array<std::string_view, 4> allowing = {"yes", "designated", "permissive", "official"};
constexpr std::array<std::string_view, 3> foot_barring = {"no", "use_sidepath", "restricted"};
constexpr std::array<std::string_view, 4> access_barring = {"no", "agricultural", "forestry", "delivery"};
constexpr std::array<std::string_view, 1> closed_to_all = {"no"};
constexpr std::array<std::string_view, 4> sidewalk_keys = {"sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"};

/// `none` is an old spelling of `no`.
bool has_sidewalk(std::span<const StreetTag> tags)
{
    return std::any_of(sidewalk_keys.begin(), sidewalk_keys.end(), [tags](std::string_view key) {
        const std::string_view value = value_of(key, tags);
        return !value.empty() && value != "no" && value != "none";
    });
}

/// What foot and access say, foot before access where it allows.
Admitted admitted_by(std::span<const StreetTag> tags, std::span<const std::string_view> foot_values,
                     std::span<const std::string_view> access_values)
{
    const std::string_view foot = value_of("foot", tags);
    const std::string_view access = is_one_of(foot, allowing) ? std::string_view() : value_of("access", tags);
    if (is_one_of(foot, foot_values) || is_one_of(access, access_values)) {
        return Admitted::nobody;
    }
    return foot == "private" || access == "private" ? Admitted::on_private : Admitted::all;
}

/// The street by its kind alone, before anybody is turned away.
FootAccess access_by_kind(std::string_view highway, bool foot_allows, std::span<const StreetTag> tags, const FootRules& rules)
{
    if (is_one_of(highway, walked_streets)) {
        return FootAccess::walked;
    }
    if (is_one_of(highway, asked_streets)) {
        return foot_allows ? FootAccess::walked : FootAccess::barred;
    }
    if (is_one_of(highway, trunk_streets)) {
        return rules.trunk_open || foot_allows || has_sidewalk(tags) ? FootAccess::walked : FootAccess::trunk_barred;
    }
    return FootAccess::barred;
}

} // namespace

std::string_view value_of(std::string_view key, std::span<const StreetTag> tags)
{
    const auto tag = std::find_if(tags.begin(), tags.end(), [key](const StreetTag& one) { return one.first == key; });
    return tag == tags.end() ? std::string_view() : tag->second;
}

FootAccess foot_access(std::span<const StreetTag> tags, const FootRules& rules)
{
    const std::string_view highway = value_of("highway", tags);
    if (highway.empty()) {
        return FootAccess::barred;
    }
    const Admitted admitted = admitted_by(tags, foot_barring, access_barring);
    if (admitted == Admitted::nobody) {
        return FootAccess::barred;
    }
    const FootAccess by_kind = access_by_kind(highway, is_one_of(value_of("foot", tags), allowing), tags, rules);
    if (admitted == Admitted::on_private) {
        return by_kind == FootAccess::walked ? FootAccess::on_private : FootAccess::barred;
    }
    return by_kind;
}

Admitted admitted_at_node(std::span<const StreetTag> tags)
{
    const std::string_view barrier = value_of("barrier", tags);
    return barrier.empty() || barrier == "no" ? Admitted::all : admitted_by(tags, closed_to_all, closed_to_all);
}

bool is_signal_crossing(std::span<const StreetTag> tags)
{
    const std::string_view crossing = value_of("crossing", tags);
    if (crossing == "traffic_signals" || value_of("crossing:signals", tags) == "yes") {
        return true;
    }
    // Lights for cars are a crossing on foot only where somebody has mapped one.
    return value_of("highway", tags) == "traffic_signals" && !crossing.empty() && crossing != "no";
}

bool has_lights(std::span<const StreetTag> tags)
{
    return is_signal_crossing(tags) || value_of("highway", tags) == "traffic_signals";
}

} // namespace gis
