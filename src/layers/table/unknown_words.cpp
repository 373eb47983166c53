#include "layers/table/unknown_words.hpp"

#include "domain/city/issue_code.hpp"
#include "words/nearest.hpp"

#include <algorithm>
#include <vector>

namespace fieldgap {
namespace {

/// As `'abc' (12), 'x' (3)`.
std::string listed(const std::map<std::string, std::size_t>& count_of)
{
    constexpr std::size_t most = 20;
    std::vector<std::pair<std::string, std::size_t>> counts(count_of.begin(), count_of.end());
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> texts;
    for (const auto& [text, count] : counts) {
        texts.push_back("'" + text + "' (" + std::to_string(count) + ")");
    }
    return words::joined_first(std::move(texts), most);
}

} // namespace

Finding unknown_words_finding(const std::string& layer, std::string_view column, const std::map<std::string, std::size_t>& count_of)
{
    std::size_t rows = 0;
    for (const auto& [text, count] : count_of) {
        rows += count;
    }
    return {IssueCode::words_not_known, layer, "", {}, {column, rows, listed(count_of)}};
}

} // namespace fieldgap
