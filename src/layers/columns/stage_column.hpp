#pragma once
// Which column is the stage by its values, whatever its heading.

#include "layers/columns/columns.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// The last step of `matched_columns`. Of schools and enrolment, where no column is the stage by its heading, or one in which no stage
/// stands: a column all of whose words are types of schools, some of them with a stage, is it (类别: 小学, 中学, 幼儿园), and no `kind`
/// then, for its words say the kind too. What the user named stays.
void settle_stage_column(Role role, const std::vector<std::string>& headings, const VisitCells& cells, MatchedColumns& matched);

} // namespace fieldgap
