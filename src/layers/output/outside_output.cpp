#include "layers/output/outside_output.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/proof/result_bottlenecks.hpp"
#include "layers/result/estate_shape.hpp"
#include "layers/result/result_links.hpp"
#include "layers/result/result_walks.hpp"
#include "layers/result/school_columns.hpp"

namespace fieldgap {
namespace {

/// The outline of a box in steps.
gis::Line outline_of(const gis::Box& box)
{
    constexpr int steps = 32;
    gis::Line line;
    for (int i = 0; i < steps; ++i) {
        const double x = box.min_x + (box.max_x - box.min_x) * i / (steps - 1);
        const double y = box.min_y + (box.max_y - box.min_y) * i / (steps - 1);
        line.insert(line.end(), {{x, box.min_y}, {x, box.max_y}, {box.min_x, y}, {box.max_x, y}});
    }
    return line;
}

template <class Visit>
void each_ground(const City& city, const Visit& visit)
{
    for (const Campus& campus : city.campuses) {
        visit("campuses", campus.id, campus.ground);
    }
    for (const Field& field : city.fields) {
        visit("fields", field.id, field.ground);
    }
    for (const Venue& venue : city.venues) {
        visit("venues", venue.id, venue.at);
    }
    for (const Venue& place : city.new_venues) {
        visit("new_venues", place.id, place.at);
    }
    for (const Estate& estate : city.estates) {
        visit("residential", estate.id, estate.ground);
    }
    for (const District& district : city.districts) {
        visit("districts", district.id, district.ground);
    }
}

} // namespace

OutsideOutput::OutsideOutput(const gis::CityPlane& plane, const std::string& crs) : out_(plane, crs), crs_(crs) {}

void OutsideOutput::look_at(const std::string& layer, const std::string& id, const gis::Geometry& geometry)
{
    const auto lost = out_.without_place(geometry);
    if (lost && features_.emplace(layer, id).second) {
        found_.push_back({IssueCode::outside_output_crs, layer, id, geometry, {crs_, lost->x, lost->y}});
    }
}

void OutsideOutput::look_at_schools(const City& city, const Ownership& owns)
{
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        look_at("schools", city.schools[s].id, map_point(city, owns, s));
    }
}

void OutsideOutput::look_at_grounds(const City& city)
{
    gis::Box box;
    each_ground(city, [&](const char*, const std::string&, const gis::Geometry& ground) { box.add(gis::bounds(ground)); });
    if (!holds(box)) {
        each_ground(city, [&](const char* layer, const std::string& id, const gis::Geometry& ground) { look_at(layer, id, ground); });
    }
}

bool OutsideOutput::holds(const gis::Box& box)
{
    constexpr double largest_city_m = 500'000.0;
    const bool is_city = box.max_x - box.min_x <= largest_city_m && box.max_y - box.min_y <= largest_city_m;
    return box.is_empty() || (is_city && !out_.without_place(gis::MultiLine{outline_of(box)}));
}

/// A route leads along streets, and is as long to find again as to write.
bool OutsideOutput::holds_streets(const WalkNetworkView& walking)
{
    gis::Box box;
    for (const gis::Point& point : walking.streets->point) {
        box.add(point);
    }
    return holds(box);
}

void OutsideOutput::look_at_links(const ResultView& view)
{
    if (view.walking.streets == nullptr || holds_streets(view.walking)) {
        return;
    }
    for_each_link(view, [&](const std::string& from, const std::string& to, const gis::Geometry& route) {
        look_at("links", from + " - " + to, route);
    });
}

void OutsideOutput::look_at_walk_areas(const ResultView& view)
{
    if (view.walking.streets == nullptr || holds_streets(view.walking)) {
        return;
    }
    for_each_walk_area(view, [&](const WalkArea& area) { look_at("walk_areas", view.city.schools[index(area.school)].id, area.ground); });
}

/// They are put together of campuses and circles around schools.
void OutsideOutput::look_at_bottlenecks(const ResultView& view)
{
    gis::Box box;
    for (const Campus& campus : view.city.campuses) {
        box.add(gis::bounds(campus.ground));
    }
    for (const School& school : view.city.schools) {
        box.add(gis::bounds(circle_around(school.at)));
    }
    if (!holds(box)) {
        for_each_bottleneck(view, [&](const Bottleneck& one, const gis::MultiPolygon& ground) { look_at("bottlenecks", one.id, ground); });
    }
}

void OutsideOutput::look_at_unreached(const ResultView& view)
{
    for_each_unreached(view, [&](const std::string& from, const std::string& to, const gis::Geometry& straight) {
        look_at("unreached", from + " - " + to, straight);
    });
}

void OutsideOutput::look_at_sites(const ScreenView& view)
{
    const bool may_lose_links = view.city.walking.streets != nullptr && !holds_streets(view.city.walking);
    for (const SiteOut& row : site_rows(view)) {
        look_at("sites", row.id, shape_of(row));
        for (std::size_t l = 0; may_lose_links && l < row.screened.links.size(); ++l) {
            const SiteLink& link = row.screened.links[l];
            look_at("site_links", row.id + " - " + view.city.city.schools[index(link.school)].id, route_of(view, link));
        }
    }
}

void OutsideOutput::report_in(Findings& findings)
{
    for (const Finding& finding : findings) {
        look_at(finding.layer, finding.feature_id, finding.where);
    }
    findings.insert(findings.end(), found_.begin(), found_.end());
}

} // namespace fieldgap
