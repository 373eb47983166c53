#include "gis/streets/foot_access.hpp"

#include "gis/streets/foot_rules.hpp"

#include <algorithm>
#include <array>

namespace gis {
namespace {

/// The rows of one key, which stand together.
struct RulesOfKey
{
    std::size_t begin = 0;
    std::size_t end = 0;

    constexpr explicit RulesOfKey(std::string_view key)
    {
        while (foot_rules[begin].key != key) {
            ++begin;
        }
        end = begin;
        while (end < foot_rules.size() && foot_rules[end].key == key) {
            ++end;
        }
    }

    FootWord says(std::string_view value) const
    {
        for (std::size_t i = begin; i < end; ++i) {
            if (foot_rules[i].value == value) {
                return foot_rules[i].says;
            }
        }
        return FootWord::nothing;
    }
};

constexpr RulesOfKey highway_rules("highway");
constexpr RulesOfKey foot_tag_rules("foot");
constexpr RulesOfKey access_rules("access");
constexpr RulesOfKey sidewalk_rules("sidewalk");
constexpr RulesOfKey barrier_rules("barrier");
constexpr std::array<std::string_view, 4> sidewalk_keys = {"sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"};

bool has_sidewalk(std::span<const StreetTag> tags)
{
    return std::any_of(sidewalk_keys.begin(), sidewalk_keys.end(), [tags](std::string_view key) {
        const std::string_view value = value_of(key, tags);
        return !value.empty() && sidewalk_rules.says(value) != FootWord::absent;
    });
}

/// What foot and access say together: foot before access where it allows.
struct FootAndAccess
{
    FootWord foot;
    FootWord access;

    explicit FootAndAccess(std::span<const StreetTag> tags)
        : foot(foot_tag_rules.says(value_of("foot", tags))),
          access(foot == FootWord::allows ? FootWord::nothing : access_rules.says(value_of("access", tags)))
    {
    }

    bool says(FootWord word) const { return foot == word || access == word; }
};

/// The street by its kind alone, before anybody is turned away.
FootAccess access_by_kind(std::string_view highway, bool foot_allows, std::span<const StreetTag> tags, const FootRules& rules)
{
    switch (highway_rules.says(highway)) {
    case FootWord::walked: return FootAccess::walked;
    case FootWord::walked_if_allowed: return foot_allows ? FootAccess::walked : FootAccess::barred;
    case FootWord::walked_with_sidewalk:
        return rules.trunk_open || foot_allows || has_sidewalk(tags) ? FootAccess::walked : FootAccess::trunk_barred;
    default: return FootAccess::barred;
    }
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
    const FootAndAccess admission(tags);
    if (admission.says(FootWord::bars) || admission.says(FootWord::bars_streets)) {
        return FootAccess::barred;
    }
    const FootAccess by_kind = access_by_kind(highway, admission.foot == FootWord::allows, tags, rules);
    if (admission.says(FootWord::on_private)) {
        return by_kind == FootAccess::walked ? FootAccess::on_private : FootAccess::barred;
    }
    return by_kind;
}

Admitted admitted_at_node(std::span<const StreetTag> tags)
{
    const std::string_view barrier = value_of("barrier", tags);
    if (barrier.empty() || barrier_rules.says(barrier) == FootWord::absent) {
        return Admitted::all;
    }
    const FootAndAccess admission(tags);
    return admission.says(FootWord::bars) ? Admitted::nobody : admission.says(FootWord::on_private) ? Admitted::on_private : Admitted::all;
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
