#pragma once
// Files for the tests of gis/io.

#include "support/temporary_folder.hpp"

#include <fstream>
#include <iterator>
#include <string>

namespace io_test {

using TempFolder = TemporaryFolder;

inline std::string bytes_in(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace io_test
