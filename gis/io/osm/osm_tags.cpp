#include "gis/io/osm/osm_tags.hpp"

#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <osmium/osm/tag.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace gis {
namespace {

// What `is_barred_node`, `is_signal_crossing` and `foot_access` answer without one of these is known.
constexpr std::array<std::string_view, 4> street_node_keys = {"barrier", "crossing", "crossing:signals", "highway"};
constexpr std::array<std::string_view, 1> street_keys = {"highway"};

/// The text at `at` up to its NUL, and `at` moved behind that; nothing (and `at` at the end) where no NUL follows.
std::string_view next_text(const char*& at, const char* end)
{
    const auto* const nul = at < end ? static_cast<const char*>(std::memchr(at, 0, static_cast<std::size_t>(end - at))) : nullptr;
    if (nul == nullptr) {
        at = end;
        return {};
    }
    const std::string_view text(at, static_cast<std::size_t>(nul - at));
    at = nul + 1;
    return text;
}

} // namespace

void read_tags(const osmium::TagList& tags, std::vector<StreetTag>& into)
{
    into.clear();
    // libosmium's own iterator runs past the end of a list whose texts hold a NUL; a file can make one.
    const auto* const data = reinterpret_cast<const char*>(tags.data());
    const char* const end = data + tags.byte_size();
    for (const char* at = data + sizeof(osmium::TagList); at < end;) {
        const std::string_view key = next_text(at, end);
        const std::string_view value = next_text(at, end);
        if (!key.empty() && !value.empty()) {
            into.emplace_back(key, value);
        }
    }
}

std::string_view value_of(OsmTagSpan tags, std::string_view key)
{
    for (const StreetTag& tag : tags) {
        if (tag.first == key) {
            return tag.second;
        }
    }
    return {};
}

OsmTags kept(OsmTagSpan tags)
{
    OsmTags result;
    result.list.reserve(tags.size());
    for (const StreetTag& tag : tags) {
        result.list.emplace_back(words::valid_utf8(tag.first), words::valid_utf8(tag.second));
    }
    return result;
}

bool is_area_relation(OsmTagSpan tags)
{
    const std::string_view type = value_of(tags, "type");
    return type == "multipolygon" || type == "boundary";
}

std::span<const std::string_view> keys_of_street_nodes()
{
    return street_node_keys;
}

std::span<const std::string_view> keys_of_streets()
{
    return street_keys;
}

bool may_be_street(OsmTagSpan tags)
{
    return !value_of(tags, "highway").empty();
}

OsmMatcher::OsmMatcher(std::vector<OsmFilter> filters) : filters_(std::move(filters))
{
    for (const OsmFilter& filter : filters_) {
        first_letters_ += filter.key.substr(0, 1);
    }
}

std::vector<std::string> OsmMatcher::keys() const
{
    std::vector<std::string> keys;
    for (const OsmFilter& filter : filters_) {
        keys.push_back(filter.key);
    }
    return keys;
}

bool OsmMatcher::holds(const StreetTag& tag) const
{
    if (first_letters_.find(tag.first.front()) == std::string::npos) {
        return false;
    }
    return std::any_of(filters_.begin(), filters_.end(), [&tag](const OsmFilter& filter) {
        const auto& values = filter.values;
        return filter.key == tag.first && (values.empty() || std::find(values.begin(), values.end(), tag.second) != values.end());
    });
}

bool OsmMatcher::operator()(OsmTagSpan tags) const
{
    return std::any_of(tags.begin(), tags.end(), [this](const StreetTag& tag) { return holds(tag); });
}

bool OsmMatcher::same_main_tag(OsmTagSpan a, OsmTagSpan b) const
{
    return std::any_of(a.begin(), a.end(), [&](const StreetTag& tag) { return holds(tag) && value_of(b, tag.first) == tag.second; });
}

std::string_view OsmTags::operator[](std::string_view key) const
{
    for (const auto& tag : list) {
        if (tag.first == key) {
            return tag.second;
        }
    }
    return {};
}

std::string OsmFeature::id() const
{
    constexpr std::array<const char*, 3> kinds{"node/", "way/", "relation/"};
    return kinds.at(static_cast<std::size_t>(kind)) + std::to_string(number);
}

bool is_osm_path(std::string_view path)
{
    constexpr std::array<std::string_view, 4> endings{".pbf", ".osm", ".osm.gz", ".osm.bz2"};
    const std::string name = words::lower_ascii(path);
    return std::any_of(endings.begin(), endings.end(), [&name](std::string_view ending) {
        return name.size() >= ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
    });
}

} // namespace gis
