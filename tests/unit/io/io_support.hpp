#pragma once
// Files for the tests of gis/io.

#include "support/temporary_folder.hpp"

#include <filesystem>
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

/// The real data beside the checkout; it may be absent.
inline std::filesystem::path shared_data()
{
    return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path().parent_path().parent_path() / "shared" / "data";
}

} // namespace io_test
