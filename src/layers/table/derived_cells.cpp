#include "layers/table/derived_cells.hpp"

#include "layers/text/cell_values.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

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

DerivedCells derived_cells(const gis::VectorLayer& layer, const MatchedColumns& matched, const FilledCells& filled)
{
    DerivedCells derived;
    for (const auto& [ours, cells] : filled) {
        auto& column = derived[ours];
        for (const gis::VectorFeature& feature : layer.features) {
            column.push_back(feature.values[matched.position_of.at(ours)]);
        }
        for (const FilledCell& cell : cells) {
            column[cell.row] = layer.features[cell.from].values[matched.position_of.at(ours)];
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
