#pragma once
// The skeleton of a drawn city: a grid of streets, bent, with bands for boulevards and rivers between the blocks.

#include "synth/land/land.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace fieldgap {

/// What lies between two neighbouring grid lines.
enum class Band : std::uint8_t { blocks, boulevard, river };

/// Grid lines of one direction in metres, and the bands between them: band[i] lies between line[i] and line[i + 1].
struct Axis
{
    std::vector<double> line;
    std::vector<Band> band;

    double half_m() const { return (line.back() - line.front()) / 2.0; }
    double middle_m(int i) const { return (line[static_cast<std::size_t>(i)] + line[static_cast<std::size_t>(i) + 1]) / 2.0; }
    Band band_at(int i) const { return band[static_cast<std::size_t>(i)]; }
    int bands() const { return static_cast<int>(band.size()); }
    bool is_block(int i) const { return i >= 0 && i < bands() && band_at(i) == Band::blocks; }
};

/// Columns and rows of the grid that hold a block.
struct Block
{
    int column = 0;
    int row = 0;
    double centrality = 0.0;
};

enum class Side : std::uint8_t { south, east, north, west };

/// Places on the edges of the grid, by column line, row line and share of the edge (0..1).
class Grid
{
public:
    Grid(Axis columns, Axis rows, std::uint64_t seed);

    /// Row by row, to and fro, so that each is near the one before.
    const std::vector<Block>& blocks() const { return blocks_; }
    bool is_block(int column, int row) const { return kept_.count({column, row}) != 0; }
    const Axis& columns() const { return columns_; }
    const Axis& rows() const { return rows_; }

    gis::Point node(int column_line, int row_line) const;
    /// The block's corners, from the street lines' middles.
    Parcel quad(int column, int row) const;

    /// A place on a side of a block, where another street will meet its street.
    gis::Point junction(int column, int row, Side side, double share);

    /// All streets of the grid with their junctions.
    std::vector<Street> streets() const;
    std::string street_name(int column, int row, Side side) const;

private:
    using Edge = std::pair<int, int>; ///< the lower of its two nodes

    bool is_street_along_row(int column, int row_line) const;
    bool is_street_along_column(int column_line, int row) const;
    Street street(const gis::Point& from, const gis::Point& to, const std::vector<double>& junctions, const Axis& across, int line) const;
    void keep_blocks();

    Axis columns_;
    Axis rows_;
    std::uint64_t seed_;
    double bend_phase_[2];
    std::vector<Block> blocks_;
    std::set<Edge> kept_;
    std::map<Edge, std::vector<double>> along_row_;    ///< junctions of the edges that run east
    std::map<Edge, std::vector<double>> along_column_; ///< of those that run north
};

/// Large enough for `blocks` blocks.
Grid grid_of(std::size_t blocks, std::uint64_t seed);

} // namespace fieldgap
