#pragma once

#include <string>

namespace gis {

/// How a database is connected to (`PG:..` and `postgresql://..`): nothing can be changed in it, and a machine that does not answer is
/// waited for a few seconds. Other paths, and what the user says about either, stay.
std::string careful_connection(const std::string& path);

} // namespace gis
