#pragma once
// The word that a mistyped one was meant to be.

#include <string>
#include <string_view>
#include <vector>

namespace words {

/// What two neighbouring letters that changed places count.
enum class Swapped : bool { one_edit, two_edits };

/// Letters to change, add or drop, and neighbours to swap, to turn one text into the other.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, Swapped swapped);

/// The candidate with the least edit distance, the first of equals; empty where none is near (at most a third of the word's letters, but
/// two in any case, may differ; their case does not count).
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `a, b, c`
std::string joined(const std::vector<std::string>& words);

/// The first of a long list: `a, b, ..` where there are more than `most`.
std::string joined_first(std::vector<std::string> words, std::size_t most);

} // namespace words
