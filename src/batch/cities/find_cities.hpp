#pragma once
// Which cities a batch has: configs, folders of them, lists, or folders of files for a template.

#include <string>
#include <vector>

namespace fieldgap {

/// One city of a batch.
struct BatchCity
{
    std::string name;    ///< of its folder and files in OUTDIR and of its rows in all.gpkg: no other city has it, whatever the capitals
    std::string config;  ///< the config, or the template
    std::string folder;  ///< of a template: where its paths count from; else empty
    std::string problem; ///< why it cannot be begun; else empty
};

struct CitySearch
{
    std::vector<std::string> paths;
    std::string template_path; ///< empty: none
    std::string out_folder;    ///< what lies below it is no city
};

struct FoundCities
{
    std::vector<BatchCity> cities;  ///< in the order of their names
    std::vector<std::string> notes; ///< what a planner should know of the search
};

/// Looks through the paths: of a folder every .toml with a [city] table below it (with a template: every sub-folder), a config itself, of a
/// list (.txt) each path in it, counted from the list's folder; blank lines and those that begin with # are none. What a list names and is
/// not there is a city with a problem. The same config is taken once. Throws gis::UsageError where a path is not there or no city is found.
FoundCities find_cities(const CitySearch& search);

} // namespace fieldgap
