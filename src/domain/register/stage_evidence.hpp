#pragma once
// What a run found of each stage of each school: the evidence by which issues open and close.

#include "domain/analysis/analysis.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// How a stage stands in a run. Only of `known` ones there are figures.
enum class Standing : std::uint8_t { known, unknown, without_standard, planned, merged };

struct LeaseEvidence
{
    std::string number;
    std::string until; ///< empty: without an end
    ExactArea counted; ///< 0 where it does not count
    double walk_min = 0.0;
    LeaseFate fate = LeaseFate::counts;
};

struct StageEvidence
{
    Standing standing = Standing::unknown;
    std::string merged_into; ///< id of the main school
    std::int64_t pupils = 0;
    ExactArea required;
    ExactArea own;                          ///< the stage's share of the own ground
    ExactArea special;                      ///< of it in basements and on roofs
    ExactArea leased;                       ///< the stage's share of what leases give
    ExactArea own_gap;                      ///< without leases: gap_stage_m2
    ExactArea gap;                          ///< with them
    std::vector<LeaseEvidence> leases = {}; ///< of the school
};

struct FoundSchool
{
    std::optional<std::size_t> district; ///< in Districts::rows
    PerStage<StageEvidence> stages;
};

/// By school id, planned schools and branches too.
using FoundSchools = std::map<std::string, FoundSchool>;

/// Ground and gaps of a stage are its shares as rule 3 has them, to 0.01 m2: what is less is computing noise.
FoundSchools found_schools(const AnalysedCity& analysed);

} // namespace fieldgap
