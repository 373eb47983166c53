#pragma once
// What a cell of a column of stages or types says of a school.

#include "layers/text/cell_values.hpp"
#include "layers/text/type_vocabulary.hpp"

#include <string>

namespace fieldgap {

/// `primary;junior`, 小学, 九年一贯制, `Community school` ..; a word of a list that is not known spoils the whole cell. A type text of a
/// map service (`科教文化服务;学校;小学`, `教育学校:中学`) is read by the last of its parts that is known, several of them (`a|b`)
/// together, and its codes (`141203`) likewise. Phrases that are no such word are read as the name of a school would be, where that is no
/// guess.
Cell<TypeSign> school_type_of(CellText text);

/// `primary, junior`.
std::string stages_in_words(const PerStage<bool>& stages);

/// A type text with parts whose first is education: 科教文化服务;学校;小学, but not 餐饮服务;中餐厅;中餐厅.
bool is_education_path(CellText text);

/// Whether the text is wholly made of words of types and stages: no name of a school is.
bool is_type_text(CellText text);

} // namespace fieldgap
