#pragma once
// Which countries the postal codes of a table can be of, by their shape, and where in them.

#include "layers/places/place_sign.hpp"
#include "layers/places/table_texts.hpp"

#include <string_view>
#include <vector>

namespace fieldgap {

struct PostalFinding
{
    std::string_view countries; ///< parted by spaces
    PlaceSigns regions;         ///< where most codes begin alike
};

/// One for each column whose heading and cells, four of five at least, are those of postal codes.
std::vector<PostalFinding> postal_findings(const TableTexts& texts);

} // namespace fieldgap
