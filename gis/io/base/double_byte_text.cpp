#include "gis/io/base/double_byte_text.hpp"

#include "gis/io/base/encoding.hpp"
#include "gis/io/base/everyday_text.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <array>

namespace gis {
namespace {

constexpr double mostly = 0.8;
constexpr double min_everyday_beside_ascii =
    0.2; ///< share of everyday characters: else a quote before an ASCII letter is taken for a kanji

/// Counts of characters above 127: all, and those that people write every day.
struct Frequency
{
    std::size_t all = 0;
    std::size_t common = 0;

    double share() const { return all == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(all); }
};

struct ByteRange
{
    unsigned low;
    unsigned high;
    bool holds(unsigned value) const { return value >= low && value <= high; }
};

/// Where a double-byte character set keeps its punctuation and kana, its everyday characters, and its half-width ones of one byte.
struct DoubleByteSet
{
    const char* encoding;
    ByteRange signs;
    ByteRange everyday;
    unsigned min_second;
    ByteRange single;

    bool has_high_seconds() const { return min_second >= 0x80; }
};

constexpr ByteRange none = {1, 0};
constexpr std::array double_byte_sets = {
    DoubleByteSet{"GB18030", {0xA1A1, 0xA3FE}, {0xB0A1, 0xD7F9}, 0xA1, none},       // GB 2312, its first level of 3755 characters
    DoubleByteSet{"BIG5", {0xA140, 0xA3BF}, {0xA440, 0xC67E}, 0x40, none},          // its first level of 5401 characters
    DoubleByteSet{"CP932", {0x8140, 0x8396}, {0x889F, 0x9872}, 0x40, {0xA1, 0xDF}}, // JIS X 0208, first level
    DoubleByteSet{"EUC-JP", {0xA1A1, 0xA5F6}, {0xB0A1, 0xCFD3}, 0xA1, none},
    DoubleByteSet{"CP949", {0xA1A1, 0xA3FE}, {0xB0A1, 0xC8FE}, 0xA1, none}}; // KS X 1001, hangul

Frequency frequency(std::string_view text, const DoubleByteSet& set)
{
    Frequency count;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned first = static_cast<unsigned char>(text[i]);
        if (first < 0x80) {
            continue;
        }
        ++count.all;
        const unsigned second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (second < 0x40 || set.single.holds(first)) {
            continue;
        }
        const unsigned pair = first * 256 + second;
        const bool is_common = second >= set.min_second && (set.signs.holds(pair) || set.everyday.holds(pair));
        count.common += is_common ? 1 : 0;
        ++i;
    }
    return count;
}

/// The share of everyday characters of the language among those of `text` that ASCII lacks.
double everyday_share(std::string_view text, const char* encoding)
{
    Frequency count;
    for (const char32_t code : words::code_points(Decoder(encoding)(text))) {
        count.all += code >= 0x80 ? 1 : 0;
        count.common += code >= 0x80 && is_everyday_character(code, encoding) ? 1U : 0U;
    }
    return count.share();
}

} // namespace

double gbk_share(std::string_view text)
{
    return frequency(text, double_byte_sets.front()).share();
}

EncodingGuess double_byte_guess(std::string_view text)
{
    struct Candidate
    {
        const char* encoding;
        double in_range;
        double everyday;
    };
    std::vector<Candidate> candidates;
    double best_range = 0.0;
    for (const DoubleByteSet& set : double_byte_sets) {
        const double share = frequency(text, set).share();
        const double everyday = share >= mostly ? everyday_share(text, set.encoding) : 0.0;
        if (share >= mostly && (set.has_high_seconds() || everyday >= min_everyday_beside_ascii)) {
            candidates.push_back({set.encoding, share, everyday});
            best_range = std::max(best_range, share);
        }
    }
    constexpr double as_good = 0.1; // text in one set lies by chance in another's ranges for at most nine tenths
    std::erase_if(candidates, [&](const Candidate& candidate) { return candidate.in_range < best_range - as_good; });
    if (candidates.empty()) {
        return {};
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.everyday > b.everyday; });
    EncodingGuess guess{candidates.front().encoding, true};
    constexpr double clearly = 1.3;
    if (candidates.size() > 1 && candidates[1].everyday > 0.0 && candidates[0].everyday < clearly * candidates[1].everyday) {
        for (const Candidate& candidate : candidates) {
            guess.choices.push_back(reading_of(text, candidate.encoding));
        }
    }
    return guess;
}

} // namespace gis
