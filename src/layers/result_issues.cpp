#include "layers/out_layer.hpp"
#include "layers/results.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

using gis::ColumnType;

/// A finding with its message, for a stable order.
struct IssueRow
{
    const Finding* finding;
    std::string message;

    auto key() const
    {
        return std::make_tuple(severity_of(finding->doubt), code_of(finding->doubt), std::string_view(finding->layer),
                               std::string_view(finding->feature_id), std::string_view(message));
    }
};

std::vector<OutColumn<IssueRow>> issue_columns()
{
    return {
        {"severity", ColumnType::text, [](const IssueRow& row) { return text_cell(name_of(severity_of(row.finding->doubt))); }},
        {"code", ColumnType::text, [](const IssueRow& row) { return text_cell(code_of(row.finding->doubt)); }},
        {"layer", ColumnType::text, [](const IssueRow& row) { return text_cell(row.finding->layer); }},
        {"feature_id", ColumnType::text, [](const IssueRow& row) { return text_or_null(row.finding->feature_id); }},
        {"message", ColumnType::text, [](const IssueRow& row) { return text_cell(row.message); }},
        {"cure", ColumnType::text, [](const IssueRow& row) { return text_cell(cure_of(row.finding->doubt)); }},
    };
}

} // namespace

void write_data_issues(gis::GeoPackage& file, const Findings& findings)
{
    std::vector<IssueRow> rows;
    rows.reserve(findings.size());
    for (const Finding& finding : findings) {
        rows.push_back({&finding, message_of(finding)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const IssueRow& a, const IssueRow& b) { return a.key() < b.key(); });
    OutLayer<IssueRow> layer(file, "data_issues", gis::LayerGeometry::any, words::say(words::Text::layer_data_issues), issue_columns());
    for (const IssueRow& row : rows) {
        layer.add(row.finding->where, row);
    }
}

} // namespace fieldgap
