#pragma once
// Text files with columns: CSV, TSV and their kin, whatever parts the columns and whatever the text is in.

#include "gis/io/base/encoding_detector.hpp"
#include "gis/io/source/vector_source.hpp"
#include "gis/io/table/table_head.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gis {

struct TextTable
{
    std::vector<TableRow> rows; ///< numbered as records: a line break in quotes begins no new one
    EncodingGuess encoding;
    char separator = ',';
};

/// Reads the bytes of a text file. Columns are parted by comma, semicolon, tab or `|`: by whichever gives the most rows of the same width.
/// A mark at the beginning is believed if the text can be so, UTF-16 without mark is known by its zeros, else all lines are judged
/// together. A first line `sep=;` is taken as said. Throws Error for bytes that are no text and an encoding that this system does not know.
TextTable read_text_table(std::string_view bytes, const VectorSource& source);

} // namespace gis
