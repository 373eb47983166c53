#include "layers/columns/columns.hpp"

#include "layers/columns/column_aliases.hpp"
#include "layers/columns/column_matching.hpp"
#include "layers/columns/coordinate_heading.hpp"
#include "layers/columns/stage_column.hpp"

#include <algorithm>
#include <set>

namespace fieldgap {
namespace {

std::set<std::string> known_headings()
{
    std::set<std::string> known;
    const auto add = [&](std::span<const ColumnAliases> columns) {
        for (const ColumnAliases& column : columns) {
            const std::vector<std::string> keys = keys_of(column);
            known.insert(keys.begin(), keys.end());
        }
    };
    for (const Role role : all_roles) {
        add(aliases_of(role));
    }
    return known;
}

} // namespace

std::vector<std::string_view> columns_of_role(Role role)
{
    std::vector<std::string_view> columns;
    for (const ColumnAliases& column : aliases_of(role)) {
        columns.push_back(column.ours);
    }
    return columns;
}

MatchedColumns matched_columns(Role role, const std::vector<std::string>& columns_of_file,
                               const std::map<std::string, std::string>& user_columns, const ColumnFacts& facts)
{
    ColumnMatching matching(role, columns_of_file, facts);
    matching.match_by_user(user_columns);
    matching.match_by_own_name();
    matching.match_by_alias();
    matching.match_latest_year();
    matching.match_by_part();
    matching.match_grades();
    matching.match_by_cut_name();
    matching.match_by_year();
    MatchedColumns matched = matching.matched();
    if (facts.cells) {
        settle_stage_column(role, columns_of_file, facts.cells, matched);
    }
    return matched;
}

bool is_known_heading(const std::string& heading)
{
    static const std::set<std::string> known = known_headings();
    const std::vector<std::string> parts = heading_parts(heading);
    const auto is_known = [](const std::string& key) { return known.count(key) != 0; };
    const auto dated = year_heading(heading);
    return is_coordinate_heading(heading) || is_known(heading_key(heading)) || (dated && is_known(dated->key)) ||
           std::any_of(parts.begin(), parts.end(), is_known);
}

} // namespace fieldgap
