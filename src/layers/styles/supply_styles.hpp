#pragma once
// How venues, and the walks to them and to partners, are drawn.

#include "layers/styles/style_looks.hpp"

#include <string>

namespace fieldgap {

std::string venue_body(int far_scale = at_any_scale);
/// Only walks on which something is given, the broader the more.
std::string link_body(int far_scale = at_any_scale);
/// The others.
std::string link_in_reach_body();
/// A gate is a diamond, a missing piece of way a broad line; the broader, the more it closes.
std::string gate_option_body(int far_scale = at_any_scale);
/// Not further out than the links that are not used: a city has more of them than of links.
std::string unreached_body();

} // namespace fieldgap
