#include "layers/columns/coordinate_heading.hpp"

#include "layers/columns/heading.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <vector>

namespace fieldgap {
namespace {

/// The place of a word in a list that is parted by spaces.
std::optional<std::size_t> rank_in(std::string_view list, std::string_view wanted)
{
    std::optional<std::size_t> found;
    std::size_t rank = 0;
    for_each_word(list, [&](std::string_view word) {
        found = !found && word == wanted ? std::optional(rank) : found;
        ++rank;
    });
    return found;
}

bool is_sign(char c)
{
    constexpr std::string_view signs = " \t\r\n_-.:()[]'\"/*#";
    return signs.find(c) != std::string_view::npos;
}

bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// The words of a heading as `heading_key` has them: parted by signs, by a change of script, and as in `gcjLng`.
std::vector<std::string> words_of(const std::string& heading)
{
    const std::string written = without_full_width(heading);
    std::vector<std::string> list;
    std::string word;
    const auto end_word = [&] {
        if (std::string key = heading_key(word); !key.empty()) {
            list.push_back(std::move(key));
        }
        word.clear();
    };
    words::for_each_character(written, [&](const words::Character&, std::string_view letter) {
        const char first = letter.front();
        const char before = word.empty() ? ' ' : word.back();
        const bool other_script = !word.empty() && (letter.size() == 1) != words::is_ascii(before);
        if (is_sign(first) || other_script || (is_lower(before) && is_upper(first))) {
            end_word();
        }
        word += is_sign(first) ? std::string_view() : letter;
    });
    end_word();
    return list;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += word;
    }
    return text;
}

/// The heading of a coordinate by the word itself.
std::optional<CoordinateHeading> named_by(const std::string& word)
{
    for (const CoordinateWords& family : coordinate_words()) {
        for (const CoordinateAxis axis : {CoordinateAxis::x, CoordinateAxis::y}) {
            if (const auto rank = rank_in(axis == CoordinateAxis::x ? family.x : family.y, word)) {
                return CoordinateHeading{axis, family.family, *rank, false, true, {}, ""};
            }
        }
    }
    for (const PairWords& pair : pair_words()) {
        if (const auto rank = rank_in(pair.words, word)) {
            return CoordinateHeading{CoordinateAxis::pair, {}, *rank, pair.is_north_first, true, {}, ""};
        }
    }
    return std::nullopt;
}

/// Takes the first word of the list off either end of `word`, but for the whole of it.
bool take_off(std::string& word, std::string_view list)
{
    bool is_taken = false;
    for_each_word(list, [&](std::string_view one) {
        if (is_taken || one.size() >= word.size()) {
            return;
        }
        if (word.starts_with(one)) {
            word.erase(0, one.size());
            is_taken = true;
        } else if (word.ends_with(one)) {
            word.erase(word.size() - one.size());
            is_taken = true;
        }
    });
    return is_taken;
}

/// Takes what names a datum out of the words.
std::optional<gis::WebDatum> taken_datum(std::vector<std::string>& words)
{
    std::optional<gis::WebDatum> datum;
    for (const DatumWords& known : datum_words()) {
        for (std::string& word : words) {
            if (rank_in(known.joined, word) || (rank_in(known.alone, word) && words.size() > 1)) {
                datum = known.datum;
                word.clear();
            } else if (take_off(word, known.joined)) {
                datum = known.datum;
            }
        }
    }
    for (std::string& word : words) { // `lon84`
        if (!datum && word.ends_with("84") && named_by(word.substr(0, word.size() - 2))) {
            datum = gis::WebDatum::none;
            word.erase(word.size() - 2);
        }
    }
    std::erase(words, "");
    return datum;
}

/// The words without those that say nothing; what was taken off goes to `beside`.
std::vector<std::string> without_neutral(std::vector<std::string> words, std::string& beside)
{
    for (std::string& word : words) {
        const std::string whole = word;
        while (!named_by(word) && !rank_in(neutral_coordinate_words(), word) && take_off(word, neutral_coordinate_words())) {
        }
        if (rank_in(neutral_coordinate_words(), word)) {
            word.clear();
        }
        beside += word.size() < whole.size() ? whole.substr(0, whole.size() - word.size()) : "";
    }
    std::erase(words, "");
    return words;
}

/// `lng1`, `lat1`.
std::optional<CoordinateHeading> named_and_numbered(std::string word)
{
    auto named = named_by(word);
    if (!named && word.size() > 1 && word.back() >= '0' && word.back() <= '9') {
        const std::string number(1, word.back());
        word.pop_back();
        named = named_by(word);
        if (named) {
            named->beside = number;
        }
    }
    return named;
}

bool is_geometry_heading(const std::string& heading)
{
    return rank_in(geometry_words(), heading_key(heading)).has_value();
}

} // namespace

std::optional<CoordinateHeading> coordinate_heading(const std::string& heading)
{
    if (auto named = named_by(heading_key(heading))) {
        return named;
    }
    std::vector<std::string> words = words_of(heading);
    const auto datum = taken_datum(words);
    std::string beside;
    auto named = named_and_numbered(joined(words));
    if (!named) {
        const std::vector<std::string> rest = without_neutral(words, beside);
        named = named_and_numbered(joined(rest));
        if (!named && rest.empty() && (!words.empty() || datum)) {
            named = CoordinateHeading{CoordinateAxis::pair, {}, 0, false, false, {}, ""};
        }
    }
    if (named) {
        named->datum = datum;
        named->beside = beside + named->beside;
    }
    return named;
}

std::optional<gis::WebDatum> datum_of_heading(const std::string& heading)
{
    std::vector<std::string> words = words_of(heading);
    return taken_datum(words);
}

bool is_coordinate_heading(const std::string& heading)
{
    const auto named = coordinate_heading(heading);
    return is_geometry_heading(heading) || (named && named->is_sure && named->beside.empty()); // `East School` is a name
}

} // namespace fieldgap
