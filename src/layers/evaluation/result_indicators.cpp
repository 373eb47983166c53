#include "layers/evaluation/result_indicators.hpp"

#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

struct IndicatorRow
{
    const School& school;
    Stage stage;
    Indicator indicator;
    const StageValue& found;
};

std::vector<LayerColumn<IndicatorRow>> indicator_columns()
{
    return {
        {"school_id", ColumnType::text, [](const IndicatorRow& row) { return text_cell(row.school.id); }},
        {"stage", ColumnType::text, [](const IndicatorRow& row) { return text_cell(name_of(row.stage)); }},
        {"indicator", ColumnType::text, [](const IndicatorRow& row) { return text_cell(name_of(row.indicator)); }},
        {"value", ColumnType::real, [](const IndicatorRow& row) { return rounded(row.found.value, ratio_step); }},
        {"standard", ColumnType::real, [](const IndicatorRow& row) { return rounded(row.found.standard, ratio_step); }},
        {"ratio", ColumnType::real, [](const IndicatorRow& row) { return rounded(row.found.ratio, ratio_step); }},
        {"state", ColumnType::text, [](const IndicatorRow& row) { return text_cell(name_of(row.found.state)); }},
        {"national_value", ColumnType::real, [](const IndicatorRow& row) { return rounded(row.found.national_value, ratio_step); }},
    };
}

struct VerdictRow
{
    const School& school;
    Stage stage;
    StateCounts counts;
    std::optional<bool> passes;
};

LayerColumn<VerdictRow> count_column(std::string name, int StateCounts::*count)
{
    return {std::move(name), ColumnType::integer,
            [count](const VerdictRow& row) { return Cell(static_cast<std::int64_t>(row.counts.*count)); }};
}

std::vector<LayerColumn<VerdictRow>> verdict_columns()
{
    return {
        {"school_id", ColumnType::text, [](const VerdictRow& row) { return text_cell(row.school.id); }},
        {"stage", ColumnType::text, [](const VerdictRow& row) { return text_cell(name_of(row.stage)); }},
        count_column("met", &StateCounts::met),
        count_column("tolerated", &StateCounts::tolerated),
        count_column("short", &StateCounts::short_of),
        count_column("unknown", &StateCounts::unknown),
        {"passes", ColumnType::boolean, [](const VerdictRow& row) { return cell(row.passes); }},
    };
}

struct VariationRow
{
    std::string district;
    const IndicatorVariation& found;
};

Cell mean_cell(const std::optional<Variation>& read)
{
    return read ? rounded(read->mean_m2, ratio_step) : Cell();
}

LayerColumn<VariationRow> cv_column(std::string name, Reading reading)
{
    return {std::move(name), ColumnType::real, [reading](const VariationRow& row) {
                const auto cv = row.found.cv(reading);
                return cv ? Cell(*cv) : Cell();
            }};
}

LayerColumn<VariationRow> passes_column(std::string name, Reading reading)
{
    return {std::move(name), ColumnType::boolean, [reading](const VariationRow& row) { return cell(row.found.passes[reading]); }};
}

std::vector<LayerColumn<VariationRow>> variation_columns()
{
    return {
        {"district", ColumnType::text, [](const VariationRow& row) { return text_cell(row.district); }},
        {"stage", ColumnType::text, [](const VariationRow& row) { return text_cell(name_of(row.found.stage)); }},
        {"indicator", ColumnType::text, [](const VariationRow& row) { return text_cell(name_of(row.found.indicator)); }},
        {"schools", ColumnType::integer, [](const VariationRow& row) { return Cell(row.found.schools); }},
        {"mean_weighted", ColumnType::real, [](const VariationRow& row) { return mean_cell(row.found.weighted); }},
        cv_column("cv_weighted", Reading::weighted),
        {"mean_plain", ColumnType::real, [](const VariationRow& row) { return mean_cell(row.found.plain); }},
        cv_column("cv_plain", Reading::plain),
        cv_column("cv_weighted_rounded", Reading::weighted_rounded),
        cv_column("cv_plain_rounded", Reading::plain_rounded),
        {"limit", ColumnType::real, [](const VariationRow& row) { return Cell(row.found.limit); }},
        passes_column("passes_weighted", Reading::weighted),
        passes_column("passes_plain", Reading::plain),
        passes_column("passes_weighted_rounded", Reading::weighted_rounded),
        passes_column("passes_plain_rounded", Reading::plain_rounded),
    };
}

std::string name_of_group(const Districts& districts, const std::optional<std::size_t>& district)
{
    if (!district) {
        return {};
    }
    const DistrictFigures& row = districts.rows[*district];
    return row.name.empty() ? row.id : row.name;
}

} // namespace

void write_indicators(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<IndicatorRow> layer(file, "indicators", gis::LayerGeometry::none, words::translate(words::Text::layer_indicators),
                                    indicator_columns());
    for (const StageIndicators& row : view.indicators->stages) {
        for (const Indicator indicator : all_indicators) {
            if (view.indicators->shows(indicator)) {
                layer.add({}, {view.city.schools[index(row.school)], row.stage, indicator, row.of[indicator]});
            }
        }
    }
}

void write_indicator_verdicts(gis::GeoPackage& file, const ResultView& view)
{
    constexpr PerIndicator<bool> all_seven = {{true, true, true, true, true, true, true}};
    LayerWriter<VerdictRow> layer(file, "indicator_verdicts", gis::LayerGeometry::none,
                                  words::translate(words::Text::layer_indicator_verdicts), verdict_columns());
    for (const StageIndicators& row : view.indicators->stages) {
        const StateCounts counts = count_states(row, all_seven);
        layer.add({}, {view.city.schools[index(row.school)], row.stage, counts, passes_school_rule(counts, view.settings.standard.regime)});
    }
}

void write_variation(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<VariationRow> layer(file, "variation", gis::LayerGeometry::none, words::translate(words::Text::layer_variation),
                                    variation_columns());
    for (const IndicatorVariation& row : view.indicators->variations) {
        layer.add({}, {name_of_group(view.results.districts, row.district), row});
    }
}

} // namespace fieldgap
