#include "report/report_data.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/merging/merge_input.hpp"
#include "report/layer_columns.hpp"
#include "report/page_layers.hpp"
#include "report/page_shape.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;
using words::Text;

/// Of the layers that this page knows how to show, and of all before it: what they lack, the page says.
constexpr int newest_schema_version = 2;
/// Only the joined result of a batch has it.
constexpr const char* cities_layer = "cities";
/// Behind `fid` and the geometry.
constexpr int first_column = 2;

/// The provenance of a result that the page can show.
Json provenance_of(const gis::MergeInput& result)
{
    const std::string path = words::valid_utf8(result.path());
    Json document = Json::parse(result.metadata(), nullptr, false);
    if (!document.is_object() || document.value("program", Json()) != "fieldgap") {
        throw gis::Error(words::translate(Text::report_not_ours, {path}));
    }
    const Json version = document.value("schema_version", Json());
    if (!version.is_number_integer() || version > newest_schema_version) {
        const std::string said = version.dump(-1, ' ', false, Json::error_handler_t::replace);
        throw gis::Error(words::translate(Text::report_other_version, {path, said, newest_schema_version}));
    }
    if (result.has(cities_layer)) {
        throw gis::Error(words::translate(Text::report_of_batch, {path}));
    }
    if (!result.has("schools") || !result.has("summary")) {
        throw gis::Error(words::translate(Text::report_not_of_run, {path}));
    }
    document.erase("counts"); // they stand in `summary`
    return document;
}

std::string language_of(const Json& provenance)
{
    const auto lang = Json::json_pointer("/config/output/lang");
    return provenance.contains(lang) && provenance.at(lang).is_string() ? provenance.at(lang).get<std::string>() : "";
}

std::vector<gis::Column> wanted_columns(const PageLayer& wanted, const gis::LayerSchema& schema)
{
    std::vector<gis::Column> columns;
    for (const gis::Column& column : schema.columns) {
        const auto& names = wanted.columns;
        if (names.empty() || std::find(names.begin(), names.end(), column.name) != names.end()) {
            columns.push_back(column);
        }
    }
    return columns;
}

/// Where a column stands in a row; nothing where it does not.
std::optional<int> place_of(std::string_view name, const std::vector<gis::Column>& columns)
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const gis::Column& column) { return column.name == name; });
    return found == columns.end() ? std::nullopt : std::optional(first_column + static_cast<int>(found - columns.begin()));
}

bool is_wanted(PageRows rows, const gis::SqliteStatement& row, const std::vector<gis::Column>& columns)
{
    if (rows == PageRows::all) {
        return true;
    }
    const auto place = place_of(rows == PageRows::used ? "given_m2" : "access", columns);
    return place && (rows == PageRows::used ? row.real(*place) > 0.0 : row.text(*place) == "walked");
}

class LayerReader
{
public:
    LayerReader(gis::MergeInput& result, const gis::InputLayer& layer, const PageLayer& wanted)
        : result_(result), layer_(layer), wanted_(wanted), columns_(wanted_columns(wanted, layer.schema)), cells_(columns_),
          shapes_(to_degrees(), wanted.units_per_degree, wanted.thinned_m)
    {
    }

    /// False where the layer has more rows than the page takes; `rows` says how many.
    bool read();
    std::size_t rows() const { return rows_; }
    std::string json() const;

private:
    bool has_geometry() const { return layer_.schema.geometry != gis::LayerGeometry::none; }
    gis::CrsTransformation to_degrees() const;
    void add(const gis::SqliteStatement& row);

    gis::MergeInput& result_;
    const gis::InputLayer& layer_;
    const PageLayer& wanted_;
    std::vector<gis::Column> columns_;
    LayerColumns cells_;
    PageShapes shapes_;
    std::string geometry_; ///< joined by commas
    std::size_t rows_ = 0;
};

gis::CrsTransformation LayerReader::to_degrees() const
{
    if (!has_geometry()) {
        return nullptr;
    }
    const gis::Crs crs = result_.crs_of(layer_.srs_id);
    return gis::is_wgs84_degrees(*crs) ? nullptr : gis::transformation(*crs, *gis::degrees_under(*crs));
}

bool LayerReader::read()
{
    result_.check_pages(layer_.schema.name);
    gis::SqliteStatement row = result_.rows(layer_.schema, columns_);
    while (row.step()) {
        gis::throw_if_interrupted();
        result_.row_came();
        if (is_wanted(wanted_.rows, row, columns_) && (++rows_ <= wanted_.most_rows || wanted_.most_rows == 0)) {
            add(row);
        }
    }
    return wanted_.most_rows == 0 || rows_ <= wanted_.most_rows;
}

void LayerReader::add(const gis::SqliteStatement& row)
{
    cells_.add(row, first_column);
    if (!has_geometry()) {
        return;
    }
    const auto shape = shapes_(row.blob(1));
    if (!shape) {
        result_.refuse(Text::merge_damaged_geometry, layer_.schema.name + " " + std::to_string(row.integer(0)));
    }
    geometry_ += (rows_ == 1 ? "" : ",") + *shape;
}

std::string LayerReader::json() const
{
    std::string text = "{\"rows\":" + std::to_string(rows_) + ",\"columns\":" + cells_.json();
    if (has_geometry()) {
        text += ",\"units_per_degree\":" + std::to_string(static_cast<int>(wanted_.units_per_degree)) + ",\"geometry\":[" + geometry_ + "]";
    }
    return text + "}";
}

struct Tables
{
    std::string json;
    Json left_out = Json::object(); ///< layer -> rows
};

Tables read_tables(gis::MergeInput& result)
{
    Tables tables;
    for (const PageLayer& wanted : page_layers()) {
        const auto& layers = result.layers();
        const auto found =
            std::find_if(layers.begin(), layers.end(), [&](const gis::InputLayer& one) { return one.schema.name == wanted.name; });
        if (found == layers.end()) {
            continue;
        }
        LayerReader reader(result, *found, wanted);
        if (reader.read()) {
            tables.json += (tables.json.empty() ? "" : ",") + json_text(std::string(wanted.name)) + ":" + reader.json();
        } else {
            tables.left_out[std::string(wanted.name)] = reader.rows();
        }
    }
    return tables;
}

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

ReportData read_report_data(const std::string& result_path, const std::string& quarter)
{
    gis::MergeInput result(result_path);
    const Json provenance = provenance_of(result);
    const Tables tables = read_tables(result);
    const std::string file = words::valid_utf8(std::filesystem::path(result_path).filename().string());
    const std::string parts = "\"file\":" + json_text(file) + ",\"tables\":{" + tables.json + "},\"left_out\":" + dumped(tables.left_out) +
                              ",\"provenance\":" + dumped(provenance);
    return {language_of(provenance), "{" + parts + (quarter.empty() ? "" : ",\"quarter\":" + quarter) + "}"};
}

} // namespace fieldgap
