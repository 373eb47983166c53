#include "domain/options/option_search.hpp"

#include "gis/interrupt.hpp"
#include "gis/network/nearest_on_outline.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fieldgap {
namespace {

std::vector<gis::Box> boxes_of_givers(const OptionGround& ground)
{
    std::vector<gis::Box> boxes;
    for (const Giver& giver : ground.givers()) {
        boxes.push_back(entries_box(ground.site_of(giver).accesses()));
    }
    return boxes;
}

gis::Box around(const gis::Point& place, double within_m)
{
    return gis::Box{place.x, place.y, place.x, place.y}.widened(within_m);
}

void append_edges(std::vector<gis::EdgeId>& edges, std::span<const gis::Access> accesses)
{
    for (const gis::Access& access : accesses) {
        if (access.edge != gis::no_edge) {
            edges.push_back(access.edge);
        }
    }
}

void make_set(std::vector<gis::EdgeId>& edges)
{
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
}

bool holds(const std::vector<gis::EdgeId>& edges, gis::EdgeId edge)
{
    return std::binary_search(edges.begin(), edges.end(), edge);
}

} // namespace

OptionSearchGround::OptionSearchGround(const OptionGround& ground, const EdgeAccesses& givers_by_edge, const EdgeAccesses& takers_by_edge,
                                       std::vector<bool> can_give)
    : ground_(ground), givers_by_edge_(givers_by_edge), takers_by_edge_(takers_by_edge), can_give_(std::move(can_give)),
      boxes_of_givers_(boxes_of_givers(ground)), edges_(ground.streets())
{
}

std::vector<std::uint32_t> OptionSearchGround::wanted_by(SchoolIndex school, const gis::Box& entries) const
{
    std::vector<std::uint32_t> wanted;
    if (entries.is_empty()) {
        return wanted;
    }
    for (const std::uint32_t i : boxes_of_givers_.meeting(entries.widened(ground_.furthest_m(ground_.limit_s())))) {
        const Giver& giver = ground_.givers()[i];
        if (can_give_[i] && ground_.may_give(giver, school) && !ground_.is_in_reach(giver, school)) {
            wanted.push_back(i);
        }
    }
    return wanted;
}

std::vector<const gis::Polygon*> gated_outlines(const AnalysedCity& analysed, SchoolIndex school)
{
    const std::vector<const gis::Polygon*>& open = analysed.results.reach.entries.of_school[index(school)].outlines;
    std::vector<const gis::Polygon*> gated;
    const Site site = school_site(analysed.city, analysed.results.owns, school);
    for (const Site::Outline& outline : site.outlines) {
        for (const gis::Polygon& polygon : *outline.ground) {
            if (std::find(open.begin(), open.end(), &polygon) == open.end()) {
                gated.push_back(&polygon);
            }
        }
    }
    return gated;
}

OptionSearch::OptionSearch(const OptionSearchGround& shared)
    : shared_(shared), ground_(shared.ground()),
      from_school_(ground_.streets(), gis::ArcCosts(ground_.seconds_of_arc(), gis::Heading::out)),
      to_wanted_(ground_.streets(), gis::ArcCosts(ground_.seconds_of_arc(), gis::Heading::in))
{
}

OptionSearch::Found OptionSearch::options_of(SchoolIndex school)
{
    gis::throw_if_interrupted();
    found_ = {};
    const std::vector<const gis::Polygon*> outlines = gated_outlines(ground_.analysed(), school);
    school_box_ = entries_box(ground_.site_of(school).accesses());
    for (const gis::Polygon* outline : outlines) {
        school_box_.add(gis::bounds(*outline));
    }
    wanted_ = shared_.wanted_by(school, school_box_);
    if (!wanted_.empty()) {
        walk_to_wanted();
        find_gates(outlines);
        walk_from(school);
        find_links();
    }
    return std::move(found_);
}

