#include "gis/io/vector/vector_file.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/archive.hpp"
#include "gis/io/base/shut_network.hpp"
#include "gis/io/source/database_path.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/source/sqlite_input.hpp"
#include "gis/io/source/zip_directory.hpp"
#include "gis/io/source/zip_members.hpp"
#include "gis/io/table/merged_cells.hpp"
#include "gis/io/table/sheet_size.hpp"
#include "gis/io/table/table_layer.hpp"
#include "gis/io/table/text_table.hpp"
#include "gis/io/vector/layer_wholeness.hpp"
#include "words/ascii.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace gis {
namespace {

using words::Text;

// docs/formats.md names them to the user. No driver that points on to other files or machines (VRT, WFS ..).
constexpr const char* local_drivers[] = {
    "ESRI Shapefile", "GPKG",   "GeoJSON", "GeoJSONSeq", "TopoJSON", "FlatGeobuf", "CSV",         "XLSX",   "XLS",  "ODS",
    "MapInfo File",   "LIBKML", "KML",     "GML",        "GPX",      "DXF",        "OpenFileGDB", "SQLite", nullptr};
constexpr const char* remote_drivers[] = {"PostgreSQL", "ESRI Shapefile", "GPKG", "GeoJSON", "GeoJSONSeq", "TopoJSON", "FlatGeobuf",
                                          "CSV",        "XLSX",           "ODS",  "LIBKML",  "KML",        "GML",      "GPX",
                                          "SQLite",     nullptr};

// GDAL shows an option to every driver in turn and each takes its own: tables stay text, a shapefile's bytes come as they are, and nothing
// is fetched or written beside the user's file.
constexpr const char* open_options[] = {"ENCODING=",          "HEADERS=YES",  "EMPTY_STRING_AS_NULL=YES",
                                        "DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO", nullptr};
constexpr const char* open_options_immutable[] = {"IMMUTABLE=YES", nullptr};

struct Setting
{
    const char* key;
    const char* value;
};
// Sheets come with all their rows: where the head is, `with_head` finds out.
constexpr Setting always[] = {{"OGR_XLSX_HEADERS", "DISABLE"},   {"OGR_XLSX_FIELD_TYPES", "STRING"}, {"OGR_ODS_HEADERS", "DISABLE"},
                              {"OGR_ODS_FIELD_TYPES", "STRING"}, {"OGR_XLS_HEADERS", "DISABLE"},     {"OGR_XLS_FIELD_TYPES", "STRING"}};

constexpr std::size_t largest_text_file = 1'000'000'000;

bool ends_with_one_of(const std::string& path, std::initializer_list<const char*> endings)
{
    const std::string small = words::lower_ascii(path);
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return small.ends_with(ending); });
}

std::string stem_of(const std::string& path)
{
    return std::filesystem::path(path).stem().string();
}

std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 20;
    std::vector<std::string> texts;
    for (const std::string& name : names) {
        texts.push_back("'" + words::valid_utf8(name) + "'");
    }
    return words::joined_first(std::move(texts), most);
}

/// The one file meant in a .zip.
std::string chosen_in_zip(const VectorSource& source)
{
    const auto files = readable_in_zip(source.path);
    if (files.size() == 1) {
        return files.front();
    }
    for (const std::string& wanted : {source.layer, stem_of(source.path)}) {
        for (const std::string& file : files) {
            if (!wanted.empty() && stem_of(file) == wanted) {
                return file;
            }
        }
    }
    if (files.empty()) {
        throw Error(words::translate(Text::zip_empty, {source.role, shown(source)}));
    }
    throw Error(words::translate(Text::zip_several, {source.role, shown(source), listed(files)}));
}

/// QGIS' own tables in a GeoPackage are no data.
bool is_layer(const std::string& name)
{
    return name != "layer_styles" && name != "qgis_projects";
}

