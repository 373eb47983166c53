#include "layers/table/derived_cells.hpp"

#include "layers/text/cell_values.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

constexpr std::array<const char*, 2> naming_columns = {"id", "name"};

bool is_blank(const gis::VectorFeature& row, std::size_t column)
{
    return cell_key(row.values[column]).empty();
}

/// Positions of the columns that say which school a row is of.
std::vector<std::size_t> naming_positions(const MatchedColumns& matched)
{
    std::vector<std::size_t> positions;
    for (const char* const ours : naming_columns) {
        if (const auto found = matched.position_of.find(ours); found != matched.position_of.end()) {
            positions.push_back(found->second);
        }
    }
    return positions;
}

bool are_blank(const gis::VectorFeature& row, const std::vector<std::size_t>& columns)
{
    return std::all_of(columns.begin(), columns.end(), [&](std::size_t column) { return is_blank(row, column); });
}

/// A stage, or pupils: what the second row of a school with merged cells has.
bool has_figures(const gis::VectorFeature& row, const MatchedColumns& matched)
{
    const bool has_column = std::any_of(matched.position_of.begin(), matched.position_of.end(), [&](const auto& match) {
        return (match.first == "stage" || match.first.starts_with("enrol_")) && !is_blank(row, match.second);
    });
    return has_column ||
           std::any_of(matched.grades.begin(), matched.grades.end(), [&](const auto& stage) { return !are_blank(row, stage.second); });
}

std::optional<std::string> sum_of_grades(const gis::VectorFeature& row, const std::vector<std::size_t>& grades)
{
    std::optional<double> sum;
    for (const std::size_t column : grades) {
        const Cell<double> cell = real_of(row.values[column]);
        if (cell.problem != CellProblem::none) {
            return row.values[column];
        }
        sum = cell.value ? std::optional(sum.value_or(0.0) + *cell.value) : sum;
    }
    return sum ? std::optional(words::fill("{}", {*sum})) : std::nullopt;
}

} // namespace

std::vector<std::size_t> rows_of_merged_cells(Role role, const gis::VectorLayer& layer, const MatchedColumns& matched)
{
    std::vector<std::size_t> rows;
    const std::vector<std::size_t> naming = naming_positions(matched);
    const bool may_merge = layer.table && (role == Role::schools || role == Role::enrolment) && !naming.empty();
    bool is_below_school = false;
    for (std::size_t row = 0; may_merge && row < layer.features.size(); ++row) {
        const gis::VectorFeature& feature = layer.features[row];
        const bool is_named = !are_blank(feature, naming);
        // Blank rows between are the end of what was merged.
        const bool is_next = row > 0 && feature.row == layer.features[row - 1].row + 1;
        is_below_school = is_named || (is_below_school && is_next);
        if (!is_named && is_below_school && has_figures(feature, matched)) {
            rows.push_back(row);
        }
    }
    return rows;
}

DerivedCells derived_cells(Role role, const gis::VectorLayer& layer, const MatchedColumns& matched)
{
    DerivedCells derived;
    const std::vector<std::size_t> merged = rows_of_merged_cells(role, layer, matched);
    for (const char* const ours : naming_columns) {
        const auto found = matched.position_of.find(ours);
        if (merged.empty() || found == matched.position_of.end()) {
            continue;
        }
        auto& cells = derived[ours];
        for (const gis::VectorFeature& feature : layer.features) {
            cells.push_back(feature.values[found->second]);
        }
        for (const std::size_t row : merged) {
            cells[row] = cells[row - 1];
        }
    }
    for (const auto& [ours, grades] : matched.grades) {
        for (const gis::VectorFeature& feature : layer.features) {
            derived[ours].push_back(sum_of_grades(feature, grades));
        }
    }
    return derived;
}

} // namespace fieldgap
