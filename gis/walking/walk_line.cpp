#include "gis/walking/walk_line.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gis {
namespace {

/// Which way a walk goes on the edges of its two accesses. `Walk` does not say so; of the ways that fit its arcs it is the one with its
/// length.
struct Course
{
    bool is_along_edge = false;  ///< from access to access on the edge that both share
    bool leaves_forward = true;  ///< by `edge_to` of the source's edge
    bool arrives_forward = true; ///< by `edge_from` of the target's edge
};

class CourseFinder
{
public:
    CourseFinder(const WalkNetwork& network, std::span<const ArcId> arcs, const Access& from, const Access& to, double metres)
        : network_(network), arcs_(arcs), from_(from), to_(to), metres_(metres)
    {
        for (const ArcId arc : arcs) {
            arcs_m_ += length_m(edge_of(arc));
        }
    }

    Course course()
    {
        if (arcs_.empty() && from_.edge == to_.edge) {
            offer({true, true, true}, std::fabs(double{from_.fraction} - double{to_.fraction}) * length_m(from_.edge));
        }
        for (const bool leaves_forward : {true, false}) {
            for (const bool arrives_forward : {true, false}) {
                if (fits_arcs(leaves_forward, arrives_forward)) {
                    offer({false, leaves_forward, arrives_forward}, around_m(leaves_forward, arrives_forward));
                }
            }
        }
        return best_;
    }

private:
    double length_m(EdgeId edge) const { return double{network_.edge_length_m[index(edge)]}; }

    NodeId end_of(EdgeId edge, bool at_to) const { return at_to ? network_.edge_to[index(edge)] : network_.edge_from[index(edge)]; }

    bool fits_arcs(bool leaves_forward, bool arrives_forward) const
    {
        const NodeId left_by = end_of(from_.edge, leaves_forward);
        const NodeId reached_by = end_of(to_.edge, !arrives_forward);
        if (arcs_.empty()) {
            return left_by == reached_by;
        }
        return end_of(edge_of(arcs_.front()), is_backward(arcs_.front())) == left_by &&
               end_of(edge_of(arcs_.back()), !is_backward(arcs_.back())) == reached_by;
    }

    double around_m(bool leaves_forward, bool arrives_forward) const
    {
        const double from_share = leaves_forward ? 1.0 - double{from_.fraction} : double{from_.fraction};
        const double to_share = arrives_forward ? double{to_.fraction} : 1.0 - double{to_.fraction};
        return from_share * length_m(from_.edge) + arcs_m_ + to_share * length_m(to_.edge);
    }

    void offer(const Course& course, double on_edges_m)
    {
        const double off_m = std::fabs(on_edges_m + double{from_.connector_m} + double{to_.connector_m} - metres_);
        if (off_m < min_off_m_) {
            min_off_m_ = off_m;
            best_ = course;
        }
    }

    const WalkNetwork& network_;
    std::span<const ArcId> arcs_;
    const Access& from_;
    const Access& to_;
    double metres_;
    double arcs_m_ = 0.0;
    double min_off_m_ = std::numeric_limits<double>::infinity();
    Course best_;
};

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
    const Course course = CourseFinder(network, arcs, from, to, walk.metres).course();

    LineMaker maker(network);
    maker.add(from.entry);
    maker.add(from.on_edge);
    if (course.is_along_edge) {
        maker.add_between(from.edge, double{from.fraction}, double{to.fraction});
    } else {
        maker.add_between(from.edge, double{from.fraction}, course.leaves_forward ? 1.0 : 0.0);
        for (const ArcId arc : arcs) {
            maker.add(arc);
        }
        maker.add_between(to.edge, course.arrives_forward ? 0.0 : 1.0, double{to.fraction});
    }
    maker.add(to.on_edge);
    return std::move(maker).ended_at(to.entry);
}

} // namespace gis
