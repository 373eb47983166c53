#pragma once
// How housing estates, sites and what they change are drawn.

#include <string>

namespace fieldgap {

/// Planned estates stand out by their outline; of existing ones only the reach of schools is shown.
std::string residential_body();
std::string phasing_body();
std::string site_body();
std::string site_link_body();
/// The size is what the gap grows by.
std::string affected_body();

} // namespace fieldgap
