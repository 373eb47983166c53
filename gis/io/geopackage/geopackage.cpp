#include "gis/io/geopackage/geopackage.hpp"

#include "gis/error.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/crs/crs.hpp"
#include "gis/io/geopackage/geometry_out.hpp"
#include "gis/io/geopackage/geopackage_tables.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "gis/io/qgis/qgis_project.hpp"
#include "gis/io/qgis/qgis_zip.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <optional>
#include <stdexcept>

namespace gis {
namespace {

namespace fs = std::filesystem;
using words::Text;

OGRwkbGeometryType wkb_of(LayerGeometry geometry)
{
    switch (geometry) {
    case LayerGeometry::none: return wkbNone;
    case LayerGeometry::point: return wkbPoint;
    case LayerGeometry::line: return wkbLineString;
    case LayerGeometry::multi_polygon: return wkbMultiPolygon;
    case LayerGeometry::point_or_line:
    case LayerGeometry::any: return wkbUnknown;
    }
    return wkbUnknown;
}

OGRFieldType ogr_type_of(ColumnType type)
{
    switch (type) {
    case ColumnType::text: return OFTString;
    case ColumnType::integer: return OFTInteger64;
    case ColumnType::real: return OFTReal;
    case ColumnType::boolean: return OFTInteger;
    }
    return OFTString;
}

/// Puts one value into a field.
struct Put
{
    OGRFeature& row;
    int field;

