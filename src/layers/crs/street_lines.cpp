#include "layers/crs/street_lines.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr double longest_piece_m = 100.0;
constexpr double step_m = 5.0;

gis::Point between(const gis::Point& from, const gis::Point& to, double share)
{
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

double distance_to_piece_m(const gis::Point& at, const gis::Point& from, const gis::Point& to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length2 = dx * dx + dy * dy;
    const double along = length2 > 0.0 ? ((at.x - from.x) * dx + (at.y - from.y) * dy) / length2 : 0.0;
    return gis::distance_m(at, between(from, to, std::clamp(along, 0.0, 1.0)));
}

gis::Box around(const gis::Point& at, double m)
{
    return {at.x - m, at.y - m, at.x + m, at.y + m};
}

} // namespace

StreetLines::StreetLines(const gis::MultiLine& lines) : pieces_(pieces_of(lines)), index_(boxes_of(pieces_)) {}

std::vector<StreetLines::Piece> StreetLines::pieces_of(const gis::MultiLine& lines)
{
    std::vector<Piece> pieces;
    for (const gis::Line& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double length_m = gis::distance_m(line[i - 1], line[i]);
            const int parts = static_cast<int>(std::min(std::ceil(length_m / longest_piece_m), 1000.0));
            for (int part = 0; part < parts; ++part) {
                pieces.push_back({between(line[i - 1], line[i], static_cast<double>(part) / parts),
                                  between(line[i - 1], line[i], static_cast<double>(part + 1) / parts)});
            }
        }
    }
    return pieces;
}

std::vector<gis::Box> StreetLines::boxes_of(const std::vector<Piece>& pieces)
{
    std::vector<gis::Box> boxes;
    boxes.reserve(pieces.size());
    for (const Piece& piece : pieces) {
        gis::Box box;
        box.add(piece.from);
        box.add(piece.to);
        boxes.push_back(box);
    }
    return boxes;
}

double StreetLines::nearest_m(const gis::Point& at, double most_m) const
{
    double nearest = most_m;
    for (double window_m = 50.0; window_m < 2.0 * most_m; window_m *= 2.0) {
        for (const std::uint32_t piece : index_.meeting(around(at, std::min(window_m, most_m)))) {
            nearest = std::min(nearest, distance_to_piece_m(at, pieces_[piece].from, pieces_[piece].to));
        }
        if (nearest <= window_m) {
            break;
        }
    }
    return nearest;
}

double StreetLines::inside_m(const gis::MultiPolygon& ground) const
{
    const std::vector<gis::MultiPolygon> one = {ground};
    const gis::PolygonIndex index(one);
    double inside = 0.0;
    for (const std::uint32_t i : index_.meeting(gis::bounds(ground))) {
        const Piece& piece = pieces_[i];
        const double length_m = gis::distance_m(piece.from, piece.to);
        const int steps = std::max(1, static_cast<int>(length_m / step_m));
        for (int step = 0; step < steps; ++step) {
            const bool is_in = !index.holding(between(piece.from, piece.to, (step + 0.5) / steps)).empty();
            inside += is_in ? length_m / steps : 0.0;
        }
    }
    return inside;
}

} // namespace fieldgap