/// Where the crow could still come to somebody who is wanted within the limit.
void OptionSearch::walk_from(SchoolIndex school)
{
    taker_ =
        static_cast<std::uint32_t>(std::lower_bound(ground_.takers().begin(), ground_.takers().end(), school) - ground_.takers().begin());
    school_edges_.clear();
    append_edges(school_edges_, ground_.site_of(school).accesses());
    make_set(school_edges_);
    from_school_.begin(ground_.limit_s());
    const OptionGround::SiteOf site = ground_.site_of(school);
    gis::start_at_site(ground_.times(), *site.sites, site.site, gis::Heading::out, from_school_);
    from_school_.spread([&](gis::NodeId node, double seconds) {
        return gis::distance_m(wanted_box_, ground_.grid().place_of(node)) <= ground_.furthest_m(ground_.limit_s() - seconds);
    });
}

void OptionSearch::walk_to_wanted()
{
    is_wanted_.assign(ground_.givers().size(), false);
    wanted_edges_.clear();
    wanted_box_ = {};
    to_wanted_.begin(ground_.limit_s());
    for (const std::uint32_t giver : wanted_) {
        const OptionGround::SiteOf site = ground_.site_of(ground_.givers()[giver]);
        wanted_box_.add(entries_box(site.accesses()));
        is_wanted_[giver] = true;
        append_edges(wanted_edges_, site.accesses());
        gis::start_at_site(ground_.times(), *site.sites, site.site, gis::Heading::in, to_wanted_);
    }
    make_set(wanted_edges_);
    to_wanted_.spread([&](gis::NodeId node, double seconds) {
        return gis::distance_m(school_box_, ground_.grid().place_of(node)) <= ground_.furthest_m(ground_.limit_s() - seconds);
    });
}

double OptionSearch::seconds_to_wanted(const JoinedPlace& place) const
{
    double least_s =
        seconds_over_nodes(ground_.times(), place, gis::Heading::out, [this](gis::NodeId node) { return seconds_at(to_wanted_, node); });
    visit_direct_ways(ground_.times(), place, gis::Heading::out, shared_.givers_by_edge(),
                      [&](std::uint32_t giver, double seconds) { least_s = is_wanted_[giver] ? std::min(least_s, seconds) : least_s; });
    return least_s;
}

double OptionSearch::seconds_from_school(const JoinedPlace& place) const
{
    double least_s =
        seconds_over_nodes(ground_.times(), place, gis::Heading::in, [this](gis::NodeId node) { return seconds_at(from_school_, node); });
    visit_direct_ways(ground_.times(), place, gis::Heading::in, shared_.takers_by_edge(),
                      [&](std::uint32_t taker, double seconds) { least_s = taker == taker_ ? std::min(least_s, seconds) : least_s; });
    return least_s;
}

double OptionSearch::least_at_ends(const gis::NearNodes& near, gis::EdgeId edge) const
{
    return std::min(seconds_at(near, ground_.streets().edge_from[index(edge)]).least,
                    seconds_at(near, ground_.streets().edge_to[index(edge)]).least);
}

void OptionSearch::find_gates(std::span<const gis::Polygon* const> outlines)
{
    for (const gis::Polygon* outline : outlines) {
        find_gates(*outline);
    }
    const auto key = [](const GatePlace& gate) { return std::pair(gate.at().x, gate.at().y); };
    std::sort(found_.gates.begin(), found_.gates.end(), [&](const GatePlace& a, const GatePlace& b) { return key(a) < key(b); });
    const auto last =
        std::unique(found_.gates.begin(), found_.gates.end(), [&](const GatePlace& a, const GatePlace& b) { return key(a) == key(b); });
    found_.gates.erase(last, found_.gates.end());
}

