#pragma once
// Words of school names that decide whether two names may mean one school: data, so that a word is added in one place.

#include <span>
#include <string>
#include <string_view>

namespace fieldgap {

struct NameWord
{
    std::u32string_view word; ///< as name_key folds it: simplified, lower case, without marks, Arabic numerals
    bool tells_apart;         ///< false: a general word such as `school`, which says nothing of which one
};

/// Kinds and stages of schools; longer Chinese words go before the shorter ones they hold.
std::span<const NameWord> chinese_kind_words();
std::span<const NameWord> kind_words();

/// Words of which one name cannot have another set than the other: north and south, boys and girls.
bool is_contrast(std::u32string_view word);
bool is_contrast(char32_t chinese);

/// Spellings of one word: `st` and `saint`. Empty for words that are left out (`the`).
std::u32string usual_word(const std::u32string& word);

/// The simplified character of a traditional one; of others what `words::folded` gives.
std::u32string folded(char32_t c);

/// Provinces and cities of that rank, without 省 and 市.
std::span<const std::u32string_view> provinces();

} // namespace fieldgap
