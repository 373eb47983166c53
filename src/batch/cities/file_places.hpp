#pragma once
// Files and folders as a batch compares and weighs them.

#include <cstdint>
#include <string>

namespace fieldgap {

/// One text for one place, by whatever path it is named: absolute, links followed. The path itself where the system cannot say.
std::string same_place(const std::string& path);

/// 0 where it is not there.
std::uint64_t bytes_of_file(const std::string& path);

} // namespace fieldgap
