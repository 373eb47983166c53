#include "gis/io/base/secrets.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string_view>

namespace gis {
namespace {

constexpr std::string_view mask = "***";

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from)
{
    const auto same = [](char a, char b) { return lower(a) == b; };
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(from);
    const auto found = std::search(begin, text.end(), word.begin(), word.end(), same);
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

std::size_t after_spaces(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_not_of(" \t", at), text.size());
}

// A value in quotes ends with its quote (a backslash guards one), another at the next space, & or ;.
std::size_t end_of_value(std::string_view text, std::size_t at)
{
    const char quote = at < text.size() ? text[at] : ' ';
    if (quote != '\'' && quote != '"') {
        return std::min(text.find_first_of(" \t\r\n&;,'\"", at), text.size());
    }
    for (auto i = at + 1; i < text.size(); ++i) {
        if (text[i] == quote) {
            return i + 1;
        }
        i += text[i] == '\\' ? 1U : 0U;
    }
    return text.size();
}

// `word = value` becomes `word = ***`.
std::string without_value_of(std::string text, std::string_view word)
{
    auto at = find_word(text, word, 0);
    while (at != std::string::npos) {
        const auto equals = after_spaces(text, at + word.size());
        const bool is_assignment = equals < text.size() && text[equals] == '=';
        at += word.size();
        if (is_assignment) {
            const auto begin = after_spaces(text, equals + 1);
            text.replace(begin, end_of_value(text, begin) - begin, mask);
            at = begin + mask.size();
        }
        at = find_word(text, word, at);
    }
    return text;
}

// `://user:secret@host`: the last @ before the path ends the secret, which may hold others.
std::string without_url_secrets(std::string text)
{
    for (auto at = text.find("://"); at != std::string::npos; at = text.find("://", at)) {
        at += 3;
        const auto end = std::min(text.find_first_of("/ \t\r\n", at), text.size());
        const auto sign = text.substr(at, end - at).rfind('@');
        const auto colon = text.find(':', at);
        if (sign != std::string::npos && colon < at + sign) {
            text.replace(colon + 1, at + sign - colon - 1, mask);
        }
    }
    return text;
}

} // namespace

std::string without_passwords(const std::string& text)
{
    constexpr std::array<std::string_view, 6> secrets = {"password", "passwd", "pwd", "token", "secret", "signature"};
    auto shown = without_url_secrets(text);
    for (const auto word : secrets) {
        shown = without_value_of(std::move(shown), word);
    }
    return shown;
}

} // namespace gis
