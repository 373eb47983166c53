#include "layers/result/result_gate_options.hpp"

#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::ColumnType;

struct OptionRow
{
    const ResultView& view;
    const GateOption& option;

    const std::string& school_id() const { return view.city.schools[index(option.school)].id; }
    const std::string& to_id() const
    {
        const std::uint32_t position = option.gained.position;
        return option.gained.channel == Channel::rent ? view.city.venues[position].id : view.city.schools[position].id;
    }
};

std::vector<LayerColumn<OptionRow>> option_columns()
{
    return {
        {"option_id", ColumnType::text, [](const OptionRow& row) { return text_cell(row.option.id); }},
        {"kind", ColumnType::text, [](const OptionRow& row) { return text_cell(name_of(row.option.kind)); }},
        {"school_id", ColumnType::text, [](const OptionRow& row) { return text_cell(row.school_id()); }},
        {"to_id", ColumnType::text, [](const OptionRow& row) { return text_cell(row.to_id()); }},
        {"gain_m2", ColumnType::real, [](const OptionRow& row) { return cell(row.option.gain); }},
        {"walk_before_s", ColumnType::real, [](const OptionRow& row) { return rounded(row.option.walk_before_s, walk_step); }},
        {"walk_after_s", ColumnType::real, [](const OptionRow& row) { return rounded(row.option.walk_after_s, walk_step); }},
    };
}

} // namespace

void write_gate_options(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<OptionRow> layer(file, "gate_options", gis::LayerGeometry::point_or_line, words::translate(words::Text::layer_gate_options),
                                 option_columns());
    for (const GateOption& option : view.gate_options) {
        layer.add(option.where, {view, option});
    }
}

} // namespace fieldgap
