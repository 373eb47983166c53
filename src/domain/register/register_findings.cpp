#include "domain/register/register_findings.hpp"

#include "domain/city/issue_code.hpp"
#include "words/visible.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;

constexpr const char* layer = "register";

bool has_line_breaks(const std::string& text)
{
    return text.find_first_of("\r\n") != std::string::npos;
}

/// As spreadsheets take it: a sign alone makes none, for lists and negative numbers begin so.
bool is_formula(const std::string& text)
{
    const bool begins_alone = text.starts_with('=') || text.starts_with('@');
    const bool begins_with_sign = text.starts_with('+') || text.starts_with('-');
    return begins_alone || (begins_with_sign && text.find('(') != std::string::npos);
}

void look_at_text(const RegisterRow& row, const char* column, const std::string& text, Findings& findings)
{
    const auto report = [&](Text what) {
        findings.push_back({IssueCode::register_text_odd, layer, row.issue_id, {}, {column, words::translate(what)}});
    };
    if (has_line_breaks(text)) {
        report(Text::register_line_breaks);
    }
    if (is_formula(text)) {
        report(Text::register_formula);
    }
}

void look_at_district(const RegisterRow& row, Findings& findings)
{
    const std::string& due = row.district.due;
    if (due.find_first_not_of(" \t") != std::string::npos && !last_day_of_quarter(due)) {
        findings.push_back({IssueCode::register_due_not_read, layer, row.issue_id, {}, {words::visible(due)}});
    }
    look_at_text(row, "unit", row.district.unit, findings);
    look_at_text(row, "note", row.district.note, findings);
}

void look_at_row(const RegisterRow& row, RowKind kind, const std::set<std::string>& school_ids, Findings& findings)
{
    if (kind == RowKind::unknown) {
        findings.push_back(unknown_issue(row.issue_id));
    } else if (kind == RowKind::again) {
        findings.push_back({IssueCode::register_issue_twice, layer, row.issue_id, {}, {}});
    } else if (const auto parts = parts_of_issue(row.issue_id); parts && !school_ids.contains(parts->first)) {
        findings.push_back({IssueCode::register_school_gone, layer, row.issue_id, {}, {parts->first}});
    }
    look_at_district(row, findings);
}

} // namespace

std::optional<std::pair<std::string, Stage>> parts_of_issue(const std::string& issue_id)
{
    const auto colon = issue_id.rfind(':');
    if (colon == std::string::npos || colon == 0) {
        return std::nullopt;
    }
    const std::string_view name = std::string_view(issue_id).substr(colon + 1);
    const auto stage = std::find_if(all_stages.begin(), all_stages.end(), [name](Stage one) { return name_of(one) == name; });
    return stage == all_stages.end() ? std::nullopt : std::optional(std::pair(issue_id.substr(0, colon), *stage));
}

std::string issue_id_of(const std::string& school_id, Stage stage)
{
    return school_id + ":" + std::string(name_of(stage));
}

std::vector<RowKind> kinds_of_rows(const RegisterContent& content, const std::set<std::string>& school_ids)
{
    std::set<std::string> opened;
    for (const HistoryRow& row : content.history) {
        opened.insert(row.issue_id);
    }
    std::vector<RowKind> kinds;
    std::set<std::string> seen;
    for (const RegisterRow& row : content.issues) {
        const auto parts = parts_of_issue(row.issue_id);
        const bool is_ours = parts && (opened.contains(row.issue_id) || school_ids.contains(parts->first));
        const bool is_first = is_ours && seen.insert(row.issue_id).second;
        kinds.push_back(is_first ? RowKind::ours : is_ours ? RowKind::again : RowKind::unknown);
    }
    return kinds;
}

Findings register_findings(const RegisterContent& content, const std::set<std::string>& school_ids)
{
    Findings findings;
    for (const MissingColumn& missing : content.missing) {
        if (missing.column.empty()) {
            findings.push_back({IssueCode::register_table_missing, layer, "", {}, {missing.table}});
        } else {
            findings.push_back({IssueCode::register_column_missing, layer, "", {}, {missing.table, missing.column}});
        }
    }
    const std::vector<RowKind> kinds = kinds_of_rows(content, school_ids);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        look_at_row(content.issues[i], kinds[i], school_ids, findings);
    }
    for (const OddPromise& odd : content.odd_promises) {
        findings.push_back({IssueCode::register_promise_not_read, layer, odd.issue_id, {}, {odd.column, words::visible(odd.written)}});
    }
    return findings;
}

Finding unknown_issue(const std::string& issue_id)
{
    return {IssueCode::register_issue_unknown, layer, issue_id, {}, {}};
}

} // namespace fieldgap
