#pragma once
// Words in cells, and how all readers of cells see a text: plain, trimmed, in lower case.

#include "domain/city/city.hpp"
#include "layers/text/cell_values.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace fieldgap {

/// Plain characters, trimmed, in lower case; empty for a blank cell and for the signs that stand for one.
std::string cell_key(CellText text);

/// The same without spaces and underscores: how lists of words are written.
std::string word_key(CellText text);

/// Whether one of the words, parted by spaces, is the key.
bool has_word(std::string_view words, std::string_view key);

/// 0/1, yes/no, true/false, 是/否 and the like.
Cell<bool> boolean_of(CellText text);

/// As `boolean_of`, and the codes and names of 城乡分类: 111 to 123 (城区, 镇区) are not rural, 210 and 220 (乡村) are; a code also before
/// its name or behind the twelve digits of its place.
Cell<bool> rural_of(CellText text);

/// Of a column of such codes, in which 1 and 0 say nothing: begins with 2 (rural) or 1 (not).
Cell<bool> rural_of_code(CellText text);

/// `primary;junior`, 小学, 九年一贯制, 完全中学 ...: the stages of which `school_type_of` (school_type.hpp) speaks, both for 中学. A word
/// of which it knows no stage is unknown here.
Cell<PerStage<bool>> stages_of(CellText text);

Cell<SchoolKind> school_kind_of(CellText text);
Cell<EstatePhase> estate_phase_of(CellText text);
Cell<FieldKind> field_kind_of(CellText text);
Cell<OwnerKind> owner_kind_of(CellText text);

/// Plain ASCII for full-width letters, digits and signs (U+FF01..U+FF5E) and the ideographic space.
std::string without_full_width(std::string_view utf8);

/// The words of a list that is parted by spaces.
template <class Use>
void for_each_word(std::string_view words, const Use& use)
{
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) {
            use(words.substr(0, end));
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

} // namespace fieldgap
