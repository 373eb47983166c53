#pragma once
// The word that a mistyped one was meant to be.

#include <string>
#include <string_view>
#include <vector>

namespace words {

/// Letters to change, add, drop or swap with their neighbour to turn one text into the other; case (of ASCII) is free.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate with the least edit distance, the first of equals; empty where none is near (at most a third of the word's letters, but
/// two in any case, may differ).
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `a, b, c`
std::string joined(const std::vector<std::string>& words);

} // namespace words
