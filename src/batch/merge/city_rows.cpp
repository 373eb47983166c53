#include "batch/merge/city_rows.hpp"

#include "layers/result/layer_writer.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using gis::ColumnType;

/// A figure of a city and its key in the summary. Columns that `districts` has too are called as there.
struct FigureColumn
{
    const char* name;
    ColumnType type;
    std::string_view key;
};

constexpr std::string_view errors_key = "data_issues.error";

constexpr std::array figures = {
    FigureColumn{"schools", ColumnType::integer, "schools"},
    FigureColumn{"pupils", ColumnType::integer, "pupils"},
    FigureColumn{"own_m2", ColumnType::real, "own_m2"},
    FigureColumn{"required_m2", ColumnType::real, "required_m2"},
    FigureColumn{"gap_m2", ColumnType::real, "gap_m2"},
    FigureColumn{"net_m2", ColumnType::real, "net_m2"},
    FigureColumn{"surplus_m2", ColumnType::real, "surplus_m2"},
    FigureColumn{"rent_m2", ColumnType::real, "given_m2.rent"},
    FigureColumn{"share_m2", ColumnType::real, "given_m2.share"},
    FigureColumn{"basement_m2", ColumnType::real, "given_m2.basement"},
    FigureColumn{"expand_m2", ColumnType::real, "given_m2.expand"},
    FigureColumn{"given_m2", ColumnType::real, "given_m2"},
    FigureColumn{"residual_m2", ColumnType::real, "residual_m2"},
    FigureColumn{"cost", ColumnType::real, "cost"},
    FigureColumn{"mean_primary", ColumnType::real, "mean_primary"},
    FigureColumn{"cv_primary", ColumnType::real, "cv_primary"},
    FigureColumn{"mean_junior", ColumnType::real, "mean_junior"},
    FigureColumn{"cv_junior", ColumnType::real, "cv_junior"},
    FigureColumn{"mean_primary_after", ColumnType::real, "mean_primary_after"},
    FigureColumn{"cv_primary_after", ColumnType::real, "cv_primary_after"},
    FigureColumn{"mean_junior_after", ColumnType::real, "mean_junior_after"},
    FigureColumn{"cv_junior_after", ColumnType::real, "cv_junior_after"},
    FigureColumn{"schools_meet", ColumnType::integer, "schools.meets"},
    FigureColumn{"schools_near", ColumnType::integer, "schools.near"},
    FigureColumn{"schools_short", ColumnType::integer, "schools.short"},
    FigureColumn{"schools_unknown", ColumnType::integer, "schools.unknown"},
    FigureColumn{"schools_none", ColumnType::integer, "schools.none"},
    FigureColumn{"schools_branch", ColumnType::integer, "schools.branch"},
    FigureColumn{"venues", ColumnType::integer, "venues"},
    FigureColumn{"venues_rented", ColumnType::integer, "venues_rented"},
    FigureColumn{"estates", ColumnType::integer, "estates"},
    FigureColumn{"data_issues_error", ColumnType::integer, errors_key},
    FigureColumn{"data_issues_warning", ColumnType::integer, "data_issues.warning"},
    FigureColumn{"data_issues_info", ColumnType::integer, "data_issues.info"},
};

std::optional<double> value_of(const std::vector<SummaryLine>& summary, std::string_view key)
{
    const auto line = std::find_if(summary.begin(), summary.end(), [&](const SummaryLine& one) { return one.key == key; });
    return line == summary.end() ? std::nullopt : line->value;
}

gis::Cell figure(std::optional<double> value, ColumnType type)
{
    if (!value || type == ColumnType::real) {
        return value ? gis::Cell(*value) : gis::Cell();
    }
    return static_cast<std::int64_t>(std::llround(*value));
}

/// What the journal calls it depends on when it was done: a city that a resumed batch found `unchanged` is the same city.
std::string state_of(const SurveyedCity& city, const std::vector<SummaryLine>& summary)
{
    if (!city.fault.empty()) {
        return "failed";
    }
    return !city.is_merged() ? city.of.state : value_of(summary, errors_key).value_or(0.0) > 0.0 ? "issues" : "done";
}

} // namespace

gis::LayerSchema cities_schema()
{
    gis::LayerSchema schema = {cities_layer,
                               gis::LayerGeometry::none,
                               {{city_column, ColumnType::text}, {"state", ColumnType::text}, {"message", ColumnType::text}},
                               words::translate(words::Text::layer_cities)};
    for (const FigureColumn& column : figures) {
        schema.columns.push_back({column.name, column.type});
    }
    return schema;
}

std::vector<gis::Cell> cells_of(const SurveyedCity& city, const std::vector<SummaryLine>& summary)
{
    std::vector<gis::Cell> cells = {text_cell(words::valid_utf8(city.of.city)), text_cell(state_of(city, summary)),
                                    text_or_null(words::valid_utf8(city.fault.empty() ? city.of.message : city.fault))};
    for (const FigureColumn& column : figures) {
        cells.push_back(figure(value_of(summary, column.key), column.type));
    }
    return cells;
}

} // namespace fieldgap
