#include "layers/columns/stage_column.hpp"

#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/school_type.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace fieldgap {
namespace {

/// Every word of the column is a type, and one at least names a stage.
bool tells_stages(std::size_t column, const VisitCells& cells)
{
    constexpr std::size_t most_types = 60;
    std::set<std::string> types;
    bool are_types = true;
    bool has_stage = false;
    cells(column, [&](const std::optional<std::string>& text) {
        if (!are_types || !text || text->empty() || !types.insert(*text).second) {
            return;
        }
        are_types = types.size() <= most_types && is_type_text(text);
        has_stage = has_stage || (are_types && school_type_of(text).value->has_stage());
    });
    return are_types && has_stage;
}

/// Of a column that is the stage by its heading: 学校类型 may hold 公办 and 民办 only.
bool names_a_stage(std::size_t column, const VisitCells& cells)
{
    bool has_stage = false;
    bool has_text = false;
    cells(column, [&](const std::optional<std::string>& text) {
        has_text = has_text || (text && !text->empty());
        has_stage = has_stage || stages_of(text).value.has_value();
    });
    return has_stage || !has_text;
}

bool is_named_by_user(const MatchedColumns& matched, const char* ours)
{
    const auto by = matched.matched_by.find(ours);
    return by != matched.matched_by.end() && by->second == ColumnMatch::user;
}

/// The column that is taken for the kind goes first: its heading says that it sorts schools.
std::vector<std::size_t> candidates(const std::vector<std::string>& headings, const MatchedColumns& matched)
{
    std::vector<std::size_t> columns;
    if (const auto kind = matched.position_of.find("kind"); kind != matched.position_of.end() && !is_named_by_user(matched, "kind")) {
        columns.push_back(kind->second);
    }
    for (std::size_t column = 0; column < headings.size(); ++column) {
        if (std::find(matched.unused.begin(), matched.unused.end(), headings[column]) != matched.unused.end()) {
            columns.push_back(column);
        }
    }
    return columns;
}

void take_as_stage(std::size_t column, const std::vector<std::string>& headings, MatchedColumns& matched)
{
    if (const auto kind = matched.position_of.find("kind"); kind != matched.position_of.end() && kind->second == column) {
        matched.matched_by.erase("kind");
        matched.doubtful.erase("kind");
        matched.position_of.erase(kind);
    }
    if (const auto stage = matched.position_of.find("stage"); stage != matched.position_of.end()) {
        matched.unused.push_back(headings[stage->second]);
        matched.doubtful.erase("stage");
    }
    std::erase(matched.unused, headings[column]);
    matched.position_of["stage"] = column;
    matched.matched_by["stage"] = ColumnMatch::values;
}

} // namespace

void settle_stage_column(Role role, const std::vector<std::string>& headings, const VisitCells& cells, MatchedColumns& matched)
{
    const auto by_heading = matched.position_of.find("stage");
    const bool is_found =
        by_heading != matched.position_of.end() && (is_named_by_user(matched, "stage") || names_a_stage(by_heading->second, cells));
    if ((role != Role::schools && role != Role::enrolment && role != Role::indicators) || is_found) {
        return;
    }
    for (const std::size_t column : candidates(headings, matched)) {
        if (tells_stages(column, cells)) {
            take_as_stage(column, headings, matched);
            return;
        }
    }
}

} // namespace fieldgap
