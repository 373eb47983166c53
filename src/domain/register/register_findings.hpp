#pragma once
// What is doubtful in a register: nothing of it is mended, each doubt is told.

#include "domain/city/finding.hpp"
#include "domain/register/register_rows.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace fieldgap {

/// The school and the stage that an issue is of; absent where its id has another form.
std::optional<std::pair<std::string, Stage>> parts_of_issue(const std::string& issue_id);

std::string issue_id_of(const std::string& school_id, Stage stage);

/// What kind of row stands at each place of `content.issues`: only `ours` is carried on.
enum class RowKind : std::uint8_t { ours, unknown, again };

/// Ours: a run has opened it, or it names a stage of a school of this city.
std::vector<RowKind> kinds_of_rows(const RegisterContent& content, const std::set<std::string>& school_ids);

/// Of its columns, ids and what districts wrote.
Findings register_findings(const RegisterContent& content, const std::set<std::string>& school_ids);

Finding unknown_issue(const std::string& issue_id);

} // namespace fieldgap
