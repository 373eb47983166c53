#include "layers/changes/change_layers.hpp"

#include "layers/changes/change_summary.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

#include <array>

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;
using words::Text;

Cell area_cell(const std::optional<ExactArea>& area)
{
    return area ? cell(*area) : Cell();
}

std::string by_column(Cause cause)
{
    return "by_" + std::string(name_of(cause)) + "_m2";
}

struct ChangeRow
{
    const ComparedPair& pair;
    const SchoolChange& change;

    const ComparedSchool& school() const { return pair.school_of(change); }
};

std::vector<LayerColumn<ChangeRow>> change_columns()
{
    std::vector<LayerColumn<ChangeRow>> columns = {
        {"school_id", ColumnType::text, [](const ChangeRow& row) { return text_cell(row.school().id); }},
        {"name", ColumnType::text, [](const ChangeRow& row) { return text_or_null(row.school().name); }},
        {"district", ColumnType::text, [](const ChangeRow& row) { return text_or_null(row.school().district); }},
        {"gap_before_m2", ColumnType::real, [](const ChangeRow& row) { return area_cell(row.change.gap_before); }},
        {"gap_after_m2", ColumnType::real, [](const ChangeRow& row) { return area_cell(row.change.gap_after); }},
        {"residual_before_m2", ColumnType::real, [](const ChangeRow& row) { return area_cell(row.change.residual_before); }},
        {"residual_after_m2", ColumnType::real, [](const ChangeRow& row) { return area_cell(row.change.residual_after); }},
        {"change_m2", ColumnType::real, [](const ChangeRow& row) { return row.change.is_known ? cell(row.change.change()) : Cell(); }},
    };
    for (const Cause cause : all_causes) {
        columns.push_back({by_column(cause), ColumnType::real,
                           [cause](const ChangeRow& row) { return row.change.is_known ? cell(row.change.by[cause]) : Cell(); }});
    }
    return columns;
}

Text title_of(ChangeKind kind)
{
    constexpr std::array<Text, 7> titles = {Text::diff_layer_closed, Text::diff_layer_opened,    Text::diff_layer_worse,
                                            Text::diff_layer_better, Text::diff_layer_unchanged, Text::diff_layer_gone,
                                            Text::diff_layer_new};
    return titles[static_cast<std::size_t>(kind)];
}

struct CauseRow
{
    std::string_view scope; ///< `city`, `district`, `outside`
    std::string district;
    const ChangeSums& sums;
};

LayerColumn<CauseRow> sum_column(std::string name, ExactArea ChangeSums::*sum)
{
    return {std::move(name), ColumnType::real, [sum](const CauseRow& row) { return cell(row.sums.*sum); }};
}

std::vector<LayerColumn<CauseRow>> cause_columns()
{
    std::vector<LayerColumn<CauseRow>> columns = {
        {"scope", ColumnType::text, [](const CauseRow& row) { return text_cell(row.scope); }},
        {"district", ColumnType::text, [](const CauseRow& row) { return text_or_null(row.district); }},
        sum_column("gap_before_m2", &ChangeSums::gap_before),
        sum_column("gap_after_m2", &ChangeSums::gap_after),
        sum_column("residual_before_m2", &ChangeSums::residual_before),
        sum_column("residual_after_m2", &ChangeSums::residual_after),
        sum_column("change_m2", &ChangeSums::change),
    };
    for (const Cause cause : all_causes) {
        columns.push_back({by_column(cause), ColumnType::real, [cause](const CauseRow& row) { return cell(row.sums.by[cause]); }});
    }
    for (const ChangeKind kind : all_change_kinds) {
        columns.push_back({"schools_" + std::string(name_of(kind)), ColumnType::integer,
                           [kind](const CauseRow& row) { return Cell(row.sums.count(kind)); }});
    }
    columns.push_back({"schools_unknown", ColumnType::integer, [](const CauseRow& row) { return Cell(row.sums.unknown); }});
    columns.push_back(sum_column("known_now_m2", &ChangeSums::known_now));
    columns.push_back(sum_column("unknown_now_m2", &ChangeSums::unknown_now));
    return columns;
}

void write_causes(gis::GeoPackage& file, const Comparison& comparison)
{
    LayerWriter<CauseRow> layer(file, "causes", gis::LayerGeometry::none, words::translate(Text::diff_layer_causes), cause_columns());
    layer.add({}, {"city", "", comparison.city});
    for (const DistrictChanges& district : comparison.districts) {
        layer.add({}, {district.district.empty() ? "outside" : "district", district.district, district.sums});
    }
}

void write_change_summary(gis::GeoPackage& file, const ComparedPair& pair)
{
    LayerWriter<ChangeSummaryLine> layer(
        file, "summary", gis::LayerGeometry::none, words::translate(Text::layer_summary),
        {{"key", ColumnType::text, [](const ChangeSummaryLine& line) { return text_cell(line.figure.key); }},
         {"value", ColumnType::real, [](const ChangeSummaryLine& line) { return line.figure.value ? Cell(*line.figure.value) : Cell(); }},
         {"unit", ColumnType::text, [](const ChangeSummaryLine& line) { return text_or_null(line.figure.unit); }},
         {"note", ColumnType::text, [](const ChangeSummaryLine& line) { return text_or_null(line.note); }}});
    for (const ChangeSummaryLine& line : change_summary(pair)) {
        layer.add({}, line);
    }
}

} // namespace

void write_changes(gis::GeoPackage& file, const ComparedPair& pair)
{
    for (const ChangeKind kind : all_change_kinds) {
        LayerWriter<ChangeRow> layer(file, std::string(name_of(kind)), gis::LayerGeometry::point, words::translate(title_of(kind)),
                                     change_columns());
        for (const SchoolChange& change : pair.comparison.schools) {
            if (change.kind == kind) {
                layer.add(pair.school_of(change).at, {pair, change});
            }
        }
    }
    write_causes(file, pair.comparison);
    write_change_summary(file, pair);
}

} // namespace fieldgap
