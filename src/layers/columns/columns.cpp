#include "layers/columns/columns.hpp"

#include "gis/error.hpp"
#include "layers/columns/column_aliases.hpp"
#include "layers/columns/coordinate_heading.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>

namespace fieldgap {
namespace {

/// What a head of two rows, or one with brackets, makes of a heading: `在校生数小学` for `小学在校生数`.
std::optional<std::string> turned(const std::string& key)
{
    constexpr std::array<std::string_view, 5> parts = {"小学", "初中", "高中", "室外", "室内"};
    const auto part = std::find_if(parts.begin(), parts.end(), [&](std::string_view each) { return key.starts_with(each); });
    return part == parts.end() ? std::nullopt : std::optional(key.substr(part->size()) + std::string(*part));
}

/// The keys of one of our columns: its own name, then its aliases, then those with their parts in the other order.
std::vector<std::string> keys_of(const ColumnAliases& column)
{
    std::vector<std::string> keys = {heading_key(column.ours)};
    for_each_word(column.aliases, [&](std::string_view alias) { keys.push_back(heading_key(alias)); });
    for (std::size_t k = 0, plain = keys.size(); k < plain; ++k) {
        if (auto key = turned(keys[k])) {
            keys.push_back(std::move(*key));
        }
    }
    return keys;
}

/// A DBF cuts names at ten bytes, and what was half a character is gone.
bool may_be_cut(std::string_view heading)
{
    std::size_t bytes_in_gbk = 0;
    for (const char c : heading) {
        const auto byte = static_cast<unsigned char>(c);
        bytes_in_gbk += byte < 0x80 ? 1U : (byte >= 0xC0 ? 2U : 0U);
    }
    return heading.size() == 9 || heading.size() == 10 || bytes_in_gbk == 9 || bytes_in_gbk == 10;
}

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What would be right.
std::string choice(const std::string& word, std::vector<std::string> candidates)
{
    constexpr std::size_t most = 40;
    if (candidates.empty()) {
        return words::translate(words::Text::column_list_empty);
    }
    const std::string nearest = words::nearest(word, candidates);
    if (candidates.size() > most) {
        candidates.resize(most);
        candidates.emplace_back("...");
    }
    const std::string list = words::joined(candidates);
    return nearest.empty() ? words::translate(words::Text::column_list, {list})
                           : words::translate(words::Text::column_nearest, {nearest, list});
}

class ColumnMatching
{
public:
    ColumnMatching(Role role, const std::vector<std::string>& headings)
        : role_(role), headings_(headings), columns_(aliases_of(role)), is_used_(headings.size(), false)
    {
        for (const std::string& heading : headings) {
            keys_.push_back(heading_key(heading));
            parts_.push_back(heading_parts(heading));
        }
        for (const ColumnAliases& column : columns_) {
            names_.push_back(keys_of(column));
        }
    }

    void match_by_user(const std::map<std::string, std::string>& user_columns)
    {
        for (const auto& [ours, theirs] : user_columns) {
            const bool is_coordinate = ours == "x" || ours == "y" || ours == "wkt";
            const std::optional<std::size_t> position = position_of(theirs);
            if (is_coordinate && !position) {
                continue; // the reader took it, or says that it is not there
            }
            check(ours, theirs, is_coordinate, position);
            is_used_[*position] = true;
            if (!is_coordinate) {
                matched_.position_of[ours] = *position;
                matched_.matched_by[ours] = ColumnMatch::user;
            }
        }
    }

    void match_by_own_name()
    {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const auto exact = std::find(headings_.begin(), headings_.end(), columns_[c].ours);
            if (exact != headings_.end()) {
                try_match(c, static_cast<std::size_t>(exact - headings_.begin()), ColumnMatch::own_name);
            }
            for (std::size_t h = 0; h < keys_.size(); ++h) {
                if (keys_[h] == names_[c].front()) {
                    try_match(c, h, ColumnMatch::own_name);
                }
            }
        }
    }

    void match_by_alias()
    {
        match_by_keys(ColumnMatch::alias, [&](std::size_t heading, const std::string& name) { return keys_[heading] == name; });
    }

    void match_by_part()
    {
        match_by_keys(ColumnMatch::part, [&](std::size_t heading, const std::string& name) {
            return std::find(parts_[heading].begin(), parts_[heading].end(), name) != parts_[heading].end();
        });
    }

    void match_by_cut_name()
    {
        for (std::size_t h = 0; h < headings_.size(); ++h) {
            if (!is_used_[h] && may_be_cut(headings_[h])) {
                if (const std::optional<std::size_t> column = only_column_beginning_with(keys_[h])) {
                    try_match(*column, h, ColumnMatch::cut_name);
                }
            }
        }
    }

    /// Enrolment of later years, by what nothing else has taken.
    void match_by_year()
    {
        for (std::size_t h = 0; h < headings_.size(); ++h) {
            const auto dated = is_used_[h] ? std::nullopt : year_heading(headings_[h]);
            const auto column = dated ? enrolment_column(dated->key) : std::nullopt;
            const std::string ours = column ? std::string(columns_[*column].ours) + "_" + std::to_string(dated->year) : "";
            if (column && matched_.position_of.emplace(ours, h).second) {
                is_used_[h] = true;
                matched_.matched_by[ours] = ColumnMatch::year;
            }
        }
    }

