#include "register/register_schema.hpp"

#include <algorithm>

namespace fieldgap::strike_off {
namespace {

constexpr std::string_view text = "TEXT";
constexpr std::string_view real = "REAL";
constexpr std::string_view whole = "INTEGER";

Table issues()
{
    return {"register",
            "Strike-off register",
            {{"issue_id", text},
             {"school_id", text},
             {"stage", text},
             {"opened", text},
             {"baseline_gap_m2", real},
             {"promised_share_m2", real},
             {"promised_rent_m2", real},
             {"promised_basement_m2", real},
             {"promised_expand_m2", real},
             {"unit", text},
             {"due", text},
             {"note", text},
             {"current_gap_m2", real},
             {"state", text},
             {"closed", text},
             {"evidence", text},
             {"history", text}}};
}

Table history()
{
    return {"register_history",
            "Strike-off register: every issue in every run",
            {{"issue_id", text},
             {"as_of", text},
             {"state_before", text},
             {"state", text},
             {"required_m2", real},
             {"pupils", whole},
             {"own_m2", real},
             {"special_m2", real},
             {"leased_m2", real},
             {"gap_m2", real},
             {"promised_share_m2", real},
             {"promised_rent_m2", real},
             {"promised_basement_m2", real},
             {"promised_expand_m2", real},
             {"unit", text},
             {"due", text},
             {"note", text},
             {"evidence", text}}};
}

Table runs()
{
    return {"register_runs",
            "Strike-off register: every run",
            {{"as_of", text},
             {"district", text},
             {"stage", text},
             {"schools_meets", whole},
             {"schools_near", whole},
             {"schools_short", whole},
             {"schools_unknown", whole},
             {"pupils_short", whole},
             {"gap_m2", real},
             {"issues", whole},
             {"open", whole},
             {"in_work", whole},
             {"claimed", whole},
             {"closed", whole},
             {"overdue", whole},
             {"reopened", whole},
             {"opened_now", whole},
             {"closed_now", whole},
             {"reopened_now", whole}}};
}

Table amounts()
{
    return {"register_amounts",
            "Strike-off register: amounts of every run",
            {{"as_of", text}, {"key", text}, {"value", real}, {"text", text}, {"unit", text}}};
}

constexpr const char* geopackage = R"sql(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
     || 'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",'
     || '0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
     'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
    srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
)sql";

} // namespace

const std::vector<Table>& tables()
{
    static const std::vector<Table> all = {issues(), history(), runs(), amounts()};
    return all;
}

const Table& table_named(std::string_view name)
{
    return *std::find_if(tables().begin(), tables().end(), [name](const Table& table) { return table.name == name; });
}

std::string empty_geopackage_sql()
{
    return geopackage;
}

std::vector<std::string> create_table_sql(const Table& table, const std::string& as_of)
{
    const std::string name(table.name);
    std::string columns = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
    for (const TableColumn& column : table.columns) {
        columns += ", \"" + std::string(column.name) + "\" " + std::string(column.type);
    }
    return {"CREATE TABLE \"" + name + "\" (" + columns + ")",
            "INSERT OR REPLACE INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES ('" + name +
                "', 'attributes', '" + name + "', '" + std::string(table.title) + "', '" + as_of + "T00:00:00.000Z')"};
}

} // namespace fieldgap::strike_off
