#pragma once
// Writing a GeoPackage that appears whole or not at all, the same bytes every time.

#include "gis/geometry/plane.hpp"
#include "gis/geometry/shapes.hpp"
#include "gis/io/qgis/qgis_look.hpp"
#include "gis/io/qgis/written_layer.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace gis {

enum class ColumnType : std::uint8_t { text, integer, real, boolean };

struct Column
{
    std::string name;
    ColumnType type = ColumnType::text;
};

struct LayerSchema
{
    std::string name;
    LayerGeometry geometry = LayerGeometry::none;
    std::vector<Column> columns;
    std::string description;
};

/// NULL, whole number, number, text, 0/1.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string, bool>;

struct GeoPackageTarget
{
    std::string path;
    bool overwrite = false;
    std::string crs = "EPSG:4326"; ///< of the layers
    std::int64_t timestamp_s = 0;  ///< of every date in the file (SOURCE_DATE_EPOCH)
    bool with_project = true;      ///< `styles` will be called: NAME.qgz beside it must not stand in the way either
};

/// Geometry comes in the CityPlane and leaves in the target's CRS. Usage: for each layer `begin_layer`, then its rows; `metadata`;
/// `styles`; `publish`. Without `publish` nothing stays behind. Throws WriteError (exit 4) when the target exists and may not be replaced,
/// has a -wal, -shm or -journal beside it, or cannot be written.
class GeoPackage
{
public:
    GeoPackage(const GeoPackageTarget& target, const CityPlane& plane);
    ~GeoPackage();
    GeoPackage(const GeoPackage&) = delete;
    GeoPackage& operator=(const GeoPackage&) = delete;

    void begin_layer(const LayerSchema& schema);
    /// `cells` in the order of the schema's columns. Text is written as it is (bound, never pasted into SQL).
    void add_row(const Geometry& geometry, std::span<const Cell> cells);
    /// Ends what GDAL does: no layer and no row can be added any more but by `write`, which fills the layers that were begun by SQLite
    /// itself and returns the box of each, in their order.
    void write_rows(const std::function<std::vector<Box>(const std::filesystem::path& file)>& write);
    /// One JSON document in gpkg_metadata.
    void metadata(const std::string& json);
    /// layer_styles, a project in qgis_projects, and beside the file NAME.qgz (which appears with it).
    void styles(const std::string& project_title, const QgisLook& look);
    void publish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The checks of the constructor alone, to fail before the work and not after it.
void check_target(const GeoPackageTarget& target);

} // namespace gis
