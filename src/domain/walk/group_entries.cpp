#include "domain/walk/group_entries.hpp"

#include "gis/geometry/outline.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

Entries without_gates(const Site& site)
{
    Entries entries;
    for (const Site::Place& place : site.points) {
        entries.at.push_back(place.at);
    }
    for (const Site::Outline& outline : site.outlines) {
        for (const gis::Polygon& polygon : *outline.ground) {
            entries.outlines.push_back(&polygon);
        }
    }
    entries.source = entries.outlines.empty() ? EntrySource::point : EntrySource::outline;
    return entries;
}

Entries gates_alone(const GatesBySource& gates)
{
    Entries entries;
    entries.source = gates[slot(EntrySource::gate)].empty() ? EntrySource::osm : EntrySource::gate;
    entries.at = gates[slot(entries.source)];
    return entries;
}

/// Positions of the groups that a gate serves.
std::vector<std::size_t> served_by(const gis::Point& gate, const std::vector<SiteGroup>& groups)
{
    std::vector<std::size_t> served;
    std::size_t nearest = 0;
    double least_m = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const double away_m = groups[g].metres_to(gate);
        if (away_m <= gate_reach_m) {
            served.push_back(g);
        }
        if (away_m < least_m) {
            least_m = away_m;
            nearest = g;
        }
    }
    return served.empty() ? std::vector{nearest} : served;
}

/// Gives gates to the groups of one site.
class GateSharing
{
public:
    explicit GateSharing(std::vector<SiteGroup> groups) : groups_(std::move(groups)), has_gate_(groups_.size()) {}

    /// Gates of a source for the groups that have none of an earlier one.
    void share(EntrySource source, const std::vector<gis::Point>& gates)
    {
        const std::vector<bool> had_gate = has_gate_;
        for (const gis::Point& gate : gates) {
            bool leads_in = false;
            for (const std::size_t group : served_by(gate, groups_)) {
                leads_in = leads_in || !had_gate[group];
                has_gate_[group] = true;
            }
            if (leads_in) {
                entries_.source = std::min(entries_.source, source);
                entries_.at.push_back(gate);
            }
        }
    }

    Entries with_the_rest()
    {
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            if (!has_gate_[g]) {
                enter_without_gate(groups_[g]);
            }
        }
        return std::move(entries_);
    }

private:
    void enter_without_gate(const SiteGroup& group)
    {
        gis::Geometry where = group.point.value_or(gis::Point());
        if (group.has_ground()) {
            gis::MultiPolygon ground;
            for (const gis::Polygon* polygon : group.polygons) {
                ground.push_back(*polygon);
                entries_.outlines.push_back(polygon);
            }
            where = std::move(ground);
        } else {
            entries_.at.push_back(*group.point);
        }
        entries_.without_gate.push_back({group.id, group.has_ground(), std::move(where)});
    }

    std::vector<SiteGroup> groups_;
    std::vector<bool> has_gate_;
    Entries entries_;
};

} // namespace

Entries entries_of(const Site& site, const GatesBySource& gates)
{
    if (gates[0].empty() && gates[1].empty()) {
        return without_gates(site);
    }
    if (part_count(site) <= 1) {
        return gates_alone(gates);
    }
    GateSharing sharing(groups_of(site));
    for (const EntrySource source : {EntrySource::gate, EntrySource::osm}) {
        sharing.share(source, gates[slot(source)]);
    }
    return sharing.with_the_rest();
}

std::vector<gis::Point> all_points(const Entries& entries)
{
    std::vector<gis::Point> points = entries.at;
    for (const gis::Polygon* outline : entries.outlines) {
        const auto of_outline = gis::outline_points(*outline, outline_step_m);
        points.insert(points.end(), of_outline.begin(), of_outline.end());
    }
    return points;
}

gis::Box bounds(const Entries& entries)
{
    gis::Box box;
    for (const gis::Point& entry : entries.at) {
        box.add(entry);
    }
    for (const gis::Polygon* outline : entries.outlines) {
        box.add(gis::bounds(*outline));
    }
    return box;
}

bool has_point_near(const Entries& entries, const gis::Box& box, double within_m)
{
    const auto is_near = [&](const gis::Point& entry) { return gis::distance_m(box, entry) <= within_m; };
    bool has_one = std::any_of(entries.at.begin(), entries.at.end(), is_near);
    constexpr double rounding_m = 1e-3;
    const gis::Box window = box.widened(within_m + rounding_m);
    const auto is_wanted = [&](const gis::Box& part) { return !has_one && window.meets(part); };
    for (const gis::Polygon* outline : entries.outlines) {
        gis::visit_outline_points(*outline, outline_step_m, is_wanted, [&](const gis::Point& at) { has_one = has_one || is_near(at); });
    }
    return has_one;
}

} // namespace fieldgap
