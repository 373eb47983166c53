#pragma once
// What could close the gap of a school, the best first (docs/rules.md section 6, The quarter).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap::quarter {

struct SchoolOption
{
    std::string channel; ///< `rent`, `share`, `basement`, `expand`; `gate`, `link` of gate_options
    std::string from_id; ///< the venue or partner; empty for a school's own ground
    std::string from_name;
    std::optional<double> proposed_m2; ///< what the allocation of this result takes of it
    std::optional<double> possible_m2; ///< what it could give at most, whoever else wants it apart
    std::optional<double> walk_s;
    std::optional<std::int64_t> crossings;
    std::optional<std::int64_t> major_roads;
    std::optional<double> cost; ///< yuan per year, of what is proposed

    /// How much of such a gap it would close alone.
    double closes_m2(double gap_m2) const;
};

/// What the allocation proposes first, then what closes more of the gap, is nearer, has the smaller id. What can give nothing is none.
std::vector<SchoolOption> ranked_options(std::vector<SchoolOption> options, double gap_m2);

} // namespace fieldgap::quarter
