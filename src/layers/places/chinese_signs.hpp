#pragma once
// Which province or prefecture of China a table speaks of, by the codes in its ids and by names in its texts.

#include "layers/places/place_sign.hpp"
#include "layers/places/table_texts.hpp"

namespace fieldgap {

/// Codes: a column of digits of one length in which most rows begin with a code of GB/T 2260 (`120101..`), or have it where an id of a
/// school has it (标识码: `2112..`, of which the first two digits are the stage); where both can be, both are signs. Names: 天津市, 苏州市,
/// 河北省, as people end them; in names of files also without the ending and in Latin letters.
PlaceSigns chinese_signs_of(const TableTexts& texts);

} // namespace fieldgap
