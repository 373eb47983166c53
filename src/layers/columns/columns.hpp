#pragma once
// Which column of a file is which of ours: named by the user, else by our name, else by the built-in aliases.

#include "layers/columns/heading.hpp"
#include "layers/columns/role.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// The columns of a role in the order of docs/rules.md section 4 (empty for buildings and dem). Schools and enrolment have three more:
/// `enrol_total`, `classes_total` and `capacity_total` hold the number of a school with a single stage, as files with one row a school give
/// it (学段 and 学生数). Each `enrol_*` may also be given for later years, as `enrol_primary_2026`; those are not listed here.
std::vector<std::string_view> columns_of_role(Role role);

/// How a column of the file came to be one of ours, the surest first.
enum class ColumnMatch : std::uint8_t {
    user,     ///< named in the config
    own_name, ///< our name
    alias,
    part,     ///< by one half of a bilingual heading, or by what follows a year
    cut_name, ///< by its beginning, as a DBF cuts it
    year,     ///< by what is left of a heading that names a year: the latest of several, or enrolment of another year
    values    ///< by what stands in it (stage_column.hpp)
};

/// Calls `visit` with each cell of a column of the file.
using VisitCells = std::function<void(std::size_t column, const std::function<void(const std::optional<std::string>&)>& visit)>;

/// What is known beyond the headings.
struct ColumnFacts
{
    std::size_t rows = 0;              ///< none: only the headings are known
    std::vector<bool> is_constant;     ///< by heading: all rows (two or more) have the same there, or nothing
    std::vector<bool> is_blank;        ///< by heading: no row has anything
    std::optional<std::int64_t> as_of; ///< the year of the run, where it is said
    VisitCells cells = {};             ///< none: only the headings are known
};

/// `value_of(row, column)` is the text of a cell, absent or empty where it has none. What it refers to must outlive the facts.
template <class ValueOf>
ColumnFacts facts_of_columns(std::size_t columns, std::size_t rows, const ValueOf& value_of)
{
    ColumnFacts facts{rows, std::vector<bool>(columns, rows > 1), std::vector<bool>(columns, true), std::nullopt};
    for (std::size_t column = 0; column < columns; ++column) {
        for (std::size_t row = 1; row < rows && facts.is_constant[column]; ++row) {
            facts.is_constant[column] = value_of(row, column) == value_of(0, column);
        }
        facts.is_blank[column] = rows == 0 || (facts.is_constant[column] && value_of(0, column).value_or("").empty());
    }
    facts.cells = [rows, value_of](std::size_t column, const auto& visit) {
        for (std::size_t row = 0; row < rows; ++row) {
            visit(value_of(row, column));
        }
    };
    return facts;
}

/// A figure that stands there for several years, of which one is taken.
struct YearTaken
{
    std::int64_t year = 0;
    std::vector<std::string> others; ///< headings of the years that are not
};

struct MatchedColumns
{
    std::map<std::string, std::size_t, std::less<>> position_of; ///< our column -> position in the file; columns without a match are absent
    std::map<std::string, ColumnMatch, std::less<>> matched_by;  ///< of each of them
    /// Our column -> other headings of the file, used by nothing, that name it as well as the one taken. Headings in another script are
    /// none: bilingual tables give each column twice.
    std::map<std::string, std::vector<std::string>, std::less<>> doubtful;
    std::map<std::string, YearTaken, std::less<>> years; ///< our column -> which of its years is taken
    std::map<std::string, std::vector<std::size_t>, std::less<>>
        grades;                                               ///< enrol_primary and the like -> columns of its grades, to be summed
    std::map<std::string, double, std::less<>> m2_per_unit;   ///< our column -> its unit, where the user's name of it says one
    std::map<std::string, double, std::less<>> yuan_per_unit; ///< the same of money
    std::vector<std::size_t> constant_ids;                    ///< columns whose heading names an id and whose values say that they are none
    std::vector<std::string> unused;                          ///< columns of the file that nothing reads, in their order
};

/// Each column of the file serves one of ours, unless the user names it twice. Names match as their `heading_key` does, whole or (after
/// that) by one of their `heading_parts`; a name of 9 or 10 bytes (as UTF-8 or GBK) also matches as the cut beginning of a longer one, as
/// in a DBF, if it can be only one. `user_columns` (our name -> theirs) must be exact, or else the same but for case; x, y and wkt are
/// taken as used and are the reader's. A column that is the same in all rows is no id, unless the user names it or all rows are of one
/// school. Of a figure in columns of several years the latest not after `as_of` is taken. Pupils by grade are those of their stage where no
/// column has these. Where the cells are known, they may say which column is the stage (stage_column.hpp). The user may write the unit of
/// areas and of money in brackets behind a heading that lacks it. Throws gis::UsageError for a column that is not there or a name that is
/// not ours.
MatchedColumns matched_columns(Role role, const std::vector<std::string>& columns_of_file,
                               const std::map<std::string, std::string>& user_columns, const ColumnFacts& facts = {});

/// True for any heading that some role knows by name or alias, whole or by one of its parts: helps the reader to find the head of a table.
bool is_known_heading(const std::string& heading);

} // namespace fieldgap
