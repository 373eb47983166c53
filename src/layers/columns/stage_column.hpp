#pragma once
// Which column is the stage by its values, whatever its heading.

#include "layers/columns/columns.hpp"

#include <functional>
#include <optional>
#include <string>

namespace fieldgap {

/// Calls `visit` with each cell of a column of the file.
using VisitCells = std::function<void(std::size_t column, const std::function<void(const std::optional<std::string>&)>& visit)>;

/// Of schools and enrolment, where no column is the stage by its heading, or one in which no stage stands: a column all of whose words are
/// types of schools, some of them with a stage, is it (类别: 小学, 中学, 幼儿园), and no `kind` then, for its words say the kind too. What
/// the user named stays.
void settle_stage_column(Role role, const std::vector<std::string>& headings, const VisitCells& cells, MatchedColumns& matched);

} // namespace fieldgap
