#pragma once
// What another gate or a missing piece of way would close (docs/rules.md section 5, rule 13).

#include "domain/allocation/further_reach.hpp"
#include "domain/analysis/analysis.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

enum class OptionKind : std::uint8_t { gate, link };

constexpr std::string_view name_of(OptionKind kind)
{
    return kind == OptionKind::gate ? "gate" : "link";
}

struct GateOption
{
    std::string id; ///< SCHOOL/RANK
    OptionKind kind = OptionKind::gate;
    SchoolIndex school{};                ///< has a residual
    Giver gained;                        ///< the nearest that it newly reaches and that has something left for it
    ExactArea gain;                      ///< of the whole city's residual
    std::optional<double> walk_before_s; ///< to the giver gained; absent beyond twice the limit
    double walk_after_s = 0.0;
    gis::Geometry where; ///< the gate, or the straight piece
};

/// The best three of each school with a residual, by id; none without streets. For the objective `area`.
std::vector<GateOption> gate_options(const AnalysedCity& analysed);

} // namespace fieldgap
