#include "layers/result/result_estates.hpp"

#include "layers/result/estate_shape.hpp"
#include "layers/result/layer_writer.hpp"
#include "layers/result/reasons.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

std::string_view phase_word(const Estate& estate)
{
    return estate.phase == EstatePhase::planned ? "planned" : "existing";
}

struct ResidentialRow
{
    const City& city;
    const Estate& estate;
    const EstateRow& figures;
};

using ResidentialColumns = std::vector<LayerColumn<ResidentialRow>>;

void add_nearest(ResidentialColumns& columns, Stage stage)
{
    const std::string name(name_of(stage));
    columns.push_back({"nearest_" + name, ColumnType::text, [stage](const ResidentialRow& row) {
                           const auto& nearest = row.figures.nearest[stage];
                           return nearest ? text_cell(row.city.schools[index(nearest->school)].id) : Cell();
                       }});
    columns.push_back({"walk_" + name + "_m", ColumnType::real, [stage](const ResidentialRow& row) {
                           const auto& nearest = row.figures.nearest[stage];
                           return nearest ? rounded(nearest->walk_m, walk_step) : Cell();
                       }});
}

ResidentialColumns residential_columns()
{
    ResidentialColumns columns = {
        {"estate_id", ColumnType::text, [](const ResidentialRow& row) { return text_cell(row.estate.id); }},
        {"name", ColumnType::text, [](const ResidentialRow& row) { return text_or_null(row.estate.name); }},
        {"phase", ColumnType::text, [](const ResidentialRow& row) { return text_cell(phase_word(row.estate)); }},
        {"households", ColumnType::real, [](const ResidentialRow& row) { return rounded(row.estate.households, ratio_step); }}};
    for (const Stage stage : compulsory_stages) {
        columns.push_back({"pupils_" + std::string(name_of(stage)), ColumnType::real,
                           [stage](const ResidentialRow& row) { return rounded(row.figures.pupils[stage].pupils, ratio_step); }});
    }
    for (const Stage stage : compulsory_stages) {
        add_nearest(columns, stage);
    }
    for (const Stage stage : compulsory_stages) {
        columns.push_back({"seats_" + std::string(name_of(stage)), ColumnType::integer,
                           [stage](const ResidentialRow& row) { return cell(row.figures.seats[stage]); }});
    }
    columns.push_back({"covered", ColumnType::boolean, [](const ResidentialRow& row) { return cell(row.figures.covered); }});
    columns.push_back(
        {"per_student_m2", ColumnType::real, [](const ResidentialRow& row) { return rounded(row.figures.per_student_m2, ratio_step); }});
    columns.push_back({"verdict", ColumnType::text,
                       [](const ResidentialRow& row) { return row.figures.verdict ? text_cell(name_of(*row.figures.verdict)) : Cell(); }});
    columns.push_back(
        {"reasons", ColumnType::text, [](const ResidentialRow& row) { return text_or_null(reasons_text(row.figures.reasons, row.city)); }});
    columns.push_back(
        {"entry_source", ColumnType::text, [](const ResidentialRow& row) { return text_cell(name_of(row.figures.entry_source)); }});
    return columns;
}

struct PhasingLine
{
    const City& city;
    const PhasingRow& figures;

    const Estate& estate() const { return city.estates[figures.estate]; }
};

LayerColumn<PhasingLine> year_column(std::string name, std::optional<std::int64_t> PhasingRow::*year)
{
    return {std::move(name), ColumnType::integer, [year](const PhasingLine& row) { return cell(row.figures.*year); }};
}

LayerColumn<PhasingLine> pupil_column(Stage stage)
{
    return {"pupils_" + std::string(name_of(stage)), ColumnType::real,
            [stage](const PhasingLine& row) { return rounded(row.figures.pupils[stage], ratio_step); }};
}

std::vector<LayerColumn<PhasingLine>> phasing_columns()
{
    const auto school_name = [](const PhasingLine& row) {
        const auto& school = row.figures.school;
        return school ? text_or_null(row.city.schools[index(*school)].name) : Cell();
    };
    return {{"estate_id", ColumnType::text, [](const PhasingLine& row) { return text_cell(row.estate().id); }},
            {"name", ColumnType::text, [](const PhasingLine& row) { return text_or_null(row.estate().name); }},
            {"phase", ColumnType::text, [](const PhasingLine& row) { return text_cell(phase_word(row.estate())); }},
            {"school_id", ColumnType::text, [](const PhasingLine& row) { return text_or_null(row.figures.school_id); }},
            {"school_name", ColumnType::text, school_name},
            {"need", ColumnType::text, [](const PhasingLine& row) { return text_cell(name_of(row.figures.need)); }},
            {"legacy", ColumnType::boolean, [](const PhasingLine& row) { return Cell(row.figures.is_legacy); }},
            year_column("homes_year", &PhasingRow::homes_year),
            year_column("plan_year", &PhasingRow::plan_year),
            year_column("build_year", &PhasingRow::build_year),
            year_column("handover_year", &PhasingRow::handover_year),
            year_column("open_year", &PhasingRow::open_year),
            year_column("years_without", &PhasingRow::years_without),
            {"in_step", ColumnType::boolean, [](const PhasingLine& row) { return cell(row.figures.in_step); }},
            pupil_column(Stage::primary),
            pupil_column(Stage::junior)};
}

} // namespace

void write_residential(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<ResidentialRow> layer(file, "residential", gis::LayerGeometry::multi_polygon,
                                      words::translate(words::Text::layer_residential), residential_columns());
    for (std::size_t e = 0; e < view.city.estates.size(); ++e) {
        layer.add(shape_of_estate(view.city.estates[e]), {view.city, view.city.estates[e], view.estates.table.rows[e]});
    }
}

void write_phasing(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<PhasingLine> layer(file, "phasing", gis::LayerGeometry::multi_polygon, words::translate(words::Text::layer_phasing),
                                   phasing_columns());
    for (const PhasingRow& row : view.estates.phasing.rows) {
        layer.add(shape_of_estate(view.city.estates[row.estate]), {view.city, row});
    }
}

} // namespace fieldgap
