#include "synth/land/grid.hpp"

#include "synth/land/place_names.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double least_bend_every_m = 4200.0; ///< a street line swings to and fro at this length, in a large city at a share of its width
constexpr double bend_share_of_width = 0.55;
constexpr double bend_depth = 1.0 / 30.0; ///< of the length, to either side
constexpr double turn_rad = 0.07;         ///< of the whole grid against north
constexpr double jitter_m = 11.0;         ///< of a crossing between blocks
constexpr int boulevard_every = 4;        ///< blocks
constexpr int bridge_every = 3;           ///< streets that meet the river

void add_band(Axis& axis, Band band, double width_m)
{
    axis.band.push_back(band);
    axis.line.push_back(axis.line.back() + width_m);
}

/// `river_before` the block of that number; none where it is negative.
Axis axis_of(int blocks, int river_before, Random random)
{
    Axis axis;
    axis.line.push_back(0.0);
    for (int block = 0; block < blocks; ++block) {
        if (block == river_before) {
            add_band(axis, Band::river, random.between(95.0, 140.0));
        } else if (block % boulevard_every == boulevard_every / 2) {
            add_band(axis, Band::boulevard, 34.0);
        }
        add_band(axis, Band::blocks, random.between(320.0, 470.0));
    }
    const double half = axis.half_m();
    for (double& line : axis.line) {
        line -= half;
    }
    return axis;
}

bool touches(const Axis& axis, int line, Band band)
{
    return (line > 0 && axis.band_at(line - 1) == band) || (line < axis.bands() && axis.band_at(line) == band);
}

/// Boulevards, banks and city limits keep their line; the others are less exact.
bool is_straight(const Axis& axis, int line)
{
    return !axis.is_block(line - 1) || !axis.is_block(line);
}

const char* highway_of(const Axis& axis, int line)
{
    if (touches(axis, line, Band::boulevard)) {
        return "primary";
    }
    return touches(axis, line, Band::river) || line % 2 == 0 ? "secondary" : "tertiary";
}

