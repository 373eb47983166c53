#pragma once
// A result layer as a list of columns, each with its name, its type and where its value comes from: names stand nowhere else.

#include "domain/city/exact_amount.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/geopackage/geopackage.hpp"

#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

template <class Row>
struct LayerColumn
{
    std::string name;
    gis::ColumnType type{};
    std::function<gis::Cell(const Row&)> value;
};

template <class Row>
class LayerWriter
{
public:
    LayerWriter(gis::GeoPackage& file, std::string name, gis::LayerGeometry geometry, std::string description,
                std::vector<LayerColumn<Row>> columns)
        : file_(file), columns_(std::move(columns)), cells_(columns_.size())
    {
        gis::LayerSchema schema{std::move(name), geometry, {}, std::move(description)};
        for (const LayerColumn<Row>& column : columns_) {
            schema.columns.push_back({column.name, column.type});
        }
        file_.begin_layer(schema);
    }

    void add(const gis::Geometry& geometry, const Row& row)
    {
        gis::throw_if_interrupted();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            cells_[i] = columns_[i].value(row);
        }
        file_.add_row(geometry, cells_);
    }

private:
    gis::GeoPackage& file_;
    std::vector<LayerColumn<Row>> columns_;
    std::vector<gis::Cell> cells_;
};

/// To what numbers are rounded: what lies below is computing noise.
inline constexpr double area_step_m2 = 1e-4;
inline constexpr double walk_step = 1e-3;
inline constexpr double speed_step = 1e-3; ///< m per minute
inline constexpr double ratio_step = 1e-9;

inline gis::Cell rounded(double value, double to)
{
    const double parts = std::round(1.0 / to);
    return std::round(value * parts) / parts;
}

inline gis::Cell rounded(const std::optional<double>& value, double to)
{
    return value ? rounded(*value, to) : gis::Cell();
}

inline gis::Cell cell(const std::optional<std::int64_t>& value)
{
    return value ? gis::Cell(*value) : gis::Cell();
}

inline gis::Cell cell(const std::optional<bool>& value)
{
    return value ? gis::Cell(*value) : gis::Cell();
}

inline gis::Cell cell(ExactArea area)
{
    return area.square_metres();
}

/// An empty text is no text.
inline gis::Cell text_or_null(std::string_view text)
{
    return text.empty() ? gis::Cell() : gis::Cell(std::string(text));
}

inline gis::Cell text_cell(std::string_view text)
{
    return std::string(text);
}

} // namespace fieldgap
