#include "layers/result/result_schools.hpp"

#include "domain/gap/open_channels.hpp"
#include "layers/result/layer_writer.hpp"
#include "layers/result/school_columns.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

std::optional<double> as_real(const std::optional<std::int64_t>& count)
{
    return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
}

const std::optional<SchoolCertainty>& certainty_of(const SchoolRow& row)
{
    return row.view.walks.certainty.of_school[row.position];
}

/// Not among the figures: a trial of sites does not look at other speeds.
std::vector<LayerColumn<SchoolRow>> certainty_columns()
{
    return {
        {"certainty", ColumnType::text,
         [](const SchoolRow& row) {
             const auto& known = certainty_of(row);
             return known ? text_cell(known->flips_at_m_per_min ? "fragile" : "firm") : Cell();
         }},
        {"flips_at_m_per_min", ColumnType::real,
         [](const SchoolRow& row) {
             const auto& known = certainty_of(row);
             return known ? rounded(known->flips_at_m_per_min, speed_step) : Cell();
         }},
    };
}

LayerColumn<SchoolRow> possible_column(std::string name, Channel channel)
{
    return {std::move(name), ColumnType::real, [channel](const SchoolRow& row) {
                return row.has_figures() ? cell(possible_on_campus(row.view.analysed().measured(), channel, row.position)) : Cell();
            }};
}

std::vector<LayerColumn<SchoolRow>> possible_columns()
{
    return {possible_column("basement_usable_m2", Channel::basement), possible_column("expand_possible_m2", Channel::expand)};
}

/// What a comparison with another result needs to know of a school.
std::vector<LayerColumn<SchoolRow>> belonging_columns()
{
    return {
        {"parent_id", ColumnType::text,
         [](const SchoolRow& row) {
             return row.is_branch() ? text_cell(row.view.city.schools[index(row.view.results.owns.main_of[row.position])].id) : Cell();
         }},
        {"dense", ColumnType::boolean, [](const SchoolRow& row) { return Cell(row.school().dense); }},
    };
}

