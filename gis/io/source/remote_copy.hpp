#pragma once
// Files of other machines, copied to this one before they are read.

#include "gis/io/source/vector_source.hpp"

#include <filesystem>
#include <string>

namespace gis {

/// True for what GDAL's file systems reach on another machine as a file or a folder (/vsis3/, /vsicurl/ ..). A database and a URL that a
/// driver fetches itself are none, nor is an archive on another machine that is named from the inside.
bool is_remote_file(const std::string& path);

/// Where the copy of such a file stands.
std::string copied_path(const std::string& path, const std::filesystem::path& folder);

/// What the copy is of.
std::string original_path(const std::string& copy, const std::filesystem::path& folder);

/// Copies one with all that is read together with it (the parts of a shapefile, what is in a folder, edits that wait beside a GeoPackage).
/// One that is there already stays. Throws Error for a source without `remote`, and one that is not there or cannot be copied whole.
void copy_here(const VectorSource& source, const std::filesystem::path& folder);

} // namespace gis
