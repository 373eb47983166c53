#include "gis/io/crs/look_alikes.hpp"

#include "gis/geometry/datum.hpp"
#include "gis/io/crs/zone_families.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

namespace gis {

std::vector<SourceCrs> look_alikes(const SourceCrs& reading, const std::string& code, const Point& middle)
{
    std::vector<SourceCrs> others;
    const bool is_moved_by_web_maps = gcj02_of(middle) != middle;
    for (const WebDatum datum : {WebDatum::none, WebDatum::gcj02, WebDatum::bd09}) {
        if (is_moved_by_web_maps && datum != reading.datum) {
            others.push_back(reading);
            others.back().datum = datum;
        }
    }
    const auto zone = meridian_zone_of(reading.crs);
    if (!zone || reading.helmert) {
        return others;
    }
    const double off_first = (zone->meridian_deg + 177.0) / 6.0;
    const double third = zone->meridian_deg / 3.0;
    const int code_number = std::atoi(code.substr(code.find(':') + 1).c_str());
    const bool is_utm = code_number / 100 == 326 || code_number / 100 == 327;
    const auto add = [&](int other) { others.push_back({epsg_text(other), reading.datum, reading.swap_xy, {}}); };
    if (!is_utm && off_first == std::floor(off_first) && zone->false_easting_m == 5e5) {
        add(32601 + static_cast<int>(off_first));
    } else if (is_utm && third >= 25.0 && third <= 45.0) {
        add(4534 + static_cast<int>(third) - 25);
    }
    for (const ZoneFamily& family : zone_families()) {
        const int place = code_number - family.first_code;
        for (const int step : {-1, 1}) {
            if (!family.has_prefix && place >= 0 && place < family.zones && place + step >= 0 && place + step < family.zones) {
                add(code_number + step);
            }
        }
    }
    return others;
}

std::string config_lines(const SourceCrs& reading)
{
    constexpr std::array<const char*, 3> datums = {"", ", datum = \"gcj02\"", ", datum = \"bd09\""};
    return "crs = \"" + (reading.crs.empty() ? std::string("EPSG:4326") : reading.crs) + "\"" +
           datums[static_cast<std::size_t>(reading.datum)] + (reading.swap_xy ? ", swap_xy = true" : "");
}

} // namespace gis
