#include "layers/osm/osm_grounds.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/osm/osm_ground_outline.hpp"
#include "layers/surface/surface_words.hpp"
#include "layers/table/unknown_words.hpp"

namespace fieldgap {
namespace {

using osm::GroundKind;

constexpr double min_net_m2_of_osm = 100.0;
constexpr double half = 0.5; ///< of a ground lies in what it belongs to; exactly half counts

/// A mapped ground or site.
struct Ground
{
    const gis::OsmFeature* feature = nullptr;
    GroundKind kind = GroundKind::none;
    gis::MultiPolygon ground;
    bool in_campus = false;
    std::size_t grounds_in_it = 0; ///< of a site
    bool in_open_centre = false;   ///< of a pool
};

struct Node
{
    const gis::OsmFeature* feature = nullptr;
    GroundKind kind = GroundKind::none;
    gis::Point at;
};

/// 1 where the feature becomes neither field nor venue. A node in a campus is none; outside it is a venue without area.
std::size_t rows_left_out_by(const Finding& finding)
{
    switch (finding.code) {
    case IssueCode::osm_nowhere:
    case IssueCode::osm_incomplete:
    case IssueCode::osm_ring_broken:
    case IssueCode::osm_outline_lost:
    case IssueCode::ground_too_large:
    case IssueCode::osm_open_line:
    case IssueCode::osm_venue_closed:
    case IssueCode::osm_pool_closed:
    case IssueCode::osm_sport_excluded:
    case IssueCode::osm_site_in_campus:
    case IssueCode::osm_site_by_grounds:
    case IssueCode::osm_node_in_ground: return 1;
    case IssueCode::osm_node_no_area: return finding.layer == "fields" ? 1 : 0;
    default: return 0;
    }
}

/// From features to fields and venues, in three steps: outlines, what lies in what, verdicts.
class GroundSorter
{
public:
    GroundSorter(std::span<const Campus> campuses, const std::vector<std::string>& excluded_sports, OsmGroundsAsked asked,
                 const gis::CityPlane& plane, Findings& findings)
        : campuses_(campuses), excluded_(excluded_sports.begin(), excluded_sports.end()), asked_(asked), plane_(plane), findings_(findings)
    {
    }

    OsmGrounds sorted(OsmFeatures features)
    {
        for (const gis::OsmFeature& feature : features) {
            const GroundKind kind = osm::ground_kind_of(feature.tags);
            if (kind != GroundKind::none) {
                take(feature, kind);
            }
        }
        assign_grounds_to_sites();
        judge_nodes();
        for (Ground& ground : grounds_) {
            if (ground.in_campus) {
                judge_in_campus(ground);
            } else {
                judge_outside(ground);
            }
        }
        report_counts();
        osm::sort_by_id(result_.fields);
        osm::sort_by_id(result_.venues);
        return std::move(result_);
    }

private:
    void take(const gis::OsmFeature& feature, GroundKind kind)
    {
        const std::optional<gis::Point> at = osm::position_of(feature, plane_);
        if (feature.kind == gis::OsmKind::node) {
            if (at) {
                nodes_.push_back({&feature, kind, *at});
            } else {
                leave_out("venues", IssueCode::osm_nowhere, feature);
            }
            return;
        }
        osm::Outline outline = osm::outline_of_ground(feature, kind, "venues", plane_);
        bool in_campus = at && campuses_.first_holding(*at).has_value();
        if (!outline.ground.empty()) {
            in_campus = !campuses_.holding_share(outline.ground, half).empty();
            Ground& ground = grounds_.emplace_back();
            ground.feature = &feature;
            ground.kind = kind;
            ground.ground = std::move(outline.ground);
            ground.in_campus = in_campus;
        }
        if (outline.finding) {
            outline.finding->layer = in_campus && !osm::is_site(kind) ? "fields" : "venues";
            report(std::move(*outline.finding));
        }
    }

