#include "batch/cities/file_places.hpp"

#include <filesystem>

namespace fieldgap {

namespace fs = std::filesystem;

std::string same_place(const std::string& path)
{
    std::error_code error;
    const fs::path found = fs::weakly_canonical(path, error);
    return error ? path : found.string();
}

std::uint64_t bytes_of_file(const std::string& path)
{
    std::error_code error;
    const auto bytes = fs::file_size(path, error);
    return error ? 0 : bytes;
}

} // namespace fieldgap
