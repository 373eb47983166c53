#pragma once
// Ground that grows piece by piece, for very many pieces that lie on each other.

#include "gis/geometry/shapes.hpp"
#include "gis/units.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// What of a further ground the pieces so far leave. The plane is cut into tiles, finer where outlines crowd. Each tile knows what of it is
/// covered, and one that is covered wholly is never looked into again: a piece costs what is new about it, not what lies under it.
/// Areas are those of `difference` to 1e-6 m2 up to a square kilometre. Grounds are valid, in the CityPlane.
class Coverage
{
public:
    /// `extent` holds every ground that will be asked about or added.
    explicit Coverage(const Box& extent);

    SquareMetres left_of(const MultiPolygon& ground) const;
    void add(const MultiPolygon& ground);

private:
    struct Tile
    {
        Box box;
        MultiPolygon covered; ///< of a tile that is not cut and not full
        bool is_full = false;
        int depth = 0;
        std::uint32_t first_child = 0; ///< four in a row; 0: not cut
    };

    double left_m2(std::uint32_t tile, const MultiPolygon& part) const;
    void add(std::uint32_t tile, const MultiPolygon& part);
    void cover(std::uint32_t tile, const MultiPolygon& part);
    void cut(std::uint32_t tile);
    void note_full(std::uint32_t tile);

    std::vector<Tile> tiles_;
};

} // namespace gis
