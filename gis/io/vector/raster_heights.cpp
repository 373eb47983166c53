#include "gis/io/vector/raster_heights.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/base/shut_network.hpp"
#include "gis/io/crs/crs.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/source/sqlite_input.hpp"
#include "gis/io/source/sqlite_patience.hpp"
#include "gis/io/source/zip_directory.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

namespace gis {
namespace {

using words::Text;

constexpr const char* raster_drivers[] = {"GTiff", "COG", "AAIGrid", "SRTMHGT", "HFA", "EHdr", "ENVI", "DTED", "USGSDEM", "GPKG", nullptr};
constexpr int tile_cells = 1024;
constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();

/// Cells from the upper left corner's outer edge: 0.5 is the middle of the first.
struct CellPlace
{
    double column = 0.0;
    double row = 0.0;
};

class Raster
{
public:
    explicit Raster(const std::string& path);

    std::vector<CellPlace> places(const std::vector<Point>& degrees) const;
    std::vector<float> values(const std::vector<CellPlace>& places) const;

private:
    bool is_inside(const CellPlace& place) const;
    std::vector<float> window(int column, int row, int width, int height) const;
    float value(const CellPlace& place, const std::vector<float>& cells, int column, int row, int width) const;
    bool has_data(float cell) const;

    [[noreturn]] void fail_unreadable() const;

    GdalMessages messages_;
    SqlitePatience patience_; // a raster GeoPackage may have views
    ShutNetwork shut_network_;
    std::string path_;
    std::unique_ptr<SqliteInput> sqlite_;
    GDALDatasetUniquePtr dataset_;
    GDALRasterBand* band_ = nullptr;
    std::array<double, 6> to_cells_{};
    CrsTransformation transformation_;
    std::optional<double> no_data_;
    int width_ = 0;
    int height_ = 0;
};

Raster::Raster(const std::string& path) : path_(path)
{
    register_drivers();
    VectorSource source;
    source.path = path;
    source.role = "dem";
    check_source_path(source);
    check_archives_on(source);
    sqlite_ = std::make_unique<SqliteInput>(source, path);
    const char* const immutable[] = {"IMMUTABLE=YES", nullptr};
    dataset_.reset(GDALDataset::Open(sqlite_->path().c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, raster_drivers,
                                     sqlite_->is_immutable() ? immutable : nullptr));
    if (dataset_ == nullptr || dataset_->GetRasterCount() < 1) {
        fail_unreadable();
    }
    if (std::string_view(dataset_->GetDriverName()) == "GPKG") {
        SqlitePatience::watch(dataset_->GetInternalHandle("SQLITE_HANDLE"));
    }
    std::array<double, 6> from_cells{};
    if (dataset_->GetGeoTransform(from_cells.data()) != CE_None || GDALInvGeoTransform(from_cells.data(), to_cells_.data()) == 0) {
        throw Error(words::translate(Text::raster_without_place, {words::valid_utf8(path)}));
    }
    const OGRSpatialReference* crs = dataset_->GetSpatialRef();
    if (crs == nullptr || !is_horizontal(*crs)) {
        throw Error(words::translate(Text::raster_without_crs, {words::valid_utf8(path)}));
    }
    if (!is_wgs84_degrees(*crs)) {
        transformation_ = transformation(*degrees_under(*crs), *crs_copy(*crs));
    }
    band_ = dataset_->GetRasterBand(1);
    width_ = band_->GetXSize();
    height_ = band_->GetYSize();
    int has_no_data = 0;
    const double no_data = band_->GetNoDataValue(&has_no_data);
    no_data_ = has_no_data != 0 ? std::optional(no_data) : std::nullopt;
}

void Raster::fail_unreadable() const
{
    throw_if_interrupted();
    throw Error(words::translate(Text::raster_unreadable, {words::valid_utf8(path_), messages_.first_failure()}));
}

std::vector<CellPlace> Raster::places(const std::vector<Point>& degrees) const
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (const Point& point : degrees) {
        xs.push_back(point.x);
        ys.push_back(point.y);
    }
    if (transformation_ && !xs.empty()) {
        transformation_->Transform(static_cast<int>(xs.size()), xs.data(), ys.data());
    }
    std::vector<CellPlace> places;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        places.push_back(
            {to_cells_[0] + to_cells_[1] * xs[i] + to_cells_[2] * ys[i], to_cells_[3] + to_cells_[4] * xs[i] + to_cells_[5] * ys[i]});
    }
    return places;
}

bool Raster::is_inside(const CellPlace& place) const
{
    return place.column >= 0.0 && place.row >= 0.0 && place.column <= width_ && place.row <= height_;
}

bool Raster::has_data(float cell) const
{
    return std::isfinite(cell) && !(no_data_ && cell == static_cast<float>(*no_data_));
}

std::vector<float> Raster::window(int column, int row, int width, int height) const
{
    std::vector<float> cells(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    throw_if_interrupted();
    if (band_->RasterIO(GF_Read, column, row, width, height, cells.data(), width, height, GDT_Float32, 0, 0, nullptr) != CE_None) {
        fail_unreadable();
    }
    return cells;
}

/// Between the four cells around; those without data are left out, and where the nearest has none there is no height.
float Raster::value(const CellPlace& place, const std::vector<float>& cells, int column, int row, int width) const
{
    const double x = std::clamp(place.column - 0.5, 0.0, width_ - 1.0);
    const double y = std::clamp(place.row - 0.5, 0.0, height_ - 1.0);
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const auto cell = [&](int c, int r) {
        return cells[static_cast<std::size_t>(std::min(r, height_ - 1) - row) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(std::min(c, width_ - 1) - column)];
    };
    if (!has_data(cell(x - left < 0.5 ? left : left + 1, y - top < 0.5 ? top : top + 1))) {
        return nowhere;
    }
    double sum = 0.0;
    double weights = 0.0;
    for (const int dx : {0, 1}) {
        for (const int dy : {0, 1}) {
            const float height = cell(left + dx, top + dy);
            const double weight = (dx == 0 ? 1.0 - (x - left) : x - left) * (dy == 0 ? 1.0 - (y - top) : y - top);
            sum += has_data(height) ? weight * static_cast<double>(height) : 0.0;
            weights += has_data(height) ? weight : 0.0;
        }
    }
    return static_cast<float>(sum / weights);
}

std::vector<float> Raster::values(const std::vector<CellPlace>& places) const
{
    std::map<std::pair<int, int>, std::vector<std::size_t>> tiles; // by the first row and column: only what is needed is read
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (is_inside(places[i])) {
            const auto first = [](double at, int size) {
                return static_cast<int>(std::clamp(at - 0.5, 0.0, size - 1.0)) / tile_cells * tile_cells;
            };
            tiles[{first(places[i].row, height_), first(places[i].column, width_)}].push_back(i);
        }
    }
    std::vector<float> values(places.size(), nowhere);
    for (const auto& tile : tiles) {
        const int row = tile.first.first;
        const int column = tile.first.second;
        const int width = std::min(tile_cells + 1, width_ - column);
        const auto cells = window(column, row, width, std::min(tile_cells + 1, height_ - row));
        for (const std::size_t i : tile.second) {
            values[i] = value(places[i], cells, column, row, width);
        }
    }
    return values;
}

} // namespace

std::vector<float> heights_at(const std::string& raster_path, const std::vector<Point>& degrees)
{
    const Raster raster(raster_path);
    return raster.values(raster.places(degrees));
}

} // namespace gis
