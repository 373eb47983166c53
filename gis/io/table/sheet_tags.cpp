#include "gis/io/table/sheet_tags.hpp"

#include "gis/interrupt.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

namespace gis {
namespace {

using VsiFile = std::unique_ptr<VSILFILE, int (*)(VSILFILE*)>;

} // namespace

void for_each_tag(const std::string& path, const std::function<void(std::string_view tag)>& visit)
{
    constexpr std::size_t longest_tag = 10'000;
    const VsiFile file(VSIFOpenL(path.c_str(), "rb"), [](VSILFILE* open) { return VSIFCloseL(open); });
    std::vector<char> piece(std::size_t{1} << 18U);
    std::string tag;
    while (file != nullptr) {
        throw_if_interrupted();
        const std::size_t count = VSIFReadL(piece.data(), 1, piece.size(), file.get());
        for (std::size_t i = 0; i < count; ++i) {
            if (piece[i] == '<' || tag.size() > longest_tag) {
                tag.clear();
            } else if (piece[i] == '>') {
                visit(std::string_view(tag));
            } else {
                tag += piece[i];
            }
        }
        if (count == 0) {
            return;
        }
    }
}

std::string_view attribute(std::string_view tag, std::string_view name)
{
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const std::string_view rest = tag.substr(at + name.size());
        const bool is_whole = at > 0 && tag[at - 1] == ' ' && rest.size() > 2 && rest[0] == '=';
        if (is_whole) {
            return rest.substr(2, rest.substr(2).find(rest[1]));
        }
    }
    return {};
}

std::uint64_t number_of(std::string_view text, std::uint64_t absent)
{
    std::uint64_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr std::uint64_t most = 1'000'000'000;
    return end.ec == std::errc() ? std::min(number, most) : absent;
}

std::uint64_t column_of(std::string_view address)
{
    constexpr std::uint64_t letters = 26;
    std::uint64_t column = 0;
    for (const char letter : address.substr(0, 4)) {
        column = letter >= 'A' && letter <= 'Z' ? column * letters + static_cast<std::uint64_t>(letter - 'A') + 1 : column;
    }
    return column;
}

} // namespace gis
