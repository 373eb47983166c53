#pragma once
// Where a GeoPackage and its project go.

#include <filesystem>

namespace gis {

struct GeoPackageTarget;

/// Absolute; a link is followed, so that the file behind it is replaced and not the link.
std::filesystem::path file_of(const GeoPackageTarget& target);

/// Makes the file's folder where only that one is missing. Throws WriteError.
void make_folder_of(const GeoPackageTarget& target);

/// The QGIS project beside it: NAME.qgz.
std::filesystem::path project_file_of(const GeoPackageTarget& target);

} // namespace gis
