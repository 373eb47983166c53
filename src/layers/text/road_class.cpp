#include "layers/text/road_class.hpp"

#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/road_vocabulary.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Between the classes of a list, and around them.
constexpr std::u32string_view separators = U",;|/、，；()[]{}'\"‘’“”（）";

/// GDAL writes a list field as `(2:steps,footway)`.
std::u32string_view without_count(std::u32string_view list)
{
    const auto colon = list.find(U':');
    const bool is_counted = list.starts_with(U'(') && colon != std::u32string_view::npos && colon > 1 &&
                            list.substr(1, colon - 1).find_first_not_of(U"0123456789") == std::u32string_view::npos;
    return is_counted ? list.substr(colon + 1) : list;
}

/// `Living Street` and `living-street` are `living_street`.
std::string key_of(const std::string& written)
{
    std::string key = cell_key(written);
    std::replace_if(
        key.begin(), key.end(), [](char letter) { return letter == ' ' || letter == '-'; }, '_');
    return key;
}

void add_class(std::vector<RoadClass>& classes, std::u32string_view part)
{
    const std::string written(words::trimmed(words::utf8_of(part)));
    const std::string key = key_of(written);
    if (!key.empty()) {
        classes.push_back({written, osm_road_class(key)});
    }
}

} // namespace

std::vector<RoadClass> road_classes_of(std::string_view cell)
{
    std::vector<RoadClass> classes;
    if (cell_key(std::string(cell)).empty()) {
        return classes;
    }
    const std::u32string text = words::code_points(words::trimmed(cell));
    std::u32string_view rest = without_count(text);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
        add_class(classes, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return classes;
}

} // namespace fieldgap
