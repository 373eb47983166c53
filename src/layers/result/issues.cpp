#include "layers/result/issues.hpp"

#include "gis/interrupt.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace fieldgap {
namespace {

/// Smaller is more.
double descending(const std::optional<double>& effect_m2)
{
    return effect_m2 ? -*effect_m2 : 1.0;
}

auto name_key(const Issue& issue)
{
    return std::make_tuple(code_of(issue.finding->code), std::string_view(issue.finding->layer),
                           std::string_view(issue.finding->feature_id), issue.finding->order, std::string_view(issue.message));
}

auto rank(const Issue& issue)
{
    return std::tuple_cat(std::make_tuple(severity_of(issue.finding->code), descending(issue.gap_effect_m2)), name_key(issue));
}

auto rank(const IssueGroup& group)
{
    return std::make_tuple(severity_of(group.code), descending(group.sum_m2), -static_cast<double>(group.count), code_of(group.code));
}

void add(IssueGroup& group, const Issue& issue)
{
    group.code = issue.finding->code;
    ++group.count;
    group.rows_left_out += issue.finding->rows_left_out;
    group.example = group.example == nullptr ? &issue : group.example;
    if (issue.gap_effect_m2) {
        group.sum_m2 = group.sum_m2.value_or(0.0) + *issue.gap_effect_m2;
        group.greatest_m2 = std::max(group.greatest_m2.value_or(0.0), *issue.gap_effect_m2);
    }
}

std::vector<LayerColumn<Issue>> issue_columns()
{
    return {
        {"severity", gis::ColumnType::text, [](const Issue& row) { return text_cell(name_of(severity_of(row.finding->code))); }},
        {"code", gis::ColumnType::text, [](const Issue& row) { return text_cell(code_of(row.finding->code)); }},
        {"layer", gis::ColumnType::text, [](const Issue& row) { return text_cell(row.finding->layer); }},
        {"feature_id", gis::ColumnType::text, [](const Issue& row) { return text_or_null(row.finding->feature_id); }},
        {"message", gis::ColumnType::text, [](const Issue& row) { return text_cell(row.message); }},
        {"cure", gis::ColumnType::text, [](const Issue& row) { return text_cell(cure_of(row.finding->code)); }},
        {"gap_effect_m2", gis::ColumnType::real, [](const Issue& row) { return rounded(row.gap_effect_m2, area_step_m2); }},
    };
}

} // namespace

std::vector<Issue> ranked_issues(const City& city, const Results& results, const Settings& settings)
{
    const GapEffects effects(measured_city(city, results, settings));
    std::vector<Issue> issues;
    issues.reserve(results.findings.size());
    for (const Finding& finding : results.findings) {
        gis::throw_if_interrupted();
        issues.push_back({&finding, message_of(finding), effects.of(finding)});
    }
    std::stable_sort(issues.begin(), issues.end(), [](const Issue& a, const Issue& b) { return rank(a) < rank(b); });
    return issues;
}

std::vector<IssueGroup> grouped_by_code(const std::vector<Issue>& issues)
{
    std::map<IssueCode, IssueGroup> by_code;
    for (const Issue& issue : issues) {
        add(by_code[issue.finding->code], issue);
    }
    std::vector<IssueGroup> groups;
    for (const auto& [code, group] : by_code) {
        groups.push_back(group);
    }
    std::sort(groups.begin(), groups.end(), [](const IssueGroup& a, const IssueGroup& b) { return rank(a) < rank(b); });
    return groups;
}

std::vector<const Issue*> greatest_effects(const std::vector<Issue>& issues, std::size_t at_most)
{
    std::vector<const Issue*> greatest;
    for (const Issue& issue : issues) {
        if (issue.gap_effect_m2.value_or(0.0) > 0.0) {
            greatest.push_back(&issue);
        }
    }
    std::stable_sort(greatest.begin(), greatest.end(),
                     [](const Issue* a, const Issue* b) { return *a->gap_effect_m2 > *b->gap_effect_m2; });
    greatest.resize(std::min(greatest.size(), at_most));
    return greatest;
}

void write_data_issues(gis::GeoPackage& file, const std::vector<Issue>& issues)
{
    LayerWriter<Issue> layer(file, "data_issues", gis::LayerGeometry::any, words::translate(words::Text::layer_data_issues),
                             issue_columns());
    for (const Issue& row : issues) {
        layer.add(row.finding->where, row);
    }
}

} // namespace fieldgap
