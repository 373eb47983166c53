#pragma once
// The settings of a result, read back out of the config in its provenance.

#include "domain/city/settings.hpp"

#include <map>
#include <string>

namespace fieldgap::config {

struct WrittenSettings
{
    Settings settings;
    std::map<std::string, std::string> values; ///< every key of the config, dotted, with its value as JSON
};

/// `json` is what `as_json` wrote, of this or another version: keys that are not known are kept in `values` alone. Throws gis::UsageError
/// where it is no config, or a value is none that its key takes; `source` is what the message calls it.
WrittenSettings settings_in(const std::string& json, const std::string& source);

} // namespace fieldgap::config
