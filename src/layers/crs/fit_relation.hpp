#pragma once
// How features of two layers of a city belong together, and how many of them do: the tests of layer_fit.

#include "gis/geometry/index.hpp"
#include "gis/geometry/plane.hpp"
#include "layers/crs/layer_fit.hpp"

#include <unordered_map>

namespace fieldgap {

/// Points of one layer belong in (or on the outline of) grounds of another.
struct FitRelation
{
    bool by_id = false;       ///< the point's id names the ground's owner; else its owner does, or (`owner_is_id`) the ground's id
    bool owner_is_id = false; ///< the point's owner names the ground's id, or else its owner
    bool on_outline = false;  ///< within 5 m of the outline, not in it
    bool named_only = false;  ///< points that name no ground are not tested
};

/// None where the two have nothing to say about each other.
std::optional<FitRelation> relation_between(Role points, Role grounds);

/// A layer in the plane under one reading; what has no place there is left out of neither list.
struct PlacedFeatures
{
    const FitLayer* layer = nullptr;
    std::vector<std::optional<gis::Point>> at; ///< the middle of each feature's box
    std::vector<gis::MultiPolygon> ground;     ///< empty for points
};

gis::CityPlane fit_centre(const std::vector<FitLayer>& layers);
PlacedFeatures placed_features(const FitLayer& layer, const gis::SourceCrs& reading, const gis::CityPlane& plane);
PlacedFeatures moved_by(PlacedFeatures placed, const gis::Point& offset_m);

/// Borrows both layers.
class FitTest
{
public:
    FitTest(const FitRelation& relation, const PlacedFeatures& points, const PlacedFeatures& grounds);

    /// 1 for each tested point that agrees once it is moved; the same points in the same order whatever the readings.
    std::vector<char> hits(const gis::Point& move_m) const;

private:
    bool is_hit(std::size_t ground, const gis::Point& point) const;

    FitRelation relation_;
    const PlacedFeatures& points_;
    const PlacedFeatures& grounds_;
    gis::PolygonIndex index_;
    std::vector<std::size_t> tested_;
    std::vector<std::vector<std::size_t>> named_; ///< grounds that each tested point belongs to by name
};

/// Appends, for each point and the one ground that it names, the way from the one to the middle of the other, times `sign`.
void append_ways(const FitRelation& relation, const PlacedFeatures& points, const PlacedFeatures& grounds, double sign,
                 std::vector<gis::Point>& ways_m);

/// The middle way, if there are at least 8, half of them come within 60 m of it and it is longer than 60 m.
std::optional<gis::Point> common_way(const std::vector<gis::Point>& ways_m);

} // namespace fieldgap
