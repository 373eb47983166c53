#pragma once
// Of which country a table is, by its headings, words, letters, postal codes and cities.

#include "layers/places/place_sign.hpp"
#include "layers/places/table_texts.hpp"

namespace fieldgap {

/// A sign for each country that anything speaks for (weight up to 1), one for each of its cities that a tenth of the rows name, and one for
/// the region of most postal codes.
PlaceSigns country_signs_of(const TableTexts& texts);

} // namespace fieldgap
