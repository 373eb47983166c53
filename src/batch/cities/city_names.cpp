#include "batch/cities/city_names.hpp"

#include "words/utf8.hpp"
#include "words/visible.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::size_t longest_bytes = 100;          ///< with the longest ending still far below the 255 of most file systems
constexpr std::string_view refused = "/\\:*?\"<>|"; ///< by Windows, with which results are shared

bool is_fit(const words::Character& character)
{
    return !words::is_unseen(character) && (character.code > 0x7E || refused.find(static_cast<char>(character.code)) == std::string::npos);
}

} // namespace

std::string file_name_of(const std::string& city)
{
    std::string name;
    words::for_each_character(city, [&](const words::Character& character, std::string_view bytes) {
        if (name.size() + bytes.size() <= longest_bytes) {
            name += is_fit(character) ? bytes : std::string_view("_");
        }
    });
    while (!name.empty() && (name.back() == '.' || name.back() == ' ')) { // Windows drops them
        name.pop_back();
    }
    const std::size_t begin = std::min(name.find_first_not_of(" "), name.size());
    name.erase(0, begin);
    if (name.empty() || name.front() == '.') { // would be hidden, or a folder above
        name.insert(0, "_");
    }
    return name;
}

std::string CityNames::unique(const std::string& city)
{
    const std::string name = file_name_of(city);
    std::string candidate = name;
    for (std::size_t n = 2; !taken_.insert(words::lower_case(candidate)).second; ++n) {
        candidate = name + "_" + std::to_string(n);
    }
    return candidate;
}

} // namespace fieldgap