    MatchedColumns matched()
    {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            note_rivals(c);
        }
        for (std::size_t h = 0; h < headings_.size(); ++h) {
            if (!is_used_[h]) {
                matched_.unused.push_back(headings_[h]);
            }
        }
        return std::move(matched_);
    }

private:
    std::optional<std::size_t> position_of(const std::string& theirs) const
    {
        auto it = std::find(headings_.begin(), headings_.end(), theirs);
        if (it == headings_.end()) {
            it = std::find_if(headings_.begin(), headings_.end(),
                              [&](const std::string& heading) { return words::lower_case(heading) == words::lower_case(theirs); });
        }
        return it == headings_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - headings_.begin()));
    }

    void check(const std::string& ours, const std::string& theirs, bool is_coordinate, const std::optional<std::size_t>& position) const
    {
        const bool is_ours = is_of_year(ours) || std::any_of(columns_.begin(), columns_.end(),
                                                             [&](const ColumnAliases& column) { return column.ours == ours; });
        if (!is_coordinate && !is_ours) {
            std::vector<std::string> candidates;
            for (const ColumnAliases& column : columns_) {
                candidates.emplace_back(column.ours);
            }
            throw gis::UsageError(words::translate(words::Text::column_not_ours, {name_of(role_), ours, choice(ours, candidates)}));
        }
        if (!position) {
            throw gis::UsageError(
                words::translate(words::Text::column_not_in_file, {name_of(role_), ours, theirs, choice(theirs, headings_)}));
        }
    }

    std::optional<std::size_t> enrolment_column(const std::string& key) const
    {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const bool has_key = std::find(names_[c].begin(), names_[c].end(), key) != names_[c].end();
            if (columns_[c].ours.starts_with("enrol_") && has_key) {
                return c;
            }
        }
        return std::nullopt;
    }

    /// Such as `enrol_primary_2026`.
    bool is_of_year(const std::string& ours) const
    {
        const auto dated = year_heading(ours);
        const auto column = dated ? enrolment_column(dated->key) : std::nullopt;
        return column && ours == std::string(columns_[*column].ours) + "_" + std::to_string(dated->year);
    }

    void try_match(std::size_t column, std::size_t heading, ColumnMatch by)
    {
        const std::string ours(columns_[column].ours);
        if (!is_used_[heading] && matched_.position_of.emplace(ours, heading).second) {
            is_used_[heading] = true;
            matched_.matched_by[ours] = by;
        }
    }

    /// The most telling aliases of all columns go first, so that a vague one takes no heading that another column names better.
    template <class Names>
    void match_by_keys(ColumnMatch by, const Names& names)
    {
        for (std::size_t rank = 0; rank < most_names(); ++rank) {
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                for (std::size_t h = 0; rank < names_[c].size() && h < headings_.size(); ++h) {
                    if (names(h, names_[c][rank])) {
                        try_match(c, h, by);
                    }
                }
            }
        }
    }

    std::size_t most_names() const
    {
        std::size_t most = 0;
        for (const std::vector<std::string>& names : names_) {
            most = std::max(most, names.size());
        }
        return most;
    }

    bool names_heading(std::size_t column, std::size_t heading) const
    {
        return std::find(names_[column].begin(), names_[column].end(), keys_[heading]) != names_[column].end();
    }

    /// Bilingual tables give a column twice, once in each script: that is no doubt.
    void note_rivals(std::size_t column)
    {
        const auto taken = matched_.position_of.find(columns_[column].ours);
        if (taken == matched_.position_of.end() || matched_.matched_by[taken->first] == ColumnMatch::user) {
            return;
        }
        const bool by_own_name = matched_.matched_by[taken->first] == ColumnMatch::own_name;
        for (std::size_t h = 0; h < headings_.size(); ++h) {
            const bool is_as_good = by_own_name ? keys_[h] == names_[column].front() : names_heading(column, h);
            if (!is_used_[h] && is_as_good && is_ascii(headings_[h]) == is_ascii(headings_[taken->second])) {
                matched_.doubtful[taken->first].push_back(headings_[h]);
            }
        }
    }

    std::optional<std::size_t> only_column_beginning_with(const std::string& key) const
    {
        std::optional<std::size_t> only;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const bool begins =
                std::any_of(names_[c].begin(), names_[c].end(), [&](const std::string& name) { return name.starts_with(key); });
            if (begins && only) {
                return std::nullopt;
            }
            only = begins ? std::optional(c) : only;
        }
        return only;
    }

    Role role_;
    const std::vector<std::string>& headings_;
    std::span<const ColumnAliases> columns_;
    std::vector<std::string> keys_;               ///< of the headings
    std::vector<std::vector<std::string>> parts_; ///< of the headings that say it twice
    std::vector<std::vector<std::string>> names_; ///< keys of our columns
    std::vector<bool> is_used_;
    MatchedColumns matched_;
};

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
                               const std::map<std::string, std::string>& user_columns)
{
    ColumnMatching matching(role, columns_of_file);
    matching.match_by_user(user_columns);
    matching.match_by_own_name();
    matching.match_by_alias();
    matching.match_by_part();
    matching.match_by_cut_name();
    matching.match_by_year();
    return matching.matched();
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
