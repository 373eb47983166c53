// Merges the results that a list names, for tests.
//
// usage: merge_results LIST ALL.gpkg [LANG]
//
// LIST: one city a line: its name, its result (may be empty), its state and a message, with a tab between them. Prints what was left out.

#include "batch/merge/merge_results.hpp"
#include "words/value.hpp"

#include <array>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

namespace {

fieldgap::FinishedCity city_of(const std::string& line)
{
    std::array<std::string, 4> parts;
    std::size_t part = 0;
    for (const char letter : line) {
        if (letter == '\t' && part + 1 < parts.size()) {
            ++part;
        } else {
            parts[part] += letter;
        }
    }
    return {parts[0], parts[1], parts[2], parts[3]};
}

void merge(const char* list, const char* target)
{
    std::ifstream in(list);
    std::vector<fieldgap::FinishedCity> cities;
    for (std::string line; std::getline(in, line);) {
        cities.push_back(city_of(line));
    }
    constexpr std::int64_t start_of_2020 = 1'577'836'800;
    const auto left_out = fieldgap::merge_results(cities, {target, true, start_of_2020, "test"}, [](std::size_t, std::size_t) {});
    for (const fieldgap::LeftOutCity& city : left_out) {
        std::cout << city.city << '\t' << city.why << '\n';
    }
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 3) {
        std::cerr << "usage: merge_results LIST ALL.gpkg [LANG]\n";
        return 2;
    }
    try {
        words::set_language(words::language_named(count > 3 ? arguments[3] : "en").value());
        merge(arguments[1], arguments[2]);
        return 0;
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 4;
    }
}
