#pragma once
// Features of a result that its CRS cannot express: their geometry is NULL in the file, and data_issues says so. Asked before anything is
// written, because data_issues and the summary's count of issues are part of the file.

#include "gis/io/geopackage/geometry_out.hpp"
#include "layers/result/result_sites.hpp"

#include <set>
#include <string>
#include <utility>

namespace fieldgap {

class OutsideOutput
{
public:
    /// Throws gis::UsageError where `crs` names no system for a map on earth.
    OutsideOutput(const gis::CityPlane& plane, const std::string& crs);

    void look_at_schools(const City& city, const Ownership& owns);
    /// Campuses, fields, venues, places for new ones, estates and districts.
    void look_at_grounds(const City& city);
    void look_at_links(const ResultView& view);
    void look_at_unreached(const ResultView& view);
    void look_at_walk_areas(const ResultView& view);
    void look_at_bottlenecks(const ResultView& view);
    /// Sites and their links.
    void look_at_sites(const ScreenView& view);

    /// Adds a finding for each feature that was looked at and has no place, and for each that only findings know.
    void report_in(Findings& findings);

private:
    void look_at(const std::string& layer, const std::string& id, const gis::Geometry& geometry);
    /// True where all that lies in a box of the size of a city has its place: the end of a projection, which no such box surrounds, would
    /// cross its outline. Saves looking at every point twice.
    bool holds(const gis::Box& box);
    bool holds_streets(const WalkNetworkView& walking);

    gis::GeometryOut out_;
    std::string crs_;
    Findings found_;
    std::set<std::pair<std::string, std::string>> features_; ///< layer and id of those found
};

} // namespace fieldgap
