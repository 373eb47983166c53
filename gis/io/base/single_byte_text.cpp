#include "gis/io/base/single_byte_text.hpp"

#include "gis/io/base/encoding.hpp"
#include "gis/io/base/everyday_text.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <tuple>

namespace gis {
namespace {

constexpr std::size_t enough_for_statistics = 200; ///< bytes above 127; with fewer uchardet calls Chinese words Greek

std::size_t foreign_bytes(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !words::is_ascii(byte); }));
}

enum class Kind : std::uint8_t { other, ascii_letter, latin, greek, cyrillic, apostrophe, sign, nonsense };

/// What a character that bytes were decoded to is in running text.
Kind kind_of(char32_t code)
{
    if (code < 0x80) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ? Kind::ascii_letter : Kind::other;
    }
    if (code < 0xA0 || code == 0xFFFD) {
        return Kind::nonsense;
    }
    if (code == 0x2018 || code == 0x2019 || code == 0xB4 || code == 0xB7 || code == 0x2013) {
        return Kind::apostrophe; // these join the parts of a word
    }
    if ((code >= 0xC0 && code <= 0x17F && code != 0xD7 && code != 0xF7) || (code >= 0x218 && code <= 0x21B)) {
        return Kind::latin;
    }
    if (code >= 0x386 && code <= 0x3CE && code != 0x387) {
        return Kind::greek;
    }
    return code >= 0x400 && code <= 0x4FF ? Kind::cyrillic : Kind::sign;
}

/// One word of decoded text: its letters, small, and whether anybody would write it so.
class Word
{
public:
    /// `small`: the same letter in lower case.
    void add(char32_t code, char32_t small, Kind kind)
    {
        const bool is_small = code == small;
        const bool is_capital_within = !is_small && ends_small_;
        const bool is_mixed = has_letter_ && ((kind == Kind::cyrillic) != is_cyrillic_ || (kind == Kind::greek) != is_greek_);
        foreign_run_ = kind == Kind::latin ? foreign_run_ + 1 : 0;
        constexpr std::size_t longest_run = 3; // of Latin letters with marks: no language has four of them
        const bool is_after_final_sigma = letters_.ends_with(U'ς');
        is_odd_ =
            is_odd_ || is_after_final_sigma || (is_capital_within && kind != Kind::ascii_letter) || is_mixed || foreign_run_ > longest_run;
        is_foreign_ = is_foreign_ || code >= 0x80;
        is_cyrillic_ = kind == Kind::cyrillic;
        is_greek_ = kind == Kind::greek;
        has_letter_ = true;
        ends_small_ = is_small;
        letters_ += small;
    }

    /// What follows an apostrophe may begin with a capital.
    void join() { ends_small_ = false; }

    /// A sign beside or within letters: `k³` for a letter of another encoding.
    void add_sign() { is_odd_ = true; }

    bool has_letter() const { return has_letter_; }
    bool is_foreign() const { return is_foreign_ || is_odd_; }
    bool is_odd() const { return is_odd_ || lacks_accent(); }
    const std::u32string& letters() const { return letters_; }

private:
    /// A Greek word of some length bears an accent, but for one in capitals.
    bool lacks_accent() const
    {
        constexpr std::size_t some_letters = 4;
        return is_greek_ && ends_small_ && letters_.size() >= some_letters && letters_.find_first_of(U"άέήίόύώΐΰ") == std::u32string::npos;
    }

    std::u32string letters_;
    std::size_t foreign_run_ = 0;
    bool has_letter_ = false;
    bool ends_small_ = false;
    bool is_cyrillic_ = false;
    bool is_greek_ = false;
    bool is_foreign_ = false;
    bool is_odd_ = false;
};

/// `²` and `³` after a metre, and what stands beside numbers and words by right.
bool is_fit_after(char32_t sign, std::u32string_view letters)
{
    const bool is_power = sign == 0xB2 || sign == 0xB3;
    return is_power ? letters == U"m" || letters == U"km" || letters == U"cm" || letters.empty() : letters.empty();
}

/// Signs that may close or open a word: quotes, degree, ordinal, trade mark, section, euro, blank.
bool is_edge(char32_t code)
{
    constexpr std::array<char32_t, 22> edges = {0xA0,   0xAA,   0xAB,   0xBB,   0xB0,   0xBA,   0xA7,   0xAE,   0xA9,   0xBF,   0xA1,
                                                0x2014, 0x201C, 0x201D, 0x201E, 0x201A, 0x2026, 0x2022, 0x20AC, 0x2122, 0x2116, 0x2039};
    return std::find(edges.begin(), edges.end(), code) != edges.end();
}

