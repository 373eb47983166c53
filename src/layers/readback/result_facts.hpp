#pragma once
// What a result says of itself, and what differs between two.

#include "domain/city/settings.hpp"
#include "gis/io/merging/merge_input.hpp"

#include <map>
#include <string>
#include <vector>

namespace fieldgap {

struct ResultFacts
{
    std::string version;
    std::string schema_version;
    std::string city;
    std::string language;       ///< in which it was made; empty where it does not say
    std::string network_sha256; ///< of all its files; empty without streets
    Settings settings;
    std::map<std::string, std::string> config; ///< every setting by its dotted key
    std::map<std::string, std::string> units;  ///< of the figures in `summary`, by their keys
    std::vector<std::string> lacking;          ///< tables and columns that it would have had today
};

/// Throws gis::Error, naming the file, where it is no result of `fieldgap run`, or its config cannot be read.
ResultFacts facts_of(gis::MergeInput& result);

/// One thing in which two results differ besides their cities' figures.
struct ResultDifference
{
    std::string key;      ///< `version`, `network`, `config.walk.minutes` ..
    std::string sentence; ///< in the language spoken
};

/// Version, schema, city, settings (without inputs, output and days of the run), streets, units, and what one of them lacks.
std::vector<ResultDifference> differences(const ResultFacts& before, const ResultFacts& after);

} // namespace fieldgap
