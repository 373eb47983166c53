#pragma once
// Words in headings and names of files that speak of a sort of plane: UTM, Gauss-Krüger, CGCS2000, Xi'an 1980, `EPSG4548`.

#include "layers/places/table_texts.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

enum class PlaneSort : std::uint8_t { gauss_kruger, utm, beijing_1954, xian_1980, epsg };

struct SystemSign
{
    PlaneSort sort{};
    int epsg = 0;     ///< of an `epsg`
    std::string word; ///< as found
    friend bool operator==(const SystemSign&, const SystemSign&) = default;
};

/// What the name of a system is called for short, in letters and digits: `utm32` and `etrs89` of `ETRS89 / UTM zone 32N`, `lambert93`,
/// `lv95`, `twd97`.
std::vector<std::string> short_names_of(const std::string& name);
/// Whether a heading or the name of a file speaks of it: `utm32` of `utm32ost` and `schulen_utm32.csv`, not of `utm320`.
bool names_system(const std::string& text, std::string_view short_name);

std::vector<SystemSign> system_signs_of(const TableTexts& texts);

struct SystemWords
{
    PlaneSort sort;
    std::string_view words; ///< parted by spaces; those of Latin letters stand alone or before a digit, the others anywhere
};
std::span<const SystemWords> system_words();

} // namespace fieldgap
