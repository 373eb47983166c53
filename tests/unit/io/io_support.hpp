#pragma once
// Files for the tests of gis/io.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <stdlib.h>

namespace io_test {

/// A folder of its own for a test, gone afterwards.
class TempFolder
{
public:
    TempFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "fieldgap_io.XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~TempFolder() { std::filesystem::remove_all(path_); }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    const std::filesystem::path& path() const { return path_; }
    std::string with(const std::string& name, const std::string& bytes) const
    {
        const std::string file = *this / name;
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

private:
    std::filesystem::path path_;
};

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
