#pragma once
// How many households a site carries.

#include "domain/screening/estate_verdict.hpp"

namespace fieldgap {

struct Carrying
{
    std::optional<std::int64_t> households; ///< absent: pupils per household are unknown, or none, so that any number fits
    std::optional<Binding> binding;         ///< of one household more
};

/// The largest number of whole households whose pupils get the verdict `pass`, or one that is at least `conditional`: the most that any of
/// these ways lets in, the last of equals being named. Exact, by bisection: every school's new pupils grow with the households (a longer
/// flow is made of a shorter one by augmenting paths, and none of them leaves the sink again), so required area grows and whoever fails
/// fails with more. Only where primary and junior pupils compete for the room of one school can their shares there turn, and only under
/// standards with constants or steps can a combined school need less for more pupils (required_never_falls); then everything between the
/// bisection's answer and a bound that looks at sums alone (LoadCount::lower_bound) is tried, from above.
Carrying carries(const VerdictContext& context, const IncomingEstate& site, const PerAdmission<SeatsTaken>& taken,
                 std::span<const Way> ways);

inline constexpr std::array<Way, 1> ways_to_pass = {{{Admission::open, GroundUse::as_allocated}}};
inline constexpr std::array<Way, 2> ways_on_condition = {
    {{Admission::open, GroundUse::allocated_again}, {Admission::planned, GroundUse::allocated_again}}};

} // namespace fieldgap
