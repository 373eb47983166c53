#pragma once
// The results of a batch looked at before they are merged: which can be, and what layers there will be.

#include "batch/merge/merge_results.hpp"
#include "gis/io/geopackage/geopackage.hpp"
#include "gis/io/merging/merge_input.hpp"
#include "gis/io/source/file_digest.hpp"
#include "layers/output/summary_lines.hpp"

#include <functional>
#include <string>
#include <vector>

namespace fieldgap {

/// The first column of every layer.
inline constexpr const char* city_column = "city";
/// A layer of each result, and another table in the merged file: it is summed and not copied.
inline constexpr const char* summary_layer = "summary";
inline constexpr const char* cities_layer = "cities";

struct SurveyedCity
{
    FinishedCity of;
    std::string fault; ///< why its result cannot be merged; empty where it can
    gis::FileDigest digest;

    bool is_merged() const { return !of.result_path.empty() && fault.empty(); }
};

class ResultSurvey
{
public:
    /// `looked_at` is called after each city.
    ResultSurvey(std::vector<FinishedCity> cities, const std::function<void()>& looked_at);

    /// In the byte order of their names.
    std::vector<SurveyedCity> cities;

    /// Those of all results, the columns of each behind `city`: the first result's order, what later ones have besides at the end.
    const std::vector<gis::LayerSchema>& layers() const { return layers_; }
    /// CGCS2000 degrees where every result is in a system made on them, else those of WGS 84.
    std::string crs() const;

private:
    void look_at(SurveyedCity& city);

    std::vector<gis::LayerSchema> layers_;
    bool has_cgcs2000_ = false;
    bool has_other_ = false;
};

/// The table `summary` of a result.
std::vector<SummaryLine> summary_of(gis::MergeInput& result);

} // namespace fieldgap
