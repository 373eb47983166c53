#include "layers/text/name_key.hpp"

#include "layers/text/chinese_numerals.hpp"
#include "layers/text/name_vocabulary.hpp"
#include "layers/text/plain_text.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace fieldgap {
namespace {

constexpr auto npos = std::u32string::npos;

bool is_digit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

bool is_chinese(char32_t c)
{
    return c >= 0x3400 && c <= 0x9FFF;
}

bool is_open_bracket(char32_t c)
{
    return std::u32string_view(U"([{【〔〈《「").find(c) != npos;
}

bool is_close_bracket(char32_t c)
{
    return std::u32string_view(U")]}】〕〉》」").find(c) != npos;
}

/// Apostrophes fall out (`Mary's` is `Marys`); other signs part words.
std::u32string without_signs(std::u32string_view text)
{
    constexpr std::u32string_view dropped = U"'`’‘ʼ´º°ª№";
    constexpr std::u32string_view signs = U"\"“”.,;:!?-_/\\|+&*#~=·•・‧–—―‐‑、。，；：！？…@%^$<>";
    std::u32string plain;
    for (const char32_t c : text) {
        if (dropped.find(c) == npos) {
            plain += signs.find(c) != npos || is_open_bracket(c) || is_close_bracket(c) ? U' ' : c;
        }
    }
    return plain;
}

std::vector<std::u32string> tokens_of(std::u32string_view text)
{
    std::vector<std::u32string> tokens(1);
    for (const char32_t c : text) {
        if (c == U' ') {
            tokens.emplace_back();
        } else {
            tokens.back() += c;
        }
    }
    std::erase_if(tokens, [](const std::u32string& token) { return token.empty(); });
    return tokens;
}

/// Usual spellings, without words that say nothing.
std::vector<std::u32string> usual_words(std::u32string_view text)
{
    std::vector<std::u32string> words = tokens_of(without_signs(text));
    if (words.size() > 2 && words[0] == U"city" && words[1] == U"of") {
        words.erase(words.begin(), words.begin() + 2);
    }
    for (std::u32string& word : words) {
        word = usual_word(word);
    }
    std::erase_if(words, [](const std::u32string& word) { return word.empty(); });
    return words;
}

/// Words run together; two numbers stay apart.
std::u32string joined(const std::vector<std::u32string>& words)
{
    std::u32string text;
    for (const std::u32string& word : words) {
        const bool numbers_meet = !text.empty() && is_digit(text.back()) && is_digit(word.front());
        text += (numbers_meet ? U" " : U"") + word;
    }
    return text;
}

std::u32string folded_text(std::string_view name)
{
    std::u32string text;
    for (const char32_t c : without_hidden(words::code_points(name))) {
        text += folded(c);
    }
    return with_arabic_numerals(text);
}

bool ends_with_any(std::u32string_view text, std::initializer_list<std::u32string_view> ends)
{
    return std::any_of(ends.begin(), ends.end(), [&](std::u32string_view end) { return text.ends_with(end); });
}

/// 校区 and the like; of English the words stand anywhere.
bool is_campus(const std::u32string& text)
{
    return ends_with_any(text, {U"校区", U"分校", U"校", U"本部", U"部"}) || text.find(U"campus") != npos || text.find(U"site") != npos;
}

/// The main site, and the part of a stage (小学部), which is no campus.
bool is_main_campus(const std::u32string& campus)
{
    constexpr std::array<std::u32string_view, 11> mains = {U"本部",   U"校本部", U"总校",   U"主校区",     U"主校",    U"小学部",
                                                           U"初中部", U"高中部", U"中学部", U"maincampus", U"mainsite"};
    return std::find(mains.begin(), mains.end(), campus) != mains.end();
}

/// Takes what stands in brackets out of the name.
void take_brackets(std::u32string& text, NameKey& key)
{
    for (std::size_t open = 0;
         (open = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_open_bracket) - text.begin())) < text.size();) {
        const auto from = text.begin() + static_cast<std::ptrdiff_t>(open);
        const auto close = std::find_if(from, text.end(), is_close_bracket);
        const std::u32string inner = joined(usual_words(std::u32string(from + 1, close)));
        (is_campus(inner) ? key.campus : key.note) += inner;
        text.replace(open, static_cast<std::size_t>(close - from) + (close == text.end() ? 0U : 1U), U" ");
    }
}

