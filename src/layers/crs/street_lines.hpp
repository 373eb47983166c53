#pragma once
// Streets as pieces of lines that are asked by place.

#include "gis/geometry/index.hpp"

#include <vector>

namespace fieldgap {

/// Streets in a plane in metres.
class StreetLines
{
public:
    explicit StreetLines(const gis::MultiLine& lines);

    /// To the nearest street, or `most_m` where none is nearer.
    double nearest_m(const gis::Point& at, double most_m) const;

    /// Length of streets within a ground, to 5 m a street.
    double inside_m(const gis::MultiPolygon& ground) const;

private:
    struct Piece
    {
        gis::Point from;
        gis::Point to;
    };
    static std::vector<Piece> pieces_of(const gis::MultiLine& lines);
    static std::vector<gis::Box> boxes_of(const std::vector<Piece>& pieces);

    std::vector<Piece> pieces_; ///< at most 100 m long
    gis::BoxIndex index_;
};

} // namespace fieldgap
