#pragma once
// What each school lacks (docs/rules.md rules 3 and 4).

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "domain/gap/enrolment.hpp"
#include "domain/ground/ownership.hpp"
#include "domain/ground/supply.hpp"
#include "domain/standard/need.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fieldgap {

enum class Status : std::uint8_t { meets, near, short_of, unknown, none, branch };

constexpr std::string_view name_of(Status status)
{
    constexpr std::array<std::string_view, 6> names = {"meets", "near", "short", "unknown", "none", "branch"};
    return names[static_cast<std::size_t>(status)];
}

inline constexpr std::array<Status, 6> all_statuses = {Status::meets,   Status::near, Status::short_of,
                                                       Status::unknown, Status::none, Status::branch};

/// `meets`: own >= required; `near`: own >= floor x required (the floor is taken to a millionth); else `short_of`. Limits included.
Status status_of(ExactArea own, ExactArea required, double floor);

/// Parallel to City::schools; absent where the enrolment is unknown.
std::vector<std::optional<Need>> needs_of_schools(std::span<const Enrolment> enrolled, const Standard& standard);

/// The state of one main school. The four areas hold only where `has_figures()`.
struct Assessment
{
    Status status = Status::branch;
    ExactArea own, required, gap, surplus;
    bool in_district_figures = false; ///< not special, vocational or a teaching point under 50 pupils (rule 5), whatever its status

    bool has_figures() const { return status == Status::meets || status == Status::near || status == Status::short_of; }
};

/// Parallel to City::schools. Planned schools and branches have status `branch`, no figures.
std::vector<Assessment> assess(const City& city, const Ownership& owns, std::span<const Enrolment> enrolled,
                               std::span<const std::optional<Need>> needs, std::span<const Supply> supplies, const Standard& standard,
                               Findings& findings);

/// State of one stage of a school whose ground is `ground_m2`: it gets its share by weight.
struct StageState
{
    double area_m2 = 0.0;
    double per_pupil_m2 = 0.0;
    double gap_m2 = 0.0;          ///< max(0, T n - area)
    Status status = Status::none; ///< `none` where the stage has no standard
};

/// Precondition: the stage has pupils.
StageState stage_state(const Need& need, Stage stage, ExactArea ground, const Standard& standard);

} // namespace fieldgap
