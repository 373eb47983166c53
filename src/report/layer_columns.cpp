#include "report/layer_columns.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace fieldgap {
namespace {

std::string json_cell(const gis::SqliteStatement& row, int place, gis::ColumnType type)
{
    if (row.is_null(place)) {
        return "null";
    }
    switch (type) {
    case gis::ColumnType::text: return json_text(row.text(place));
    case gis::ColumnType::real: return json_number(row.real(place));
    case gis::ColumnType::integer:
    case gis::ColumnType::boolean: return std::to_string(row.integer(place));
    }
    return "null";
}

} // namespace

std::string json_text(const std::string& text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_number(double value)
{
    constexpr double steps_per_unit = 1e4;
    if (!std::isfinite(value)) {
        return "null";
    }
    const double steps = value * steps_per_unit;
    const double rounded = std::isfinite(steps) ? std::round(steps) / steps_per_unit : value;
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded == 0.0 ? 0.0 : rounded);
    return {digits.data(), end.ptr};
}

LayerColumns::LayerColumns(const std::vector<gis::Column>& columns)
{
    for (const gis::Column& column : columns) {
        columns_.push_back({column, ""});
    }
}

void LayerColumns::add(const gis::SqliteStatement& row, int first)
{
    for (Filled& filled : columns_) {
        filled.cells += rows_ == 0 ? "" : ",";
        filled.cells += json_cell(row, first++, filled.column.type);
    }
    ++rows_;
}

std::string LayerColumns::json() const
{
    std::string text;
    for (const Filled& filled : columns_) {
        text += (text.empty() ? "" : ",") + json_text(filled.column.name) + ":[" + filled.cells + "]";
    }
    return "{" + text + "}";
}

} // namespace fieldgap