void OptionSearch::find_gates(const gis::Polygon& outline)
{
    const double snap_m = ground_.measured().settings.walk.snap_m;
    std::vector<gis::EdgeId> near;
    bool leads_to_wanted = false;
    ground_.grid().visit_edges(gis::bounds(outline).widened(snap_m), [&](gis::EdgeId edge) {
        near.push_back(edge);
        leads_to_wanted = leads_to_wanted || least_at_ends(to_wanted_, edge) <= ground_.limit_s() || holds(wanted_edges_, edge);
    });
    if (!leads_to_wanted) {
        return;
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const gis::EdgeId edge : near) {
        const std::span<const gis::Point> line = ground_.streets().line(edge);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            find_gate(outline, line.subspan(i, 2));
        }
    }
}

/// Where the outline is nearest to a straight stretch of street; there the gate joins what is nearest to it, as any entry does.
void OptionSearch::find_gate(const gis::Polygon& outline, std::span<const gis::Point> stretch)
{
    const double snap_m = ground_.measured().settings.walk.snap_m;
    const gis::OnOutline on = gis::nearest_on_outline(outline, stretch, snap_m);
    auto gate = on.metres <= snap_m ? gate_place(shared_.edges(), on.at, snap_m) : std::nullopt;
    if (gate && seconds_to_wanted(gate->joined) <= ground_.limit_s()) {
        found_.gates.push_back(*std::move(gate));
    }
}

void OptionSearch::find_links()
{
    for (const gis::NearNodes::Label& to : to_wanted_.labels()) {
        find_links_before(to);
    }
    for (const gis::NearNodes::Label& from : from_school_.labels()) {
        find_links_after(from);
    }
    std::sort(found_.links.begin(), found_.links.end());
    found_.links.erase(std::unique(found_.links.begin(), found_.links.end()), found_.links.end());
}

/// Pieces from a node, or a point of an edge, to this node.
void OptionSearch::find_links_before(const gis::NearNodes::Label& to)
{
    const double left_s = ground_.limit_s() - to.before_public();
    const gis::Box box = around(ground_.grid().place_of(to.node), ground_.link_max_m());
    ground_.grid().visit_nodes(box, [&](gis::NodeId node) {
        const double seconds = seconds_at(from_school_, node).before_public;
        if (seconds <= left_s && node != to.node) {
            const LinkKey key{std::min(node, to.node), false, index(std::max(node, to.node))};
            const LinkPlace place = link_place(ground_, key);
            add_if_in_time(key, place, seconds + ground_.piece_s(place.metres) + ground_.wait_s(to.node) + to.before_public());
        }
    });
    ground_.grid().visit_edges(box, [&](gis::EdgeId edge) {
        if (least_at_ends(from_school_, edge) <= left_s || holds(school_edges_, edge)) {
            const LinkKey key{to.node, true, index(edge)};
            const LinkPlace place = link_place(ground_, key);
            const double to_node_s = ground_.piece_s(place.metres) + ground_.wait_s(to.node);
            add_if_in_time(key, place, seconds_from_school(place.end.joined) + to_node_s + to.before_public());
        }
    });
}

/// Pieces from this node to a point of an edge.
void OptionSearch::find_links_after(const gis::NearNodes::Label& from)
{
    const double left_s = ground_.limit_s() - from.before_public();
    const gis::Box box = around(ground_.grid().place_of(from.node), ground_.link_max_m());
    ground_.grid().visit_edges(box, [&](gis::EdgeId edge) {
        if (least_at_ends(to_wanted_, edge) <= left_s || holds(wanted_edges_, edge)) {
            const LinkKey key{from.node, true, index(edge)};
            const LinkPlace place = link_place(ground_, key);
            add_if_in_time(key, place, from.before_public() + ground_.piece_s(place.metres) + seconds_to_wanted(place.end.joined));
        }
    });
}

void OptionSearch::add_if_in_time(const LinkKey& key, const LinkPlace& place, double seconds)
{
    if (seconds <= ground_.limit_s() && may_be_link(ground_, key, place)) {
        found_.links.push_back(key);
    }
}

} // namespace fieldgap
