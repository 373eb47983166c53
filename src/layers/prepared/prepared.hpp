#pragma once
// The city as it was read and analysed, kept in a file, so that one site is answered without reading all again.

#include "domain/analysis/analysis.hpp"
#include "layers/input/read_city.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

struct KnownCity
{
    CityInput input;
    Results results;
};

struct PreparedCity
{
    std::optional<KnownCity> city;
    std::string why_not; ///< what is said where the file cannot be used; empty where there is none
};

/// What the file holds, if it was made by this version of the same config and of inputs that are the same now: their size and time of
/// change, or else their SHA-256. Damage is found by length and checksum; the file is trusted as far as these go.
/// Throws gis::UsageError where the file is something else than a prepared city, so that nobody's file is replaced by one.
PreparedCity read_prepared(const std::string& path, std::string_view version, const Config& config);

/// Appears whole or not at all. Throws gis::WriteError.
void write_prepared(const std::string& path, std::string_view version, const Config& config, const KnownCity& city);

} // namespace fieldgap
