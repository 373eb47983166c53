#include "gis/io/base/encoding.hpp"

#include "words/utf8.hpp"

#include <uchardet.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>

#include <iconv.h>

namespace gis {
namespace {

constexpr std::size_t max_bytes_judged = 400'000;
constexpr std::size_t enough_for_statistics = 200; ///< bytes above 127; with fewer uchardet calls Chinese words Greek
constexpr double mostly = 0.8;

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

/// Planners' files and tools write many names for few encodings; each superset stands for what it holds.
std::string iconv_name(const std::string& encoding)
{
    std::string name;
    for (const char letter : encoding) {
        if (letter != ' ' && letter != '_') {
            name += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
        }
    }
    for (const char* prefix : {"ANSI", "OEM", "CP", "MS", "WINDOWS-"}) {
        if (name.starts_with(prefix) && name.find_first_not_of("0123456789", std::string_view(prefix).size()) == std::string::npos) {
            name.erase(0, std::string_view(prefix).size());
        }
    }
    if (name == "GBK" || name == "GB2312" || name == "GB-2312" || name == "EUC-CN" || name == "936" || name == "54936") {
        return "GB18030";
    }
    if (name == "BIG5" || name == "BIG-5" || name == "950") {
        return "BIG5-HKSCS";
    }
    if (name == "UTF8" || name == "65001") {
        return "UTF-8";
    }
    if (name.starts_with("88591") || name == "28591") {
        return "ISO-8859-" + (name.size() > 4 && name.starts_with("8859") ? name.substr(4) : "1");
    }
    const bool is_number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? "CP" + name : name;
}

/// How many characters above 127 there are, and how many of them are what people write every day.
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

/// Counts two-byte characters; `signs` and `words` are the ranges of punctuation and everyday characters.
Frequency frequency(std::string_view text, ByteRange signs, ByteRange words, unsigned min_second)
{
    Frequency count;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned first = static_cast<unsigned char>(text[i]);
        if (first < 0x80) {
            continue;
        }
        ++count.all;
        const unsigned second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (second < 0x40) {
            continue;
        }
        const unsigned pair = first * 256 + second;
        const bool is_common = second >= min_second && (signs.holds(pair) || words.holds(pair));
        count.common += is_common ? 1 : 0;
        ++i;
    }
    return count;
}

/// GB 2312: signs, and the first level of 3755 characters.
Frequency gbk_frequency(std::string_view text)
{
    return frequency(text, {0xA1A1, 0xA3FE}, {0xB0A1, 0xD7F9}, 0xA1);
}

/// Big5: signs, and the first level of 5401 characters.
Frequency big5_frequency(std::string_view text)
{
    return frequency(text, {0xA140, 0xA3BF}, {0xA440, 0xC67E}, 0x40);
}

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
    return 2 * strange > all && (has_archaic || !has_small_cyrillic) && gbk_frequency(utf8).share() > 0.95;
}

std::string statistical_guess(const std::string& text)
{
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, text.data(), text.size());
    uchardet_data_end(detector);
    std::string name = uchardet_get_charset(detector);
    uchardet_delete(detector);
    return name;
}

/// For text that is not UTF-8 and not Chinese.
std::string western_guess(const std::string& text)
{
    const auto foreign = std::count_if(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
    if (static_cast<std::size_t>(foreign) >= enough_for_statistics) {
        const std::string name = statistical_guess(text);
        if (is_known_encoding(name) && Decoder(name).strictly(text)) {
            return name;
        }
    }
    return "ISO-8859-1";
}

} // namespace

void EncodingDetector::add(std::string_view text)
{
    if (is_ascii(text)) {
        return;
    }
    utf8_ = utf8_ && words::is_valid_utf8_but_for_its_end(text);
    if (joined_.size() < max_bytes_judged) {
        joined_.append(text);
        joined_ += '\n';
    }
}

