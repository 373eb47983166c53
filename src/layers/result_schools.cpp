#include "layers/out_layer.hpp"
#include "layers/results.hpp"

#include "domain/school_size.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

/// What of the links concerns one school.
struct Neighbours
{
    std::int64_t venues = 0;
    const ReachedPair* nearest = nullptr;
};

struct SchoolRow
{
    const ResultView& view;
    std::size_t position;
    const School& school;
    const Enrolment& enrolled;
    const Supply& supply;
    const Assessment& state;
    const Allotment& allotment;
    Neighbours neighbours;
    SchoolSize size;

    bool is_branch() const { return state.status == Status::branch; }
    bool has_figures() const { return state.has_figures(); }
    std::optional<double> pupils() const
    {
        const auto total = enrolled.total();
        return total ? std::optional(static_cast<double>(*total)) : std::nullopt;
    }
};

/// Values that hold only for schools with figures.
template <class Value>
std::function<Cell(const SchoolRow&)> figure(Value value)
{
    return [value](const SchoolRow& row) { return row.has_figures() ? value(row) : Cell(); };
}

/// Values of every school but branches.
template <class Value>
std::function<Cell(const SchoolRow&)> not_of_branch(Value value)
{
    return [value](const SchoolRow& row) { return row.is_branch() ? Cell() : value(row); };
}

std::string stage_list(const School& school, const Enrolment& enrolled, bool is_branch)
{
    std::string list;
    for (const Stage stage : all_stages) {
        const bool has = is_branch ? school.has_stage[stage] : enrolled.has_stage[stage] || enrolled.pupils[stage].value_or(0) > 0;
        if (has) {
            list += (list.empty() ? "" : ";") + std::string(name_of(stage));
        }
    }
    return list;
}

Cell district_cell(const SchoolRow& row)
{
    const Districts& districts = row.view.results.districts;
    const auto district = districts.district_of_school[row.position];
    if (!district) {
        return {};
    }
    const DistrictFigures& found = districts.rows[*district];
    return text_cell(found.name.empty() ? found.id : found.name);
}

Cell ratio_of(ExactArea a, ExactArea b)
{
    return b > ExactArea() ? shown(a.square_metres() / b.square_metres(), shown_ratio) : Cell();
}

Cell per_student(const SchoolRow& row, ExactArea ground)
{
    return row.pupils() ? shown(ground.square_metres() / *row.pupils(), shown_ratio) : Cell();
}

OutColumn<SchoolRow> enrolment_column(Stage stage)
{
    return {"enrol_" + std::string(name_of(stage)), ColumnType::integer,
            not_of_branch([stage](const SchoolRow& row) { return cell(row.enrolled.pupils[stage]); })};
}

OutColumn<SchoolRow> channel_column(Channel channel)
{
    return {std::string(name_of(channel)) + "_m2", ColumnType::real,
            figure([channel](const SchoolRow& row) { return cell(row.allotment.given[channel]); })};
}

OutColumn<SchoolRow> class_column(Stage stage)
{
    return {"mean_class_" + std::string(name_of(stage)), ColumnType::real,
            [stage](const SchoolRow& row) { return shown(row.size.mean_class[stage], shown_ratio); }};
}

std::vector<OutColumn<SchoolRow>> identity_columns()
{
    return {
        {"school_id", ColumnType::text, [](const SchoolRow& row) { return text_cell(row.school.id); }},
        {"name", ColumnType::text, [](const SchoolRow& row) { return text_or_null(row.school.name); }},
        {"district", ColumnType::text, district_cell},
        {"stage", ColumnType::text,
         [](const SchoolRow& row) { return text_or_null(stage_list(row.school, row.enrolled, row.is_branch())); }},
        {"rural", ColumnType::boolean, [](const SchoolRow& row) { return cell(row.school.rural); }},
        enrolment_column(Stage::primary),
        enrolment_column(Stage::junior),
        enrolment_column(Stage::senior),
        {"enrol_total", ColumnType::integer, not_of_branch([](const SchoolRow& row) { return cell(row.enrolled.total()); })},
    };
}

