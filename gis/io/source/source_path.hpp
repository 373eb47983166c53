#pragma once
// Which paths may be opened: nothing that leaves this machine, unless the user said so.

#include "gis/io/source/vector_source.hpp"

#include <optional>
#include <string>

namespace gis {

/// A URL, a database connection, or one of GDAL's network file systems anywhere in the path.
bool is_remote(const std::string& path);

/// An output that is no file of this machine: one of GDAL's file systems, a URL or a database.
bool is_elsewhere(const std::string& output);

/// How messages name the source: the path, without passwords.
std::string shown(const VectorSource& source);

/// The first pipe, socket or device that opening this path would read: itself, the archive it lies in, a part beside it (`.dbf` of a
/// `.shp`) or, of a folder, one in it. Opens none of them.
std::optional<std::string> pipe_among(const std::string& path);

/// Throws Error for a remote path without `remote`, and for a local one that is not there, is no file or folder, or would be read
/// together with something that is none.
void check_source_path(const VectorSource& source);

} // namespace gis