std::vector<LayerColumn<SchoolRow>> school_columns()
{
    std::vector<LayerColumn<SchoolRow>> all = identity_columns();
    for (const auto& group : {figure_columns(ColumnType::integer), certainty_columns(), possible_columns(), belonging_columns()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

PerStage<std::optional<double>> pupils_of(const Enrolment& enrolled)
{
    PerStage<std::optional<double>> pupils;
    for (const Stage stage : all_stages) {
        pupils[stage] = as_real(enrolled.pupils[stage]);
    }
    return pupils;
}

} // namespace

void write_schools(gis::GeoPackage& file, const ResultView& view)
{
    const Results& results = view.results;
    LayerWriter<SchoolRow> layer(file, "schools", gis::LayerGeometry::point, words::translate(words::Text::layer_schools),
                                 school_columns());
    const std::vector<Neighbours> neighbours = neighbours_of(view);
    for (std::size_t s = 0; s < view.city.schools.size(); ++s) {
        if (view.city.schools[s].phase == SchoolPhase::planned) {
            continue;
        }
        const bool is_main = results.owns.is_main(SchoolIndex(s));
        const Enrolment& enrolled = results.enrolled[s];
        const SchoolRow row{view,
                            s,
                            enrolled,
                            pupils_of(enrolled),
                            as_real(enrolled.total()),
                            results.supplies[s],
                            results.assessments[s],
                            results.allocation.of_school[s],
                            neighbours[s],
                            is_main ? school_size(view.city, results.owns, SchoolIndex(s), enrolled, view.settings.limits) : SchoolSize()};
        layer.add(map_point(view.city, results.owns, s), row);
    }
}

namespace {

struct StageRow
{
    const School& school;
    Stage stage;
    const Enrolment& enrolled;
    const Assessment& state;
    std::optional<double> standard_m2;
    std::optional<double> weight;
    std::optional<double> given_m2;
    std::optional<StageState> before, after;
};

template <class Value>
std::function<Cell(const StageRow&)> of_state(std::optional<StageState> StageRow::*state, Value value)
{
    return [state, value](const StageRow& row) { return row.*state ? value(*(row.*state)) : Cell(); };
}

Cell stage_status(const StageRow& row, const std::optional<StageState>& state)
{
    return text_cell(name_of(state ? state->status : row.state.status));
}

std::vector<LayerColumn<StageRow>> stage_columns()
{
    return {
        {"school_id", ColumnType::text, [](const StageRow& row) { return text_cell(row.school.id); }},
        {"stage", ColumnType::text, [](const StageRow& row) { return text_cell(name_of(row.stage)); }},
        {"pupils", ColumnType::integer, [](const StageRow& row) { return cell(row.enrolled.pupils[row.stage]); }},
        {"weight", ColumnType::real, [](const StageRow& row) { return rounded(row.weight, ratio_step); }},
        {"area_m2", ColumnType::real, of_state(&StageRow::before, [](const StageState& s) { return rounded(s.area_m2, area_step_m2); })},
        {"per_pupil_m2", ColumnType::real,
         of_state(&StageRow::before, [](const StageState& s) { return rounded(s.per_pupil_m2, ratio_step); })},
        {"standard_m2", ColumnType::real, [](const StageRow& row) { return rounded(row.standard_m2, ratio_step); }},
        {"gap_stage_m2", ColumnType::real,
         [](const StageRow& row) { return row.before && row.standard_m2 ? rounded(row.before->gap_m2, area_step_m2) : Cell(); }},
        {"status", ColumnType::text, [](const StageRow& row) { return stage_status(row, row.before); }},
        {"in_district_figures", ColumnType::boolean,
         [](const StageRow& row) { return Cell(row.state.in_district_figures && row.before.has_value() && row.stage != Stage::senior); }},
        {"given_m2", ColumnType::real, [](const StageRow& row) { return rounded(row.given_m2, area_step_m2); }},
        {"per_pupil_after_m2", ColumnType::real,
         of_state(&StageRow::after, [](const StageState& s) { return rounded(s.per_pupil_m2, ratio_step); })},
        {"status_after", ColumnType::text, [](const StageRow& row) { return stage_status(row, row.after); }},
    };
}

StageRow stage_row(const ResultView& view, std::size_t s, Stage stage)
{
    const Results& r = view.results;
    const Standard& standard = view.settings.standard;
    StageRow row{view.city.schools[s], stage, r.enrolled[s], r.assessments[s], {}, {}, {}, {}, {}};
    row.standard_m2 = standard_m2_per_pupil(standard, stage, r.enrolled[s].pupils[stage]);
    if (r.assessments[s].has_figures() && r.needs[s]->pupils[stage] > 0) {
        const SchoolAllocation& school_allocation = r.allocation.of_school[s];
        row.weight = r.needs[s]->weight[stage];
        row.given_m2 = school_allocation.received().square_metres() * r.needs[s]->share(stage);
        row.before = stage_state(*r.needs[s], stage, r.assessments[s].own, standard);
        row.after = stage_state(*r.needs[s], stage, ground_after(r.assessments[s], school_allocation), standard);
    }
    return row;
}

} // namespace

void write_stages(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<StageRow> layer(file, "stages", gis::LayerGeometry::none, words::translate(words::Text::layer_stages), stage_columns());
    for (std::size_t s = 0; s < view.city.schools.size(); ++s) {
        if (!has_figures(view.city, view.results.owns, SchoolIndex(s))) {
            continue;
        }
        const Enrolment& enrolled = view.results.enrolled[s];
        for (const Stage stage : all_stages) {
            if (enrolled.pupils[stage].value_or(0) > 0 || (enrolled.has_stage[stage] && !enrolled.pupils[stage])) {
                layer.add({}, stage_row(view, s, stage));
            }
        }
    }
}

} // namespace fieldgap
