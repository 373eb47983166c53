#pragma once
// By which channels a school may close its gap (docs/rules.md rules 4 and 10).

#include "domain/gap/measured_city.hpp"

namespace fieldgap {

/// The channel is on, and the regime counts it for this school.
bool is_open_to(const MeasuredCity& measured, Channel channel, std::size_t school);

/// What `basement` or `expand` may give on the own ground of a main school and its branches; nothing where the channel is not open to it.
ExactArea possible_on_campus(const MeasuredCity& measured, Channel channel, std::size_t school);

} // namespace fieldgap
