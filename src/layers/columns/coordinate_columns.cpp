#include "layers/columns/coordinate_columns.hpp"

#include "gis/io/crs/coordinate_text.hpp"
#include "layers/columns/coordinate_heading.hpp"
#include "layers/columns/coordinate_pairs.hpp"
#include "layers/columns/heading.hpp"
#include "layers/text/cell_vocabulary.hpp"

#include <algorithm>
#include <string_view>

namespace fieldgap {
namespace {

/// The column of a geometry, the most telling heading first; empty where there is none.
std::string geometry_column(const std::vector<std::string>& columns)
{
    std::string found;
    for_each_word(geometry_words(), [&](std::string_view word) {
        for (const std::string& column : columns) {
            found = found.empty() && heading_key(column) == word ? column : found;
        }
    });
    return found;
}

/// The datum of columns that the user names: both must say the same.
gis::CoordinateColumns completed(const gis::TableSample& table, gis::CoordinateColumns named)
{
    const auto datum = datum_of_heading(named.wkt.empty() ? named.x : named.wkt);
    const bool agree = !named.wkt.empty() || datum == datum_of_heading(named.y);
    for (const CoordinateOption& option : coordinate_options(table)) {
        const bool is_it = named.wkt.empty() ? option.columns.x == named.x && option.columns.y == named.y : option.columns.wkt == named.wkt;
        named.datum = is_it && agree && option.is_degrees() ? datum : named.datum;
    }
    return named;
}

int rank_of(const CoordinateOption& option)
{
    constexpr int unknown = 3;
    return option.columns.datum ? static_cast<int>(*option.columns.datum) : unknown;
}

/// Those that few rows have are no coordinates of the table, where others are.
void leave_the_filled(std::vector<CoordinateOption>& options)
{
    std::size_t most = 0;
    for (const CoordinateOption& option : options) {
        most = std::max(most, option.filled());
    }
    std::erase_if(options, [&](const CoordinateOption& option) { return 2 * option.filled() < most; });
}

std::vector<std::string> columns_between(const gis::TableSample& table, double least, double most)
{
    std::vector<std::string> found;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        std::size_t filled = 0;
        std::size_t between = 0;
        for (const auto& row : table.rows) {
            const auto number = row[column] ? gis::coordinate_of(*row[column]) : std::nullopt;
            filled += row[column] && !row[column]->empty() ? 1U : 0U;
            between += number && *number >= least && *number <= most ? 1U : 0U;
        }
        if (filled > 0 && 10 * between >= 9 * filled) {
            found.push_back(table.columns[column]);
        }
    }
    return found;
}

} // namespace

gis::CoordinateColumns coordinate_columns_of(const gis::TableSample& table, const gis::CoordinateColumns& named)
{
    if (!named.is_empty()) {
        return completed(table, named);
    }
    if (std::string wkt = geometry_column(table.columns); !wkt.empty()) {
        return {"", "", std::move(wkt)};
    }
    std::vector<CoordinateOption> options = coordinate_options(table);
    leave_the_filled(options);
    for (CoordinateOption& option : options) {
        const bool may_be_degrees = table.rows.empty() || option.is_degrees();
        option.columns.datum = may_be_degrees ? option.columns.datum : std::nullopt;
    }
    compare_options(options);
    const auto best = std::min_element(options.begin(), options.end(),
                                       [](const CoordinateOption& a, const CoordinateOption& b) { return rank_of(a) < rank_of(b); });
    return best == options.end() ? gis::CoordinateColumns() : best->columns;
}

std::vector<std::string> columns_like_longitude(const gis::TableSample& table)
{
    return columns_between(table, 73.0, 135.0);
}

std::vector<std::string> columns_like_latitude(const gis::TableSample& table)
{
    return columns_between(table, 18.0, 54.0);
}

} // namespace fieldgap
