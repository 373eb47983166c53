#include "gis/io/crs/zone_families.hpp"

#include <array>
#include <charconv>

namespace gis {
namespace {

constexpr std::array<ZoneFamily, 6> families = {{{4513, 21, 25, 75.0, 3.0, true, 15.0, 54.0, "CN", 2401, 2349},
                                                 {4491, 11, 13, 75.0, 6.0, true, 15.0, 54.0, "CN", 21413, 2327},
                                                 {4534, 21, 25, 75.0, 3.0, false, 15.0, 54.0, "CN", 2422, 2370},
                                                 {4502, 11, 13, 75.0, 6.0, false, 15.0, 54.0, "CN", 21453, 2338},
                                                 {32601, 60, 1, -177.0, 6.0, false, -1.0, 84.0, "", 0, 0},
                                                 {32701, 60, 1, -177.0, 6.0, false, -81.0, 1.0, "", 0, 0}}};

} // namespace

std::span<const ZoneFamily> zone_families()
{
    return families;
}

std::optional<std::string> on_old_datum(std::string_view crs, OldDatum datum)
{
    const int code = epsg_number(crs);
    for (const ZoneFamily& family : families) {
        const int first = datum == OldDatum::beijing_1954 ? family.first_beijing_code : family.first_xian_code;
        if (first != 0 && code >= family.first_code && code < family.first_code + family.zones) {
            return epsg_text(first + code - family.first_code);
        }
    }
    return std::nullopt;
}

std::string epsg_text(int code)
{
    return "EPSG:" + std::to_string(code);
}

int epsg_number(std::string_view crs)
{
    constexpr std::string_view authority = "EPSG:";
    int code = 0;
    if (crs.starts_with(authority)) {
        crs.remove_prefix(authority.size());
        const auto read = std::from_chars(crs.data(), crs.data() + crs.size(), code);
        code = read.ptr == crs.data() + crs.size() ? code : 0;
    }
    return code;
}

} // namespace gis
