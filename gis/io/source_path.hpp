#pragma once
// Which paths may be opened: nothing that leaves this machine, unless the user said so.

#include "gis/io/vector_layer.hpp"

#include <string>

namespace gis {

/// A URL, a database connection, or one of GDAL's network file systems anywhere in the path.
bool is_remote(const std::string& path);

/// How messages name the source: the path, without passwords.
std::string shown(const VectorSource& source);

/// Throws Error for a remote path without `remote`, and for a local one that is not there or is no file or folder.
void check_source_path(const VectorSource& source);

} // namespace gis
