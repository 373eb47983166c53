#include "gis/widening/outer_boundary.hpp"

#include "gis/widening/covered_parts.hpp"
#include "gis/widening/turn.hpp"
#include "gis/widening/vectors.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gis {
namespace {

constexpr std::uint32_t no_strip = 0xFFFFFFFFU;

} // namespace

std::vector<BoundaryPiece> OuterBoundary::pieces()
{
    pieces_.clear();
    const double by_m = capsules_.by_m();
    for (std::uint32_t i = 0; i < capsules_.strips().size(); ++i) {
        const Strip& strip = capsules_.strips()[i];
        const Point left = strip.left();
        const Point to = strip.to();
        add_straight(moved(to, by_m, left), moved(strip.from, by_m, left), i);
        add_straight(moved(strip.from, -by_m, left), moved(to, -by_m, left), i);
    }
    for (std::uint32_t disc = 0; disc < capsules_.discs().size(); ++disc) {
        add_circle(disc);
    }
    for (const GroundRows::Edge& edge : ground_.edges()) {
        add_straight(edge.from, edge.to, no_strip);
    }
    return std::move(pieces_);
}

/// The side of a strip, or an edge of the ground where `own_strip` is none.
void OuterBoundary::add_straight(const Point& from, const Point& to, std::uint32_t own_strip)
{
    const double by_m = capsules_.by_m();
    const StraightPiece line(from, to);
    const bool is_side = own_strip != no_strip;
    const std::uint32_t own_from = is_side ? capsules_.strips()[own_strip].disc_from : no_disc;
    const std::uint32_t own_to = is_side ? capsules_.strips()[own_strip].disc_to : no_disc;
    uncovered_.begin({0.0, line.length_m});
    if (is_side) {
        take_ground_away(from, to);
    }
    const auto take_away = [this](const Span& span) {
        if (span.to > span.from) {
            uncovered_.take_away(span.from, span.to);
        }
        return !uncovered_.is_empty();
    };
    Box box;
    box.add(from);
    box.add(to);
    capsules_.visit_near(
        box, [&](std::uint32_t strip) { return strip == own_strip || take_away(in_strip(line, capsules_.strips()[strip], by_m)); },
        [&](std::uint32_t disc) { return disc == own_from || disc == own_to || take_away(in_disc(line, capsules_.discs()[disc], by_m)); });
    for (const Span& span : uncovered_.spans()) {
        if (span.to - span.from > shortest_piece_m) {
            pieces_.push_back({line.at(span.from), line.at(span.to), no_disc});
        }
    }
}

void OuterBoundary::take_ground_away(const Point& from, const Point& to)
{
    Box box;
    box.add(from);
    box.add(to);
    if (!box.meets(ground_.bounds())) {
        return;
    }
    const StraightPiece line(from, to);
    crossings_.clear();
    ground_.visit_near(box, [&](const GroundRows::Edge& edge) {
        const double from_side = cross(line.along, minus(edge.from, from));
        const double to_side = cross(line.along, minus(edge.to, from));
        if ((from_side > 0.0) != (to_side > 0.0)) {
            const double share = from_side / (from_side - to_side);
            const double at_m = dot(line.along, minus(moved(edge.from, share, minus(edge.to, edge.from)), from));
            if (at_m > 0.0 && at_m < line.length_m) {
                crossings_.push_back(at_m);
            }
        }
    });
    std::sort(crossings_.begin(), crossings_.end());
    crossings_.push_back(line.length_m);
    bool is_inside = ground_.is_inside(from);
    double since_m = 0.0;
    for (const double at_m : crossings_) {
        if (is_inside) {
            uncovered_.take_away(since_m, at_m);
        }
        is_inside = !is_inside;
        since_m = at_m;
    }
}

void OuterBoundary::take_turn_away(const Point& from, const Point& to)
{
    const double begin = turn_of(from);
    const double end = turn_of(to);
    if (begin <= end) {
        uncovered_.take_away(begin, end);
    } else {
        uncovered_.take_away(begin, whole_turn);
        uncovered_.take_away(0.0, end);
    }
}

void OuterBoundary::add_circle(std::uint32_t disc)
{
    const double by_m = capsules_.by_m();
    const Point& centre = capsules_.discs()[disc];
    uncovered_.begin({0.0, whole_turn});
    take_ground_away(disc);
    const auto take_away = [this](const Arc& arc) {
        if (arc.is_there) {
            take_turn_away(arc.from, arc.to);
        }
        return !uncovered_.is_empty();
    };
    capsules_.visit_near(
        Box{centre.x, centre.y, centre.x, centre.y}.widened(by_m),
        [&](std::uint32_t position) {
            const Strip& strip = capsules_.strips()[position];
            const bool is_own = strip.disc_from == disc || strip.disc_to == disc;
            return take_away(is_own ? in_own_strip(strip, strip.disc_from == disc) : in_other_strip(centre, strip, by_m));
        },
        [&](std::uint32_t other) { return other == disc || take_away(in_other_disc(centre, capsules_.discs()[other], by_m)); });
    const double metres_a_turn = by_m * std::numbers::pi / 2.0;
    for (const Span& span : uncovered_.spans()) {
        if ((span.to - span.from) * metres_a_turn > shortest_piece_m) {
            pieces_.push_back({moved(centre, by_m, direction_at(span.from)), moved(centre, by_m, direction_at(span.to)), disc});
        }
    }
}

void OuterBoundary::take_ground_away(std::uint32_t disc)
{
    const double by_m = capsules_.by_m();
    const Point& centre = capsules_.discs()[disc];
    const Box box = Box{centre.x, centre.y, centre.x, centre.y}.widened(by_m);
    if (!box.meets(ground_.bounds())) {
        return;
    }
    crossings_.clear();
    ground_.visit_near(box, [&](const GroundRows::Edge& edge) {
        const StraightPiece line(edge.from, edge.to);
        const Span inside = in_disc(line, centre, by_m);
        for (const double at_m : {inside.from, inside.to}) {
            if (inside.to > inside.from && at_m > 0.0 && at_m <= line.length_m) {
                crossings_.push_back(turn_of(minus(line.at(at_m), centre)));
            }
        }
    });
    const auto is_inside = [&](double turn) { return ground_.is_inside(moved(centre, by_m, direction_at(turn))); };
    if (crossings_.empty()) {
        if (is_inside(0.0)) {
            uncovered_.take_away(0.0, whole_turn);
        }
        return;
    }
    std::sort(crossings_.begin(), crossings_.end());
    for (std::size_t i = 0; i < crossings_.size(); ++i) {
        const double from = crossings_[i];
        const bool is_last = i + 1 == crossings_.size();
        const double to = is_last ? crossings_.front() + whole_turn : crossings_[i + 1];
        const double middle = (from + to) / 2.0;
        if (is_inside(middle < whole_turn ? middle : middle - whole_turn)) {
            uncovered_.take_away(from, std::min(to, whole_turn));
            uncovered_.take_away(0.0, to - whole_turn);
        }
    }
}

} // namespace gis
