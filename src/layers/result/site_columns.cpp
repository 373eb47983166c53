#include "layers/result/site_columns.hpp"

#include "layers/input/read_sites.hpp"
#include "layers/result/reasons.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

constexpr double shown_pupils = 1e-3;

/// Values that hold for one site only.
template <class Value>
std::function<Cell(const SiteOut&)> of_one(Value value)
{
    return [value](const SiteOut& row) { return row.site != nullptr ? value(row) : Cell(); };
}

/// Values that hold only where there is a verdict other than unknown.
template <class Value>
std::function<Cell(const SiteOut&)> judged_only(Value value)
{
    return [value](const SiteOut& row) { return row.row().seats_short ? value(row.row()) : Cell(); };
}

const std::string& id_of(const SiteOut& row, SchoolIndex school)
{
    return row.view.city.city.schools[index(school)].id;
}

Cell receiving(const SiteOut& row)
{
    std::string list;
    for (const SchoolIndex school : row.row().estate.serving) {
        list += (list.empty() ? "" : ";") + id_of(row, school);
    }
    return text_or_null(list);
}

std::vector<LayerColumn<SiteOut>> stage_columns(Stage stage)
{
    const std::string name(name_of(stage));
    const auto nearest = [stage](const SiteOut& row) -> const std::optional<EstateWalk>& { return row.row().estate.nearest[stage]; };
    return {
        {"nearest_" + name, ColumnType::text,
         of_one([nearest](const SiteOut& row) { return nearest(row) ? text_cell(id_of(row, nearest(row)->school)) : Cell(); })},
        {"walk_" + name + "_m", ColumnType::real,
         of_one([nearest](const SiteOut& row) { return nearest(row) ? rounded(nearest(row)->walk_m, walk_step) : Cell(); })},
    };
}

LayerColumn<SiteOut> pupil_column(Stage stage)
{
    return {"pupils_" + std::string(name_of(stage)), ColumnType::real,
            [stage](const SiteOut& row) { return rounded(row.row().estate.pupils[stage].pupils, shown_pupils); }};
}

LayerColumn<SiteOut> seat_column(Stage stage)
{
    return {"seats_" + std::string(name_of(stage)), ColumnType::integer,
            of_one([stage](const SiteOut& row) { return cell(row.row().estate.seats[stage]); })};
}

LayerColumn<SiteOut> short_column(Stage stage)
{
    return {"seats_short_" + std::string(name_of(stage)), ColumnType::real,
            judged_only([stage](const SiteRow& row) { return rounded((*row.seats_short)[stage].pupils(), shown_pupils); })};
}

std::vector<LayerColumn<SiteOut>> identity_columns()
{
    return {
        {"estate_id", ColumnType::text, [](const SiteOut& row) { return text_cell(row.id); }},
        {"name", ColumnType::text, of_one([](const SiteOut& row) { return text_or_null(row.site->name); })},
        {"phase", ColumnType::text, [](const SiteOut&) { return text_cell("planned"); }},
        {"households", ColumnType::real, [](const SiteOut& row) { return rounded(households_of(row), shown_pupils); }},
        pupil_column(Stage::primary),
        pupil_column(Stage::junior),
    };
}

std::vector<LayerColumn<SiteOut>> seat_columns()
{
    return {
        seat_column(Stage::primary),
        seat_column(Stage::junior),
        {"covered", ColumnType::boolean, of_one([](const SiteOut& row) { return cell(row.row().estate.covered); })},
        {"per_student_m2", ColumnType::real, [](const SiteOut& row) { return rounded(row.row().estate.per_student_m2, ratio_step); }},
        {"entry_source", ColumnType::text, of_one([](const SiteOut& row) { return text_cell(name_of(row.row().estate.entry_source)); })},
    };
}

std::vector<LayerColumn<SiteOut>> demand_columns()
{
    return {
        short_column(Stage::primary),
        short_column(Stage::junior),
        {"extra_required_m2", ColumnType::real,
         judged_only([](const SiteRow& row) { return row.extra_required ? cell(*row.extra_required) : Cell(); })},
        {"extra_gap_m2", ColumnType::real, judged_only([](const SiteRow& row) { return row.extra_gap ? cell(*row.extra_gap) : Cell(); })},
        {"receiving_schools", ColumnType::text, receiving},
        {"venues_in_reach", ColumnType::integer,
         judged_only([](const SiteRow& row) { return Cell(static_cast<std::int64_t>(row.venues_in_reach)); })},
        {"needed_classes", ColumnType::integer,
         judged_only([](const SiteRow& row) { return row.new_school ? Cell(row.new_school->all_classes()) : Cell(); })},
        {"needed_field_m2", ColumnType::real,
         judged_only([](const SiteRow& row) { return row.new_school ? rounded(row.new_school->field_m2, area_step_m2) : Cell(); })},
        {"reward", ColumnType::real,
         judged_only([](const SiteRow& row) { return row.new_school ? Cell(row.new_school->reward_yuan) : Cell(); })},
    };
}

std::vector<LayerColumn<SiteOut>> verdict_columns()
{
    return {
        {"carries_households", ColumnType::integer, [](const SiteOut& row) { return cell(row.row().carries_households); }},
        {"binding", ColumnType::text, [](const SiteOut& row) { return text_or_null(binding_text(row.row().binding)); }},
        {"carries_conditional", ColumnType::integer, [](const SiteOut& row) { return cell(row.row().carries_conditional); }},
        {"binding_conditional", ColumnType::text,
         [](const SiteOut& row) { return text_or_null(binding_text(row.row().binding_conditional)); }},
        {"verdict", ColumnType::text,
         [](const SiteOut& row) { return text_cell(name_of(row.row().estate.verdict.value_or(Verdict::unknown))); }},
        {"reasons", ColumnType::text,
         [](const SiteOut& row) { return text_or_null(reasons_text(row.row().estate.reasons, row.view.city.city)); }},
    };
}

} // namespace

std::optional<double> households_of(const SiteOut& row)
{
    if (row.site != nullptr) {
        return row.site->households;
    }
    double sum = 0.0;
    for (const Estate& site : row.view.sites) {
        if (!site.households) {
            return std::nullopt;
        }
        sum += *site.households;
    }
    return sum;
}

std::string binding_text(const std::optional<Binding>& binding)
{
    if (!binding) {
        return {};
    }
    const std::string school = binding->school_id.empty() ? "" : binding->school_id + " ";
    return school + std::string(name_of(binding->stage)) + " " + std::string(name_of(binding->kind));
}

std::vector<SiteOut> site_rows(const ScreenView& view)
{
    std::vector<SiteOut> rows;
    const auto add_together = [&] { rows.push_back({view, all_sites_id, nullptr, view.screening.together}); };
    for (std::size_t i = 0; i < view.sites.size(); ++i) {
        if ((i == 0 || view.sites[i - 1].id < all_sites_id) && all_sites_id < view.sites[i].id) {
            add_together();
        }
        rows.push_back({view, view.sites[i].id, &view.sites[i], view.screening.alone[i]});
    }
    if (view.sites.empty() || view.sites.back().id < all_sites_id) {
        add_together();
    }
    return rows;
}

std::vector<LayerColumn<SiteOut>> site_columns()
{
    std::vector<LayerColumn<SiteOut>> all;
    for (const auto& group : {identity_columns(), stage_columns(Stage::primary), stage_columns(Stage::junior), seat_columns(),
                              demand_columns(), verdict_columns()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

} // namespace fieldgap