/// 实验小学东校区, 实验小学分校: what stands behind the last word of kind, if it is a campus.
void take_campus_behind(std::u32string& text, NameKey& key)
{
    std::size_t end = 0;
    for (const NameWord& kind : chinese_kind_words()) {
        const std::size_t at = text.rfind(kind.word);
        const bool is_cut_in = at != npos && kind.word == U"学校" && text.substr(at).starts_with(U"学校区"); // 小学|校区
        end = at == npos || is_cut_in ? end : std::max(end, at + kind.word.size());
    }
    if (end == 0 || end == text.size()) {
        return;
    }
    const std::u32string behind = text.substr(end);
    if (behind.size() > 1 && is_campus(behind)) {
        key.campus += behind;
        text.erase(end);
    }
}

void replace_all(std::u32string& text, std::u32string_view old, std::u32string_view with)
{
    for (std::size_t at = text.find(old); at != npos; at = text.find(old, at + with.size())) {
        text.replace(at, old.size(), with);
    }
}

/// 小学校 is 小学, but not in 小学校区.
void drop_extra_xiao(std::u32string& text)
{
    for (const std::u32string_view word : {U"小学校", U"中学校"}) {
        const std::size_t at = text.rfind(word);
        const std::size_t end = at == npos ? npos : at + word.size();
        if (end != npos && (end == text.size() || text[end] != U'区')) {
            text.erase(end - 1, 1);
        }
    }
}

/// 曹杨2中附属学校 is 曹杨2中学附属学校, but 2中心小学 is no 2中学.
void write_out_numbered(std::u32string& text)
{
    constexpr std::array<std::u32string_view, 12> behind = {U"附属", U"初中", U"高中", U"分校",     U"本部",   U"总校",
                                                            U"实验", U"国际", U"集团", U"教育集团", U"外国语", U"创新"};
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool is_short = is_digit(text[at - 1]) && (text[at] == U'中' || text[at] == U'小');
        const std::u32string rest = text.substr(at + 1);
        const bool is_followed =
            std::any_of(behind.begin(), behind.end(), [&](std::u32string_view word) { return rest.starts_with(word); });
        if (is_short && (rest.empty() || is_followed)) {
            text.insert(at + 1, 1, U'学');
        }
    }
}

/// 20中 is 20中学, 附小 is 附属小学.
void write_out_short_words(std::u32string& text)
{
    replace_all(text, U"初级中学", U"初中");
    replace_all(text, U"高级中学", U"高中");
    replace_all(text, U"师范大学", U"师大");
    replace_all(text, U"附小", U"附属小学");
    replace_all(text, U"附中", U"附属中学");
    drop_extra_xiao(text);
    write_out_numbered(text);
}

/// The stem without words of kind; these are kept for the traits.
std::u32string without_kinds(std::u32string stem, std::vector<std::u32string>& kinds)
{
    for (const NameWord& kind : chinese_kind_words()) {
        for (std::size_t at = stem.find(kind.word); at != npos; at = stem.find(kind.word)) {
            kinds.emplace_back(kind.word);
            stem.erase(at, kind.word.size());
        }
    }
    return stem;
}

bool names_something(const std::u32string& rest)
{
    std::vector<std::u32string> kinds;
    return !without_kinds(rest, kinds).empty();
}

/// The end of a area that `sign` closes (天津|市), if something is left behind it that names a school.
std::optional<std::size_t> end_of_place(const std::u32string& text, std::u32string_view sign, std::size_t least)
{
    constexpr std::size_t longest = 8;
    constexpr std::u32string_view no_district = U"校小社园学地";
    const std::size_t at = text.find(sign);
    const bool is_area = at != npos && at >= least && at <= longest && no_district.find(text[at - 1]) == npos &&
                         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), is_chinese);
    return is_area && names_something(text.substr(at + sign.size())) ? std::optional(at) : std::nullopt;
}

std::u32string taken_area(std::u32string& text, std::initializer_list<std::u32string_view> signs, std::size_t least)
{
    for (const std::u32string_view sign : signs) {
        if (const auto at = end_of_place(text, sign, least)) {
            const std::u32string area = text.substr(0, *at);
            text.erase(0, *at + sign.size());
            return area;
        }
    }
    return {};
}

