#include "gis/joining/end_neighbours.hpp"

#include "gis/interrupt.hpp"
#include "gis/joining/vertex_joiner.hpp"
#include "gis/network/point_grid.hpp"
#include "gis/sight/nearest_on_segment.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace gis {
namespace {

bool is_finite(const Point& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

class NeighbourFinder
{
public:
    NeighbourFinder(const FlatLines& lines, const std::vector<Point>& place, double reach_m)
        : lines_(lines), place_(place), reach_m_(reach_m), line_of_(place.size())
    {
        for (std::uint32_t line = 0; line < lines.count(); ++line) {
            std::fill(line_of_.begin() + lines.first[line], line_of_.begin() + lines.first[line + 1], line);
        }
    }

    std::vector<EndNeighbour> found()
    {
        std::vector<std::uint32_t> ends;
        std::vector<Point> end_places;
        for (std::uint32_t vertex = 0; vertex < place_.size(); ++vertex) {
            if (is_first(vertex) || vertex + 1 == lines_.first[line_of_[vertex] + 1]) {
                ends.push_back(vertex);
                end_places.push_back(place_[vertex]);
            }
        }
        PointGrid grid(end_places, reach_m_, mean_segment_m());
        for_each_segment([&](std::uint32_t segment) {
            throw_if_interrupted();
            grid.near(place_[segment], place_[segment + 1], [&](std::uint32_t end) { offer(ends[end], segment); });
        });
        std::sort(found_.begin(), found_.end(), [](const EndNeighbour& a, const EndNeighbour& b) {
            return std::tie(a.end, a.metres, a.at.x, a.at.y, a.segment) < std::tie(b.end, b.metres, b.at.x, b.at.y, b.segment);
        });
        return std::move(found_);
    }

private:
    template <class Visit>
    void for_each_segment(const Visit& visit) const
    {
        for (std::uint32_t i = 0; i + 1 < place_.size(); ++i) {
            if (line_of_[i] == line_of_[i + 1] && is_finite(place_[i]) && is_finite(place_[i + 1])) {
                visit(i);
            }
        }
    }

    double mean_segment_m() const
    {
        double sum_m = 0.0;
        for_each_segment([&](std::uint32_t i) { sum_m += distance_m(place_[i], place_[i + 1]); });
        return place_.empty() ? 0.0 : sum_m / static_cast<double>(place_.size());
    }

    bool is_first(std::uint32_t vertex) const { return vertex == lines_.first[line_of_[vertex]]; }

    void offer(std::uint32_t end, std::uint32_t segment)
    {
        if (line_of_[end] == line_of_[segment]) {
            return;
        }
        const OnSegment on = nearest_on_segment(place_[end], place_[segment], place_[segment + 1]);
        if (!(on.squared_m2 <= reach_m_ * reach_m_)) {
            return;
        }
        const bool is_met = are_one_place(place_[end], place_[segment]) || are_one_place(place_[end], place_[segment + 1]);
        const bool is_level = lines_.level[line_of_[end]] == lines_.level[line_of_[segment]];
        if (is_met ? !follows_own_course(end, segment) : is_level) {
            found_.push_back({end, segment, std::sqrt(on.squared_m2), on.at, is_met});
        }
    }

    bool follows_own_course(std::uint32_t end, std::uint32_t segment) const
    {
        const Point& own = place_[is_first(end) ? end + 1 : end - 1];
        const Point& other = place_[are_one_place(place_[end], place_[segment]) ? segment + 1 : segment];
        const auto lies_on = [](const Point& point, const Point& a, const Point& b) {
            return are_one_place(point, nearest_on_segment(point, a, b).at);
        };
        return lies_on(own, place_[end], other) || lies_on(other, place_[end], own);
    }

    const FlatLines& lines_;
    const std::vector<Point>& place_;
    double reach_m_;
    std::vector<std::uint32_t> line_of_; ///< per vertex
    std::vector<EndNeighbour> found_;
};

} // namespace

std::vector<EndNeighbour> end_neighbours(const FlatLines& lines, const std::vector<Point>& place, double reach_m)
{
    return NeighbourFinder(lines, place, reach_m).found();
}

bool are_one_place(const Point& a, const Point& b)
{
    return distance_m(a, b) <= max_vertex_join_m;
}

} // namespace gis
