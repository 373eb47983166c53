#include "synth/land/drawn_land.hpp"

#include "synth/land/grid.hpp"
#include "synth/land/place_names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace fieldgap {
namespace {

constexpr double street_m = 15.0; ///< from a street's middle to the parcels beside it
constexpr double lane_m = 6.0;    ///< the same of the lanes inside a block
constexpr double blocks_per_campus = 2.7;
constexpr double ring_share = 0.27; ///< of a block's width and depth, from its edge to the loop inside

/// Where a block is cut: shares of its width and depth.
struct Cuts
{
    double u, v;               ///< where the lanes lie
    double street_u, street_v; ///< of half a street
    double half_lane_u, half_lane_v;

    using Rectangle = std::array<double, 4>; ///< u0, u1, v0, v1

    /// The half of the block that lies on a side.
    Rectangle half(Side side) const
    {
        switch (side) {
        case Side::south: return {street_u, 1.0 - street_u, street_v, v - half_lane_v};
        case Side::east: return {u + half_lane_u, 1.0 - street_u, street_v, 1.0 - street_v};
        case Side::north: return {street_u, 1.0 - street_u, v + half_lane_v, 1.0 - street_v};
        case Side::west: return {street_u, u - half_lane_u, street_v, 1.0 - street_v};
        }
        return {};
    }

    /// The lot between a side and the one before it, clockwise: south stands for the south-west.
    Rectangle lot(Side side) const
    {
        const Rectangle a = half(side);
        const Rectangle b = half(before(side));
        return {std::max(a[0], b[0]), std::min(a[1], b[1]), std::max(a[2], b[2]), std::min(a[3], b[3])};
    }

    static Side before(Side side) { return static_cast<Side>((static_cast<int>(side) + 3) % 4); }
};

constexpr std::array<Side, 4> all_sides = {Side::south, Side::east, Side::north, Side::west};

/// One city being drawn, block by block.
class Drawing
{
public:
    Drawing(const LandOrder& order, std::uint64_t seed) : order_(order), random_(seed, 21), grid_(grid_of(blocks_wanted(order), seed)) {}

    Land land() &&;

private:
    static std::size_t blocks_wanted(const LandOrder& order)
    {
        return static_cast<std::size_t>(std::ceil(static_cast<double>(order.campuses) * blocks_per_campus)) + 2;
    }

    void draw(const Block& block, bool has_campus);
    void draw_lanes(const Block& block, const Parcel& quad, const Cuts& cuts, std::optional<Side> taken);
    void draw_ring(const Parcel& quad, const Cuts& cuts);
    void use_lot(Parcel lot);
    void add_campus(const Parcel& half);
    void add_crossings();
    void cross(const Block& near_block, Side near_side, const Block& far_block, Side far_side);
    void add_districts();
    Parcel parcel(const Block& block, const Parcel& quad, Side front, const Cuts::Rectangle& rectangle) const;

    LandOrder order_;
    Random random_;
    Grid grid_;
    Land land_;
    double venues_due_ = 0.0;
    double sites_due_ = 0.0;
    std::size_t lanes_ = 0;
};

/// Which blocks hold a campus: the due adds up from block to block, faster in the middle of the city, so that campuses lie evenly.
std::vector<bool> campus_blocks(const std::vector<Block>& blocks, std::size_t campuses)
{
    double weights = 0.0;
    for (const Block& block : blocks) {
        weights += 1.3 - 0.6 * block.centrality;
    }
    std::vector<bool> chosen(blocks.size(), false);
    double due = 0.0;
    std::size_t placed = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        due += (1.3 - 0.6 * blocks[i].centrality) * static_cast<double>(campuses) / weights;
        // The last block takes what rounding left over.
        const bool must = campuses - placed == blocks.size() - i;
        if (placed < campuses && (due >= static_cast<double>(placed) + 0.5 || must)) {
            chosen[i] = true;
            ++placed;
        }
    }
    return chosen;
}

Cuts cuts_of(const Parcel& quad, Random& random)
{
    const double u = random.between(0.43, 0.57);
    const double v = random.between(0.43, 0.57);
    return {u, v, street_m / width_m(quad), street_m / depth_m(quad), lane_m / width_m(quad), lane_m / depth_m(quad)};
}

