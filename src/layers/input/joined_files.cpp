#include "layers/input/joined_files.hpp"

#include "gis/error.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <iterator>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

gis::VectorLayer read_file(const InputSpec& spec, const std::string& path)
{
    gis::VectorSource source = spec.source;
    source.path = path;
    return gis::read_layer_as_written(source);
}

void refuse_other_layout(const InputSpec& spec, const gis::VectorLayer& first, const gis::VectorLayer& next, const std::string& path)
{
    gis::VectorSource other = spec.source;
    other.path = path;
    const std::string first_path = gis::shown(spec.source);
    const std::string next_path = gis::shown(other);
    std::vector<std::string> columns = first.columns;
    std::vector<std::string> others = next.columns;
    std::sort(columns.begin(), columns.end());
    std::sort(others.begin(), others.end());
    if (columns != others) {
        throw gis::Error(translate(Text::input_columns_differ,
                                   {spec.source.role, first_path, words::joined(first.columns), next_path, words::joined(next.columns)}));
    }
    if (first.crs_text != next.crs_text && spec.source.crs.empty()) {
        throw gis::Error(translate(Text::input_systems_differ, {spec.source.role, first_path, next_path}));
    }
}

/// Position in `next` of each column of `first`.
std::vector<std::size_t> order_of_columns(const gis::VectorLayer& first, const gis::VectorLayer& next)
{
    std::vector<std::size_t> order;
    for (const std::string& column : first.columns) {
        order.push_back(*next.column(column));
    }
    return order;
}

/// Merged cells of both files, where both tell of them.
void append_merged(gis::VectorLayer& layer, const gis::VectorLayer& next, const std::vector<std::size_t>& order, std::uint64_t rows_before)
{
    if (!layer.table || !layer.table->merged || !next.table || !next.table->merged) {
        if (layer.table) {
            layer.table->merged.reset();
        }
        return;
    }
    for (gis::MergedRows& one : *layer.table->merged) {
        one.last_row = std::min(one.last_row, rows_before); // blank rows at the end are no rows
    }
    for (const gis::MergedRows& one : *next.table->merged) {
        const auto column = static_cast<std::size_t>(std::find(order.begin(), order.end(), one.column) - order.begin());
        if (column < order.size()) {
            layer.table->merged->push_back({column, one.first_row + rows_before, one.last_row + rows_before});
        }
    }
}

void append_rows(gis::VectorLayer& layer, gis::VectorLayer next)
{
    const std::vector<std::size_t> order = order_of_columns(layer, next);
    const std::uint64_t rows_before = layer.features.empty() ? 0 : layer.features.back().row;
    append_merged(layer, next, order, rows_before);
    for (gis::VectorFeature& row : next.features) {
        std::vector<std::optional<std::string>> values;
        for (const std::size_t column : order) {
            values.push_back(std::move(row.values[column]));
        }
        row.values = std::move(values);
        row.row += rows_before;
        layer.features.push_back(std::move(row));
    }
}

void append(gis::VectorLayer& layer, gis::VectorLayer next)
{
    layer.has_geometry = layer.has_geometry || next.has_geometry;
    layer.coordinates = layer.coordinates.is_empty() ? next.coordinates : layer.coordinates;
    layer.encoding_guessed = layer.encoding_guessed || next.encoding_guessed;
    layer.encoding_overruled = layer.encoding_overruled.empty() ? next.encoding_overruled : layer.encoding_overruled;
    layer.encoding += next.encoding == layer.encoding ? "" : ", " + next.encoding;
    if (layer.table && next.table) {
        std::move(next.table->left_out.begin(), next.table->left_out.end(), std::back_inserter(layer.table->left_out));
    }
    append_rows(layer, std::move(next));
}

} // namespace

gis::VectorLayer read_files_as_written(const InputSpec& spec)
{
    gis::VectorLayer layer = read_file(spec, spec.source.path);
    for (const std::string& path : spec.further_paths) {
        gis::VectorLayer next = read_file(spec, path);
        refuse_other_layout(spec, layer, next, path);
        append(layer, std::move(next));
    }
    return layer;
}

} // namespace fieldgap
