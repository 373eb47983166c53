#include "layers/places/table_texts.hpp"

#include "layers/columns/heading.hpp"
#include "words/utf8.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::size_t most_rows = 300;

bool is_of_word(char32_t letter)
{
    constexpr char32_t first_beyond_ascii = 0x80;
    return letter >= first_beyond_ascii || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z');
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

bool is_number(const std::string& word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `Ringstr. 3, 69115 Heidelberg` ends with the town.
std::string last_part(std::string_view text)
{
    const std::size_t comma = text.rfind(',');
    std::vector<std::string> words = folded_words(comma == std::string_view::npos ? text : text.substr(comma + 1));
    while (!words.empty() && is_number(words.front())) {
        words.erase(words.begin());
    }
    return joined(words);
}

void add_cell(RowTexts& row, std::string_view text)
{
    const std::vector<std::string> words = folded_words(text);
    row.words.insert(row.words.end(), words.begin(), words.end());
    row.cells.push_back(joined(words));
    if (std::string part = last_part(text); part != row.cells.back()) {
        row.cells.push_back(std::move(part));
    }
}

void add_names(std::vector<std::string>& names, const std::string& path)
{
    constexpr int parts = 2; // the file and its folder
    std::string_view rest = path;
    for (int i = 0; i < parts && !rest.empty(); ++i) {
        const std::size_t slash = rest.rfind('/');
        names.push_back(words::lower_case(rest.substr(slash == std::string_view::npos ? 0 : slash + 1)));
        rest = rest.substr(0, slash == std::string_view::npos ? 0 : slash);
    }
}

} // namespace

std::vector<std::string> folded_words(std::string_view text)
{
    std::vector<std::string> list;
    std::u32string word;
    const auto end_word = [&] {
        if (!word.empty()) {
            list.push_back(words::utf8_of(word));
        }
        word.clear();
    };
    words::for_each_character(text, [&](const words::Character& character, std::string_view) {
        for (const char32_t letter : words::folded(character.code)) {
            if (is_of_word(letter)) {
                word += letter;
            } else {
                end_word();
            }
        }
    });
    end_word();
    return list;
}

TableTexts texts_of(const gis::VectorLayer& layer, const std::string& path)
{
    TableTexts texts;
    for (const std::string& heading : layer.columns) {
        texts.headings.push_back(heading_key(heading));
    }
    add_names(texts.names, path);
    texts.names.push_back(words::lower_case(layer.name));
    const std::size_t step = layer.features.size() / most_rows + 1;
    for (std::size_t i = 0; i < layer.features.size(); i += step) {
        RowTexts row;
        for (const auto& value : layer.features[i].values) {
            row.said.push_back(value ? std::string_view(*value) : std::string_view());
            add_cell(row, row.said.back());
        }
        texts.rows.push_back(std::move(row));
    }
    return texts;
}

} // namespace fieldgap
