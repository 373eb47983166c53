#include "layers/result/school_columns.hpp"

#include "gis/geometry/overlay.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

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
    return b > ExactArea() ? rounded(a.square_metres() / b.square_metres(), ratio_step) : Cell();
}

Cell per_student(const SchoolRow& row, ExactArea ground)
{
    return row.all_pupils ? rounded(ground.square_metres() / *row.all_pupils, ratio_step) : Cell();
}

Cell pupils_cell(const std::optional<double>& pupils, ColumnType type)
{
    constexpr double shown_pupils = 1e-3;
    if (pupils && type == ColumnType::integer) {
        return static_cast<std::int64_t>(*pupils);
    }
    return rounded(pupils, shown_pupils);
}

std::vector<LayerColumn<SchoolRow>> pupil_columns(ColumnType type)
{
    std::vector<LayerColumn<SchoolRow>> columns;
    for (const Stage stage : all_stages) {
        columns.push_back({"enrol_" + std::string(name_of(stage)), type,
                           not_of_branch([stage, type](const SchoolRow& row) { return pupils_cell(row.pupils[stage], type); })});
    }
    columns.push_back({"enrol_total", type, not_of_branch([type](const SchoolRow& row) { return pupils_cell(row.all_pupils, type); })});
    return columns;
}

LayerColumn<SchoolRow> channel_column(Channel channel)
{
    return {std::string(name_of(channel)) + "_m2", ColumnType::real,
            figure([channel](const SchoolRow& row) { return cell(row.school_allocation.given[channel]); })};
}

LayerColumn<SchoolRow> class_column(Stage stage)
{
    return {"mean_class_" + std::string(name_of(stage)), ColumnType::real,
            [stage](const SchoolRow& row) { return rounded(row.size.mean_class[stage], ratio_step); }};
}

std::vector<LayerColumn<SchoolRow>> ground_columns()
{
    return {
        {"outdoor_m2", ColumnType::real, [](const SchoolRow& row) { return rounded(row.supply.outdoor_m2, area_step_m2); }},
        {"indoor_m2", ColumnType::real, [](const SchoolRow& row) { return rounded(row.supply.indoor_m2, area_step_m2); }},
        {"special_m2", ColumnType::real, [](const SchoolRow& row) { return rounded(row.supply.special_m2, area_step_m2); }},
        {"own_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.own); })},
        {"own_source", ColumnType::text,
         [](const SchoolRow& row) {
             return row.supply.own ? text_cell(row.supply.source == OwnSource::official ? "official" : "drawn") : Cell();
         }},
        {"drawn_m2", ColumnType::real, [](const SchoolRow& row) { return rounded(row.supply.drawn_m2, area_step_m2); }},
        {"required_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.required); })},
        {"per_student_m2", ColumnType::real, figure([](const SchoolRow& row) { return per_student(row, row.state.own); })},
        {"standard_m2", ColumnType::real, figure([](const SchoolRow& row) { return per_student(row, row.state.required); })},
        {"ratio", ColumnType::real, figure([](const SchoolRow& row) { return ratio_of(row.state.own, row.state.required); })},
        {"status", ColumnType::text, [](const SchoolRow& row) { return text_cell(name_of(row.state.status)); }},
        {"gap_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.gap); })},
        {"surplus_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.state.surplus); })},
    };
}

std::vector<LayerColumn<SchoolRow>> reach_columns()
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
             return row.neighbours.nearest != nullptr ? rounded(row.neighbours.nearest->walk_s, walk_step) : Cell();
         }},
    };
}

std::vector<LayerColumn<SchoolRow>> allotment_columns()
{
    return {
        channel_column(Channel::rent),
        channel_column(Channel::share),
        {"shared_out_m2", ColumnType::real, figure([](const SchoolRow& row) { return cell(row.school_allocation.shared_out); })},
        channel_column(Channel::basement),
        channel_column(Channel::expand),
        {"residual_m2", ColumnType::real,
         figure([](const SchoolRow& row) { return cell(row.state.gap - row.school_allocation.received()); })},
        {"cost", ColumnType::real, figure([](const SchoolRow& row) { return rounded(row.school_allocation.cost, 0.01); })},
        {"per_student_after_m2", ColumnType::real,
         figure([](const SchoolRow& row) { return per_student(row, ground_after(row.state, row.school_allocation)); })},
        {"status_after", ColumnType::text,
         [](const SchoolRow& row) {
             return text_cell(name_of(status_after(row.state, row.school_allocation, row.view.settings.standard.floor)));
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

} // namespace

std::vector<LayerColumn<SchoolRow>> identity_columns()
{
    return {
        {"school_id", ColumnType::text, [](const SchoolRow& row) { return text_cell(row.school().id); }},
        {"name", ColumnType::text, [](const SchoolRow& row) { return text_or_null(row.school().name); }},
        {"district", ColumnType::text, district_cell},
        {"stage", ColumnType::text,
         [](const SchoolRow& row) { return text_or_null(stage_list(row.school(), row.enrolled, row.is_branch())); }},
        {"rural", ColumnType::boolean, [](const SchoolRow& row) { return cell(row.school().rural); }},
    };
}

std::vector<LayerColumn<SchoolRow>> figure_columns(gis::ColumnType pupils)
{
    std::vector<LayerColumn<SchoolRow>> all = pupil_columns(pupils);
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
gis::Point map_point(const City& city, const Ownership& owns, std::size_t school)
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

} // namespace fieldgap
