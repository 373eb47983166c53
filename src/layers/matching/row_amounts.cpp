#include "layers/matching/row_amounts.hpp"

namespace fieldgap {
namespace {

/// No school has so many square metres: what is more is a slip, and is not counted in hundredths.
constexpr double most_m2 = 1e9;

std::optional<double> rooms_m2(const Table& table, const gis::VectorFeature& row, std::string_view column)
{
    const auto m2 = table.area_m2(row, column);
    if (m2.value_or(0.0) <= most_m2) {
        return m2;
    }
    table.report(IssueCode::value_not_read, row, {column, table.text(row, column), text_of(CellProblem::too_large)});
    return std::nullopt;
}

std::optional<double> amount(const Table& table, const gis::VectorFeature& row, Indicator indicator)
{
    const std::string_view column = name_of(indicator);
    switch (indicator) {
    case Indicator::teachers_degree:
    case Indicator::backbone_teachers:
    case Indicator::arts_sports_teachers:
    case Indicator::multimedia_rooms: return table.value(row, column, count_of_school);
    case Indicator::teaching_rooms_m2: return rooms_m2(table, row, column);
    case Indicator::equipment_yuan: return table.money_yuan(row, column);
    case Indicator::sports_area_m2: break; // the school's ground
    }
    return std::nullopt;
}

} // namespace

PerIndicator<SchoolAmount> row_amounts(const Table& table, const gis::VectorFeature& row)
{
    PerIndicator<SchoolAmount> amounts;
    for (const Indicator indicator : all_indicators) {
        amounts[indicator].whole = amount(table, row, indicator);
    }
    return amounts;
}

} // namespace fieldgap
