#pragma once
// UTF-8, character by character.

#include <cstddef>
#include <string_view>

namespace words {

/// What stands at the beginning of a text.
struct Character
{
    char32_t code = 0;     ///< of a byte that is no UTF-8 here: that byte
    std::size_t bytes = 1; ///< that it takes; all of the rest where the text ends within it
    bool is_whole = false; ///< well-formed: no surrogate, nothing overlong, nothing above U+10FFFF
    bool is_cut = false;   ///< well-formed as far as it goes, but the text ends within
};

/// `text` is not empty.
Character first_character(std::string_view text);

} // namespace words
