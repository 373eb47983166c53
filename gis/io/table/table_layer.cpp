#include "gis/io/table/table_layer.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/table/table_form.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>

namespace gis {
namespace {

GDALDriver& memory_driver()
{
    register_drivers();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("Memory");
    driver = driver != nullptr ? driver : GetGDALDriverManager()->GetDriverByName("MEM"); // its name since GDAL 3.11
    if (driver == nullptr) {
        throw Error(words::translate(words::Text::source_unreadable, {"GDAL", "Memory", "no driver"}));
    }
    return *driver;
}

} // namespace

std::vector<TableRow> rows_of_sheet(OGRLayer& sheet)
{
    std::vector<TableRow> rows;
    sheet.ResetReading();
    while (const OGRFeatureUniquePtr feature{sheet.GetNextFeature()}) {
        throw_if_interrupted();
        TableRow row{static_cast<std::uint64_t>(std::max<GIntBig>(feature->GetFID(), 0)), {}};
        for (int i = 0; i < feature->GetFieldCount(); ++i) {
            row.cells.push_back(feature->IsFieldSetAndNotNull(i) ? words::valid_utf8(feature->GetFieldAsString(i)) : std::string());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

TableWithHeader headed(std::vector<TableRow> rows, const VectorSource& source)
{
    if (source.head_row && static_cast<std::size_t>(*source.head_row) > rows.size()) {
        throw Error(words::translate(words::Text::source_head_outside, {source.role, shown(source), *source.head_row, rows.size()}));
    }
    return with_head(std::move(rows), {source.head_row, source.head_rows, source.is_known_heading});
}

GDALDataset* data_set_of(const TableWithHeader& table, const std::string& layer_name)
{
    std::unique_ptr<GDALDataset> data_set(memory_driver().Create("", 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* layer = data_set->CreateLayer(layer_name.c_str(), nullptr, wkbNone, nullptr);
    for (const std::string& column : table.columns) {
        OGRFieldDefn field(column.c_str(), OFTString);
        layer->CreateField(&field);
    }
    for (const TableRow& row : table.rows) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetFID(static_cast<GIntBig>(row.number - table.reading.rows_above));
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (!row.cells[c].empty()) {
                feature.SetField(static_cast<int>(c), row.cells[c].c_str());
            }
        }
        if (layer->SetFeature(&feature) != OGRERR_NONE) {
            throw Error(words::translate(words::Text::source_unreadable, {layer_name, layer_name, CPLGetLastErrorMsg()}));
        }
    }
    return data_set.release();
}

} // namespace gis
