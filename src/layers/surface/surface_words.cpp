#include "layers/surface/surface_words.hpp"

#include "layers/surface/surface_vocabulary.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/utf8.hpp"

#include <string>
#include <vector>

namespace fieldgap {
namespace {

std::u32string folded_text(std::string_view utf8)
{
    std::u32string text;
    for (const char32_t code : words::code_points(utf8)) {
        text += words::folded(code);
    }
    return text;
}

/// Of an alphabet, whose words are parted by something; those of East Asia are not.
bool is_letter(char32_t code)
{
    constexpr char32_t first_accented = 0xC0, first_of_east_asia = 0x2E80;
    const bool is_ascii = (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
    return is_ascii || (code >= first_accented && code < first_of_east_asia);
}

struct Stem
{
    std::u32string text;
    bool is_hard = false;

    bool stands_at(std::u32string_view where, std::size_t at) const
    {
        constexpr std::size_t shortest_that_goes_on = 4;
        const std::size_t end = at + text.size();
        if (where.substr(at, text.size()) != text) {
            return false;
        }
        const bool begins = at == 0 || !is_letter(text.front()) || !is_letter(where[at - 1]);
        const bool ends = text.size() >= shortest_that_goes_on || end == where.size() || !is_letter(text.back()) || !is_letter(where[end]);
        return begins && ends;
    }
};

std::vector<Stem> all_stems()
{
    std::vector<Stem> stems;
    for (const SurfaceWords& entry : surface_words) {
        for_each_word(entry.words, [&](std::string_view word) { stems.push_back({folded_text(word), entry.is_hard}); });
    }
    return stems;
}

/// The longest that stands there, or none.
const Stem* stem_at(std::u32string_view text, std::size_t at)
{
    static const std::vector<Stem> stems = all_stems();
    const Stem* longest = nullptr;
    for (const Stem& stem : stems) {
        if (stem.stands_at(text, at) && (longest == nullptr || stem.text.size() > longest->text.size())) {
            longest = &stem;
        }
    }
    return longest;
}

} // namespace

Cell<bool> hardness_of(CellText text)
{
    const std::string key = cell_key(text);
    if (key.empty() || has_word(surface_not_said, key)) {
        return {};
    }
    const std::u32string folded = folded_text(key);
    bool has_hard = false;
    bool has_soft = false;
    for (std::size_t at = 0; at < folded.size();) {
        const Stem* const stem = stem_at(folded, at);
        has_hard = has_hard || (stem != nullptr && stem->is_hard);
        has_soft = has_soft || (stem != nullptr && !stem->is_hard);
        at += stem != nullptr ? stem->text.size() : 1;
    }
    return has_hard == has_soft ? Cell<bool>{std::nullopt, CellProblem::unknown_word} : Cell<bool>{has_hard, CellProblem::none};
}

} // namespace fieldgap
