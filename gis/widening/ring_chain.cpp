#include "gis/widening/ring_chain.hpp"

#include "gis/geometry/rings.hpp"
#include "gis/widening/turn.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace gis {
namespace {

constexpr std::uint32_t no_piece = 0xFFFFFFFFU;
constexpr int chords_a_quarter = 8;

/// For each piece the one that begins where it ends; nothing where that is not told. Both are within rounding of one another.
std::optional<std::vector<std::uint32_t>> followers(std::span<const BoundaryPiece> pieces)
{
    constexpr double same_place_m = 1e-4;
    std::vector<std::uint32_t> by_x(pieces.size());
    for (std::uint32_t i = 0; i < by_x.size(); ++i) {
        by_x[i] = i;
    }
    std::sort(by_x.begin(), by_x.end(), [&](std::uint32_t a, std::uint32_t b) { return pieces[a].from.x < pieces[b].from.x; });
    std::vector<std::uint32_t> next(pieces.size(), no_piece);
    std::vector<bool> is_taken(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Point& end = pieces[i].to;
        auto candidate = std::lower_bound(by_x.begin(), by_x.end(), end.x - same_place_m,
                                          [&](std::uint32_t piece, double x) { return pieces[piece].from.x < x; });
        double nearest_m = same_place_m;
        for (; candidate != by_x.end() && pieces[*candidate].from.x <= end.x + same_place_m; ++candidate) {
            const double off_m = distance_m(pieces[*candidate].from, end);
            if (off_m < nearest_m) {
                nearest_m = off_m;
                next[i] = *candidate;
            }
        }
        if (next[i] == no_piece || is_taken[next[i]]) {
            return std::nullopt;
        }
        is_taken[next[i]] = true;
    }
    return next;
}

struct Ray
{
    double turn = 0.0;
    Point direction;
};

/// The directions at which arcs have their corners, wherever they begin.
const std::array<Ray, chords_a_quarter * 4>& rays()
{
    static const auto all = [] {
        std::array<Ray, chords_a_quarter * 4> made;
        for (std::size_t i = 0; i < made.size(); ++i) {
            const double angle = std::numbers::pi / 2.0 * static_cast<double>(i) / chords_a_quarter;
            const Point direction{std::cos(angle), std::sin(angle)};
            made[i] = {i % chords_a_quarter == 0 ? static_cast<double>(i / chords_a_quarter) : turn_of(direction), direction};
        }
        return made;
    }();
    return all;
}

class RingMaker
{
public:
    explicit RingMaker(const Capsules& capsules) : capsules_(capsules), nothing_m_(capsules.by_m() * 4e-5) {}

    void add(const BoundaryPiece& piece)
    {
        add_corner(piece.from);
        if (piece.disc != no_disc) {
            add_arc(piece);
        }
    }

    /// Empty where nothing is left of it.
    Ring closed() &&
    {
        while (corners_.size() > 2 && is_on_the_way(corners_[corners_.size() - 2], corners_.back(), corners_.front())) {
            corners_.pop_back();
        }
        if (corners_.size() > 3 && is_on_the_way(corners_.back(), corners_.front(), corners_[1])) {
            corners_.erase(corners_.begin());
        }
        if (corners_.size() < 3) {
            return {};
        }
        corners_.push_back(corners_.front());
        return std::move(corners_);
    }

private:
    /// So near the straight line that it may have been shaken off it.
    bool is_on_the_way(const Point& before, const Point& at, const Point& after) const
    {
        const Point way{after.x - before.x, after.y - before.y};
        const Point offset{at.x - before.x, at.y - before.y};
        const double way_m = std::hypot(way.x, way.y);
        const double along = way.x * offset.x + way.y * offset.y;
        return way_m > 0.0 && along >= 0.0 && along <= way_m * way_m &&
               std::fabs(way.x * offset.y - way.y * offset.x) <= nothing_m_ * way_m;
    }

    void add_corner(const Point& corner)
    {
        while (corners_.size() > 1 && is_on_the_way(corners_[corners_.size() - 2], corners_.back(), corner)) {
            corners_.pop_back();
        }
        corners_.push_back(corner);
    }

    void add_arc(const BoundaryPiece& piece)
    {
        const Point& centre = capsules_.discs()[piece.disc];
        const double begin = turn_of({piece.from.x - centre.x, piece.from.y - centre.y});
        double end = turn_of({piece.to.x - centre.x, piece.to.y - centre.y});
        end = end <= begin ? end + whole_turn : end;
        for (std::size_t i = static_cast<std::size_t>(begin) * chords_a_quarter; i < 2 * rays().size(); ++i) {
            const Ray& ray = rays()[i % rays().size()];
            const double turn = i < rays().size() ? ray.turn : ray.turn + whole_turn;
            if (turn >= end) {
                break;
            }
            if (turn > begin) {
                add_corner({centre.x + capsules_.by_m() * ray.direction.x, centre.y + capsules_.by_m() * ray.direction.y});
            }
        }
    }

    const Capsules& capsules_;
    double nothing_m_;
    Ring corners_;
};

/// Holes to the smallest ring around them.
MultiPolygon with_holes(std::vector<Ring> outer, std::vector<Ring> holes)
{
    std::sort(outer.begin(), outer.end(), [](const Ring& a, const Ring& b) { return signed_ring_area_m2(a) < signed_ring_area_m2(b); });
    MultiPolygon ground;
    for (Ring& ring : outer) {
        ground.push_back({std::move(ring), {}});
    }
    for (Ring& hole : holes) {
        const auto around = std::find_if(ground.begin(), ground.end() - 1,
                                         [&](const Polygon& polygon) { return is_inside_ring(polygon.outer, hole.front()); });
        around->holes.push_back(std::move(hole));
    }
    return ground;
}

} // namespace

std::optional<MultiPolygon> ground_within(std::span<const BoundaryPiece> pieces, const Capsules& capsules)
{
    constexpr double nothing_m2 = 1e-2;
    const auto next = followers(pieces);
    if (!next) {
        return std::nullopt;
    }
    std::vector<Ring> outer;
    std::vector<Ring> holes;
    std::vector<bool> is_used(pieces.size());
    for (std::uint32_t first = 0; first < pieces.size(); ++first) {
        if (is_used[first]) {
            continue;
        }
        RingMaker maker(capsules);
        for (std::uint32_t piece = first; !is_used[piece]; piece = (*next)[piece]) {
            is_used[piece] = true;
            maker.add(pieces[piece]);
        }
        Ring ring = std::move(maker).closed();
        const double area_m2 = signed_ring_area_m2(ring);
        if (std::fabs(area_m2) > nothing_m2) {
            (area_m2 > 0.0 ? outer : holes).push_back(std::move(ring));
        }
    }
    if (outer.empty()) {
        return holes.empty() ? std::optional(MultiPolygon()) : std::nullopt;
    }
    return with_holes(std::move(outer), std::move(holes));
}

} // namespace gis
