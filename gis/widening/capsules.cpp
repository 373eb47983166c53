#include "gis/widening/capsules.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace gis {
namespace {

constexpr double most_cells_a_side = 4096.0;
constexpr std::uint64_t no_segment = ~std::uint64_t{0};

std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

std::uint64_t number_of(const Point& place)
{
    return mixed(std::bit_cast<std::uint64_t>(place.x) + 0x9E3779B97F4A7C15ULL * std::bit_cast<std::uint64_t>(place.y));
}

/// -1 .. 1
double share_of(std::uint64_t number)
{
    constexpr double to_unit = 1.0 / 2147483648.0;
    return static_cast<double>(static_cast<std::int32_t>(static_cast<std::uint32_t>(number))) * to_unit;
}

/// Twice as many slots as entries at least.
std::size_t table_size(std::size_t entries)
{
    return std::bit_ceil(entries * 2 + 1);
}

void sum_up(std::vector<std::uint32_t>& counts)
{
    std::partial_sum(counts.begin(), counts.end(), counts.begin());
}

} // namespace

Point Capsules::shaken(const Point& place) const
{
    const double most_m = std::max(by_m_ * 4e-6, 2e-5);
    // By the millimetre, so that the last bits of a coordinate, which another library computes otherwise, count for nothing.
    constexpr double per_m = 1000.0;
    const std::uint64_t number = number_of({std::round(place.x * per_m), std::round(place.y * per_m)});
    return {place.x + most_m * share_of(number), place.y + most_m * share_of(number >> 32U)};
}

void Capsules::assign(std::span<const Line> lines, double by_m)
{
    by_m_ = by_m * (1.0 + 6e-5);
    discs_.clear();
    places_.clear();
    strips_.clear();
    std::size_t points = 0;
    for (const Line& line : lines) {
        points += line.size();
    }
    disc_table_.assign(table_size(points), no_disc);
    segment_table_.assign(table_size(points), no_segment);
    for (const Line& line : lines) {
        std::uint32_t before = no_disc;
        for (const Point& place : line) {
            const std::uint32_t disc = disc_at(place);
            if (before != no_disc && before != disc) {
                add_segment(before, disc);
            }
            before = disc;
        }
    }
    place_in_grid();
}

std::uint32_t Capsules::disc_at(const Point& place)
{
    const std::size_t mask = disc_table_.size() - 1;
    std::size_t slot = number_of(place) & mask;
    while (disc_table_[slot] != no_disc && !(places_[disc_table_[slot]] == place)) {
        slot = (slot + 1) & mask;
    }
    if (disc_table_[slot] == no_disc) {
        disc_table_[slot] = static_cast<std::uint32_t>(discs_.size());
        places_.push_back(place);
        discs_.push_back(shaken(place));
    }
    return disc_table_[slot];
}

/// A long one is several strips, so that each has few neighbours.
void Capsules::add_segment(std::uint32_t from, std::uint32_t to)
{
    const std::uint64_t key = (std::uint64_t{std::min(from, to)} << 32U) | std::max(from, to);
    const std::size_t mask = segment_table_.size() - 1;
    std::size_t slot = mixed(key) & mask;
    while (segment_table_[slot] != no_segment && segment_table_[slot] != key) {
        slot = (slot + 1) & mask;
    }
    if (segment_table_[slot] == key) {
        return;
    }
    segment_table_[slot] = key;
    const Point& a = discs_[from];
    const Point& b = discs_[to];
    const double length_m = distance_m(a, b);
    const Point along{(b.x - a.x) / length_m, (b.y - a.y) / length_m};
    constexpr double long_m = 50.0;
    const auto parts = static_cast<std::uint32_t>(std::max(1.0, std::ceil(length_m / std::max(2.0 * by_m_, long_m))));
    const double part_m = length_m / parts;
    for (std::uint32_t i = 0; i < parts; ++i) {
        strips_.push_back({{a.x + along.x * part_m * i, a.y + along.y * part_m * i},
                           along,
                           part_m,
                           i == 0 ? from : no_disc,
                           i + 1 == parts ? to : no_disc});
    }
}

Capsules::Cells Capsules::cells_of(const Box& box) const
{
    const auto cell = [this](double offset_m, std::uint32_t count) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(offset_m / cell_m_), 0.0, count - 1.0));
    };
    return {cell(box.min_x - extent_.min_x, columns_), cell(box.max_x - extent_.min_x, columns_) + 1,
            cell(box.min_y - extent_.min_y, rows_), cell(box.max_y - extent_.min_y, rows_) + 1};
}

void Capsules::place_in_grid()
{
    constexpr double cells_a_disc = 4.0;
    extent_ = {};
    for (const Point& disc : discs_) {
        extent_.add(disc);
    }
    if (discs_.empty()) {
        extent_.add(Point{});
    }
    const double width_m = extent_.max_x - extent_.min_x;
    const double height_m = extent_.max_y - extent_.min_y;
    cell_m_ = std::max({by_m_, std::sqrt(width_m * height_m / (cells_a_disc * std::max(static_cast<double>(discs_.size()), 1.0))),
                        std::max(width_m, height_m) / most_cells_a_side});
    columns_ = static_cast<std::uint32_t>(width_m / cell_m_) + 1;
    rows_ = static_cast<std::uint32_t>(height_m / cell_m_) + 1;

    const auto fill = [this](std::size_t count, const auto& box_at, std::vector<std::uint32_t>& first, std::vector<std::uint32_t>& list) {
        const auto each_cell = [&](std::uint32_t item, const auto& visit) {
            const Cells cells = cells_of(box_at(item));
            for (std::uint32_t row = cells.from_row; row < cells.to_row; ++row) {
                for (std::uint32_t column = cells.from_column; column < cells.to_column; ++column) {
                    visit(row * columns_ + column);
                }
            }
        };
        first.assign(std::size_t{columns_} * rows_ + 1, 0);
        for (std::uint32_t item = 0; item < count; ++item) {
            each_cell(item, [&](std::uint32_t cell) { ++first[cell]; });
        }
        sum_up(first); // the end of each cell; filling backwards makes it the beginning
        list.resize(first.back());
        for (auto item = static_cast<std::uint32_t>(count); item-- > 0;) {
            each_cell(item, [&](std::uint32_t cell) { list[--first[cell]] = item; });
        }
    };
    fill(
        discs_.size(),
        [this](std::uint32_t disc) {
            return Box{discs_[disc].x, discs_[disc].y, discs_[disc].x, discs_[disc].y};
        },
        first_disc_, disc_);
    fill(
        strips_.size(), [this](std::uint32_t strip) { return box_of(strips_[strip]); }, first_strip_, strip_);
    seen_.assign(strips_.size(), 0);
    round_ = 0;
}

} // namespace gis