/// Rows counted from the first below the head; what begins in the head or above it is none of the data's.
std::optional<std::vector<MergedRows>> below_head(std::optional<std::vector<MergedRows>> merged, std::uint64_t rows_above)
{
    if (merged) {
        std::erase_if(*merged, [rows_above](const MergedRows& one) { return one.first_row <= rows_above; });
        for (MergedRows& one : *merged) {
            one.first_row -= rows_above;
            one.last_row -= rows_above;
        }
    }
    return merged;
}

bool is_text_file(const std::string& path)
{
    return ends_with_one_of(path, {".csv", ".tsv", ".txt"});
}

} // namespace

void VectorFile::Close::operator()(GDALDataset* dataset) const
{
    GDALClose(dataset);
}

VectorFile::VectorFile(const VectorSource& source) : source_(source)
{
    register_drivers();
    for (const Setting& setting : always) {
        options_.push_back(std::make_unique<GdalThreadOption>(setting.key, setting.value));
    }
    if (!source.remote) {
        shut_network_ = std::make_unique<ShutNetwork>();
    }
    check_source_path(source);
    if (!is_remote(source.path)) {
        check_archives_on(source);
    }
    const bool is_zip = ends_with_one_of(source.path, {".zip"}) && source.path.rfind("/vsi", 0) != 0 && !is_remote(source.path);
    path_ = is_zip ? chosen_in_zip(source) : source.path;
    open();
    fail_if_endless("*");
}

VectorFile::~VectorFile() = default;

void VectorFile::open()
{
    const bool is_local = !is_remote(path_);
    if (is_local) {
        check_members(source_, path_);
    }
    if (is_text_file(path_) && is_local && !is_folder(path_)) {
        return;
    }
    if (is_local) {
        check_sheet_size(source_, path_);
    }
    sqlite_ = is_local ? std::make_unique<SqliteInput>(source_, path_) : nullptr;
    const std::string opened = is_local ? sqlite_->path() : careful_connection(path_);
    dataset_.reset(GDALDataset::Open(opened.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                     source_.remote ? remote_drivers : local_drivers,
                                     is_immutable() ? open_options_immutable : open_options));
    if (dataset_ == nullptr) {
        throw_if_interrupted();
        throw Error(words::translate(Text::source_unreadable, {source_.role, shown(source_), messages_.first_failure()}));
    }
    if (driver() == "GPKG" || driver() == "SQLite") {
        SqlitePatience::watch(dataset_->GetInternalHandle("SQLITE_HANDLE"));
    }
}

bool VectorFile::is_immutable() const
{
    return sqlite_ != nullptr && sqlite_->is_immutable();
}

void VectorFile::fail_if_endless(const std::string& layer_name) const
{
    throw_if_interrupted();
    if (patience_.is_lost()) {
        throw Error(words::translate(Text::source_endless, {source_.role, shown(source_), words::valid_utf8(layer_name),
                                                            static_cast<int>(SqlitePatience::limit.count())}));
    }
}

std::string VectorFile::file_of(const std::string& layer_name) const
{
    const std::string opened = sqlite_ != nullptr ? sqlite_->path() : path_;
    if (!is_folder(opened) || is_remote(opened)) {
        return opened;
    }
    for (const char* ending : {".shp", ".SHP", ".tab", ".TAB", ".mif", ".MIF"}) {
        const std::string file = (std::filesystem::path(opened) / (layer_name + ending)).string();
        VSIStatBufL stat;
        if (VSIStatL(file.c_str(), &stat) == 0) {
            return file;
        }
    }
    return opened;
}

std::string VectorFile::driver() const
{
    return dataset_ == nullptr ? "CSV" : dataset_->GetDriverName();
}

bool VectorFile::is_sheet() const
{
    const std::string name = driver();
    return name == "XLSX" || name == "XLS" || name == "ODS";
}

