#pragma once
// From the tags of OpenStreetMap to the values of a City: what its layers share, lists in tags, names, and outlines that can be measured.
// Features come in degrees, as `gis::read_osm` gives them; everything returned is in the CityPlane, valid, and sorted by id as text. Ids
// are `node/N`, `way/N`, `relation/N`.
//
// What is read and not kept leaves a finding. Features that a file holds for other roles are passed over in silence: each function may be
// given all features of the file. The functions are pure; one plane must not be used from two threads.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/io/osm/osm.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {
using OsmFeatures = std::span<const gis::OsmFeature>;
}

namespace fieldgap::osm {

/// True for `key=*` other than `no`.
inline bool is_set(const gis::OsmTags& tags, std::string_view key)
{
    return tags.has(key) && tags[key] != "no";
}

/// The values of a list such as `soccer; tennis`, trimmed, without empty ones. Commas part it too.
std::vector<std::string_view> values_of(std::string_view list);

/// True where there are values and every one of them is among `those`.
bool are_all_of(const std::vector<std::string_view>& values, std::initializer_list<std::string_view> those);

/// `name`, else name:zh, official_name or short_name; may be empty.
std::string name_of(const gis::OsmTags& tags);

/// Where the feature is as well as known, in the plane: a node itself, else `near`. Nothing where that is unknown or not finite.
std::optional<gis::Point> position_of(const gis::OsmFeature& feature, const gis::CityPlane& plane);

/// A finding at the feature's position.
Finding finding_at(IssueCode code, std::string_view layer, const gis::OsmFeature& feature, const gis::CityPlane& plane,
                   std::vector<words::Value> values = {});

/// The finding with the feature left out of its layer.
inline Finding left_out(Finding finding)
{
    finding.rows_left_out = 1;
    return finding;
}

/// The ground of a feature in the plane, valid; where it was mended or there is none, the finding says why (its layer is `layer`).
/// Nodes have neither ground nor finding. Without ground the feature counts as left out.
struct Outline
{
    gis::MultiPolygon ground;
    std::optional<Finding> finding;
};

enum class Holes : bool { kept, filled };

/// Campuses and the like can be too large; districts cannot.
enum class Limit : bool { site, none };

Outline outline_of(const gis::OsmFeature& feature, std::string_view layer, const gis::CityPlane& plane, Holes holes = Holes::kept,
                   Limit limit = Limit::site);

/// The same, with the finding put among `findings`.
gis::MultiPolygon ground_of(const gis::OsmFeature& feature, std::string_view layer, const gis::CityPlane& plane, Findings& findings,
                            Limit limit = Limit::site);

/// By id as text, as every list of a City.
template <class T>
void sort_by_id(std::vector<T>& list)
{
    std::stable_sort(list.begin(), list.end(), [](const T& a, const T& b) { return a.id < b.id; });
}

} // namespace fieldgap::osm
