#include "gis/walking/reached_edges.hpp"

#include <algorithm>

namespace gis {
namespace {

class PartCollector
{
public:
    PartCollector(const WalkTimes& times, const WalkStates& states, double limit_s) : times_(times), states_(states), limit_s_(limit_s) {}

    /// Over the hops that its state admits.
    void leave(const ReachedStop& stop)
    {
        for (std::uint32_t i = states_.first_hop[index(stop.stop)]; i < states_.first_hop[index(stop.stop) + 1]; ++i) {
            const ArcId arc = states_.arc[i];
            const double share = share_in(edge_of(arc), !is_backward(arc), limit_s_ - stop.seconds);
            add(edge_of(arc), is_backward(arc) ? 1.0 - share : 0.0, is_backward(arc) ? 1.0 : share);
        }
    }

    void leave(const Access& access)
    {
        const double left_s = limit_s_ - times_.connector(access).seconds;
        const auto at = static_cast<double>(access.fraction);
        if (left_s >= 0.0 && access.edge != no_edge) {
            add(access.edge, std::max(at - share_in(access.edge, false, left_s), 0.0),
                std::min(at + share_in(access.edge, true, left_s), 1.0));
        }
    }

    std::vector<ReachedPart> merged() &&
    {
        std::sort(parts_.begin(), parts_.end(),
                  [](const ReachedPart& a, const ReachedPart& b) { return a.edge != b.edge ? a.edge < b.edge : a.from < b.from; });
        std::size_t count = 0;
        for (const ReachedPart& part : parts_) {
            if (count > 0 && parts_[count - 1].edge == part.edge && part.from <= parts_[count - 1].to) {
                parts_[count - 1].to = std::max(parts_[count - 1].to, part.to);
            } else {
                parts_[count++] = part;
            }
        }
        parts_.resize(count);
        return std::move(parts_);
    }

private:
    /// At most 1; an edge that takes no time is walked whole.
    double share_in(EdgeId edge, bool forward, double left_s) const
    {
        const double whole_s = times_.moving_s(edge, forward);
        return whole_s > left_s ? left_s / whole_s : 1.0;
    }

    void add(EdgeId edge, double from, double to)
    {
        if (to > from) {
            parts_.push_back({edge, from, to});
        }
    }

    const WalkTimes& times_;
    const WalkStates& states_;
    double limit_s_;
    std::vector<ReachedPart> parts_;
};

Point between(const Point& a, const Point& b, double share)
{
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

} // namespace

std::vector<ReachedPart> reached_parts(const WalkTimes& times, const WalkStates& states, std::span<const ReachedStop> stops,
                                       std::span<const Access> accesses, double limit_s)
{
    PartCollector parts(times, states, limit_s);
    for (const ReachedStop& stop : stops) {
        if (stop.seconds <= limit_s) {
            parts.leave(stop);
        }
    }
    for (const Access& access : accesses) {
        parts.leave(access);
    }
    return std::move(parts).merged();
}

Line line_of(const WalkNetwork& network, const ReachedPart& part)
{
    const auto points = network.line(part.edge);
    if (part.is_whole()) {
        return {points.begin(), points.end()};
    }
    double length_m = 0.0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        length_m += distance_m(points[i - 1], points[i]);
    }
    const double from_m = part.from * length_m;
    const double to_m = part.to * length_m;
    Line line;
    double before_m = 0.0;
    for (std::size_t i = 1; i < points.size() && before_m <= to_m; ++i) {
        const double step_m = distance_m(points[i - 1], points[i]);
        const double after_m = before_m + step_m;
        if (step_m > 0.0 && line.empty() && after_m >= from_m) {
            line.push_back(between(points[i - 1], points[i], (from_m - before_m) / step_m));
        }
        if (step_m > 0.0 && !line.empty()) {
            line.push_back(after_m <= to_m ? points[i] : between(points[i - 1], points[i], (to_m - before_m) / step_m));
        }
        before_m = after_m;
    }
    if (line.size() < 2) {
        line.assign(2, points.front()); // an edge without length
    }
    return line;
}

} // namespace gis