gis::Point along(const gis::Point& from, const gis::Point& to, double share)
{
    return rounded({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
}

/// Both carriageways of a boulevard have one name: the name of its first line.
int name_line(const Axis& axis, int line)
{
    return line > 0 && axis.band_at(line - 1) == Band::boulevard ? line - 1 : line;
}

/// A rounded rectangle: the corners of the grid stay fields.
bool is_in_city(double x, double y)
{
    return std::pow(std::fabs(x), 2.6) + std::pow(std::fabs(y), 2.6) <= 1.15;
}

} // namespace

Grid::Grid(Axis columns, Axis rows, std::uint64_t seed) : columns_(std::move(columns)), rows_(std::move(rows)), seed_(seed)
{
    Random random(seed, 11);
    bend_phase_[0] = random.between(0.0, 2.0 * pi);
    bend_phase_[1] = random.between(0.0, 2.0 * pi);
    keep_blocks();
}

void Grid::keep_blocks()
{
    for (int row = 0; row < rows_.bands(); ++row) {
        for (int step = 0; step < columns_.bands(); ++step) {
            const int column = row % 2 == 0 ? step : columns_.bands() - 1 - step;
            const double x = columns_.middle_m(column) / columns_.half_m();
            const double y = rows_.middle_m(row) / rows_.half_m();
            if (columns_.is_block(column) && rows_.is_block(row) && is_in_city(x, y)) {
                blocks_.push_back({column, row, std::min(1.0, std::hypot(x, y))});
                kept_.insert({column, row});
            }
        }
    }
}

gis::Point Grid::node(int column_line, int row_line) const
{
    const double x = columns_.line[static_cast<std::size_t>(column_line)];
    const double y = rows_.line[static_cast<std::size_t>(row_line)];
    const double bend_every_m = std::max(least_bend_every_m, 2.0 * bend_share_of_width * columns_.half_m());
    gis::Point p{x + bend_every_m * bend_depth * std::sin(2.0 * pi * y / bend_every_m + bend_phase_[0]),
                 y + bend_every_m * bend_depth * std::sin(2.0 * pi * x / bend_every_m + bend_phase_[1])};
    Random random(seed_, 1000000U + static_cast<std::uint64_t>(column_line) * 10007U + static_cast<std::uint64_t>(row_line));
    p.x += is_straight(columns_, column_line) ? 0.0 : random.between(-jitter_m, jitter_m);
    p.y += is_straight(rows_, row_line) ? 0.0 : random.between(-jitter_m, jitter_m);
    return rounded({p.x * std::cos(turn_rad) - p.y * std::sin(turn_rad), p.x * std::sin(turn_rad) + p.y * std::cos(turn_rad)});
}

Parcel Grid::quad(int column, int row) const
{
    Parcel quad;
    quad.corner = {node(column, row), node(column + 1, row), node(column + 1, row + 1), node(column, row + 1)};
    return quad;
}

gis::Point Grid::junction(int column, int row, Side side, double share)
{
    const bool along_row = side == Side::south || side == Side::north;
    const int column_line = column + (side == Side::east ? 1 : 0);
    const int row_line = row + (side == Side::north ? 1 : 0);
    (along_row ? along_row_ : along_column_)[{column_line, row_line}].push_back(share);
    return along(node(column_line, row_line), along_row ? node(column_line + 1, row_line) : node(column_line, row_line + 1), share);
}

bool Grid::is_street_along_row(int column, int row_line) const
{
    if (columns_.band_at(column) == Band::blocks) {
        return is_block(column, row_line - 1) || is_block(column, row_line);
    }
    const bool joins_streets = is_street_along_row(column - 1, row_line) && is_street_along_row(column + 1, row_line);
    return joins_streets && (columns_.band_at(column) == Band::boulevard || row_line % bridge_every == 1);
}

bool Grid::is_street_along_column(int column_line, int row) const
{
    if (rows_.band_at(row) == Band::blocks) {
        return is_block(column_line - 1, row) || is_block(column_line, row);
    }
    const bool joins_streets = is_street_along_column(column_line, row - 1) && is_street_along_column(column_line, row + 1);
    return joins_streets && (rows_.band_at(row) == Band::boulevard || column_line % bridge_every == 1);
}

Street Grid::street(const gis::Point& from, const gis::Point& to, const std::vector<double>& junctions, const Axis& across, int line) const
{
    std::vector<double> shares = junctions;
    std::sort(shares.begin(), shares.end());
    Street street;
    street.line.push_back(from);
    for (const double share : shares) {
        const gis::Point p = along(from, to, share);
        if (p != street.line.back()) {
            street.line.push_back(p);
        }
    }
    street.line.push_back(to);
    street.highway = highway_of(across, line);
    const auto number = static_cast<std::size_t>(name_line(across, line));
    street.name = &across == &rows_ ? place_name(2 * number) + "道" : place_name(2 * number + 1) + "路";
    return street;
}

std::vector<Street> Grid::streets() const
{
    std::vector<Street> streets;
    const auto junctions_of = [](const std::map<Edge, std::vector<double>>& all, const Edge& edge) {
        const auto found = all.find(edge);
        return found == all.end() ? std::vector<double>() : found->second;
    };
    for (int j = 0; j <= rows_.bands(); ++j) {
        for (int i = 0; i < columns_.bands(); ++i) {
            if (is_street_along_row(i, j)) {
                streets.push_back(street(node(i, j), node(i + 1, j), junctions_of(along_row_, {i, j}), rows_, j));
                streets.back().bridge = columns_.band_at(i) == Band::river;
            }
        }
    }
    for (int i = 0; i <= columns_.bands(); ++i) {
        for (int j = 0; j < rows_.bands(); ++j) {
            if (is_street_along_column(i, j)) {
                streets.push_back(street(node(i, j), node(i, j + 1), junctions_of(along_column_, {i, j}), columns_, i));
                streets.back().bridge = rows_.band_at(j) == Band::river;
            }
        }
    }
    return streets;
}

std::string Grid::street_name(int column, int row, Side side) const
{
    if (side == Side::south || side == Side::north) {
        return place_name(2 * static_cast<std::size_t>(name_line(rows_, row + (side == Side::north ? 1 : 0)))) + "道";
    }
    return place_name(2 * static_cast<std::size_t>(name_line(columns_, column + (side == Side::east ? 1 : 0))) + 1) + "路";
}

Grid grid_of(std::size_t blocks, std::uint64_t seed)
{
    int side = 4;
    while (true) {
        const int rows = std::max(4, side - 1);
        const int second_river = rows >= 12 ? rows / 4 : -1;
        Grid grid(axis_of(side, side * 3 / 5, Random(seed, 12)), axis_of(rows, second_river, Random(seed, 13)), seed);
        if (grid.blocks().size() >= blocks) {
            return grid;
        }
        side += std::max(1, side / 30);
    }
}

} // namespace fieldgap
