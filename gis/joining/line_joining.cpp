#include "gis/joining/line_joining.hpp"

#include "gis/joining/end_neighbours.hpp"
#include "gis/joining/vertex_joiner.hpp"
#include "gis/network/degree_metres.hpp"
#include "gis/sight/nearest_on_segment.hpp"
#include "gis/streets/streets.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

namespace gis {
namespace {

constexpr double rounding_m = 1e-7;

/// A vertex that a segment is to have.
struct NewVertex
{
    std::uint32_t segment = 0;
    double along_m = 0.0; ///< from the segment's first vertex
    Point degrees;
};

/// A straight way between an end and what it joins.
struct Piece
{
    Point from, to; ///< in one order, so that two ends that join each other give one piece
    StreetLevel level;
    std::uint8_t flags = 0;
    std::uint32_t kind = 0;
};

auto key_of(const Piece& piece)
{
    return std::tie(piece.from.x, piece.from.y, piece.to.x, piece.to.y, piece.level);
}

class LineJoining
{
public:
    LineJoining(const FlatLines& lines, const CityPlane& plane, double join_m)
        : lines_(lines), plane_(plane), join_m_(join_m), place_(lines.vertex)
    {
        to_plane_in_bulk(place_, plane);
    }

    JoinedLines joined()
    {
        const auto neighbours = end_neighbours(lines_, place_, std::max(join_m_, gap_m) + rounding_m);
        for (std::size_t begin = 0; begin < neighbours.size();) {
            std::size_t end = begin + 1;
            while (end < neighbours.size() && neighbours[end].end == neighbours[begin].end) {
                ++end;
            }
            judge(std::span(neighbours).subspan(begin, end - begin));
            begin = end;
        }
        JoinedLines result{{}, std::move(loose_)};
        put_vertices_in(result);
        add_pieces(result.lines);
        std::sort(result.loose.begin(), result.loose.end(), [](const LooseEnd& a, const LooseEnd& b) {
            return std::tie(a.at.x, a.at.y, a.metres, a.beside.x, a.beside.y) < std::tie(b.at.x, b.at.y, b.metres, b.beside.x, b.beside.y);
        });
        return result;
    }

private:
    /// All neighbours of one end, the nearest first.
    void judge(std::span<const EndNeighbour> near)
    {
        const bool is_met = std::any_of(near.begin(), near.end(), [](const EndNeighbour& one) { return one.is_met; });
        const auto nearest = std::find_if(near.begin(), near.end(), [](const EndNeighbour& one) { return !one.is_met; });
        if (nearest == near.end()) {
            return;
        }
        const double reach_m = (is_met ? std::min(join_m_, vertex_join_m) : join_m_) + rounding_m;
        const bool joins = nearest->metres <= reach_m;
        const auto loose = std::find_if(near.begin(), near.end(), [&](const EndNeighbour& one) {
            return !one.is_met && one.metres <= gap_m && !(joins && passes(one, nearest->at));
        });
        if (loose != near.end()) {
            loose_.push_back(loose_end(*loose));
        }
        if (joins) {
            join(*nearest, near);
        }
    }

    LooseEnd loose_end(const EndNeighbour& near) const
    {
        const std::uint32_t to = near.segment + 1;
        return {near.end,
                near.segment,
                to,
                near.metres,
                place_[near.end],
                near.at,
                distance_m(near.at, place_[near.segment]),
                distance_m(near.at, place_[to])};
    }

    /// Within 1 cm.
    bool passes(const EndNeighbour& one, const Point& spot) const
    {
        return are_one_place(spot, nearest_on_segment(spot, place_[one.segment], place_[one.segment + 1]).at);
    }

    void join(const EndNeighbour& nearest, std::span<const EndNeighbour> near)
    {
        const Point spot = degrees_of(nearest);
        for (const EndNeighbour& one : near) {
            const bool has_it = lines_.vertex[one.segment] == spot || lines_.vertex[one.segment + 1] == spot;
            if (!one.is_met && !has_it && passes(one, nearest.at)) {
                new_vertices_.push_back({one.segment, distance_m(place_[one.segment], one.at), spot});
            }
        }
        if (nearest.metres > max_vertex_join_m) {
            const Point& end = lines_.vertex[nearest.end];
            const bool is_in_order = std::tie(end.x, end.y) < std::tie(spot.x, spot.y);
            const std::size_t line = line_of(nearest.end);
            pieces_.push_back({is_in_order ? end : spot, is_in_order ? spot : end, lines_.level[line],
                               static_cast<std::uint8_t>(lines_.flags[line] & line_private), lines_.kind[line]});
        }
    }