/// The text in one encoding, and how far it reads as text.
struct SingleByteReading
{
    std::string encoding;
    std::string text; ///< small letters, UTF-8, signs left out
    std::vector<std::string> foreign_words;
    std::size_t odd = 0;         ///< words that nobody writes, and bytes without a meaning
    std::size_t known = 0;       ///< words of schools and streets in its languages
    std::size_t in_language = 0; ///< foreign words with the letters of one language
};

class ReadingMaker
{
public:
    explicit ReadingMaker(SingleByteReading& reading) : reading_(reading) {}

    void add(char32_t code, char32_t small)
    {
        const Kind kind = kind_of(code);
        if (kind == Kind::nonsense) {
            ++reading_.odd;
        } else if (kind == Kind::sign && !is_edge(code) && !is_fit_after(code, word_.letters())) {
            word_.add_sign();
        } else if (kind == Kind::other || kind == Kind::sign) {
            finish();
        } else if (kind == Kind::apostrophe) {
            word_.join();
        } else {
            word_.add(code, small, kind);
        }
    }

    void finish()
    {
        if (word_.has_letter()) {
            reading_.text += words::utf8_of(word_.letters()) + ' ';
        }
        if (word_.is_foreign()) {
            reading_.odd += word_.is_odd() ? 1U : 0U;
            reading_.foreign_words.push_back(words::utf8_of(word_.letters()));
        }
        word_ = Word();
    }

private:
    SingleByteReading& reading_;
    Word word_;
};

SingleByteReading single_byte_reading(const std::string& foreign, const std::string& ascii, const char* encoding)
{
    SingleByteReading reading;
    reading.encoding = encoding;
    ReadingMaker maker(reading);
    const std::string text = Decoder(encoding)(foreign);
    const std::u32string codes = words::code_points(text);
    const std::u32string small = words::code_points(words::lower_case(text)); // letter by letter
    for (std::size_t c = 0; c < codes.size(); ++c) {
        maker.add(codes[c], small[c]);
    }
    maker.finish();
    const std::string all = reading.text + ascii;
    reading.known = everyday_words(all, encoding);
    reading.in_language = words_of_one_language(reading.foreign_words, encoding);
    return reading;
}

/// Latin-1 is what CP1252 is but for 27 signs: where none of them occurs, the older name says it.
std::string name_of(const std::string& encoding, std::string_view bytes)
{
    const bool has_signs = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0;
    });
    return encoding == "CP1252" && !has_signs ? "ISO-8859-1" : encoding;
}

std::optional<std::string> statistical_guess(const std::string& text)
{
    if (foreign_bytes(text) < enough_for_statistics) {
        return std::nullopt;
    }
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, text.data(), text.size());
    uchardet_data_end(detector);
    const std::string name = uchardet_get_charset(detector);
    uchardet_delete(detector);
    const bool is_sound = is_known_encoding(name) && Decoder(name).strictly(text);
    return is_sound ? std::optional(name) : std::nullopt;
}

bool reads_better(const SingleByteReading& a, const SingleByteReading& b)
{
    return std::tuple(a.odd, b.known, b.in_language) < std::tuple(b.odd, a.known, a.in_language);
}

} // namespace

EncodingGuess single_byte_guess(const std::string& foreign, const std::string& ascii)
{
    std::vector<SingleByteReading> readings;
    for (const char* encoding : {"CP1252", "CP1250", "CP1251", "CP1254", "CP1253"}) {
        SingleByteReading reading = single_byte_reading(foreign, ascii, encoding);
        const bool is_new = std::none_of(readings.begin(), readings.end(), [&](const SingleByteReading& earlier) {
            return earlier.text == reading.text && earlier.odd == reading.odd;
        });
        if (is_new) {
            readings.push_back(std::move(reading));
        }
    }
    std::stable_sort(readings.begin(), readings.end(), reads_better);
    const SingleByteReading& best = readings.front();
    constexpr std::size_t one_in = 10; // more odd words than this: the text is in none of them
    const bool is_text =
        one_in * best.odd <= best.foreign_words.size() && (best.foreign_words.empty() || best.known + best.in_language > 0);
    const std::optional<std::string> statistical = is_text ? std::nullopt : statistical_guess(foreign);
    if (statistical) {
        return {*statistical, true};
    }
    EncodingGuess guess{name_of(best.encoding, foreign), true};
    const auto is_clear = [&] { return is_text && (readings.size() == 1 || reads_better(best, readings[1])); };
    for (std::size_t i = 0; i < readings.size() && !is_clear(); ++i) {
        if (!is_text || !reads_better(best, readings[i])) {
            guess.choices.push_back(reading_of(foreign, name_of(readings[i].encoding, foreign)));
        }
    }
    return guess;
}

} // namespace gis
