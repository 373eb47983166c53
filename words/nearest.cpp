#include "words/nearest.hpp"

#include "words/utf8.hpp"

#include <algorithm>
#include <numeric>

namespace words {
namespace {

std::u32string letters_of(std::string_view text)
{
    return code_points(lower_case(text));
}

std::size_t difference(std::size_t a, std::size_t b)
{
    return a > b ? a - b : b - a;
}

} // namespace

// Optimal string alignment: three rows of the table are enough, the oldest for swapped neighbours.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, Swapped swapped)
{
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (swapped == Swapped::one_edit && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates)
{
    const std::u32string letters = letters_of(word);
    std::size_t least = std::max<std::size_t>(2, letters.size() / 3) + 1;
    std::string best;
    for (const auto& candidate : candidates) {
        const std::u32string others = letters_of(candidate);
        // A hostile word may be a megabyte long: what differs in length alone need not be compared.
        if (difference(letters.size(), others.size()) >= least) {
            continue;
        }
        const auto distance = edit_distance(letters, others, Swapped::one_edit);
        if (distance < least && distance < others.size()) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

std::string joined_first(std::vector<std::string> words, std::size_t most)
{
    if (words.size() > most) {
        words.resize(most);
        words.emplace_back("..");
    }
    return joined(words);
}

} // namespace words
