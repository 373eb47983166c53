#include "gis/io/vector/vector_columns.hpp"

#include "gis/error.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/crs/coordinate_text.hpp"
#include "gis/io/source/source_path.hpp"
#include "words/words.hpp"

#include <ogr_geometry.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

namespace gis {
namespace {

std::size_t position_of(const VectorLayer& layer, const VectorSource& source, const std::string& name)
{
    const auto position = layer.column(name);
    if (position) {
        return *position;
    }
    std::string list;
    for (const std::string& column : layer.columns) {
        list += (list.empty() ? "'" : ", '") + column + "'";
    }
    throw Error(words::translate(words::Text::source_column_missing, {source.role, shown(source), name, list}));
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n+");
    const auto last = text.find_last_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

ReadGeometry point_of(const std::optional<std::string>& x, const std::optional<std::string>& y)
{
    const std::string_view x_text = x ? trimmed(*x) : std::string_view();
    const std::string_view y_text = y ? trimmed(*y) : std::string_view();
    if (x_text.empty() || y_text.empty()) {
        return {{}, "empty"};
    }
    const auto east = coordinate_of(x_text);
    const auto north = coordinate_of(y_text);
    return east && north ? ReadGeometry{Point{*east, *north}, ""} : ReadGeometry{{}, "not_finite"};
}

ReadGeometry geometry_of_json(const std::string& text)
{
    const std::unique_ptr<OGRGeometry> geometry(OGRGeometryFactory::createFromGeoJson(text.c_str()));
    return read_geometry(geometry.get());
}

/// WKT, EWKT (its SRID is not looked at: `crs` says what the coordinates are in), GeoJSON or a pair of numbers.
ReadGeometry geometry_of(const std::optional<std::string>& wkt, bool is_north_first)
{
    const std::string_view text = wkt ? trimmed(*wkt) : std::string_view();
    if (text.starts_with('{')) {
        return geometry_of_json(std::string(text));
    }
    if (const auto pair = coordinate_pair_of(text)) {
        return {is_north_first ? Point{pair->y, pair->x} : *pair, ""};
    }
    const bool is_extended = text.starts_with("SRID=") || text.starts_with("srid=");
    const std::string plain(is_extended ? text.substr(std::min(text.find(';') + 1, text.size())) : text);
    OGRGeometry* geometry = nullptr;
    const bool read = !plain.empty() && OGRGeometryFactory::createFromWkt(plain.c_str(), nullptr, &geometry) == OGRERR_NONE;
    const std::unique_ptr<OGRGeometry> owned(geometry);
    return read_geometry(read ? geometry : nullptr);
}

} // namespace

TableSample sample_of(const VectorLayer& layer)
{
    constexpr std::size_t most_rows = 200;
    TableSample sample{layer.columns, {}};
    for (std::size_t i = 0; i < std::min(layer.features.size(), most_rows); ++i) {
        sample.rows.push_back(layer.features[i].values);
    }
    return sample;
}

void read_geometry_columns(VectorLayer& layer, const VectorSource& source)
{
    const GdalMessages messages;
    const bool is_wkt = !layer.coordinates.wkt.empty();
    const std::size_t first = position_of(layer, source, is_wkt ? layer.coordinates.wkt : layer.coordinates.x);
    const std::size_t second = is_wkt ? first : position_of(layer, source, layer.coordinates.y);
    layer.has_geometry = true;
    for (VectorFeature& feature : layer.features) {
        ReadGeometry read = is_wkt ? geometry_of(feature.values[first], layer.coordinates.is_north_first)
                                   : point_of(feature.values[first], feature.values[second]);
        feature.geometry = std::move(read.geometry);
        feature.geometry_problem = std::move(read.problem);
    }
}

} // namespace gis
