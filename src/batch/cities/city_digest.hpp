#pragma once
// Whether a city's result would come out the same if it were made again: its inputs, config and version as one digest.

#include "layers/config/config.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// What a run depends on besides its inputs.
struct DigestedRun
{
    std::string version;
    std::string city;
    std::string config; ///< every setting in force, as JSON with its keys sorted
};

struct DigestedInput
{
    std::string name; ///< `schools`
    std::string sha256;
};

/// SHA-256 in lower-case hex.
std::string digest_of(const DigestedRun& run, const std::vector<DigestedInput>& inputs);

/// Reads all inputs. Empty where nothing can be compared: remote inputs, and those with a [helmert] table. Throws gis::Error where one
/// cannot be read.
std::string digest_of_inputs(const Config& config, std::string_view version);

/// Sizes and times of change of the config, its inputs and the result's files, and the version: where it is the same, so is the digest.
/// Empty where one of them is not there, and for a city that keeps a strike-off register: its result is made anew each time.
std::string stamp_of(const Config& config, std::string_view version, const std::string& result);

} // namespace fieldgap
