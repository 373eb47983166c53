#include "gis/routes/route_roads.hpp"

#include "gis/streets/street_kinds.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace gis {
namespace {

bool comes_before(const Point& a, const Point& b)
{
    return std::tie(a.x, a.y) < std::tie(b.x, b.y);
}

/// Collects what is met, step by step.
class RoadsMet
{
public:
    explicit RoadsMet(const WalkNetwork& network) : network_(network) {}

    void follow(EdgeId edge)
    {
        if (edge == no_edge) {
            unnamed_runs_on_ = false;
            return;
        }
        note(meets(edge));
    }

    void pass(NodeId node)
    {
        bool meets_unnamed = false;
        for (std::uint32_t i = network_.first_arc[index(node)]; i < network_.first_arc[index(node) + 1]; ++i) {
            meets_unnamed = meets(edge_of(network_.arc[i])) || meets_unnamed;
        }
        note(meets_unnamed);
    }

    std::size_t count() const { return names_.size() + unnamed_runs_; }

private:
    /// True for a major road without a name; the name of one that has one is kept.
    bool meets(EdgeId edge)
    {
        const StreetKind& kind = network_.kinds[network_.edge_kind[index(edge)]];
        if (network_.is_sight(edge) || !is_major_road(kind.highway)) {
            return false;
        }
        if (!kind.name.empty() && std::find(names_.begin(), names_.end(), kind.name) == names_.end()) {
            names_.push_back(kind.name);
        }
        return kind.name.empty();
    }

    /// A run goes on as long as every node and edge of the way meets one.
    void note(bool meets_unnamed)
    {
        unnamed_runs_ += meets_unnamed && !unnamed_runs_on_ ? 1 : 0;
        unnamed_runs_on_ = meets_unnamed;
    }

    const WalkNetwork& network_;
    std::vector<std::string_view> names_;
    std::size_t unnamed_runs_ = 0;
    bool unnamed_runs_on_ = false;
};

/// The edge on which the walk goes on its own; none where it goes along no edge.
EdgeId edge_of_end(const Access& access, RouteEnd end)
{
    return end == RouteEnd::sight || end == RouteEnd::across ? no_edge : access.edge;
}

NodeId head_of(const WalkNetwork& network, ArcId arc)
{
    return is_backward(arc) ? network.edge_from[index(edge_of(arc))] : network.edge_to[index(edge_of(arc))];
}

} // namespace

std::size_t lights_on(const WalkNetwork& network, const Line& route)
{
    std::vector<Point> met;
    for (const Point& at : route) {
        if (std::binary_search(network.light.begin(), network.light.end(), at, comes_before)) {
            met.push_back(at);
        }
    }
    std::sort(met.begin(), met.end(), comes_before);
    return static_cast<std::size_t>(std::unique(met.begin(), met.end()) - met.begin());
}

std::size_t major_roads_on(const WalkNetwork& network, const Walks& walks, const Walk& walk, const SiteAccesses& sources,
                           const SiteAccesses& targets)
{
    RoadsMet met(network);
    met.follow(edge_of_end(sources.access[walk.source_access], walk.leaves));
    if (walk.leaves != RouteEnd::along_edge && walk.leaves != RouteEnd::across) {
        met.pass(walk.first_node);
        for (const ArcId arc : std::span(walks.arc).subspan(walk.first_arc, walk.arc_count)) {
            met.follow(edge_of(arc));
            met.pass(head_of(network, arc));
        }
        met.follow(edge_of_end(targets.access[walk.target_access], walk.arrives));
    }
    return met.count();
}

} // namespace gis
