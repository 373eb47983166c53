#include "layers/osm/osm_ground_tags.hpp"

#include "layers/osm/osm_tags.hpp"
#include "words/ascii.hpp"

#include <array>
#include <charconv>

namespace fieldgap::osm {
namespace {

std::optional<double> number_of(std::string_view text)
{
    double number = 0.0;
    const std::from_chars_result end = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole_text = end.ec == std::errc() && end.ptr == text.data() + text.size();
    return is_whole_text && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool is_below_ground(std::string_view levels)
{
    const std::vector<std::string_view> values = values_of(levels);
    return !values.empty() && std::all_of(values.begin(), values.end(), [](std::string_view value) {
        const std::size_t range = value.find('-', 1); // -2--1
        const std::optional<double> level = number_of(value.substr(range == std::string_view::npos ? 0 : range + 1));
        return level && *level < 0.0;
    });
}

bool is_indoor_pool(const gis::OsmTags& tags)
{
    return tags["indoor"] == "yes" || tags["covered"] == "yes" || is_set(tags, "building") ||
           words::is_one_of(tags["location"], {"indoor", "underground"});
}

bool is_special(const gis::OsmTags& tags)
{
    return tags["covered"] == "yes" || tags["indoor"] == "yes" || words::is_one_of(tags["location"], {"underground", "roof"}) ||
           is_below_ground(tags["level"]);
}

} // namespace

std::string_view name_of(GroundKind kind)
{
    constexpr std::array<std::string_view, 7> names = {"", "pitch", "track", "hall", "pool", "sports_centre", "stadium"};
    return names[static_cast<std::size_t>(kind)];
}

GroundKind ground_kind_of(const gis::OsmTags& tags)
{
    const std::string_view leisure = tags["leisure"];
    const bool is_centre = leisure == "sports_centre";
    if (leisure == "swimming_pool") {
        return is_indoor_pool(tags) ? GroundKind::pool : GroundKind::none;
    }
    if (leisure == "sports_hall" || words::is_one_of(tags["building"], {"sports_hall", "gymnasium"})) {
        return GroundKind::hall;
    }
    if (is_centre || leisure == "stadium") {
        const GroundKind site = is_centre ? GroundKind::sports_centre : GroundKind::stadium;
        return is_set(tags, "building") ? GroundKind::hall : site;
    }
    if (leisure == "pitch") {
        return GroundKind::pitch;
    }
    return leisure == "track" ? GroundKind::track : GroundKind::none;
}

FieldKind field_kind_of(GroundKind kind, const gis::OsmTags& tags)
{
    if (kind == GroundKind::hall || kind == GroundKind::pool) {
        return FieldKind::indoor;
    }
    return is_special(tags) ? FieldKind::special : FieldKind::outdoor;
}

std::optional<double> storeys_of(const gis::OsmTags& tags)
{
    constexpr double fewest = 0.5;
    constexpr double most = 200.0;
    if (!tags.has("building:levels")) {
        return 1.0;
    }
    const std::optional<double> levels = number_of(tags["building:levels"]);
    return levels && *levels >= fewest && *levels <= most ? levels : std::nullopt;
}

bool is_closed(const gis::OsmTags& tags)
{
    return are_all_of(values_of(tags["access"]), {"private", "no", "military"});
}

bool is_public(const gis::OsmTags& tags)
{
    const std::vector<std::string_view> values = values_of(tags["access"]);
    return std::any_of(values.begin(), values.end(), [](std::string_view value) {
        return words::is_one_of(value, {"yes", "permissive", "customers", "permit"});
    });
}

bool is_only_for(const std::set<std::string, std::less<>>& excluded_sports, const gis::OsmTags& tags)
{
    const std::vector<std::string_view> sports = values_of(tags["sport"]);
    return !sports.empty() &&
           std::all_of(sports.begin(), sports.end(), [&](std::string_view sport) { return excluded_sports.contains(sport); });
}

} // namespace fieldgap::osm
