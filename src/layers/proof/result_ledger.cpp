#include "layers/proof/result_ledger.hpp"

#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

constexpr double cost_step = 0.01;

struct EntryRow
{
    const ResultView& view;
    const LedgerRow& entry;

    const Lease* lease() const { return entry.lease ? &view.city.leases[*entry.lease] : nullptr; }
};

std::vector<LayerColumn<EntryRow>> ledger_columns()
{
    return {
        {"school_id", ColumnType::text, [](const EntryRow& row) { return text_cell(row.view.city.schools[index(row.entry.school)].id); }},
        {"basis", ColumnType::text, [](const EntryRow& row) { return text_cell(name_of(row.entry.basis)); }},
        {"m2", ColumnType::real, [](const EntryRow& row) { return cell(row.entry.m2); }},
        {"from_id", ColumnType::text, [](const EntryRow& row) { return text_or_null(row.entry.from_id); }},
        {"walk_s", ColumnType::real, [](const EntryRow& row) { return rounded(row.entry.walk_s, walk_step); }},
        {"rule", ColumnType::text, [](const EntryRow& row) { return text_cell(std::to_string(row.entry.rule)); }},
        {"lease_no", ColumnType::text,
         [](const EntryRow& row) { return row.lease() != nullptr ? text_cell(row.lease()->number) : Cell(); }},
        {"lease_until", ColumnType::text,
         [](const EntryRow& row) {
             return row.lease() != nullptr && row.lease()->until ? text_cell(text_of(*row.lease()->until)) : Cell();
         }},
        {"cost", ColumnType::real, [](const EntryRow& row) { return rounded(row.entry.cost, cost_step); }},
    };
}

struct GapRow
{
    const ResultView& view;
    const FutureGap& gap;
};

std::vector<LayerColumn<GapRow>> gap_columns()
{
    return {
        {"school_id", ColumnType::text, [](const GapRow& row) { return text_cell(row.view.city.schools[index(row.gap.school)].id); }},
        {"from_date", ColumnType::text, [](const GapRow& row) { return text_cell(text_of(row.gap.from)); }},
        {"m2", ColumnType::real, [](const GapRow& row) { return cell(row.gap.m2); }},
        {"lease_no", ColumnType::text, [](const GapRow& row) { return text_cell(row.view.city.leases[row.gap.lease].number); }},
    };
}

} // namespace

void write_ledger(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<EntryRow> layer(file, "ledger", gis::LayerGeometry::none, words::translate(words::Text::layer_ledger), ledger_columns());
    for (const LedgerRow& entry : view.proof->ledger) {
        layer.add({}, {view, entry});
    }
}

void write_future_gaps(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<GapRow> layer(file, "future_gaps", gis::LayerGeometry::none, words::translate(words::Text::layer_future_gaps),
                              gap_columns());
    for (const FutureGap& gap : view.proof->future_gaps) {
        layer.add({}, {view, gap});
    }
}

} // namespace fieldgap
