#pragma once
// A school or a venue in one sentence, as an expression of QGIS over its row. The value is plain text.

#include "layers/styles/themes.hpp"

#include <string>

namespace fieldgap {

/// What it lacks, who gives how much, what remains.
std::string school_sentence(Cities cities);

/// Its ground, what is rented of it, how many schools reach it.
std::string venue_sentence();

/// The name of who gives in the row of the ledger at hand, or its id.
std::string giver_name();

} // namespace fieldgap
