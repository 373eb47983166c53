#include "gis/routes/walk_line.hpp"

#include <algorithm>

namespace gis {
namespace {

class LineMaker
{
public:
    explicit LineMaker(const WalkNetwork& network) : network_(network) {}

    void add(const Point& point)
    {
        if (line_.empty() || !is_repeated(line_.back(), point)) {
            line_.push_back(point);
        }
    }

    /// The vertices of the edge's line between two fractions of its length, in the order of the walk.
    void add_between(EdgeId edge, double from_fraction, double to_fraction)
    {
        const auto points = network_.line(edge);
        std::vector<double> before_m(points.size());
        for (std::size_t i = 1; i < points.size(); ++i) {
            before_m[i] = before_m[i - 1] + distance_m(points[i - 1], points[i]);
        }
        const double low_m = std::min(from_fraction, to_fraction) * before_m.back();
        const double high_m = std::max(from_fraction, to_fraction) * before_m.back();
        const auto begin = static_cast<std::size_t>(std::lower_bound(before_m.begin(), before_m.end(), low_m) - before_m.begin());
        const auto end = static_cast<std::size_t>(std::upper_bound(before_m.begin(), before_m.end(), high_m) - before_m.begin());
        for (std::size_t i = begin; i < end; ++i) {
            add(points[from_fraction <= to_fraction ? i : begin + end - 1 - i]);
        }
    }

    void add(ArcId arc)
    {
        const auto points = network_.line(edge_of(arc));
        for (std::size_t i = 0; i < points.size(); ++i) {
            add(points[is_backward(arc) ? points.size() - 1 - i : i]);
        }
    }

    /// The line up to its last point, which stays to the last bit, like the first.
    Line ended_at(const Point& last) &&
    {
        while (line_.size() > 1 && is_repeated(line_.back(), last)) {
            line_.pop_back();
        }
        line_.push_back(last);
        return std::move(line_);
    }

private:
    static bool is_repeated(const Point& a, const Point& b)
    {
        constexpr double as_good_as_nothing_m = 1e-6;
        return distance_m(a, b) <= as_good_as_nothing_m;
    }

    const WalkNetwork& network_;
    Line line_;
};

} // namespace

Line walk_line(const WalkNetwork& network, const Walks& walks, const Walk& walk, const SiteAccesses& sources, const SiteAccesses& targets)
{
    const Access& from = sources.access[walk.source_access];
    const Access& to = targets.access[walk.target_access];
    const auto arcs = std::span(walks.arc).subspan(walk.first_arc, walk.arc_count);
    LineMaker maker(network);
    maker.add(from.entry);
    maker.add(from.on_edge);
    if (walk.leaves == RouteEnd::along_edge) {
        maker.add_between(from.edge, double{from.fraction}, double{to.fraction});
    } else if (walk.leaves != RouteEnd::across) {
        if (walk.leaves != RouteEnd::sight) {
            maker.add_between(from.edge, double{from.fraction}, walk.leaves == RouteEnd::forward ? 1.0 : 0.0);
        }
        maker.add(network.at(walk.first_node));
        for (const ArcId arc : arcs) {
            maker.add(arc);
        }
        if (walk.arrives != RouteEnd::sight) {
            maker.add_between(to.edge, walk.arrives == RouteEnd::forward ? 0.0 : 1.0, double{to.fraction});
        }
    }
    maker.add(to.on_edge);
    return std::move(maker).ended_at(to.entry);
}

} // namespace gis