/// Empty for what is no text file on this machine.
std::string VectorFile::text_file_of(const std::string& layer_name) const
{
    if (dataset_ == nullptr) {
        return path_;
    }
    const bool is_folder_of_text = driver() == "CSV" && is_folder(path_) && !is_remote(path_);
    return is_folder_of_text ? (std::filesystem::path(path_) / (layer_name + ".csv")).string() : std::string();
}

std::vector<std::string> VectorFile::layer_names() const
{
    if (dataset_ == nullptr) {
        return {stem_of(path_)};
    }
    std::vector<std::string> names;
    for (int i = 0; i < dataset_->GetLayerCount(); ++i) {
        OGRLayer* layer = dataset_->GetLayer(i);
        if (layer != nullptr && is_layer(layer->GetName()) && (!is_sheet() || layer->GetFeatureCount() > 0)) {
            names.emplace_back(layer->GetName());
        }
    }
    return names;
}

std::string VectorFile::chosen_layer() const
{
    const auto names = layer_names();
    const auto has = [&](const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    std::string wanted = source_.layer;
    if (names.size() == 1 && (wanted.empty() || path_ != source_.path)) {
        wanted = names.front();
    } else if (wanted.empty() && has(stem_of(path_))) {
        wanted = stem_of(path_);
    }
    if (!wanted.empty() && (has(wanted) || (dataset_ != nullptr && dataset_->GetLayerByName(wanted.c_str()) != nullptr))) {
        return wanted;
    }
    if (names.empty() && messages_.failed()) {
        throw Error(words::translate(Text::source_damaged, {source_.role, shown(source_), messages_.first_failure()}));
    }
    if (names.empty()) {
        throw Error(words::translate(Text::source_without_layers, {source_.role, shown(source_)}));
    }
    if (wanted.empty()) {
        throw Error(words::translate(Text::source_several_layers, {source_.role, shown(source_), listed(names), source_.role}));
    }
    throw Error(words::translate(Text::source_layer_missing, {source_.role, shown(source_), words::valid_utf8(wanted), listed(names)}));
}

std::vector<TableRow> VectorFile::rows_of(const std::string& layer_name)
{
    const std::string file = text_file_of(layer_name);
    if (file.empty()) {
        std::vector<TableRow> rows = rows_of_sheet(*dataset_->GetLayerByName(layer_name.c_str()));
        if (messages_.failed() && ends_at_failures(driver())) {
            throw Error(words::translate(Text::source_damaged, {source_.role, shown(source_), messages_.first_failure()}));
        }
        return rows;
    }
    const std::string bytes = bytes_of(file, largest_text_file + 1);
    if (bytes.size() > largest_text_file) {
        throw Error(words::translate(Text::source_too_large, {source_.role, shown(source_), largest_text_file / 1'000'000}));
    }
    TextTable text = read_text_table(bytes, source_);
    text_encoding_ = text.encoding;
    return std::move(text.rows);
}

OGRLayer& VectorFile::table_layer(const std::string& layer_name)
{
    const TableWithHeader table = headed(rows_of(layer_name), source_);
    const bool may_be_narrow = is_sheet() || !source_.coordinates.wkt.empty() ||
                               (source_.find_coordinates != nullptr && !source_.find_coordinates({table.columns, {}}, {}).is_empty());
    if (table.columns.empty() || (table.columns.size() == 1 && !may_be_narrow)) {
        throw Error(
            words::translate(table.columns.empty() ? Text::source_table_empty : Text::source_one_column, {source_.role, shown(source_)}));
    }
    table_.reset(data_set_of(table, layer_name));
    table_reading_ = table.reading;
    if (!is_remote(path_)) {
        table_reading_->merged = below_head(merged_rows(path_, layer_name), table.reading.rows_above);
    }
    return *table_->GetLayer(0);
}

OGRLayer& VectorFile::layer()
{
    if (table_ != nullptr) {
        return *table_->GetLayer(0);
    }
    const std::string name = chosen_layer();
    return is_sheet() || !text_file_of(name).empty() ? table_layer(name) : *dataset_->GetLayerByName(name.c_str());
}

} // namespace gis
