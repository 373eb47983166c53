#include "gis/io/geopackage/geopackage_tables.hpp"

#include "gis/error.hpp"
#include "gis/io/qgis/qgis_project.hpp"
#include "words/words.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace gis {
namespace {

constexpr const char* metadata_tables[] = {
    "CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset', "
    "md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER, "
    "timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
    "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
    "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT "
    "NULL, "
    "scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "INSERT INTO gpkg_extensions VALUES ('gpkg_metadata', NULL, 'gpkg_metadata', "
    "'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'), ('gpkg_metadata_reference', NULL, 'gpkg_metadata', "
    "'http://www.geopackage.org/spec120/#extension_metadata', 'read-write')",
};

// QGIS' own columns. It looks for f_table_schema = '' (never NULL), and in gpkg_contents too where a file has tables without geometry.
constexpr const char* style_table =
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT, f_table_name "
    "TEXT, "
    "f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, "
    "update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))";

std::string hex_of(const std::string& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        hex += digits[value >> 4U];
        hex += digits[value & 15U];
    }
    return hex;
}

} // namespace

std::string iso_time(std::int64_t seconds_since_1970)
{
    const std::time_t time = seconds_since_1970;
    std::tm parts{};
    std::array<char, 40> text{};
    if (gmtime_r(&time, &parts) == nullptr || parts.tm_year < -1900 || parts.tm_year > 9999 - 1900) {
        return "1970-01-01T00:00:00.000Z";
    }
    return std::string(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S.000Z", &parts));
}

GeoPackageTables::GeoPackageTables(const std::filesystem::path& file, const GeoPackageTarget& target)
    : path_in_messages_(target.path), time_(iso_time(target.timestamp_s))
{
    if (sqlite3_open_v2(file.c_str(), &database_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
        const std::string why = sqlite3_errmsg(database_);
        sqlite3_close(database_);
        throw WriteError(words::translate(words::Text::output_not_written, {path_in_messages_, why}));
    }
    run("PRAGMA synchronous=OFF");
    run("BEGIN");
}

GeoPackageTables::~GeoPackageTables()
{
    sqlite3_close(database_);
}

void GeoPackageTables::fail() const
{
    throw WriteError(words::translate(words::Text::output_not_written, {path_in_messages_, sqlite3_errmsg(database_)}));
}

void GeoPackageTables::run(const char* sql, std::initializer_list<std::string> values)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK) {
        fail();
    }
    int position = 0;
    for (const std::string& value : values) {
        sqlite3_bind_text(statement, ++position, value.data(), static_cast<int>(value.size()), nullptr);
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
    }
    if (sqlite3_finalize(statement) != SQLITE_OK) {
        fail();
    }
}

void GeoPackageTables::add_metadata(const std::string& json)
{
    for (const char* sql : metadata_tables) {
        run(sql);
    }
    run("INSERT INTO gpkg_metadata (id, md_scope, md_standard_uri, mime_type, metadata) VALUES (1, 'dataset', 'https://json-schema.org', "
        "'application/json', ?1)",
        {json});
    run("INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?1, 1, NULL)", {time_});
}

void GeoPackageTables::add_styles(std::span<const WrittenLayer> layers, const QgisLook& look)
{
    run(style_table);
    run("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES ('layer_styles', 'attributes', "
        "'layer_styles', '', ?1)",
        {time_});
    for (const LayerStyle& style : look.styles) {
        const auto written =
            std::find_if(layers.begin(), layers.end(), [&](const WrittenLayer& layer) { return layer.name == style.layer; });
        if (written != layers.end() && style.view.empty() && !style.outside) {
            run("INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
                "styleSLD, "
                "useAsDefault, description, owner, ui, update_time) VALUES ('', '', ?1, ?2, ?3, ?4, '', 1, '', '', NULL, ?5)",
                {style.layer, style.has_geometry ? "geom" : "", style.title, style_document(style, *written, look), time_});
        }
    }
}

void GeoPackageTables::add_project(const std::string& name, const std::string& zip)
{
    run("CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)");
    run("INSERT INTO qgis_projects VALUES (?1, ?2, ?3)",
        {name, R"({"last_modified_time": ")" + time_ + R"(", "last_modified_user": ""})", hex_of(zip)});
}

void GeoPackageTables::close()
{
    run("COMMIT");
}

} // namespace gis
