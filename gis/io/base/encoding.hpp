#pragma once
// Text in the encodings that planners' files come in.

#include <optional>
#include <string>
#include <string_view>

namespace gis {

/// True when this system can decode `encoding`.
bool is_known_encoding(const std::string& encoding);

/// True where both names mean the same here: `GBK` and `cp936`, `utf8` and `UTF-8`.
bool is_same_encoding(const std::string& a, const std::string& b);

/// UTF-8 text in the bytes of `encoding`; the text itself where it has no form there.
std::string encoded(const std::string& utf8, const std::string& encoding);

/// `text` as UTF-8. A character cut off at the end is dropped, bytes that mean nothing become U+FFFD.
class Decoder
{
public:
    explicit Decoder(const std::string& encoding);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    std::string operator()(std::string_view text) const;
    /// Nothing where a byte has no meaning; an incomplete last character is dropped.
    std::optional<std::string> strictly(std::string_view text) const;

private:
    void* handle_; ///< of iconv
    bool is_utf8_;
    bool holds_ascii_; ///< letters below 128 are themselves
};

} // namespace gis
