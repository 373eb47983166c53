#pragma once
// What a sports ground is made of, by the words in which people say it (docs/formats.md, Words of surfaces).

#include "layers/text/cell_values.hpp"

namespace fieldgap {

/// True: asphalt, concrete, paving, whatever else is called hardened. False: tartan, turf, grass, rubber, and whatever else is not hard.
/// Words of both kinds (`水泥、塑胶`) are as unknown as a word that nobody knows; words that say it is not known are no words.
Cell<bool> hardness_of(CellText text);

} // namespace fieldgap
