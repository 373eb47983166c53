#pragma once
// Which sports grounds tags describe, and whether schools could rent them (docs/rules.md section 4, docs/standards.md 6.2).

#include "domain/city/city.hpp"
#include "gis/io/osm/osm.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace fieldgap::osm {

/// The last two are sites that are no building: they give no ground of their own.
enum class GroundKind : std::uint8_t { none, pitch, track, hall, pool, sports_centre, stadium };

/// `pitch`, `track`, `hall`, `pool`, `sports_centre`, `stadium`.
std::string_view name_of(GroundKind kind);

constexpr bool is_site(GroundKind kind)
{
    return kind == GroundKind::sports_centre || kind == GroundKind::stadium;
}

/// `none` for anything else, open-air pools included.
GroundKind ground_kind_of(const gis::OsmTags& tags);

/// Indoor for halls and pools; pitches and tracks are special where they are covered, indoors without a hall, on a roof or below the
/// ground.
FieldKind field_kind_of(GroundKind kind, const gis::OsmTags& tags);

/// building:levels of 0.5 to 200; 1 where there is no such tag; nothing where it cannot be read.
std::optional<double> storeys_of(const gis::OsmTags& tags);

/// access=private|no|military (every value of a list).
bool is_closed(const gis::OsmTags& tags);

/// access=yes|permissive|customers|permit.
bool is_public(const gis::OsmTags& tags);

/// Every one of its sports is excluded; false without any.
bool is_only_for(const std::set<std::string, std::less<>>& excluded_sports, const gis::OsmTags& tags);

} // namespace fieldgap::osm
