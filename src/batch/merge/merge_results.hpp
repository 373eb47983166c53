#pragma once
// Many finished results as one: all.gpkg and all.qgz (docs/rules.md section 6, "Many cities in one file").

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fieldgap {

/// A city of a batch that is over, one way or another.
struct FinishedCity
{
    std::string city;        ///< its name in the batch; no two are the same
    std::string result_path; ///< the GeoPackage that `run` wrote; empty where it has none
    std::string state;       ///< as the journal says it; of a city with a result, the result says itself whether it is `done` or `issues`
    std::string message;     ///< why it has no result; the same whenever this happens again (no times, no process ids). May be empty
};

struct MergeTarget
{
    std::string path; ///< all.gpkg; all.qgz appears beside it
    bool overwrite = false;
    std::int64_t timestamp_s = 0;
    std::string version; ///< of this program
};

/// A city with a result that could not be merged. In the table `cities` its state is `failed`.
struct LeftOutCity
{
    std::string city;
    std::string why;
};

/// Every result is opened twice: looked at, and copied.
using MergeProgress = std::function<void(std::size_t results_opened, std::size_t of)>;

/// Writes every layer of every result under one another, whole or not at all, in the language spoken. The bytes depend on the cities and
/// their results alone, not on their order here. Memory is that of a cache of pages and of the largest result at hand; each city
/// adds its names and its digest (measured in docs/scale.md).
/// Returns what was left out, in the order of names. Throws WriteError, Interrupted.
std::vector<LeftOutCity> merge_results(std::vector<FinishedCity> cities, const MergeTarget& target, const MergeProgress& progress);

} // namespace fieldgap
