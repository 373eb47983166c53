#include "layers/plan/result_programme.hpp"

#include "domain/plan/programme.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

Cell number_cell(const std::optional<Quantity>& quantity)
{
    return quantity ? Cell(quantity->number()) : Cell();
}

std::vector<LayerColumn<ProgrammeRow>> programme_columns()
{
    return {
        {"name", ColumnType::text, [](const ProgrammeRow& row) { return text_cell(row.name); }},
        {"unit", ColumnType::text, [](const ProgrammeRow& row) { return text_or_null(row.unit); }},
        {"year", ColumnType::integer, [](const ProgrammeRow& row) { return Cell(row.year); }},
        {"target", ColumnType::real, [](const ProgrammeRow& row) { return number_cell(row.target); }},
        {"done", ColumnType::real, [](const ProgrammeRow& row) { return number_cell(row.done); }},
        {"pace", ColumnType::real, [](const ProgrammeRow& row) { return rounded(row.pace, ratio_step); }},
        {"forecast_year", ColumnType::integer, [](const ProgrammeRow& row) { return cell(row.forecast_year); }},
        {"total", ColumnType::real, [](const ProgrammeRow& row) { return number_cell(row.total); }},
    };
}

} // namespace

void write_programme(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<ProgrammeRow> layer(file, "programme", gis::LayerGeometry::none, words::translate(words::Text::layer_programme),
                                    programme_columns());
    for (const ProgrammeRow& row : programme_rows(view.settings.programmes)) {
        layer.add({}, row);
    }
}

} // namespace fieldgap
