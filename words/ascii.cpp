#include "words/ascii.hpp"

namespace words {

bool is_ascii(std::string_view text)
{
    return first_beyond_ascii(text) == text.size();
}

std::size_t first_beyond_ascii(std::string_view text)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), [](char byte) { return is_ascii(byte); }) - text.begin());
}

std::string lower_ascii(std::string_view text)
{
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
    return small;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view gaps = " \t\r\n";
    const std::size_t first = text.find_first_not_of(gaps);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(gaps) - first + 1);
}

} // namespace words
