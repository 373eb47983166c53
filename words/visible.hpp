#pragma once
// What a terminal may be sent. Names and values come from anybody's files: a control character among them could move the cursor, forge a
// line or turn the reading direction, and no reader would see why.

#include "words/utf8.hpp"

#include <string>
#include <string_view>

namespace words {

/// True where a terminal would show nothing of it or obey it: controls (C0, DEL, C1), marks of direction, zero width, line separators,
/// tags, and bytes that are no UTF-8.
bool is_unseen(const Character& character);

/// `text` on one line with every unseen character as its escape: `\n`, `\x1b`, `\u202e`, `\udb40\udc41`, and `\xff` for a wrong byte.
/// Escapes stay as they are, so that a text may pass twice. Above U+007E they are those of JSON.
std::string visible(std::string_view text);

/// The same, but line breaks stay: for texts of more than one line whose values went through `visible`, and for JSON, where escapes of C0
/// and broken UTF-8 do not arise and the others mean in a string what they stand for.
std::string visible_lines(std::string_view text);

} // namespace words
