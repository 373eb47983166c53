#pragma once
// By which words, codes and letters a table is known to be of a country. Data, one line each.

#include "gis/geometry/shapes.hpp"

#include <span>
#include <string_view>

namespace fieldgap {

/// Countries by ISO 3166, lists parted by spaces.
struct CountryWords
{
    std::string_view countries;
    std::string_view headings; ///< as `heading_key` has them
    std::string_view words;    ///< folded; `*strasse` also at the end of a word
};
std::span<const CountryWords> country_words();

/// A register that is kept in a part of its country only, by headings of its own.
struct RegisterRegion
{
    std::string_view country;
    std::string_view headings;
    gis::Box box; ///< degrees
};
std::span<const RegisterRegion> register_regions();

/// Shapes of postal codes: 9 for a digit, A for a letter, without spaces and signs.
struct PostalCodes
{
    std::string_view countries;
    std::string_view headings;
    std::string_view shapes;
};
std::span<const PostalCodes> postal_codes();

/// Where postal codes that begin so are.
struct PostalRegion
{
    std::string_view country;
    char first_digit;
    gis::Box box; ///< degrees
};
std::span<const PostalRegion> postal_regions();

/// Letters that only tables of these countries have.
struct CountryLetters
{
    std::string_view countries;
    char32_t first;
    char32_t last;
};
std::span<const CountryLetters> country_letters();

struct CountryName
{
    std::string_view country;
    std::string_view own;       ///< as in a sentence
    std::string_view area_name; ///< as the areas of EPSG have it; empty: none that is looked for
};
std::span<const CountryName> country_names();

} // namespace fieldgap
