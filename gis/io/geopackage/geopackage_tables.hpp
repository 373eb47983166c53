#pragma once
// The tables of a GeoPackage that hold no features, written by SQLite itself: metadata, styles, projects.

#include "gis/io/geopackage/geopackage.hpp"

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

struct sqlite3;

namespace gis {

/// `2024-01-31T00:00:00.000Z`.
std::string iso_time(std::int64_t seconds_since_1970);

/// One transaction, committed by `close`. Every function throws WriteError.
class GeoPackageTables
{
public:
    GeoPackageTables(const std::filesystem::path& file, const GeoPackageTarget& target);
    ~GeoPackageTables();
    GeoPackageTables(const GeoPackageTables&) = delete;
    GeoPackageTables& operator=(const GeoPackageTables&) = delete;

    void add_metadata(const std::string& json);
    /// QGIS applies the style of a layer when the layer is added, without asking.
    void add_styles(std::span<const WrittenLayer> layers, const QgisLook& look);
    /// `zip`: the bytes of a .qgz.
    void add_project(const std::string& name, const std::string& zip);
    void close();

private:
    void run(const char* sql, std::initializer_list<std::string> values = {});
    [[noreturn]] void fail() const;

    sqlite3* database_ = nullptr;
    std::string path_in_messages_;
    std::string time_;
};

} // namespace gis
