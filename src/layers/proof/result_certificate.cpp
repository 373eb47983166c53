#include "layers/proof/result_certificate.hpp"

#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

constexpr double price_parts = 1e4; ///< of a yuan
constexpr double walk_parts = 1e3;  ///< of a second

Cell in_units(const std::optional<std::int64_t>& parts, double parts_per_unit)
{
    return parts ? Cell(static_cast<double>(*parts) / parts_per_unit) : Cell();
}

std::vector<LayerColumn<CertificateRow>> certificate_columns()
{
    return {
        {"kind", ColumnType::text, [](const CertificateRow& row) { return text_cell(name_of(row.kind)); }},
        {"id", ColumnType::text, [](const CertificateRow& row) { return text_cell(row.id); }},
        {"channel", ColumnType::text, [](const CertificateRow& row) { return row.channel ? text_cell(name_of(*row.channel)) : Cell(); }},
        {"cut", ColumnType::boolean, [](const CertificateRow& row) { return cell(row.cut); }},
        {"price_cost", ColumnType::real, [](const CertificateRow& row) { return in_units(row.price_cost, price_parts); }},
        {"price_walk", ColumnType::real, [](const CertificateRow& row) { return in_units(row.price_walk, walk_parts); }},
        {"capacity_m2", ColumnType::real, [](const CertificateRow& row) { return row.capacity ? cell(*row.capacity) : Cell(); }},
        {"price_per_m2", ColumnType::real, [](const CertificateRow& row) { return in_units(row.price_of_ground, price_parts); }},
    };
}

} // namespace

void write_certificate(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<CertificateRow> layer(file, "certificate", gis::LayerGeometry::none, words::translate(words::Text::layer_certificate),
                                      certificate_columns());
    for (const CertificateRow& row : view.proof->certificate) {
        layer.add({}, row);
    }
}

} // namespace fieldgap
