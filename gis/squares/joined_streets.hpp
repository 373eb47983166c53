#pragma once
// Ways as streets, with the squares between them.

#include "gis/joining/unjoined_streets.hpp"

#include <cstdint>

namespace gis {

/// What becomes of squares: they are ground that one crosses, or only their outlines are walked.
enum class Squares : std::uint8_t { across, outline };

/// Ends of ways of one level at one place (1 cm) become one node; squares are joined to the streets around them; barred trunk roads are
/// summed up.
Streets joined(UnjoinedStreets ways, Squares squares);

} // namespace gis
