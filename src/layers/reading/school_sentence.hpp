#pragma once
// A school or a venue in one sentence, as an expression of QGIS over its row. The value is plain text.

#include <cstdint>
#include <string>

namespace fieldgap {

/// In the file of many cities ids alone say too little.
enum class Cities : std::uint8_t { one, many };

/// What it lacks, who gives how much, what remains.
std::string school_sentence(Cities cities);

/// Its ground, what is rented of it, how many schools reach it.
std::string venue_sentence();

/// The name of who gives in the row of the ledger at hand, or its id; of many cities the id.
std::string giver_name(Cities cities);

} // namespace fieldgap
