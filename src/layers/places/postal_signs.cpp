#include "layers/places/postal_signs.hpp"

#include "layers/places/country_words.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// `AA99AA` for `SK8 3BZ`.
std::string shape_of(std::string_view cell)
{
    std::string shape;
    for (const char c : cell) {
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        shape += is_digit ? "9" : is_letter ? "A" : c == ' ' || c == '-' ? "" : "?";
    }
    return shape;
}

struct PostalColumn
{
    std::size_t column = 0;
    std::size_t rows = 0; ///< that have a code of the shape
};

std::vector<PostalColumn> postal_columns(const TableTexts& texts, const PostalCodes& codes)
{
    std::vector<PostalColumn> found;
    for (std::size_t column = 0; column < texts.headings.size(); ++column) {
        PostalColumn one{column, 0};
        if (has_word(codes.headings, texts.headings[column])) {
            for (const RowTexts& row : texts.rows) {
                one.rows += has_word(codes.shapes, shape_of(row.said[column])) ? 1U : 0U;
            }
            found.push_back(one);
        }
    }
    return found;
}

/// Where most codes of a column begin with one digit, the region of that.
void add_region(const TableTexts& texts, std::string_view country, std::size_t column, PlaceSigns& signs)
{
    for (const PostalRegion& region : postal_regions()) {
        if (region.country != country) {
            continue;
        }
        const auto rows = std::count_if(texts.rows.begin(), texts.rows.end(),
                                        [&](const RowTexts& row) { return row.said[column].starts_with(region.first_digit); });
        if (2 * static_cast<std::size_t>(rows) > texts.rows.size()) {
            const auto counted = static_cast<std::size_t>(rows);
            const double share = static_cast<double>(counted) / static_cast<double>(texts.rows.size());
            signs.push_back({std::string(country), region.box, share,
                             translate(Text::place_postal, {counted, texts.rows.size(), std::string(1, region.first_digit)})});
        }
    }
}

} // namespace

std::vector<PostalFinding> postal_findings(const TableTexts& texts)
{
    std::vector<PostalFinding> found;
    for (const PostalCodes& codes : postal_codes()) {
        for (const PostalColumn& one : postal_columns(texts, codes)) {
            if (10 * one.rows >= 8 * texts.rows.size() && one.rows > 0) {
                found.push_back({codes.countries, {}});
                add_region(texts, codes.countries, one.column, found.back().regions);
            }
        }
    }
    return found;
}

} // namespace fieldgap