std::vector<OutColumn<SchoolRow>> ground_columns()
{
    return {
        {"outdoor_m2", ColumnType::real, [](const SchoolRow& row) { return shown(row.supply.outdoor_m2, shown_area_m2); }},
        {"indoor_m2", ColumnType::real, [](const SchoolRow& row) { return shown(row.supply.indoor_m2, shown_area_m2); }},
        {"special_m2", ColumnType::real, [](const SchoolRow& row) { return shown(row.supply.special_m2, shown_area_m2); }},
        {"own_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.own); })},
        {"own_source", ColumnType::text,
         [](const SchoolRow& row) {
             return row.supply.own ? text_cell(row.supply.source == OwnSource::official ? "official" : "drawn") : Cell();
         }},
        {"drawn_m2", ColumnType::real, [](const SchoolRow& row) { return shown(row.supply.drawn_m2, shown_area_m2); }},
        {"required_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.required); })},
        {"per_student_m2", ColumnType::real, figure([](const SchoolRow& row) { return per_student(row, row.state.own); })},
        {"standard_m2", ColumnType::real, figure([](const SchoolRow& row) { return per_student(row, row.state.required); })},
        {"ratio", ColumnType::real, figure([](const SchoolRow& row) { return ratio_of(row.state.own, row.state.required); })},
        {"status", ColumnType::text, [](const SchoolRow& row) { return text_cell(name_of(row.state.status)); }},
        {"gap_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.gap); })},
        {"surplus_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.surplus); })},
    };
}

std::vector<OutColumn<SchoolRow>> reach_columns()
{
    return {
        {"venues_in_reach", ColumnType::integer,
         not_of_branch([](const SchoolRow& row) { return row.view.walking.streets != nullptr ? Cell(row.neighbours.venues) : Cell(); })},
        {"nearest_venue_id", ColumnType::text,
         [](const SchoolRow& row) {
             return row.neighbours.nearest != nullptr ? text_cell(row.view.city.venues[row.neighbours.nearest->giver].id) : Cell();
         }},
        {"nearest_venue_s", ColumnType::real,
         [](const SchoolRow& row) {
             return row.neighbours.nearest != nullptr ? shown(row.neighbours.nearest->walk_s, shown_walk) : Cell();
         }},
    };
}

std::vector<OutColumn<SchoolRow>> allotment_columns()
{
    return {
        channel_column(Channel::rent),
        channel_column(Channel::share),
        {"shared_out_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.allotment.shared_out); })},
        channel_column(Channel::basement),
        channel_column(Channel::expand),
        {"residual_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.gap - row.allotment.received()); })},
        {"cost", ColumnType::real, figure([](const SchoolRow& row) { return shown(row.allotment.cost, 0.01); })},
        {"per_student_after_m2", ColumnType::real,
         figure([](const SchoolRow& row) { return per_student(row, ground_after(row.state, row.allotment)); })},
        {"status_after", ColumnType::text,
         [](const SchoolRow& row) {
             return text_cell(name_of(
                 row.has_figures() ? judged(ground_after(row.state, row.allotment), row.state.required, row.view.settings.standard.floor)
                                   : row.state.status));
         }},
        {"entry_source", ColumnType::text, not_of_branch([](const SchoolRow& row) {
             return text_cell(name_of(row.view.results.reach.entries.of_school[row.position].source));
         })},
        class_column(Stage::primary),
        class_column(Stage::junior),
        {"over_class", ColumnType::boolean, [](const SchoolRow& row) { return cell(row.size.over_class); }},
        {"over_size", ColumnType::boolean, [](const SchoolRow& row) { return cell(row.size.over_size); }},
    };
}

std::vector<OutColumn<SchoolRow>> school_columns()
{
    std::vector<OutColumn<SchoolRow>> all = identity_columns();
    for (const auto& group : {ground_columns(), reach_columns(), allotment_columns()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

std::vector<Neighbours> neighbours_of(const ResultView& view)
{
    std::vector<Neighbours> all(view.city.schools.size());
    for (const ReachedPair& pair : view.results.reach.rent.pairs) {
        Neighbours& own = all[index(pair.school)];
        ++own.venues;
        if (own.nearest == nullptr || pair.walk_s < own.nearest->walk_s) {
            own.nearest = &pair;
        }
    }
    return all;
}

/// The school's point where it lies in its largest campus, else a point of that campus.
gis::Point shown_point(const City& city, const Ownership& owns, std::size_t school)
{
    const gis::MultiPolygon* largest = nullptr;
    double largest_m2 = 0.0;
    for (const SchoolIndex row : owns.rows_of_main[school]) {
        for (const CampusIndex campus : owns.campuses_of_school[index(row)]) {
            const gis::MultiPolygon& ground = city.campuses[index(campus)].ground;
            const double m2 = gis::area(ground).square_metres();
            if (m2 > largest_m2) {
                largest_m2 = m2;
                largest = &ground;
            }
        }
    }
    const gis::Point at = city.schools[school].at;
    return largest == nullptr || gis::contains(*largest, at) ? at : gis::inner_point(*largest);
}

} // namespace

void write_schools(gis::GeoPackage& file, const ResultView& view)
{
    const Results& results = view.results;
    OutLayer<SchoolRow> layer(file, "schools", gis::LayerGeometry::point, words::say(words::Text::layer_schools), school_columns());
    const std::vector<Neighbours> neighbours = neighbours_of(view);
    for (std::size_t s = 0; s < view.city.schools.size(); ++s) {
        const School& school = view.city.schools[s];
        if (school.phase == SchoolPhase::planned) {
            continue;
        }
        const bool is_main = results.owns.is_main(SchoolIndex(s));
        const SchoolRow row{view,
                            s,
                            school,
                            results.enrolled[s],
                            results.supplies[s],
                            results.assessments[s],
                            results.allotments.of_school[s],
                            neighbours[s],
                            is_main ? school_size(view.city, results.owns, SchoolIndex(s), results.enrolled[s], view.settings.limits)
                                    : SchoolSize()};
        layer.add(shown_point(view.city, results.owns, s), row);
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

std::vector<OutColumn<StageRow>> stage_columns()
{
    return {
        {"school_id", ColumnType::text, [](const StageRow& row) { return text_cell(row.school.id); }},
        {"stage", ColumnType::text, [](const StageRow& row) { return text_cell(name_of(row.stage)); }},
        {"pupils", ColumnType::integer, [](const StageRow& row) { return cell(row.enrolled.pupils[row.stage]); }},
        {"weight", ColumnType::real, [](const StageRow& row) { return shown(row.weight, shown_ratio); }},
        {"area_m2", ColumnType::real, of_state(&StageRow::before, [](const StageState& s) { return shown(s.area_m2, shown_area_m2); })},
        {"per_pupil_m2", ColumnType::real,
         of_state(&StageRow::before, [](const StageState& s) { return shown(s.per_pupil_m2, shown_ratio); })},
        {"standard_m2", ColumnType::real, [](const StageRow& row) { return shown(row.standard_m2, shown_ratio); }},
        {"gap_stage_m2", ColumnType::real,
         [](const StageRow& row) { return row.before && row.standard_m2 ? shown(row.before->gap_m2, shown_area_m2) : Cell(); }},
        {"status", ColumnType::text, [](const StageRow& row) { return stage_status(row, row.before); }},
        {"in_district_figures", ColumnType::boolean,
         [](const StageRow& row) { return Cell(row.state.in_district_figures && row.before.has_value() && row.stage != Stage::senior); }},
        {"given_m2", ColumnType::real, [](const StageRow& row) { return shown(row.given_m2, shown_area_m2); }},
        {"per_pupil_after_m2", ColumnType::real,
         of_state(&StageRow::after, [](const StageState& s) { return shown(s.per_pupil_m2, shown_ratio); })},
        {"status_after", ColumnType::text, [](const StageRow& row) { return stage_status(row, row.after); }},
    };
}

StageRow stage_row(const ResultView& view, std::size_t s, Stage stage)
{
    const Results& r = view.results;
    const Standard& standard = view.settings.standard;
    StageRow row{view.city.schools[s], stage, r.enrolled[s], r.assessments[s], standard.m2_per_pupil[stage], {}, {}, {}, {}};
    if (r.assessments[s].has_figures() && r.needs[s]->pupils[stage] > 0) {
        const Allotment& allotment = r.allotments.of_school[s];
        row.weight = r.needs[s]->weight[stage];
        row.given_m2 = allotment.received().square_metres() * r.needs[s]->share(stage);
        row.before = stage_state(*r.needs[s], stage, r.assessments[s].own, standard);
        row.after = stage_state(*r.needs[s], stage, ground_after(r.assessments[s], allotment), standard);
    }
    return row;
}

} // namespace

void write_stages(gis::GeoPackage& file, const ResultView& view)
{
    OutLayer<StageRow> layer(file, "stages", gis::LayerGeometry::none, words::say(words::Text::layer_stages), stage_columns());
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
