#include "layers/readback/result_rows.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace fieldgap {
namespace {

/// Behind `fid` and the geometry.
constexpr int first_column = 2;

const gis::InputLayer* layer_named(const gis::MergeInput& result, const std::string& name)
{
    const auto& layers = result.layers();
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const gis::InputLayer& one) { return one.schema.name == name; });
    return found == layers.end() ? nullptr : &*found;
}

gis::CrsTransformation to_degrees(const gis::MergeInput& result, const gis::InputLayer& layer)
{
    const gis::Crs crs = result.crs_of(layer.srs_id);
    return gis::is_wgs84_degrees(*crs) ? nullptr : gis::transformation(*crs, *gis::degrees_under(*crs));
}

bool is_finite(const gis::Geometry& geometry)
{
    const gis::Box box = gis::bounds(geometry);
    return box.is_empty() || (std::isfinite(box.min_x) && std::isfinite(box.min_y) && std::isfinite(box.max_x) && std::isfinite(box.max_y));
}

} // namespace

ResultRows::ResultRows(gis::MergeInput& result, const std::string& layer, std::string_view columns, Places places)
    : result_(result), layer_(layer)
{
    std::vector<gis::Column> wanted;
    while (!columns.empty()) {
        const std::string_view name = columns.substr(0, columns.find(' '));
        columns_.push_back({name, first_column + static_cast<int>(columns_.size())});
        wanted.push_back({std::string(name), gis::ColumnType::text});
        columns.remove_prefix(std::min(name.size() + 1, columns.size()));
    }
    if (const gis::InputLayer* const found = layer_named(result, layer)) {
        result.check_pages(layer);
        gis::LayerSchema schema = found->schema;
        if (places == Places::left) {
            schema.geometry = gis::LayerGeometry::none;
        } else if (schema.geometry != gis::LayerGeometry::none) {
            geometry_.emplace(to_degrees(result, *found));
        }
        row_.emplace(result.rows(schema, wanted));
    }
}

bool ResultRows::next()
{
    gis::throw_if_interrupted();
    result_.row_came();
    return row_ && row_->step();
}

int ResultRows::place_of(std::string_view column) const
{
    for (const Wanted& wanted : columns_) {
        if (wanted.name == column) {
            return wanted.position;
        }
    }
    throw std::logic_error("a column that was not asked for: " + std::string(column));
}

void ResultRows::refuse(std::string_view column) const
{
    throw gis::Error(words::translate(words::Text::diff_bad_cell, {words::valid_utf8(result_.path()), layer_, row_->text(first_column),
                                                                   column, row_->text(place_of(column))}));
}

std::string ResultRows::text(std::string_view column) const
{
    return row_->text(place_of(column));
}

bool ResultRows::is_null(std::string_view column) const
{
    return row_->is_null(place_of(column));
}

std::optional<double> ResultRows::number(std::string_view column, double most) const
{
    if (is_null(column)) {
        return std::nullopt;
    }
    const int place = place_of(column);
    const double value = row_->real(place);
    if (!row_->is_number(place) || !(value >= 0.0 && value <= most)) {
        refuse(column);
    }
    return value;
}

std::optional<ExactArea> ResultRows::area(std::string_view column) const
{
    const auto value = number(column);
    return value ? std::optional(ExactArea::rounded(gis::SquareMetres(*value))) : std::nullopt;
}

std::optional<std::int64_t> ResultRows::count(std::string_view column) const
{
    const auto value = number(column);
    if (value && *value != std::floor(*value)) {
        refuse(column);
    }
    return value ? std::optional(static_cast<std::int64_t>(*value)) : std::nullopt;
}

bool ResultRows::flag(std::string_view column, bool otherwise) const
{
    const auto value = number(column);
    return value ? *value != 0.0 : otherwise;
}

gis::Geometry ResultRows::geometry()
{
    if (!geometry_) {
        return {};
    }
    auto found = (*geometry_)(row_->blob(1));
    if (!found || !is_finite(*found)) {
        result_.refuse(words::Text::merge_damaged_geometry, layer_ + " " + std::to_string(row_->integer(0)));
    }
    return std::move(*found);
}

} // namespace fieldgap
