#include "layers/places/country_signs.hpp"

#include "layers/places/country_cities.hpp"
#include "layers/places/country_words.hpp"
#include "layers/places/postal_signs.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr double weight_of_heading = 0.25;
constexpr double weight_of_postal_codes = 0.5;
constexpr double least_weight = 0.2;

struct CountryCase
{
    double weight = 0.0;
    std::vector<std::string> said; ///< words that speak for it, as they are known
};
using CountryCases = std::map<std::string, CountryCase, std::less<>>;

double share(std::size_t rows, const TableTexts& texts)
{
    return texts.rows.empty() ? 0.0 : static_cast<double>(rows) / static_cast<double>(texts.rows.size());
}

bool is_word(const std::string& written, std::string_view known)
{
    return known.starts_with('*') ? written.size() >= known.size() && written.ends_with(known.substr(1)) : written == known;
}

/// The word that most rows have, of those that any of the known ones is; empty where no row has one.
std::string first_word_in(const RowTexts& row, std::string_view known)
{
    std::string found;
    for_each_word(known, [&](std::string_view word) {
        const bool is_there = std::any_of(row.words.begin(), row.words.end(), [&](const std::string& one) {
            const bool is_of_letters_without_spaces = static_cast<unsigned char>(word.front()) >= 0xE0;
            return is_of_letters_without_spaces ? one.find(word) != std::string::npos : is_word(one, word);
        });
        found = found.empty() && is_there ? std::string(word) : found;
    });
    return found;
}

/// What several countries have in common says little for each.
void add(CountryCases& cases, std::string_view countries, double weight, const std::vector<std::string>& said)
{
    std::size_t of = 0;
    for_each_word(countries, [&](std::string_view) { ++of; });
    weight /= std::sqrt(static_cast<double>(of));
    for_each_word(countries, [&](std::string_view country) {
        CountryCase& one = cases[std::string(country)];
        one.weight += weight;
        one.said.insert(one.said.end(), said.begin(), said.end());
    });
}

void add_words(const TableTexts& texts, CountryCases& cases)
{
    for (const CountryWords& known : country_words()) {
        double weight = 0.0;
        std::vector<std::string> said;
        for (const std::string& heading : texts.headings) {
            if (has_word(known.headings, heading)) {
                weight += weight_of_heading;
                said.push_back(heading);
            }
        }
        std::set<std::string> words;
        std::size_t rows = 0;
        for (const RowTexts& row : texts.rows) {
            const std::string word = first_word_in(row, known.words);
            rows += word.empty() ? 0U : 1U;
            words.insert(word);
        }
        words.erase("");
        said.insert(said.end(), words.begin(), words.end());
        weight = std::min(1.0, weight) + share(rows, texts);
        if (weight > 0.0) {
            add(cases, known.countries, weight, said);
        }
    }
}

/// The first cell with a letter of those; empty where there is none.
std::string_view cell_with(const RowTexts& row, const CountryLetters& letters)
{
    const auto has_letter = [&](std::string_view cell) {
        bool found = false;
        words::for_each_character(cell, [&](const words::Character& one, std::string_view) {
            found = found || (one.code >= letters.first && one.code <= letters.last);
        });
        return found;
    };
    const auto cell = std::find_if(row.said.begin(), row.said.end(), has_letter);
    return cell == row.said.end() ? std::string_view() : *cell;
}

void add_letters(const TableTexts& texts, CountryCases& cases)
{
    for (const CountryLetters& letters : country_letters()) {
        std::size_t rows = 0;
        std::string first;
        for (const RowTexts& row : texts.rows) {
            const std::string_view cell = cell_with(row, letters);
            rows += cell.empty() ? 0U : 1U;
            first = first.empty() ? std::string(cell) : first;
        }
        if (rows > 0) {
            add(cases, letters.countries, share(rows, texts), {first});
        }
    }
}

