#include "layers/columns/user_columns.hpp"

#include "gis/error.hpp"
#include "layers/columns/heading.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// What would be right.
std::string choice(const std::string& word, const std::vector<std::string>& candidates)
{
    constexpr std::size_t most = 40;
    if (candidates.empty()) {
        return words::translate(words::Text::column_list_empty);
    }
    const std::string nearest = words::nearest(word, candidates);
    const std::string list = words::joined_first(candidates, most);
    return nearest.empty() ? words::translate(words::Text::column_list, {list})
                           : words::translate(words::Text::column_nearest, {nearest, list});
}

std::optional<std::size_t> position_of(const std::string& theirs, const std::vector<std::string>& headings)
{
    auto it = std::find(headings.begin(), headings.end(), theirs);
    if (it == headings.end()) {
        it = std::find_if(headings.begin(), headings.end(),
                          [&](const std::string& heading) { return words::lower_case(heading) == words::lower_case(theirs); });
    }
    return it == headings.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - headings.begin()));
}

} // namespace

std::optional<UserColumn> user_column(const std::string& theirs, const std::vector<std::string>& headings)
{
    if (const auto whole = position_of(theirs, headings)) {
        return UserColumn{*whole, std::nullopt};
    }
    const auto with_unit = heading_with_unit(theirs);
    const auto position = with_unit ? position_of(with_unit->heading, headings) : std::nullopt;
    return position ? std::optional(UserColumn{*position, with_unit->m2_per_unit, with_unit->yuan_per_unit}) : std::nullopt;
}

void check_is_ours(Role role, const ColumnNames& names, const std::string& ours)
{
    if (!names.is_of_year(ours) && !names.is_ours(ours)) {
        throw gis::UsageError(words::translate(words::Text::column_not_ours, {name_of(role), ours, choice(ours, names.all_ours())}));
    }
}

void refuse_user_column(Role role, const std::string& ours, const std::string& theirs, const std::vector<std::string>& headings)
{
    throw gis::UsageError(words::translate(words::Text::column_not_in_file, {name_of(role), ours, theirs, choice(theirs, headings)}));
}

} // namespace fieldgap
