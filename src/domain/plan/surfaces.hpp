#pragma once
// The grounds of schools by what they are made of, and how far the hard ones of rural schools have gone (docs/rules.md section 6,
// Surfaces).

#include "domain/analysis/analysis.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// Ground of one kind in one district. Its area is the sum of what the layer `fields` shows, to the last digit.
struct SurfaceRow
{
    std::string district;        ///< its name, else its id; empty: of schools in none
    std::optional<bool> rural;   ///< of its schools; absent: not known
    std::string surface;         ///< as written; empty: not said
    std::optional<bool> is_hard; ///< asphalt, concrete and the like; absent: not known
    std::int64_t grounds = 0;    ///< fields that count
    double area_m2 = 0.0;        ///< what counts of them
};

/// By district, rural (0, 1, unknown) and surface.
std::vector<SurfaceRow> surface_rows(const AnalysedCity& analysed);

/// The ground of rural schools. Absent where no open school is said to be rural or not.
struct RuralGround
{
    double hard_m2 = 0.0;
    double soft_m2 = 0.0;
    double unknown_m2 = 0.0;
};

std::optional<RuralGround> rural_ground(const AnalysedCity& analysed);

/// What was hard when the plan began and is not today, not below 0. Absent where one of the two is not known.
std::optional<double> rural_done_m2(const PlanSettings& plan, const std::optional<RuralGround>& today);

/// The same as a part of the target. Absent where there is none, or it is 0.
std::optional<double> rural_rate(const PlanSettings& plan, const std::optional<RuralGround>& today);

} // namespace fieldgap
