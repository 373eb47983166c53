#pragma once
// Where the official figures of schools come from.

#include "domain/city/city.hpp"

#include <array>
#include <string>
#include <unordered_map>

namespace fieldgap {

/// Layer and column, such as `enrolment.sports_m2`, by FieldKind; empty where there is no figure.
using FigureSource = std::array<std::string, 3>;

/// By the id of the school or branch. Those of a city whose reading nobody noted are absent.
using FigureSources = std::unordered_map<std::string, FigureSource>;

} // namespace fieldgap
