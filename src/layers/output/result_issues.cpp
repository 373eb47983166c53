#include "layers/output/layer_writer.hpp"
#include "layers/output/results.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::ColumnType;

std::vector<LayerColumn<Issue>> issue_columns()
{
    return {
        {"severity", ColumnType::text, [](const Issue& row) { return text_cell(name_of(severity_of(row.finding->code))); }},
        {"code", ColumnType::text, [](const Issue& row) { return text_cell(code_of(row.finding->code)); }},
        {"layer", ColumnType::text, [](const Issue& row) { return text_cell(row.finding->layer); }},
        {"feature_id", ColumnType::text, [](const Issue& row) { return text_or_null(row.finding->feature_id); }},
        {"message", ColumnType::text, [](const Issue& row) { return text_cell(row.message); }},
        {"cure", ColumnType::text, [](const Issue& row) { return text_cell(cure_of(row.finding->code)); }},
        {"gap_effect_m2", ColumnType::real, [](const Issue& row) { return rounded(row.gap_effect_m2, shown_area_m2); }},
    };
}

} // namespace

void write_data_issues(gis::GeoPackage& file, const std::vector<Issue>& issues)
{
    LayerWriter<Issue> layer(file, "data_issues", gis::LayerGeometry::any, words::translate(words::Text::layer_data_issues),
                             issue_columns());
    for (const Issue& row : issues) {
        layer.add(row.finding->where, row);
    }
}

} // namespace fieldgap
