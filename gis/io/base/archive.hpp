#pragma once

#include <string>
#include <vector>

namespace gis {

/// Paths (`/vsizip/..`) of what can be read in a .zip, in the order of their names; in folders of it too.
std::vector<std::string> readable_in_zip(const std::string& zip_path);

/// Every file in a .zip (`/vsizip/..`), in the order of their names; empty where it cannot be read.
std::vector<std::string> all_in_zip(const std::string& zip_path);

/// True for a folder, through GDAL's file systems.
bool is_folder(const std::string& path);

/// The bytes of a file through GDAL's file systems, at most `most`; empty where it cannot be read.
std::string bytes_of(const std::string& path, std::size_t most);

} // namespace gis
