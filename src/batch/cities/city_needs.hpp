#pragma once
// What a city of a batch reads, before it is begun.

#include "batch/cities/find_cities.hpp"
#include "gis/io/source/named_files.hpp"
#include "layers/config/config.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

struct CityNeeds
{
    std::vector<gis::NamedFile> files; ///< the config and its inputs
    std::uint64_t input_bytes = 0;
    std::vector<std::string> maps; ///< OSM files among the inputs, as the config resolves them
    std::string register_path;     ///< the strike-off register that it keeps; empty: none
};

/// Its config with the settings of the command line. Nothing where it is none: its own run will say what is wrong with it.
std::optional<Config> config_of(const BatchCity& city, const std::vector<std::string>& settings);

CityNeeds needs_of(const BatchCity& city, const std::vector<std::string>& settings);

} // namespace fieldgap