/// Corners 0 and 1 are the front; the left edge lies on a street too, for it is one of the block's.
Parcel Drawing::parcel(const Block& block, const Parcel& quad, Side front, const Cuts::Rectangle& rectangle) const
{
    const Parcel whole = part_of(quad, rectangle[0], rectangle[1], rectangle[2], rectangle[3]);
    const auto first = static_cast<std::size_t>(front);
    Parcel parcel;
    for (std::size_t i = 0; i < 4; ++i) {
        parcel.corner[i] = whole.corner[(first + i) % 4];
    }
    parcel.side_street = true;
    parcel.centrality = block.centrality;
    parcel.place_name = grid_.street_name(block.column, block.row, front);
    return parcel;
}

void Drawing::draw(const Block& block, bool has_campus)
{
    const Parcel quad = grid_.quad(block.column, block.row);
    const Cuts cuts = cuts_of(quad, random_);
    std::optional<Side> taken;
    if (has_campus) {
        taken = random_.one_of(std::vector<Side>(all_sides.begin(), all_sides.end()));
        add_campus(parcel(block, quad, *taken, cuts.half(*taken)));
    }
    for (const Side side : all_sides) {
        if (taken != side && taken != Cuts::before(side)) {
            use_lot(parcel(block, quad, side, cuts.lot(side)));
        }
    }
    draw_lanes(block, quad, cuts, taken);
}

void Drawing::use_lot(Parcel lot)
{
    const double lots = 3.3 * static_cast<double>(grid_.blocks().size());
    venues_due_ += static_cast<double>(order_.venues) / lots * 1.35;
    sites_due_ += static_cast<double>(order_.sites) / lots * (lot.centrality > 0.5 ? 2.4 : 0.4);
    if (venues_due_ >= 0.5 && land_.venues.size() < order_.venues) {
        venues_due_ -= 1.0;
        land_.venues.push_back(std::move(lot));
    } else if (sites_due_ >= 0.5 && land_.sites.size() < order_.sites) {
        sites_due_ -= 1.0;
        land_.sites.push_back(std::move(lot));
    } else if (random_.chance(0.6 + 0.25 * lot.centrality)) {
        land_.estates.push_back(std::move(lot));
    }
}

/// A campus needs no more than some 200 m of street; the rest of its half block is lived in.
void Drawing::add_campus(const Parcel& half)
{
    const double share = random_.between(170.0, 215.0) / width_m(half);
    if (share > 0.75) {
        land_.campuses.push_back(half);
        return;
    }
    land_.campuses.push_back(part_of(half, 0.0, share, 0.0, 1.0));
    land_.estates.push_back(part_of(half, share + 0.04, 1.0, 0.0, 1.0));
}

/// Lanes from the middle of the block to its streets. In a gated block they are private and no through route.
void Drawing::draw_lanes(const Block& block, const Parcel& quad, const Cuts& cuts, std::optional<Side> taken)
{
    const bool gated = random_.chance(0.55);
    const std::string name = place_name(3 * ++lanes_) + "里";
    for (const Side side : all_sides) {
        if (taken == side) {
            continue;
        }
        const bool along_row = side == Side::south || side == Side::north;
        const gis::Point junction = grid_.junction(block.column, block.row, side, along_row ? cuts.u : cuts.v);
        const gis::Point middle = rounded(point_in(quad, cuts.u, cuts.v));
        if (!gated) {
            land_.streets.push_back({{middle, junction}, "residential", name, "", "", false});
            continue;
        }
        const bool far = side == Side::east || side == Side::north;
        const double at = far ? 1.0 - ring_share : ring_share;
        const gis::Point on_ring = rounded(along_row ? point_in(quad, cuts.u, at) : point_in(quad, at, cuts.v));
        land_.streets.push_back({{middle, on_ring, junction}, "service", "", "", "private", false});
    }
    if (gated && !taken) {
        draw_ring(quad, cuts);
    }
}

