#pragma once

#include <string>

namespace gis {

/// A file as SQLite's URIs name it, opened for reading alone. `is_immutable`: SQLite is to make no files beside it.
std::string sqlite_uri(const std::string& path, bool is_immutable);

} // namespace gis
