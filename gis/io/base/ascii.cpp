#include "gis/io/base/ascii.hpp"

#include <algorithm>

namespace gis {

std::string lower_ascii(std::string_view text)
{
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
    return small;
}

} // namespace gis