/// 天津一中: a province or city without 市 goes only from before a number, for 天津道小学 is named after a street.
std::u32string taken_bare_city(std::u32string& text)
{
    for (const std::u32string_view name : provinces()) {
        if (text.starts_with(name) && text.size() > name.size() && is_digit(text[name.size()])) {
            text.erase(0, name.size());
            return std::u32string(name);
        }
    }
    return {};
}

/// 民办新黄浦实验学校 is 新黄浦实验学校 where there is no other; kept as a note, for 公办 and 民办 part two of one name.
void take_owner(std::u32string& text, NameKey& key)
{
    for (const std::u32string_view owner : {U"民办", U"公办", U"私立", U"公立"}) {
        if (text.starts_with(owner) && names_something(text.substr(owner.size()))) {
            key.note = key.note.empty() ? std::u32string(owner) : key.note;
            text.erase(0, owner.size());
            return;
        }
    }
}

void take_areas(std::u32string& text, NameKey& key)
{
    taken_area(text, {U"特别行政区", U"自治区", U"省"}, 2);
    key.city = taken_area(text, {U"自治州", U"市"}, 2);
    key.district = taken_area(text, {U"自治县", U"新区", U"区", U"县", U"旗", U"市"}, 1);
    if (key.city.empty() && key.district.empty()) {
        key.city = taken_bare_city(text);
    }
}

bool is_kind(const std::u32string& word, bool telling)
{
    const auto kinds = kind_words();
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const NameWord& kind) { return kind.word == word && (kind.tells_apart || !telling); });
}

/// Numbers, and Chinese characters that may part two schools.
void add_traits(const std::u32string& text, std::vector<std::u32string>& traits)
{
    std::u32string number;
    for (const char32_t c : text + U' ') {
        if (is_digit(c)) {
            number += c;
        } else if (!number.empty()) {
            traits.push_back(number);
            number.clear();
        }
        if (is_contrast(c)) {
            traits.emplace_back(1, c);
        }
    }
}

/// Fills `own` and `traits` from the words of the stem.
void measure(const std::vector<std::u32string>& words, NameKey& key)
{
    std::vector<std::u32string> traits;
    std::vector<std::u32string> own;
    for (const std::u32string& word : words) {
        if (is_kind(word, true) || is_contrast(word) || (word.size() == 1 && !is_chinese(word[0]) && !is_digit(word[0]))) {
            traits.push_back(word);
        }
        if (!is_kind(word, false)) {
            own.push_back(word);
        }
    }
    key.own = without_kinds(joined(own), traits);
    add_traits(key.stem, traits);
    std::sort(traits.begin(), traits.end());
    for (const std::u32string& trait : traits) {
        key.traits += trait + U' ';
    }
}

} // namespace

NameKey name_key(std::string_view name)
{
    NameKey key;
    std::u32string text = folded_text(name);
    take_brackets(text, key);
    std::vector<std::u32string> words = usual_words(text);
    std::u32string stem = joined(words);
    if (std::any_of(stem.begin(), stem.end(), is_chinese)) {
        write_out_short_words(stem);
        take_campus_behind(stem, key);
        write_out_short_words(stem);
        take_owner(stem, key);
        take_areas(stem, key);
        take_owner(stem, key);
        words = {stem};
    }
    key.stem = std::move(stem);
    if (is_main_campus(key.campus)) {
        key.campus.clear();
    }
    measure(words, key);
    return key;
}

std::u32string district_key(std::string_view district)
{
    std::u32string text = joined(usual_words(folded_text(district)));
    for (const std::u32string_view sign : {U"自治区", U"省", U"市"}) {
        const std::size_t at = text.find(sign);
        if (at != npos && at >= 2 && at + sign.size() < text.size()) {
            text.erase(0, at + sign.size());
        }
    }
    for (const std::u32string_view sign : {U"自治县", U"新区", U"区", U"县", U"旗", U"市"}) {
        if (text.size() > sign.size() + 1 && text.ends_with(sign)) {
            text.erase(text.size() - sign.size());
            break;
        }
    }
    return text;
}

bool districts_differ(const std::u32string& one, const std::u32string& other)
{
    const auto script = [](char32_t c) { return is_digit(c) ? 0 : (is_chinese(c) ? 1 : 2); };
    return !one.empty() && !other.empty() && one != other && script(one.front()) == script(other.front());
}

} // namespace fieldgap
