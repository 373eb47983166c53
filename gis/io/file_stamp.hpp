#pragma once

#include <string>

namespace gis {

/// Sizes and times of change of the files that `file_digest` reads, as a text to be compared: quicker than a digest. Empty where there is
/// no file, or it is not on this machine.
std::string file_stamp(const std::string& path);

} // namespace gis
