#pragma once
// How districts and doubts about the data are drawn.

#include <string>

namespace fieldgap {

std::string district_body();
/// Points, lines and areas stand in one layer. Rules of another kind than the layer at hand match nothing in it.
std::string issue_body();

} // namespace fieldgap
