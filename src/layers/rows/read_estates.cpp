#include "layers/rows/read_estates.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/text/cell_vocabulary.hpp"

#include <map>
#include <tuple>
#include <utility>

namespace fieldgap {
namespace {

/// The one compulsory stage that a cell names; absent where it names both, or none.
std::optional<Stage> only_stage(const std::optional<PerStage<bool>>& stages)
{
    std::optional<Stage> only;
    for (const Stage stage : all_stages) {
        if (stages && (*stages)[stage]) {
            const bool is_both = only == Stage::primary && stage == Stage::junior;
            if (is_both) {
                return std::nullopt;
            }
            only = only ? only : std::optional(stage);
        }
    }
    return only;
}

} // namespace

std::vector<Estate> read_estates(const Table& table)
{
    std::vector<Estate> estates;
    for (const gis::VectorFeature& row : table.layer().features) {
        const gis::Geometry place = table.place(row);
        table.report_wrong_type(row, place, true);
        Estate estate;
        estate.id = table.id(row, true);
        estate.name = table.text(row, "name");
        estate.households = table.value(row, "households", homes_of);
        estate.population = table.value(row, "population", persons_of);
        estate.pupils[Stage::primary] = table.real(row, "pupils_primary");
        estate.pupils[Stage::junior] = table.real(row, "pupils_junior");
        estate.phase = table.value(row, "phase", estate_phase_of).value_or(EstatePhase::existing);
        estate.first_phase_year = table.value(row, "first_phase_year", year_of);
        estate.owed_school = table.text(row, "owed_school");
        estate.dwelling = table.text(row, "dwelling");
        estate.order = table.whole(row, "order");
        estate.ground = table.ground(row);
        if (const auto* point = std::get_if<gis::Point>(&place)) {
            estate.at = *point;
        }
        estates.push_back(std::move(estate));
    }
    return estates;
}

std::vector<Catchment> read_catchments(const Table& table)
{
    std::vector<Catchment> catchments;
    for (const gis::VectorFeature& row : table.layer().features) {
        table.report_wrong_type(row, table.place(row), false);
        Catchment catchment;
        catchment.id = table.id(row, false);
        catchment.school_id = table.text(row, "school_id");
        catchment.stage = only_stage(table.value(row, "stage", stages_of));
        catchment.ground = table.ground(row);
        if (catchment.ground.empty()) {
            table.leave_out(row);
        } else {
            catchments.push_back(std::move(catchment));
        }
    }
    return catchments;
}

std::vector<DwellingYield> read_yields(const Table& table)
{
    std::map<std::pair<std::string, std::int64_t>, DwellingYield> yields;
    for (const gis::VectorFeature& row : table.layer().features) {
        DwellingYield one;
        one.dwelling = table.text(row, "dwelling");
        one.year = table.whole(row, "year").value_or(0);
        one.per_dwelling[Stage::primary] = table.real(row, "primary");
        one.per_dwelling[Stage::junior] = table.real(row, "junior");
        if (one.dwelling.empty() || (!one.per_dwelling[Stage::primary] && !one.per_dwelling[Stage::junior])) {
            table.report(IssueCode::yield_row_unusable, row, {});
            table.leave_out(row);
        } else if (!yields.emplace(std::make_pair(one.dwelling, one.year), one).second) {
            table.report(IssueCode::yield_row_twice, row, {one.dwelling, one.year});
            table.leave_out(row);
        }
    }
    std::vector<DwellingYield> sorted;
    for (auto& [key, one] : yields) {
        sorted.push_back(std::move(one));
    }
    return sorted;
}

} // namespace fieldgap
