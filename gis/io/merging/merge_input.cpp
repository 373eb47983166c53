#include "gis/io/merging/merge_input.hpp"

#include "gis/error.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/source/sqlite_pages.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace gis {
namespace {

using words::Text;

constexpr const char* key_column = "fid";
constexpr const char* geometry_column = "geom";

/// What may stand in SQL as a name: every name that this program gives is one.
bool is_plain_name(std::string_view name)
{
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.empty() && is_letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return is_letter(c) || is_digit(c); });
}

std::optional<ColumnType> column_type(std::string_view declared)
{
    struct Named
    {
        std::string_view name;
        ColumnType type;
    };
    for (const Named& named : {Named{"TEXT", ColumnType::text}, Named{"INTEGER", ColumnType::integer}, Named{"REAL", ColumnType::real},
                               Named{"BOOLEAN", ColumnType::boolean}}) {
        if (named.name == declared) {
            return named.type;
        }
    }
    return std::nullopt;
}

/// An empty name is that of a table without geometry.
std::optional<LayerGeometry> layer_geometry(std::string_view name)
{
    struct Named
    {
        std::string_view name;
        LayerGeometry geometry;
    };
    for (const Named& named :
         {Named{"", LayerGeometry::none}, Named{"POINT", LayerGeometry::point}, Named{"LINESTRING", LayerGeometry::line},
          Named{"MULTIPOLYGON", LayerGeometry::multi_polygon}, Named{"GEOMETRY", LayerGeometry::any}}) {
        if (named.name == name) {
            return named.geometry;
        }
    }
    return std::nullopt;
}

OnSqliteFailure unreadable(const std::string& path)
{
    return [path](const std::string& why) { throw Error(words::translate(Text::merge_unreadable, {words::valid_utf8(path), why})); };
}

VectorSource source_at(const std::string& path)
{
    VectorSource source;
    source.path = path;
    source.role = words::translate(Text::merge_role);
    return source;
}

} // namespace

MergeInput::MergeInput(const std::string& path)
    : path_(path), file_(source_at(path), path),
      connection_(SqliteConnection::for_reading(file_.path(), file_.is_immutable(), unreadable(path)))
{
    connection_.run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
    read_layers();
}

void MergeInput::refuse(Text what, const std::string& value) const
{
    throw Error(words::translate(what, {words::valid_utf8(path_), words::valid_utf8(value)}));
}

bool MergeInput::has(const std::string& layer) const
{
    return std::any_of(layers_.begin(), layers_.end(), [&](const InputLayer& one) { return one.schema.name == layer; });
}

void MergeInput::read_layers()
{
    SqliteStatement contents(
        connection_,
        "SELECT c.table_name, c.description, g.geometry_type_name, g.column_name, g.srs_id, coalesce(g.z, 0) + coalesce(g.m, 0) "
        "FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name "
        "WHERE c.table_name <> 'layer_styles' ORDER BY c.rowid");
    while (contents.step()) {
        const std::string name = contents.text(0);
        const auto geometry = layer_geometry(contents.text(2));
        const bool has_geometry = geometry && *geometry != LayerGeometry::none;
        const bool is_flat = !has_geometry || (contents.text(3) == geometry_column && contents.integer(5) == 0);
        if (!is_plain_name(name) || !geometry || !is_flat || has(name) || !is_table(name)) {
            refuse(Text::merge_strange_layer, name);
        }
        layers_.push_back({{name, *geometry, columns_of(name, has_geometry), contents.text(1)}, contents.integer(4)});
    }
}

/// A view, which could compute without end, has no page of its own.
bool MergeInput::is_table(const std::string& name) const
{
    SqliteStatement found(connection_, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1 AND rootpage > 0");
    found.bind(1, Cell(name));
    return found.step();
}

std::vector<Column> MergeInput::columns_of(const std::string& layer, bool has_geometry) const
{
    std::vector<Column> columns;
    bool has_key = false;
    bool finds_geometry = false;
    SqliteStatement info(connection_, "SELECT name, type, pk FROM pragma_table_info(?1)");
    info.bind(1, Cell(layer));
    while (info.step()) {
        const std::string name = info.text(0);
        const auto type = column_type(info.text(1));
        const bool is_geometry = has_geometry && name == geometry_column;
        if (info.integer(2) != 0 && name == key_column) {
            has_key = true;
        } else if (is_geometry) {
            finds_geometry = true;
        } else if (is_plain_name(name) && type) {
            columns.push_back({name, *type});
        } else {
            refuse(Text::merge_strange_layer, layer);
        }
    }
    if (!has_key || finds_geometry != has_geometry) {
        refuse(Text::merge_strange_layer, layer);
    }
    return columns;
}

std::string MergeInput::metadata() const
{
    if (!is_table("gpkg_metadata")) {
        return "";
    }
    SqliteStatement document(connection_, "SELECT metadata FROM gpkg_metadata ORDER BY id LIMIT 1");
    return document.step() ? document.text(0) : "";
}

Crs MergeInput::crs_of(std::int64_t srs_id) const
{
    SqliteStatement row(connection_,
                        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?1");
    row.bind(1, Cell(srs_id));
    if (!row.step()) {
        refuse(Text::merge_crs_unknown, std::to_string(srs_id));
    }
    const GdalMessages unheard;
    Crs crs = row.text(0) == "EPSG" ? crs_from_text("EPSG:" + std::to_string(row.integer(1))) : nullptr;
    crs = crs ? std::move(crs) : crs_from_text(row.text(2));
    if (!crs || !is_horizontal(*crs)) {
        refuse(Text::merge_crs_unknown, row.text(0) + ":" + std::to_string(row.integer(1)));
    }
    return crs;
}

void MergeInput::check_pages(const std::string& layer) const
{
    if (const auto fault = page_fault(file_.path(), file_.is_immutable(), layer)) {
        throw Error(words::translate(Text::merge_unreadable, {words::valid_utf8(path_), *fault}));
    }
}

SqliteStatement MergeInput::rows(const LayerSchema& layer, const std::vector<Column>& columns) const
{
    std::string sql = std::string("SELECT ") + key_column + (layer.geometry == LayerGeometry::none ? ", NULL" : ", geom");
    for (const Column& column : columns) {
        const bool is_there =
            std::any_of(layer.columns.begin(), layer.columns.end(), [&](const Column& own) { return own.name == column.name; });
        sql += is_there ? ", " + sql_name(column.name) : ", NULL";
    }
    return {connection_, sql + " FROM " + sql_name(layer.name) + " ORDER BY " + key_column};
}

} // namespace gis
