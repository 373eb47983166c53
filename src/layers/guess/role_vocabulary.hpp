#pragma once
// By which words a layer's role is known: those of file names and those of columns that sort things by kind. Data, one line each.

#include "layers/columns/role.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// The role that a name (of a file, layer or folder) speaks of, or none. Of several words the last decides, for it is the noun:
/// `school_fields` are fields, 学校运动场地 too. `is_site`: candidate estates, which are no input of a city.
struct RoleWord
{
    std::optional<Role> role;
    bool is_site = false;
    std::string word; ///< as it stands in the name
};
RoleWord role_word_in(std::string_view name);

/// Values of a column of kinds (`type`, `fclass`, `amenity`, 用地性质 ..) that belong to a role.
struct KindWords
{
    Role role;
    std::string_view words; ///< parted by spaces
    bool is_sure = true;    ///< false: only where nothing better is there
};
std::span<const KindWords> value_kinds();

/// True where `value` is that word, or the beginning of it that a narrow column kept.
bool is_kind_word(std::string_view value, std::string_view word);

/// The value's role words: true where it is among them.
bool is_among(std::string_view value, const KindWords& kinds);

} // namespace fieldgap