void add_postal_codes(const TableTexts& texts, CountryCases& cases, PlaceSigns& signs)
{
    for (const PostalFinding& found : postal_findings(texts)) {
        add(cases, found.countries, weight_of_postal_codes, {});
        signs.insert(signs.end(), found.regions.begin(), found.regions.end());
    }
}

void add_registers(const TableTexts& texts, PlaceSigns& signs)
{
    for (const RegisterRegion& one : register_regions()) {
        const auto heading =
            std::find_if(texts.headings.begin(), texts.headings.end(), [&](const std::string& key) { return has_word(one.headings, key); });
        if (heading != texts.headings.end()) {
            signs.push_back({std::string(one.country), one.box, 1.0, translate(Text::place_register, {*heading})});
        }
    }
}

struct City
{
    std::string_view name;
    gis::Point at;
};

City city_of(std::string_view line)
{
    City city;
    const std::size_t latitude = line.rfind(' ');
    const std::size_t longitude = line.rfind(' ', latitude - 1);
    city.name = line.substr(0, longitude);
    std::from_chars(line.data() + longitude + 1, line.data() + latitude, city.at.x);
    std::from_chars(line.data() + latitude + 1, line.data() + line.size(), city.at.y);
    return city;
}

std::size_t rows_that_name(const TableTexts& texts, std::string_view city)
{
    std::string folded;
    for (const std::string& word : folded_words(city)) {
        folded += (folded.empty() ? "" : " ") + word;
    }
    return static_cast<std::size_t>(std::count_if(texts.rows.begin(), texts.rows.end(), [&](const RowTexts& row) {
        return std::find(row.cells.begin(), row.cells.end(), folded) != row.cells.end();
    }));
}

void add_cities(const TableTexts& texts, CountryCases& cases, PlaceSigns& signs)
{
    constexpr double size_deg = 0.6; // of a city and what belongs to it
    for (const CountryCities& country : country_cities()) {
        for (std::string_view rest = country.cities; !rest.empty();) {
            const std::size_t end = std::min(rest.find(", "), rest.size());
            const City city = city_of(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 2, rest.size()));
            const std::size_t rows = rows_that_name(texts, city.name);
            if (rows > 0 && 10 * rows >= texts.rows.size()) {
                const std::string name(city.name);
                add(cases, country.country, share(rows, texts), {name});
                signs.push_back({std::string(country.country), gis::Box{city.at.x, city.at.y, city.at.x, city.at.y}.widened(size_deg),
                                 share(rows, texts), translate(Text::place_named, {rows, texts.rows.size(), name})});
            }
        }
    }
}

std::string name_of(std::string_view country)
{
    const auto& names = country_names();
    const auto found = std::find_if(names.begin(), names.end(), [&](const CountryName& one) { return one.country == country; });
    return std::string(found == names.end() ? country : found->own);
}

std::string some_of(const std::vector<std::string>& said)
{
    constexpr std::size_t most = 4;
    std::string text;
    std::set<std::string> seen;
    for (const std::string& word : said) {
        if (seen.size() < most && seen.insert(word).second) {
            text += (text.empty() ? "" : " ") + word;
        }
    }
    return text;
}

} // namespace

PlaceSigns country_signs_of(const TableTexts& texts)
{
    PlaceSigns signs;
    CountryCases cases;
    add_words(texts, cases);
    add_letters(texts, cases);
    add_postal_codes(texts, cases, signs);
    add_cities(texts, cases, signs);
    add_registers(texts, signs);
    double most = 0.0;
    for (const auto& [country, found] : cases) {
        most = std::max(most, found.weight);
    }
    for (const auto& [country, found] : cases) {
        const double weight = found.weight / std::max(1.0, most);
        if (weight >= least_weight) {
            signs.push_back({country, {}, weight, translate(Text::place_country, {name_of(country), some_of(found.said)})});
        }
    }
    return signs;
}

} // namespace fieldgap
