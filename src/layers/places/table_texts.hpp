#pragma once
// The texts of a table as they are looked at for places: words, whole cells, headings, and the name of the file.

#include "gis/io/vector/vector_layer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

struct RowTexts
{
    std::vector<std::string> words;     ///< of all cells, folded (`strasse` for `Straße`); scripts without spaces in one piece
    std::vector<std::string> cells;     ///< folded, with spaces; of an address its last part too, without a number before it
    std::vector<std::string_view> said; ///< as written, by column; empty where nothing is said
};

struct TableTexts
{
    std::vector<std::string> headings; ///< keys, by column
    std::vector<RowTexts> rows;        ///< some hundred, from all over the table
    std::vector<std::string> names;    ///< of the file, its folder and the layer, in lower case
};

/// Borrows the layer. `path` may be empty.
TableTexts texts_of(const gis::VectorLayer& layer, const std::string& path);

/// Letters and digits that belong together, folded.
std::vector<std::string> folded_words(std::string_view text);

} // namespace fieldgap
