#pragma once
// all.gpkg and all.qgz of a batch, made anew only where they would come out otherwise.

#include "batch/cities/city_end.hpp"
#include "batch/journal.hpp"
#include "batch/merge/merge_results.hpp"
#include "batch/out_folder.hpp"

#include <string_view>
#include <vector>

namespace fieldgap {

/// Whether all.gpkg is the one that `merge_batch` made of cities that stand as these do.
bool is_merged(const std::vector<CityEnd>& cities, const OutFolder& out, const Journal& journal, std::string_view version);

/// Merges what the cities left behind, and notes in the journal of what. A city whose result cannot be read becomes `failed`, with the
/// reason; the positions of such cities are returned. Throws gis::WriteError, gis::Interrupted.
std::vector<std::size_t> merge_batch(std::vector<CityEnd>& cities, const OutFolder& out, Journal& journal, const MergeTarget& target,
                                     const MergeProgress& progress);

} // namespace fieldgap