EncodingGuess EncodingDetector::guess() const
{
    if (joined_.empty()) {
        return {"UTF-8", false};
    }
    if (utf8_ && !is_gbk_in_disguise(joined_)) {
        return {"UTF-8", true};
    }
    const double gbk = gbk_frequency(joined_).share();
    const double big5 = big5_frequency(joined_).share();
    if (std::max(gbk, big5) >= mostly) {
        return {gbk >= big5 ? "GB18030" : "BIG5", true};
    }
    return {western_guess(joined_), true};
}

bool is_known_encoding(const std::string& encoding)
{
    if (encoding.empty()) {
        return false;
    }
    iconv_t handle = iconv_open("UTF-8", iconv_name(encoding).c_str());
    const bool known = reinterpret_cast<std::intptr_t>(handle) != -1;
    if (known) {
        iconv_close(handle);
    }
    return known;
}

bool is_same_encoding(const std::string& a, const std::string& b)
{
    return iconv_name(a) == iconv_name(b);
}

Decoder::Decoder(const std::string& encoding)
    : handle_(iconv_open("UTF-8", iconv_name(encoding).c_str())), is_utf8_(iconv_name(encoding) == "UTF-8"),
      holds_ascii_(!iconv_name(encoding).starts_with("UTF-16") && !iconv_name(encoding).starts_with("UTF-32"))
{
    if (reinterpret_cast<std::intptr_t>(handle_) == -1) {
        handle_ = nullptr;
        is_utf8_ = true;
    }
}

Decoder::~Decoder()
{
    if (handle_ != nullptr) {
        iconv_close(handle_);
    }
}

namespace {

struct Decoded
{
    std::string text;
    std::size_t wrong_bytes = 0;
    bool cut = false;
};

/// iconv's loop. A wrong byte becomes U+FFFD, a last character without its end is left out.
Decoded decoded(iconv_t handle, std::string_view text)
{
    Decoded result;
    std::string in(text);
    std::string out(text.size() * 4 + 16, '\0');
    char* from = in.data();
    std::size_t left = in.size();
    iconv(handle, nullptr, nullptr, nullptr, nullptr);
    while (left > 0) {
        char* to = out.data();
        std::size_t room = out.size();
        const bool done = iconv(handle, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
        result.text.append(out.data(), out.size() - room);
        if (done || errno == EINVAL) {
            result.cut = !done;
            break;
        }
        if (errno != E2BIG) {
            result.text += "\xEF\xBF\xBD";
            ++result.wrong_bytes;
            ++from;
            --left;
        }
    }
    return result;
}

/// The text without a character that the width of a column has cut in two.
std::string_view without_cut_end(std::string_view text)
{
    for (std::size_t cut = 1; cut <= 3 && cut <= text.size(); ++cut) {
        const std::string_view tail = text.substr(text.size() - cut);
        if (static_cast<unsigned char>(tail.front()) >= 0xC0) {
            return words::is_valid_utf8(tail) || !words::is_valid_utf8_but_for_its_end(tail) ? text : text.substr(0, text.size() - cut);
        }
    }
    return text;
}

} // namespace

std::string encoded(const std::string& utf8, const std::string& encoding)
{
    iconv_t handle = iconv_open(iconv_name(encoding).c_str(), "UTF-8");
    if (reinterpret_cast<std::intptr_t>(handle) == -1) {
        return utf8;
    }
    const Decoded result = decoded(handle, utf8);
    iconv_close(handle);
    return result.wrong_bytes == 0 && !result.cut ? result.text : utf8;
}

std::string Decoder::operator()(std::string_view text) const
{
    if (holds_ascii_ && is_ascii(text)) {
        return words::valid_utf8(text);
    }
    return words::valid_utf8(is_utf8_ ? std::string(without_cut_end(text)) : decoded(handle_, text).text);
}

std::optional<std::string> Decoder::strictly(std::string_view text) const
{
    if (is_utf8_) {
        return words::is_valid_utf8_but_for_its_end(text) ? std::optional(std::string(without_cut_end(text))) : std::nullopt;
    }
    Decoded result = decoded(handle_, text);
    return result.wrong_bytes == 0 ? std::optional(std::move(result.text)) : std::nullopt;
}

} // namespace gis
