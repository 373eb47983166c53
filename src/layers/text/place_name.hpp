#pragma once
// Points of interest that stand among schools and are none, by the end of their names: gates, halls, buildings, departments, colleges.

#include <string_view>

namespace fieldgap {

/// 东湖中学南门, 东湖中学2号门, 东湖中学-体育馆, 东湖体育学院(南校区), 东湖中学(图书馆), `Hillside School - Main Gate`.
bool ends_as_no_school(std::string_view name);

/// 东湖学院: a college, but a school may be called so too where its type says that it is one.
bool ends_as_college(std::string_view name);

/// The endings, parted by spaces: for docs/formats.md.
std::string_view endings_of_no_school();

} // namespace fieldgap
