#pragma once
// Which column of a file is which of ours: named by the user, else by our name, else by the built-in aliases.

#include "gis/io/source/vector_source.hpp"
#include "layers/columns/heading.hpp"
#include "layers/columns/role.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
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
    year,     ///< enrolment of a later year: what is left of the heading names an enrolment column
    values    ///< by what stands in it (stage_column.hpp)
};

struct MatchedColumns
{
    std::map<std::string, std::size_t, std::less<>> position_of; ///< our column -> position in the file; columns without a match are absent
    std::map<std::string, ColumnMatch, std::less<>> matched_by;  ///< of each of them
    /// Our column -> other headings of the file, used by nothing, that name it as well as the one taken. Headings in another script are
    /// none: bilingual tables give each column twice.
    std::map<std::string, std::vector<std::string>, std::less<>> doubtful;
    std::vector<std::string> unused; ///< columns of the file that nothing reads, in their order
};

/// Each column of the file serves one of ours, unless the user names it twice. Names match as their `heading_key` does, whole or (after
/// that) by one of their `heading_parts`; a name of 9 or 10 bytes (as UTF-8 or GBK) also matches as the cut beginning of a longer one, as
/// in a DBF, if it can be only one. `user_columns` (our name -> theirs) must be exact, or else the same but for case; x, y and wkt are
/// taken as used and are the reader's. Throws gis::UsageError for a column that is not there or a name that is not ours.
MatchedColumns matched_columns(Role role, const std::vector<std::string>& columns_of_file,
                               const std::map<std::string, std::string>& user_columns);

/// The columns of a table that hold its coordinates, by our names (`x` east, `y` north, `wkt`) or their aliases; none where it has no such
/// pair.
gis::CoordinateColumns coordinate_columns_of(const std::vector<std::string>& columns_of_file);

/// True for any heading that some role knows by name or alias, whole or by one of its parts: helps the reader to find the head of a table.
bool is_known_heading(const std::string& heading);

} // namespace fieldgap
