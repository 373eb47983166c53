#pragma once
// What people write every day, language by language: by it the right reading of bytes is told from the others.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gis {

/// True for a character that is among the commonest of names, headings and addresses in the language of `encoding`
/// (GB18030 and BIG5: Chinese, CP932 and EUC-JP: Japanese, CP949: Korean).
bool is_everyday_character(char32_t character, std::string_view encoding);

/// How many words of `text` (small letters, UTF-8) begin as words of schools, streets, addresses and headings do in the languages that
/// are written in `encoding`: CP1250, CP1251, CP1252, CP1253, CP1254.
std::size_t everyday_words(std::string_view text, std::string_view encoding);

/// How many of `words` (small letters, UTF-8) hold no letters but those of one language of `encoding`: the language that has most of them.
std::size_t words_of_one_language(const std::vector<std::string>& words, std::string_view encoding);

} // namespace gis