    void operator()(std::monostate) const { row.SetFieldNull(field); }
    void operator()(std::int64_t number) const { row.SetField(field, static_cast<GIntBig>(number)); }
    void operator()(bool yes) const { row.SetField(field, yes ? 1 : 0); }
    void operator()(double number) const
    {
        if (std::isfinite(number)) {
            row.SetField(field, number);
        } else {
            row.SetFieldNull(field);
        }
    }
    void operator()(const std::string& text) const
    {
        if (words::is_valid_utf8(text)) {
            row.SetField(field, text.c_str());
        } else {
            row.SetField(field, words::valid_utf8(text).c_str());
        }
    }
};

void add_column(OGRLayer& layer, const Column& column)
{
    OGRFieldDefn field(column.name.c_str(), ogr_type_of(column.type));
    if (column.type == ColumnType::boolean) {
        field.SetSubType(OFSTBoolean);
    }
    layer.CreateField(&field);
}

} // namespace

struct GeoPackage::State
{
    State(const GeoPackageTarget& asked, const CityPlane& plane)
        : target(asked), file(file_of(asked)), out(plane, asked.crs), work(file),
          date("OGR_CURRENT_DATE", iso_time(asked.timestamp_s).c_str())
    {
        const GdalMessages messages;
        register_drivers();
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        dataset.reset(driver == nullptr ? nullptr : driver->Create(unfinished().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        require(dataset != nullptr && dataset->StartTransaction() == OGRERR_NONE, messages);
    }

    fs::path unfinished() const { return work.path() / "unfinished.gpkg"; }

    void require(bool done, const GdalMessages& messages) const
    {
        if (!done || messages.failed()) {
            throw WriteError(words::translate(Text::output_not_written, {target.path, messages.first_failure()}));
        }
    }

    /// Rows and the spatial index of the layer so far go into the one transaction.
    void end_layer()
    {
        const GdalMessages messages;
        row.reset();
        if (layer != nullptr) {
            require(layer->SyncToDisk() == OGRERR_NONE, messages);
        }
        layer = nullptr;
    }

    /// All of GDAL's part is in the file then.
    void close()
    {
        if (dataset == nullptr) {
            return;
        }
        end_layer();
        const GdalMessages messages;
        const bool committed = dataset->CommitTransaction() == OGRERR_NONE;
        dataset.reset();
        require(committed, messages);
    }

    void write_tables() const
    {
        GeoPackageTables tables(unfinished(), target);
        if (!json.empty()) {
            tables.add_metadata(json);
        }
        if (!project.empty()) {
            tables.add_styles(layers, look);
            tables.add_project(file.stem().string(), project);
        }
        tables.close();
    }

    GeoPackageTarget target;
    fs::path file;
    GeometryOut out;
    FolderBeside work;
    GdalThreadOption date;
    GdalThreadOption no_sync{"OGR_SQLITE_SYNCHRONOUS", "OFF"}; ///< the whole file is synced once, before it appears
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;
    std::optional<OGRFeature> row; ///< used again for each row
    std::vector<WrittenLayer> layers;
    std::string json;
    QgisLook look;
    std::string project; ///< the bytes of the .qgz
};

GeoPackage::GeoPackage(const GeoPackageTarget& target, const CityPlane& plane)
{
    check_target(target);
    make_folder_of(target);
    state_ = std::make_unique<State>(target, plane);
}

GeoPackage::~GeoPackage()
{
    const GdalMessages messages;
    if (state_->dataset != nullptr) {
        state_->row.reset();
        state_->dataset->RollbackTransaction();
    }
    state_.reset();
}

void GeoPackage::begin_layer(const LayerSchema& schema)
{
    state_->end_layer();
    const GdalMessages messages;
    CPLStringList options;
    options.SetNameValue("FID", "fid");
    options.SetNameValue("GEOMETRY_NAME", "geom");
    options.SetNameValue("DESCRIPTION", schema.description.c_str());
    const bool has_geometry = schema.geometry != LayerGeometry::none;
    const Crs crs = crs_copy(state_->out.crs());
    state_->layer =
        state_->dataset->CreateLayer(schema.name.c_str(), has_geometry ? crs.get() : nullptr, wkb_of(schema.geometry), options.List());
    state_->require(state_->layer != nullptr, messages);
    std::vector<std::string> columns;
    for (const Column& column : schema.columns) {
        add_column(*state_->layer, column);
        columns.push_back(column.name);
    }
    state_->require(true, messages);
    state_->row.emplace(state_->layer->GetLayerDefn());
    state_->layers.push_back({schema.name, schema.geometry, Box(), std::move(columns)});
}

void GeoPackage::add_row(const Geometry& geometry, std::span<const Cell> cells)
{
    if (!state_->row || cells.size() != static_cast<std::size_t>(state_->row->GetFieldCount())) {
        throw std::logic_error("a row that does not fit its layer");
    }
    const GdalMessages messages;
    OGRFeature& row = *state_->row;
    row.SetFID(OGRNullFID);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::visit(Put{row, static_cast<int>(i)}, cells[i]);
    }
    WrittenLayer& layer = state_->layers.back();
    if (layer.geometry != LayerGeometry::none) {
        row.SetGeometryDirectly(state_->out(geometry, layer.geometry, layer.box).release());
    }
    state_->require(state_->layer->CreateFeature(&row) == OGRERR_NONE, messages);
}

void GeoPackage::write_rows(const std::function<std::vector<Box>(const fs::path& file)>& write)
{
    state_->close();
    const std::vector<Box> boxes = write(state_->unfinished());
    for (std::size_t i = 0; i < state_->layers.size(); ++i) {
        state_->layers[i].box = boxes.at(i);
    }
}

void GeoPackage::metadata(const std::string& json)
{
    state_->json = words::valid_utf8(json);
}

void GeoPackage::styles(const std::string& project_title, const QgisLook& look)
{
    state_->look = look;
    const QgisProject project = {words::valid_utf8(project_title), state_->file.filename().string(), &state_->out.crs(), state_->layers,
                                 &look};
    state_->project = zipped(state_->file.stem().string() + ".qgs", project_xml(project));
}

void GeoPackage::publish()
{
    state_->close();
    state_->write_tables();
    const fs::path finished = state_->unfinished();
    sync_to_disk(finished);
    check_target(state_->target);
    std::vector<Publication> files;
    if (!state_->project.empty()) {
        const fs::path project = state_->work.path() / "unfinished.qgz";
        write_file(project, state_->project);
        sync_to_disk(project);
        files.push_back({project, project_file_of(state_->target)});
    }
    files.push_back({finished, state_->file});
    publish_files(state_->work, files, state_->target.overwrite ? Existing::replace : Existing::keep);
}

} // namespace gis
