#include "layers/rows/class_counts.hpp"

#include "words/nearest.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace fieldgap {

using words::Text;
using words::translate;

void ClassCounts::add(const std::string& word, double metres)
{
    Count& count = of_word_[word];
    ++count.rows;
    count.metres += metres;
}

void ClassCounts::add_line(double metres)
{
    ++lines_.rows;
    lines_.metres += metres;
}

std::string ClassCounts::text() const
{
    constexpr std::size_t most = 12;
    std::vector<std::pair<std::string, Count>> sorted(of_word_.begin(), of_word_.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second.rows > b.second.rows; });
    std::vector<std::string> texts;
    Count rest;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const Count& count = sorted[i].second;
        if (i < most) {
            texts.push_back(translate(Text::street_class_count, {words::visible(sorted[i].first), count.rows, count.metres / 1000.0}));
        } else {
            rest.rows += count.rows;
            rest.metres += count.metres;
        }
    }
    if (sorted.size() > most) {
        texts.push_back(translate(Text::street_class_rest, {sorted.size() - most, rest.rows, rest.metres / 1000.0}));
    }
    return words::joined(texts);
}

} // namespace fieldgap