    std::size_t line_of(std::uint32_t vertex) const
    {
        const auto after = std::upper_bound(lines_.first.begin(), lines_.first.end(), vertex);
        return static_cast<std::size_t>(after - lines_.first.begin() - 1);
    }

    /// Where the end joins: at itself within 1 cm, at a vertex of the other line, or between two of them.
    Point degrees_of(const EndNeighbour& nearest) const
    {
        if (nearest.metres <= max_vertex_join_m) {
            return lines_.vertex[nearest.end];
        }
        for (const std::uint32_t vertex : {nearest.segment, nearest.segment + 1}) {
            if (are_one_place(nearest.at, place_[vertex])) {
                return lines_.vertex[vertex];
            }
        }
        return plane_.to_degrees(nearest.at);
    }

    void put_vertices_in(JoinedLines& result)
    {
        std::sort(new_vertices_.begin(), new_vertices_.end(), [](const NewVertex& a, const NewVertex& b) {
            return std::tie(a.segment, a.along_m, a.degrees.x, a.degrees.y) < std::tie(b.segment, b.along_m, b.degrees.x, b.degrees.y);
        });
        std::vector<std::uint32_t> moved_to(place_.size());
        auto next = new_vertices_.begin();
        for (std::uint32_t line = 0; line < lines_.count(); ++line) {
            Line with_new;
            for (std::uint32_t vertex = lines_.first[line]; vertex < lines_.first[line + 1]; ++vertex) {
                moved_to[vertex] = static_cast<std::uint32_t>(result.lines.vertex.size() + with_new.size());
                with_new.push_back(lines_.vertex[vertex]);
                for (; next != new_vertices_.end() && next->segment == vertex; ++next) {
                    with_new.push_back(next->degrees);
                }
            }
            result.lines.add(with_new, lines_.flags[line], lines_.kind[line], lines_.level[line]);
        }
        for (LooseEnd& loose : result.loose) {
            move(loose, moved_to);
        }
    }

    /// To the new positions; the segment beside may have become shorter by vertices put into it.
    void move(LooseEnd& loose, const std::vector<std::uint32_t>& moved_to) const
    {
        const auto comes_before = [](const NewVertex& vertex, std::pair<std::uint32_t, double> place) {
            return std::tie(vertex.segment, vertex.along_m) < std::tie(place.first, place.second);
        };
        const double along_m = loose.from_m;
        const auto begin = std::lower_bound(new_vertices_.begin(), new_vertices_.end(), std::make_pair(loose.from, -1.0), comes_before);
        const auto next = std::lower_bound(begin, new_vertices_.end(), std::make_pair(loose.from, along_m), comes_before);
        const auto passed = static_cast<std::uint32_t>(next - begin);
        const bool has_next = next != new_vertices_.end() && next->segment == loose.from;
        loose.to = has_next ? moved_to[loose.from] + passed + 1 : moved_to[loose.to];
        loose.to_m = has_next ? next->along_m - along_m : loose.to_m;
        loose.from_m = passed > 0 ? along_m - std::prev(next)->along_m : along_m;
        loose.from = moved_to[loose.from] + passed;
        loose.end = moved_to[loose.end];
    }

    void add_pieces(FlatLines& lines)
    {
        std::sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
            return std::tuple_cat(key_of(a), std::tie(a.flags, a.kind)) < std::tuple_cat(key_of(b), std::tie(b.flags, b.kind));
        });
        const auto is_same = [](const Piece& a, const Piece& b) { return key_of(a) == key_of(b); };
        pieces_.erase(std::unique(pieces_.begin(), pieces_.end(), is_same), pieces_.end());
        for (const Piece& piece : pieces_) {
            lines.add({piece.from, piece.to}, piece.flags, piece.kind, piece.level);
        }
    }

    const FlatLines& lines_;
    const CityPlane& plane_;
    double join_m_;
    std::vector<Point> place_; ///< of the vertices, in the plane
    std::vector<LooseEnd> loose_;
    std::vector<NewVertex> new_vertices_;
    std::vector<Piece> pieces_;
};

} // namespace

JoinedLines joined_lines(const FlatLines& lines, const CityPlane& plane, double join_m)
{
    return LineJoining(lines, plane, join_m).joined();
}

} // namespace gis
