#pragma once
// Zones of transverse Mercator planes whose EPSG codes follow each other. Data, one line each.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gis {

struct ZoneFamily
{
    int first_code;
    int zones;
    int first_number; ///< of the zone, as in the prefix
    double first_meridian_deg;
    double width_deg;
    bool has_prefix;
    double south_deg;
    double north_deg;
    std::string_view country; ///< whose offices use it (ISO 3166); empty: any
    int first_beijing_code;   ///< of the same zones on Beijing 1954; 0: none
    int first_xian_code;      ///< on Xi'an 1980
};
std::span<const ZoneFamily> zone_families();

/// The datums of China before CGCS2000, whose planes share its numbers to some tens of metres.
enum class OldDatum : std::uint8_t { beijing_1954, xian_1980 };

/// The same zone of a CGCS2000 plane on an older datum, such as `EPSG:2436`; nothing for other systems.
std::optional<std::string> on_old_datum(std::string_view crs, OldDatum datum);

/// Such as `EPSG:4548`.
std::string epsg_text(int code);
/// 4548 of `EPSG:4548`; 0 for any other text.
int epsg_number(std::string_view crs);

} // namespace gis