/// The loop on which one drives inside a gated block; it meets the lanes and nothing outside.
void Drawing::draw_ring(const Parcel& quad, const Cuts& cuts)
{
    constexpr double a = ring_share;
    constexpr double b = 1.0 - ring_share;
    const std::array<std::array<double, 2>, 9> corners = {
        {{cuts.u, a}, {b, a}, {b, cuts.v}, {b, b}, {cuts.u, b}, {a, b}, {a, cuts.v}, {a, a}, {cuts.u, a}}};
    gis::Line ring;
    for (const auto& corner : corners) {
        ring.push_back(rounded(point_in(quad, corner[0], corner[1])));
    }
    land_.streets.push_back({ring, "service", "", "", "private", false});
}

void Drawing::cross(const Block& near_block, Side near_side, const Block& far_block, Side far_side)
{
    if (!grid_.is_block(far_block.column, far_block.row) || !random_.chance(0.6)) {
        return;
    }
    const double share = random_.between(0.2, 0.4);
    const gis::Point from = grid_.junction(near_block.column, near_block.row, near_side, share);
    const gis::Point to = grid_.junction(far_block.column, far_block.row, far_side, share);
    land_.streets.push_back({{from, to}, "footway", "", "designated", "", false});
}

/// Between two junctions a boulevard can be crossed on foot at some blocks.
void Drawing::add_crossings()
{
    for (const Block& block : grid_.blocks()) {
        const Axis& columns = grid_.columns();
        const Axis& rows = grid_.rows();
        if (block.column + 1 < columns.bands() && columns.band_at(block.column + 1) == Band::boulevard) {
            cross(block, Side::east, {block.column + 2, block.row, 0.0}, Side::west);
        }
        if (block.row + 1 < rows.bands() && rows.band_at(block.row + 1) == Band::boulevard) {
            cross(block, Side::north, {block.column, block.row + 2, 0.0}, Side::south);
        }
    }
}

/// Grid lines that divide the bands into `parts` of about equal width.
std::vector<int> dividing_lines(const Axis& axis, int parts)
{
    std::vector<int> lines;
    for (int k = 0; k <= parts; ++k) {
        lines.push_back(static_cast<int>(std::lround(static_cast<double>(axis.bands()) * k / parts)));
    }
    return lines;
}

/// Round a rectangle of the grid, node by node.
gis::MultiPolygon ground_between(const Grid& grid, int column0, int column1, int row0, int row1)
{
    std::vector<gis::Point> corners;
    for (int i = column0; i < column1; ++i) {
        corners.push_back(grid.node(i, row0));
    }
    for (int j = row0; j < row1; ++j) {
        corners.push_back(grid.node(column1, j));
    }
    for (int i = column1; i > column0; --i) {
        corners.push_back(grid.node(i, row1));
    }
    for (int j = row1; j > row0; --j) {
        corners.push_back(grid.node(column0, j));
    }
    return {gis::Polygon{ring_of(corners), {}}};
}

void Drawing::add_districts()
{
    const DistrictGrid parts = district_grid(order_.campuses);
    const std::vector<int> column = dividing_lines(grid_.columns(), parts.columns);
    const std::vector<int> row = dividing_lines(grid_.rows(), parts.rows);
    int position = 0;
    for (std::size_t r = 0; r + 1 < row.size(); ++r) {
        for (std::size_t c = 0; c + 1 < column.size(); ++c) {
            land_.districts.push_back(district(position++, ground_between(grid_, column[c], column[c + 1], row[r], row[r + 1])));
        }
    }
}

Land Drawing::land() &&
{
    const std::vector<bool> has_campus = campus_blocks(grid_.blocks(), order_.campuses);
    for (std::size_t i = 0; i < has_campus.size(); ++i) {
        draw(grid_.blocks()[i], has_campus[i]);
    }
    add_crossings();
    add_districts();
    std::vector<Street> streets = grid_.streets();
    land_.streets.insert(land_.streets.begin(), std::make_move_iterator(streets.begin()), std::make_move_iterator(streets.end()));
    land_.centre = {117.2, 39.13};
    land_.crs = "EPSG:4548";
    return std::move(land_);
}

} // namespace

Land drawn_land(const LandOrder& order, std::uint64_t seed)
{
    return Drawing(order, seed).land();
}

} // namespace fieldgap
