#include "batch/merge/result_survey.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "layers/output/provenance.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace fieldgap {
namespace {

using words::Text;

constexpr const char* cgcs2000 = "EPSG:4490";

void check_provenance(const gis::MergeInput& result)
{
    const auto document = nlohmann::json::parse(result.metadata(), nullptr, false);
    if (!document.is_object() || document.value("program", nlohmann::json()) != "fieldgap") {
        throw gis::Error(words::translate(Text::merge_no_provenance, {words::valid_utf8(result.path())}));
    }
    const auto version = document.value("schema_version", nlohmann::json());
    if (version != schema_version) {
        throw gis::Error(words::translate(
            Text::merge_other_version,
            {words::valid_utf8(result.path()), version.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), schema_version}));
    }
}

bool is_cgcs2000(const gis::MergeInput& result, const gis::InputLayer& layer)
{
    return gis::authority_of(*gis::degrees_under(*result.crs_of(layer.srs_id))) == cgcs2000;
}

auto named(std::vector<gis::LayerSchema>& layers, const std::string& name)
{
    return std::find_if(layers.begin(), layers.end(), [&](const gis::LayerSchema& one) { return one.name == name; });
}

/// The layer's place among those of other results; a new one is made with the column `city`.
gis::LayerSchema& place_of(std::vector<gis::LayerSchema>& layers, const gis::LayerSchema& layer)
{
    const auto found = named(layers, layer.name);
    if (found != layers.end()) {
        return *found;
    }
    layers.push_back({layer.name, layer.geometry, {{city_column, gis::ColumnType::text}}, layer.description});
    return layers.back();
}

void unite(std::vector<gis::LayerSchema>& layers, const gis::MergeInput& result, const gis::LayerSchema& layer)
{
    gis::LayerSchema& all = place_of(layers, layer);
    if (all.geometry != layer.geometry) {
        result.refuse(Text::merge_other_layer, layer.name);
    }
    for (const gis::Column& column : layer.columns) {
        const auto same =
            std::find_if(all.columns.begin(), all.columns.end(), [&](const gis::Column& one) { return one.name == column.name; });
        if (same == all.columns.end()) {
            all.columns.push_back(column);
        } else if (same->type != column.type) {
            result.refuse(Text::merge_other_layer, layer.name);
        }
    }
}

/// Names that only the merged file has: a merged file is no result.
void check_names(const gis::MergeInput& result, const gis::LayerSchema& layer)
{
    const bool has_city =
        std::any_of(layer.columns.begin(), layer.columns.end(), [](const gis::Column& column) { return column.name == city_column; });
    if (has_city || layer.name == cities_layer) {
        result.refuse(Text::merge_strange_layer, layer.name);
    }
}

} // namespace

ResultSurvey::ResultSurvey(std::vector<FinishedCity> finished, const std::function<void()>& looked_at)
{
    std::sort(finished.begin(), finished.end(), [](const FinishedCity& a, const FinishedCity& b) { return a.city < b.city; });
    for (FinishedCity& city : finished) {
        gis::throw_if_interrupted();
        cities.push_back({std::move(city), {}, {}});
        look_at(cities.back());
        looked_at();
    }
}

void ResultSurvey::look_at(SurveyedCity& city)
{
    if (city.of.result_path.empty()) {
        return;
    }
    try {
        city.digest = gis::file_digest(city.of.result_path);
        const gis::MergeInput result(city.of.result_path);
        check_provenance(result);
        auto layers = layers_;
        bool is_all_cgcs2000 = true;
        for (const gis::InputLayer& layer : result.layers()) {
            check_names(result, layer.schema);
            result.check_pages(layer.schema.name);
            if (layer.schema.name != summary_layer) {
                unite(layers, result, layer.schema);
            }
            is_all_cgcs2000 = is_all_cgcs2000 && (layer.schema.geometry == gis::LayerGeometry::none || is_cgcs2000(result, layer));
        }
        layers_ = std::move(layers);
        (is_all_cgcs2000 ? has_cgcs2000_ : has_other_) = true;
    } catch (const gis::Error& problem) {
        city.fault = problem.what();
    }
}

std::string ResultSurvey::crs() const
{
    return has_cgcs2000_ && !has_other_ ? cgcs2000 : "EPSG:4326";
}

std::vector<SummaryLine> summary_of(gis::MergeInput& result)
{
    std::vector<SummaryLine> lines;
    if (!result.has(summary_layer)) {
        return lines;
    }
    const gis::LayerSchema wanted = {summary_layer,
                                     gis::LayerGeometry::none,
                                     {{"key", gis::ColumnType::text}, {"value", gis::ColumnType::real}, {"unit", gis::ColumnType::text}},
                                     ""};
    gis::SqliteStatement row = result.rows(wanted, wanted.columns);
    while (row.step()) {
        result.row_came();
        lines.push_back({row.text(2), row.is_null(3) ? std::nullopt : std::optional(row.real(3)), row.text(4)});
    }
    return lines;
}

} // namespace fieldgap