    void assign_grounds_to_sites()
    {
        std::vector<std::size_t> sites;
        std::vector<const gis::MultiPolygon*> outlines;
        for (std::size_t i = 0; i < grounds_.size(); ++i) {
            if (osm::is_site(grounds_[i].kind) || grounds_[i].feature->tags["leisure"] == "sports_centre") {
                sites.push_back(i);
                outlines.push_back(&grounds_[i].ground);
            }
        }
        const gis::PolygonIndex set(std::move(outlines));
        for (std::size_t i = 0; i < grounds_.size(); ++i) {
            if (osm::is_site(grounds_[i].kind)) {
                continue;
            }
            for (const std::size_t holder : set.holding_share(grounds_[i].ground, half)) {
                if (sites[holder] != i) {
                    put_into(grounds_[sites[holder]], grounds_[i]);
                }
            }
        }
    }

    static void put_into(Ground& site, Ground& ground)
    {
        ++site.grounds_in_it;
        const bool is_centre = site.feature->tags["leisure"] == "sports_centre";
        ground.in_open_centre = ground.in_open_centre || (is_centre && !osm::is_closed(site.feature->tags));
    }

    void judge_in_campus(Ground& ground)
    {
        if (osm::is_site(ground.kind)) {
            leave_out("venues", IssueCode::osm_site_in_campus, *ground.feature);
            return;
        }
        ++count_inside_;
        if (asked_.fields) {
            result_.fields.push_back(field_of(ground));
        }
    }

    Field field_of(Ground& ground)
    {
        const gis::OsmTags& tags = ground.feature->tags;
        Field field;
        field.id = ground.feature->id();
        field.kind = osm::field_kind_of(ground.kind, tags);
        field.surface = tags["surface"];
        field.is_hard = hardness_of_surface(field.surface);
        field.ground = std::move(ground.ground);
        if (field.kind == FieldKind::indoor) {
            field.storeys = osm::storeys_of(tags);
            if (!field.storeys) {
                report("fields", IssueCode::osm_storeys_unknown, *ground.feature, {tags["building:levels"]});
            }
        }
        return field;
    }

    std::optional<bool> hardness_of_surface(const std::string& surface)
    {
        const Cell<bool> hard = hardness_of(surface);
        if (hard.problem != CellProblem::none) {
            ++unknown_surfaces_[surface];
        }
        return hard.value;
    }

    void judge_outside(Ground& ground)
    {
        count_outside_ += osm::is_site(ground.kind) ? 0U : 1U;
        if (!asked_.venues || !is_for_schools(*ground.feature, ground.kind, ground.in_open_centre)) {
            return;
        }
        if (osm::is_site(ground.kind) && ground.grounds_in_it > 0) {
            leave_out("venues", IssueCode::osm_site_by_grounds, *ground.feature, {ground.grounds_in_it});
            return;
        }
        if (osm::is_site(ground.kind)) {
            report("venues", IssueCode::osm_site_without_grounds, *ground.feature);
        }
        add_venue(*ground.feature, ground.kind, gis::inner_point(ground.ground), ground.ground);
    }

    /// Open and of a sport that schools use; reports why not.
    bool is_for_schools(const gis::OsmFeature& feature, GroundKind kind, bool in_open_centre)
    {
        const gis::OsmTags& tags = feature.tags;
        if (osm::is_closed(tags)) {
            leave_out("venues", IssueCode::osm_venue_closed, feature, {tags["access"]});
        } else if (kind == GroundKind::pool && !in_open_centre && !osm::is_public(tags)) {
            leave_out("venues", IssueCode::osm_pool_closed, feature);
        } else if (osm::is_only_for(excluded_, tags)) {
            leave_out("venues", IssueCode::osm_sport_excluded, feature, {tags["sport"]});
        } else {
            return true;
        }
        return false;
    }

