#pragma once
// The tags of one object while it is read.

#include "gis/io/osm/osm.hpp"
#include "gis/streets/foot_access.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osmium {
class TagList;
}

namespace gis {

/// Replaces `into` by the tags, borrowed from `tags`. A list that is damaged (by a NUL within a text) ends where it stops making sense.
void read_tags(const osmium::TagList& tags, std::vector<StreetTag>& into);

/// Empty where `key` is absent.
std::string_view value_of(OsmTagSpan tags, std::string_view key);

/// A copy to keep, in well-formed UTF-8.
OsmTags kept(OsmTagSpan tags);

/// `type=multipolygon` or `type=boundary`: relations that are ground.
bool is_area_relation(OsmTagSpan tags);

/// Keys of which a node of streets, or a street, has one at least.
std::span<const std::string_view> keys_of_street_nodes();
std::span<const std::string_view> keys_of_streets();

/// Could `foot_access` have something to say? Much faster than asking it.
bool may_be_street(OsmTagSpan tags);

/// A list of filters, made fast to ask.
class OsmMatcher
{
public:
    explicit OsmMatcher(std::vector<OsmFilter> filters);

    bool is_empty() const { return filters_.empty(); }
    std::vector<std::string> keys() const;
    /// True when any filter holds.
    bool operator()(OsmTagSpan tags) const;
    /// True when one wanted key has the same wanted value in both.
    bool same_main_tag(OsmTagSpan a, OsmTagSpan b) const;

private:
    bool holds(const StreetTag& tag) const;

    std::vector<OsmFilter> filters_;
    std::string first_letters_; ///< of the keys: most tags are none of ours by their first letter
};

} // namespace gis
