#pragma once

#include <string>

namespace gis {

/// A zip archive with one file in it, the same bytes for the same content: the form of a .qgz.
std::string zipped(const std::string& name, const std::string& content);

} // namespace gis
