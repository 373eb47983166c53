#include "layers/proof/result_leases.hpp"

#include "domain/allocation/leases.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

struct LeaseRow
{
    const ResultView& view;
    const Lease& lease;
    LeaseFate fate{};
    ExactArea counted;

    const std::string& school_id() const { return view.city.schools[index(lease.school)].id; }
};

std::vector<LayerColumn<LeaseRow>> lease_columns()
{
    return {
        {"school_id", ColumnType::text, [](const LeaseRow& row) { return text_cell(row.school_id()); }},
        {"venue_id", ColumnType::text, [](const LeaseRow& row) { return text_cell(row.view.city.venues[row.lease.venue].id); }},
        {"number", ColumnType::text, [](const LeaseRow& row) { return text_cell(row.lease.number); }},
        {"until", ColumnType::text, [](const LeaseRow& row) { return row.lease.until ? text_cell(text_of(*row.lease.until)) : Cell(); }},
        {"m2", ColumnType::real, [](const LeaseRow& row) { return rounded(row.lease.m2, area_step_m2); }},
        {"counted_m2", ColumnType::real, [](const LeaseRow& row) { return cell(row.counted); }},
        {"fate", ColumnType::text, [](const LeaseRow& row) { return text_cell(name_of(row.fate)); }},
        {"signed_by", ColumnType::text, [](const LeaseRow& row) { return text_or_null(row.lease.signed_by); }},
    };
}

std::vector<LeaseRow> lease_rows(const ResultView& view)
{
    std::vector<LeaseRow> rows;
    const MeasuredCity measured = view.analysed().measured();
    for (const Lease& lease : view.city.leases) {
        rows.push_back({view, lease, fate_of(measured, view.results.reach, lease), ExactArea()});
    }
    for (const CountedLease& lease : view.results.allocation.leases) {
        rows[lease.lease].counted = lease.counted;
    }
    return rows;
}

} // namespace

void write_leases(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<LeaseRow> layer(file, "leases", gis::LayerGeometry::none, words::translate(words::Text::layer_leases), lease_columns());
    const std::vector<LeaseRow> rows = lease_rows(view);
    std::vector<const LeaseRow*> sorted;
    for (const LeaseRow& row : rows) {
        sorted.push_back(&row);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const LeaseRow* a, const LeaseRow* b) {
        return std::tie(a->lease.number, a->school_id()) < std::tie(b->lease.number, b->school_id());
    });
    for (const LeaseRow* row : sorted) {
        layer.add({}, *row);
    }
}

} // namespace fieldgap