    void add_venue(const gis::OsmFeature& feature, GroundKind kind, const gis::Point& at, const gis::MultiPolygon& ground)
    {
        Venue venue;
        venue.id = feature.id();
        venue.name = osm::name_of(feature.tags);
        venue.name = venue.name.empty() ? std::string(feature.tags["operator"]) : venue.name;
        venue.kind = osm::name_of(kind);
        venue.ground = ground;
        venue.gives_ground = !osm::is_site(kind) && !ground.empty(); // that the others give none is reported here
        venue.min_net_m2 = min_net_m2_of_osm;
        venue.at = at;
        result_.venues.push_back(std::move(venue));
    }

    void judge_nodes()
    {
        const gis::PolygonIndex mapped(grounds_);
        for (const Node& node : nodes_) {
            if (campuses_.first_holding(node.at)) {
                judge_node_in_campus(node);
            } else if (asked_.venues) {
                judge_node_outside(node, mapped.first_holding(node.at));
            }
        }
    }

    void judge_node_in_campus(const Node& node)
    {
        if (osm::is_site(node.kind)) {
            leave_out("venues", IssueCode::osm_site_in_campus, *node.feature);
        } else {
            leave_out("fields", IssueCode::osm_node_no_area, *node.feature);
        }
    }

    void judge_node_outside(const Node& node, std::optional<std::size_t> around)
    {
        if (around) {
            leave_out("venues", IssueCode::osm_node_in_ground, *node.feature, {grounds_[*around].feature->id()});
        } else if (is_for_schools(*node.feature, node.kind, false)) {
            report("venues", IssueCode::osm_node_no_area, *node.feature);
            add_venue(*node.feature, node.kind, node.at, {});
        }
    }

    /// What a list that is not asked for would have held, and words that nobody knows.
    void report_counts()
    {
        if (!asked_.venues && count_outside_ > 0) {
            report({IssueCode::osm_grounds_outside, "fields", {}, {}, {count_outside_}, {}, count_outside_});
        }
        if (!asked_.fields && count_inside_ > 0) {
            report({IssueCode::osm_grounds_inside, "venues", {}, {}, {count_inside_}, {}, count_inside_});
        }
        if (!unknown_surfaces_.empty()) {
            report(unknown_words_finding("fields", "surface", unknown_surfaces_));
        }
    }

    void report(std::string_view layer, IssueCode code, const gis::OsmFeature& feature, std::vector<words::Value> values = {})
    {
        report(osm::finding_at(code, layer, feature, plane_, std::move(values)));
    }

    void leave_out(std::string_view layer, IssueCode code, const gis::OsmFeature& feature, std::vector<words::Value> values = {})
    {
        report(osm::left_out(osm::finding_at(code, layer, feature, plane_, std::move(values))));
    }

    void report(Finding finding)
    {
        if (finding.layer == "fields" ? asked_.fields : asked_.venues) {
            finding.rows_left_out = std::max(finding.rows_left_out, rows_left_out_by(finding));
            findings_.push_back(std::move(finding));
        }
    }

    gis::PolygonIndex campuses_;
    std::set<std::string, std::less<>> excluded_;
    OsmGroundsAsked asked_;
    const gis::CityPlane& plane_;
    Findings& findings_;
    std::vector<Ground> grounds_;
    std::vector<Node> nodes_;
    std::size_t count_inside_ = 0;
    std::size_t count_outside_ = 0;
    std::map<std::string, std::size_t> unknown_surfaces_; ///< and how often each is there
    OsmGrounds result_;
};

} // namespace

const std::vector<std::string>& default_excluded_sports()
{
    static const std::vector<std::string> sports = {"golf",    "equestrian", "horse_racing",    "archery",    "shooting", "motor",
                                                    "karting", "bmx",        "model_aerodrome", "dog_racing", "boules",   "minigolf"};
    return sports;
}

OsmGrounds grounds_of_osm(OsmFeatures features, std::span<const Campus> campuses, const std::vector<std::string>& excluded_sports,
                          OsmGroundsAsked asked, const gis::CityPlane& plane, Findings& findings)
{
    return GroundSorter(campuses, excluded_sports, asked, plane, findings).sorted(features);
}

} // namespace fieldgap
