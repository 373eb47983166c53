#pragma once
// Tables that give pupils grade by grade: 一年级 .. 九年级, Year 1 .. Year 6, 1. Klasse ..

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// 1 to 12 for a heading that names the pupils of a grade: `一年级人数`, `初二`, `Year 7`, `grade_10`, `3. Klasse`; nothing for any other,
/// also for `一年级班数`.
std::optional<int> grade_of_heading(std::string_view written);

/// `enrol_primary` (grades 1 to 6), `enrol_junior` (7 to 9), `enrol_senior` (10 to 12) -> positions of the columns of its grades, rising;
/// each grade once. Nothing where fewer than three grades are named: such headings may mean something else.
using GradeColumns = std::map<std::string, std::vector<std::size_t>>;
GradeColumns grade_columns(const std::vector<std::string>& headings);

} // namespace fieldgap
