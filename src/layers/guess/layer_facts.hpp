#pragma once
// What can be seen of a layer before anything is guessed about it.

#include "layers/columns/columns.hpp"
#include "layers/guess/survey.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fieldgap {

/// What most of the features are.
enum class Shape : std::uint8_t { table, points, lines, polygons };

/// How often a value stands in a column.
struct KindCount
{
    std::string value; ///< as written
    std::size_t rows = 0;
};

/// A column with few different values: it sorts the rows by kind.
struct KindColumn
{
    std::string name;
    std::vector<KindCount> counts; ///< the most frequent first, then by value
    std::size_t rows = 0;          ///< that have any value
};

struct LayerFacts
{
    const SurveyedLayer* layer = nullptr;
    std::string file_name;   ///< without folders and ending, and the layer's name where it is another
    std::string folder_name; ///< of the folder or archive that it lies in
    Shape shape = Shape::table;
    std::vector<KindColumn> kinds;
    std::string school_column;    ///< the column in which most names are those of schools, or none
    double school_name_share = 0; ///< of its names
    std::string school_sample;    ///< the first of them
};

/// `layer` is borrowed.
LayerFacts facts_of(const SurveyedLayer& layer);

/// Which columns are the same in all rows, or in all of some of them.
ColumnFacts facts_of_columns(const gis::VectorLayer& rows);
ColumnFacts facts_of_columns(const gis::VectorLayer& layer, const std::vector<std::uint32_t>& rows);

/// True where no row has anything else than 0 there, and each has that.
bool is_zero_throughout(const gis::VectorLayer& rows, std::size_t column);
bool is_blank_throughout(const gis::VectorLayer& rows, std::size_t column);

/// The first value of a column that is not blank, on one line and not too long; empty where there is none.
std::string sample_of(const gis::VectorLayer& rows, std::size_t column);

/// Of a table of schools without coordinates: how many names of schools it has, and which columns may be coordinates, in words.
std::string lack_of_coordinates(const LayerFacts& facts);

/// On one line, cut between characters after some 40 bytes.
std::string shortened(const std::string& text);

} // namespace fieldgap
