#pragma once
// A config as a template: the same keys for every city, each with a folder of its own.

#include "layers/config/tree/config_tree.hpp"

#include <string>
#include <vector>

namespace fieldgap::config {

/// The city's name where the config is a template: that of its folder.
std::string city_of_folder(const std::string& folder);

/// Puts the folder's files into the paths of the inputs: `{city}` becomes the city's name (in [city] name, [output] path and [register]
/// path too), and a name with `*` the one file of the folder that it fits; capitals count only where several fit. The parts of one
/// shapefile are one file. [city] name without `{city}` becomes the folder's. Remote and absolute paths get `{city}` only; of `/vsizip/`
/// paths the archive is looked for. Throws gis::Error where no file fits, naming the nearest, and gis::UsageError where several do, naming
/// them.
void fit_to_folder(std::vector<Assignment>& assignments, const std::string& folder);

} // namespace fieldgap::config
