#include "layers/guess/guess_osm.hpp"

#include "layers/guess/rough_metres.hpp"
#include "layers/osm/osm_schools.hpp"
#include "layers/osm/osm_tags.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

bool is_ground(const gis::OsmFeature& feature)
{
    return std::holds_alternative<gis::MultiPolygon>(feature.geometry);
}

bool is_field(const gis::OsmFeature& feature)
{
    return words::is_one_of(feature.tags["leisure"], {"pitch", "track", "sports_hall"}) ||
           words::is_one_of(feature.tags["building"], {"sports_hall", "gymnasium"});
}

bool is_venue(const gis::OsmFeature& feature)
{
    return is_field(feature) || words::is_one_of(feature.tags["leisure"], {"sports_centre", "stadium"});
}

bool is_gate(const gis::OsmFeature& feature)
{
    return feature.kind == gis::OsmKind::node && (osm::is_set(feature.tags, "entrance") || feature.tags.has("barrier"));
}

std::optional<int> level_of(const gis::OsmFeature& feature)
{
    const std::string_view text = feature.tags["admin_level"];
    int level = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), level);
    const bool is_level = error == std::errc() && end == text.data() + text.size() && level >= 1 && level <= 12;
    return is_level && feature.tags["boundary"] == "administrative" && is_ground(feature) ? std::optional(level) : std::nullopt;
}

struct Level
{
    std::size_t districts = 0;
    std::size_t with_schools = 0;
};

std::map<int, Level> levels_of(OsmFeatures features, const std::vector<gis::Point>& schools)
{
    std::map<int, std::vector<gis::MultiPolygon>> grounds;
    for (const gis::OsmFeature& feature : features) {
        const auto level = level_of(feature);
        if (level && (feature.kind == gis::OsmKind::relation || !feature.in_boundary)) {
            grounds[*level].push_back(std::get<gis::MultiPolygon>(feature.geometry));
        }
    }
    std::map<int, Level> levels;
    for (const auto& [level, list] : grounds) {
        const gis::PolygonIndex set(list);
        std::set<std::uint32_t> holders;
        for (const gis::Point& school : schools) {
            const auto holding = set.holding(school);
            holders.insert(holding.begin(), holding.end());
        }
        levels[level] = {set.size(), holders.size()};
    }
    return levels;
}

void guess_level(OsmGuess& guess, OsmFeatures features)
{
    constexpr int states = 4;
    constexpr std::size_t wanted_districts = 3;
    const auto levels = levels_of(features, guess.known.schools);
    std::string list;
    std::size_t most = 0;
    for (const auto& [number, level] : levels) {
        list += (list.empty() ? "" : ", ") + translate(Text::init_osm_level, {number, level.districts, level.with_schools});
        const std::size_t enough = guess.known.schools.empty() ? level.districts : level.with_schools;
        if (number > states && enough >= 2 && enough > most && most < wanted_districts) {
            most = enough;
            guess.admin_level = number;
            guess.count[Role::districts] = level.districts;
        }
    }
    guess.level_evidence = translate(Text::init_osm_levels, {list});
}

void note_school(OsmGuess& guess, const gis::OsmFeature& feature)
{
    if (feature.tags["amenity"] != "school") {
        return;
    }
    ++guess.count[Role::schools];
    guess.known.ids.push_back(feature.id());
    guess.known.names.push_back(cell_key(osm::name_of(feature.tags)));
    if (is_ground(feature)) {
        ++guess.count[Role::campuses];
        guess.known.grounds.push_back(std::get<gis::MultiPolygon>(feature.geometry));
    }
}

void say_evidence(OsmGuess& guess, Role role, Text text)
{
    if (const auto count = guess.count.find(role); count != guess.count.end()) {
        guess.evidence[role] = translate(text, {count->second});
    }
}

} // namespace

OsmGuess guess_osm(const gis::OsmFile& file)
{
    OsmGuess guess;
    guess.known.schools = osm_school_positions(file.features);
    std::size_t gates = 0;
    for (const gis::OsmFeature& feature : file.features) {
        note_school(guess, feature);
        gates += is_gate(feature) ? 1U : 0U;
        for (const auto& [role, is_one] : {std::pair(Role::fields, is_field(feature)), std::pair(Role::venues, is_venue(feature)),
                                           std::pair(Role::residential, feature.tags["landuse"] == "residential")}) {
            if (is_one && is_ground(feature)) {
                ++guess.count[role];
            }
        }
    }
    if (gates > 0) {
        guess.count[Role::gates] = gates;
    }
    if (const std::size_t lines = file.streets.line_count(); lines > 0) {
        guess.count[Role::network] = lines;
    }
    if (!guess.count.contains(Role::campuses)) {
        guess.count.erase(Role::fields); // a field belongs to a campus
    }
    guess_level(guess, file.features);
    say_evidence(guess, Role::schools, Text::init_osm_schools);
    say_evidence(guess, Role::campuses, Text::init_osm_campuses);
    say_evidence(guess, Role::fields, Text::init_osm_fields);
    say_evidence(guess, Role::venues, Text::init_osm_venues);
    say_evidence(guess, Role::gates, Text::init_osm_gates);
    say_evidence(guess, Role::residential, Text::init_osm_residential);
    say_evidence(guess, Role::districts, Text::init_osm_districts);
    say_evidence(guess, Role::network, Text::init_osm_network);
    return guess;
}

} // namespace fieldgap
