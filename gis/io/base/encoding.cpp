#include "gis/io/base/encoding.hpp"

#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>

#include <iconv.h>

namespace gis {
namespace {

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

} // namespace

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
    if (holds_ascii_ && words::is_ascii(text)) {
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
