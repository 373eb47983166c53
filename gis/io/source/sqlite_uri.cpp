#include "gis/io/source/sqlite_uri.hpp"

#include <filesystem>
#include <string_view>

namespace gis {

std::string sqlite_uri(const std::string& path, bool is_immutable)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        constexpr std::string_view special = "%?#";
        if (special.find(c) == std::string_view::npos) {
            uri += c;
        } else {
            constexpr std::string_view digits = "0123456789ABCDEF";
            uri += {'%', digits[static_cast<unsigned char>(c) >> 4U], digits[static_cast<unsigned char>(c) & 15U]};
        }
    }
    return uri + (is_immutable ? "?immutable=1" : "?mode=ro");
}

} // namespace gis
