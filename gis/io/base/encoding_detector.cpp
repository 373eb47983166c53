#include "gis/io/base/encoding_detector.hpp"

#include "gis/io/base/double_byte_text.hpp"
#include "gis/io/base/single_byte_text.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>

namespace gis {
namespace {

constexpr std::size_t most_foreign_bytes = 400'000;
constexpr std::size_t most_ascii_bytes = 100'000;

/// Well-formed UTF-8 that is none: GBK bytes of words such as those for `school` and `primary school` read as archaic Cyrillic.
bool is_gbk_in_disguise(std::string_view utf8)
{
    std::size_t all = 0;
    std::size_t strange = 0;
    bool has_archaic = false;
    bool has_small_cyrillic = false;
    for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
        const unsigned first = static_cast<unsigned char>(utf8[i]);
        const unsigned second = static_cast<unsigned char>(utf8[i + 1]);
        if (first >= 0xE0) {
            return false;
        }
        if (first >= 0xC2) {
            ++all;
            strange += first >= 0xCD ? 1 : 0;
            has_archaic = has_archaic || (first == 0xD1 && second > 0x9F) || first >= 0xD2;
            has_small_cyrillic = has_small_cyrillic || (first == 0xD0 && second >= 0xB0) || (first == 0xD1 && second <= 0x9F);
        }
    }
    return 2 * strange > all && (has_archaic || !has_small_cyrillic) && gbk_share(utf8) > 0.95;
}

} // namespace

void EncodingDetector::add(std::string_view text)
{
    const std::size_t first = words::first_beyond_ascii(text);
    if (first == text.size()) {
        if (ascii_.size() < most_ascii_bytes) {
            ascii_ += words::lower_ascii(text);
            ascii_ += '\n';
        }
        return;
    }
    ++texts_;
    utf8_texts_ += words::is_valid_utf8_but_for_its_end(text) ? 1U : 0U;
    has_utf8_ = has_utf8_ || words::first_character(text.substr(first)).is_whole;
    if (foreign_.size() < most_foreign_bytes) {
        foreign_.append(text);
        foreign_ += '\n';
    }
}

EncodingGuess EncodingDetector::guess() const
{
    if (foreign_.empty()) {
        return {"UTF-8", false};
    }
    constexpr std::size_t one_in = 20; // a few damaged texts among many well-formed ones: they alone hold wrong bytes
    if (has_utf8_ && one_in * (texts_ - utf8_texts_) <= texts_ && !is_gbk_in_disguise(foreign_)) {
        return {"UTF-8", true};
    }
    EncodingGuess guess = double_byte_guess(foreign_);
    return guess.encoding.empty() ? single_byte_guess(foreign_, ascii_) : guess;
}

} // namespace gis
