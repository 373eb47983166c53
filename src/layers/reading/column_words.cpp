#include "layers/reading/column_words.hpp"

#include "layers/reading/column_codes.hpp"
#include "layers/reading/column_titles.hpp"

namespace fieldgap {

gis::ColumnWords words_of_column(const std::string& layer, const std::string& column)
{
    CodeWords words = words_for_codes(layer + "." + column);
    return {column, column_title(layer, column).value_or(column), words.empty() ? words_for_codes(column) : std::move(words)};
}

std::string worded(const std::string& column, const std::string& expression)
{
    std::string out = "CASE ";
    for (const auto& [code, word] : words_for_codes(column)) {
        out += "WHEN " + expression + " = " + gis::quoted_text(code) + " THEN " + gis::quoted_text(word) + " ";
    }
    return out + "ELSE " + expression + " END";
}

} // namespace fieldgap
