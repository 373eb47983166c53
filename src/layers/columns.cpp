#include "layers/columns.hpp"

#include "gis/error.hpp"
#include "layers/cell_words.hpp"
#include "layers/column_aliases.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace fieldgap {
namespace {

struct HeadingUnit
{
    std::string_view text;
    double m2;
};

/// What may stand in brackets behind a heading, or (those of area) at its end. Units that are no areas count as 1.
constexpr std::array heading_units = {
    HeadingUnit{"万平方米", 10000.0}, HeadingUnit{"万㎡", 10000.0}, HeadingUnit{"万m2", 10000.0},    HeadingUnit{"万m²", 10000.0},
    HeadingUnit{"公顷", 10000.0},     HeadingUnit{"ha", 10000.0},   HeadingUnit{"亩", 2000.0 / 3.0}, HeadingUnit{"平方米", 1.0},
    HeadingUnit{"平米", 1.0},         HeadingUnit{"㎡", 1.0},       HeadingUnit{"m2", 1.0},          HeadingUnit{"m²", 1.0},
    HeadingUnit{"sqm", 1.0},          HeadingUnit{"人", 1.0},       HeadingUnit{"名", 1.0},          HeadingUnit{"个", 1.0},
    HeadingUnit{"班", 1.0},           HeadingUnit{"户", 1.0},       HeadingUnit{"元", 1.0},          HeadingUnit{"元/㎡", 1.0},
    HeadingUnit{"年", 1.0},
};

const HeadingUnit* unit_named(std::string_view text)
{
    const auto unit =
        std::find_if(heading_units.begin(), heading_units.end(), [&](const HeadingUnit& known) { return known.text == text; });
    return unit == heading_units.end() ? nullptr : &*unit;
}

struct Heading
{
    std::string text; ///< lower case, plain characters, without the unit
    const HeadingUnit* unit = nullptr;
};

/// Takes a unit in brackets off the end, or one of area that ends a heading of Chinese letters.
Heading heading_of(std::string_view written)
{
    Heading heading{lower_case(without_full_width(written)), nullptr};
    std::string& text = heading.text;
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    const std::size_t open = text.find_last_of("([");
    if (open != std::string::npos && open + 2 <= text.size() && (text.back() == ')' || text.back() == ']')) {
        heading.unit = unit_named(std::string_view(text).substr(open + 1, text.size() - open - 2));
        text.erase(heading.unit != nullptr ? open : text.size());
        return heading;
    }
    for (const std::string_view unit : {"万平方米", "万㎡", "平方米", "㎡"}) {
        if (text.size() > unit.size() && text.ends_with(unit)) {
            heading.unit = unit_named(unit);
            text.erase(text.size() - unit.size());
            return heading;
        }
    }
    return heading;
}

/// What is left of a heading when case, spaces, signs and units do not count.
std::string heading_key(std::string_view written)
{
    constexpr std::string_view signs = "_-.:()[]'\"\t\r\n";
    std::string key = heading_of(written).text;
    key.erase(std::remove_if(key.begin(), key.end(), [&](char c) { return signs.find(c) != std::string_view::npos; }), key.end());
    return key;
}

/// The keys of one of our columns: its own name, then its aliases.
std::vector<std::string> keys_of(const ColumnAliases& column)
{
    std::vector<std::string> keys = {heading_key(column.ours)};
    std::string_view rest = column.aliases;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) {
            keys.push_back(heading_key(rest.substr(0, end)));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
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

/// What would be right.
std::string choice(const std::string& word, std::vector<std::string> candidates)
{
    constexpr std::size_t most = 40;
    if (candidates.empty()) {
        return words::say(words::Text::column_list_empty);
    }
    const std::string nearest = words::nearest(word, candidates);
    if (candidates.size() > most) {
        candidates.resize(most);
        candidates.emplace_back("...");
    }
    const std::string list = words::joined(candidates);
    return nearest.empty() ? words::say(words::Text::column_list, {list}) : words::say(words::Text::column_nearest, {nearest, list});
}

class Matching
{
public:
    Matching(Role role, const std::vector<std::string>& headings)
        : role_(role), headings_(headings), columns_(aliases_of(role)), is_used_(headings.size(), false)
    {
        for (const std::string& heading : headings) {
            keys_.push_back(heading_key(heading));
        }
        for (const ColumnAliases& column : columns_) {
            names_.push_back(keys_of(column));
        }
    }

    void match_by_user(const std::map<std::string, std::string>& user_columns)
    {
        for (const auto& [ours, theirs] : user_columns) {
            const bool is_place = ours == "x" || ours == "y" || ours == "wkt";
            const std::optional<std::size_t> position = position_of(theirs);
            if (is_place && !position) {
                continue; // the reader took it, or says that it is not there
            }
            check(ours, theirs, is_place, position);
            is_used_[*position] = true;
            if (!is_place) {
                matched_.position_of[ours] = *position;
            }
        }
    }

    void match_by_own_name()
    {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const auto exact = std::find(headings_.begin(), headings_.end(), columns_[c].ours);
            if (exact != headings_.end()) {
                try_match(c, static_cast<std::size_t>(exact - headings_.begin()));
            }
            match_key(c, names_[c].front());
        }
    }

    void match_by_alias()
    {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            for (std::size_t alias = 1; alias < names_[c].size(); ++alias) {
                match_key(c, names_[c][alias]);
            }
        }
    }

    void match_by_cut_name()
    {
        for (std::size_t h = 0; h < headings_.size(); ++h) {
            if (!is_used_[h] && may_be_cut(headings_[h])) {
                if (const std::optional<std::size_t> column = only_column_beginning_with(keys_[h])) {
                    try_match(*column, h);
                }
            }
        }
    }

    MatchedColumns matched()
    {
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
                              [&](const std::string& heading) { return lower_case(heading) == lower_case(theirs); });
        }
        return it == headings_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - headings_.begin()));
    }

    void check(const std::string& ours, const std::string& theirs, bool is_place, const std::optional<std::size_t>& position) const
    {
        const bool is_ours =
            std::any_of(columns_.begin(), columns_.end(), [&](const ColumnAliases& column) { return column.ours == ours; });
        if (!is_place && !is_ours) {
            std::vector<std::string> candidates;
            for (const ColumnAliases& column : columns_) {
                candidates.emplace_back(column.ours);
            }
            throw gis::UsageError(words::say(words::Text::column_not_ours, {name_of(role_), ours, choice(ours, candidates)}));
        }
        if (!position) {
            throw gis::UsageError(words::say(words::Text::column_not_in_file, {name_of(role_), ours, theirs, choice(theirs, headings_)}));
        }
    }

    void try_match(std::size_t column, std::size_t heading)
    {
        if (!is_used_[heading] && matched_.position_of.emplace(columns_[column].ours, heading).second) {
            is_used_[heading] = true;
        }
    }

    void match_key(std::size_t column, const std::string& key)
    {
        for (std::size_t h = 0; h < keys_.size(); ++h) {
            if (keys_[h] == key) {
                try_match(column, h);
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
    std::vector<std::vector<std::string>> names_; ///< keys of our columns
    std::vector<bool> is_used_;
    MatchedColumns matched_;
};

/// The heading that has the earliest of the keys, or none.
std::string first_of_keys(const std::vector<std::string>& headings, const std::vector<std::string>& keys)
{
    for (const std::string& key : keys) {
        for (const std::string& heading : headings) {
            if (heading_key(heading) == key) {
                return heading;
            }
        }
    }
    return {};
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
    Matching matching(role, columns_of_file);
    matching.match_by_user(user_columns);
    matching.match_by_own_name();
    matching.match_by_alias();
    matching.match_by_cut_name();
    return matching.matched();
}

gis::CoordinateColumns coordinate_columns_of(const std::vector<std::string>& columns_of_file)
{
    std::vector<std::string> found;
    for (const ColumnAliases& column : coordinate_aliases()) {
        found.push_back(first_of_keys(columns_of_file, keys_of(column)));
    }
    if (!found[0].empty()) {
        return {"", "", found[0]};
    }
    return found[1].empty() || found[2].empty() ? gis::CoordinateColumns() : gis::CoordinateColumns{found[1], found[2], ""};
}

double m2_per_unit_of_heading(std::string_view heading)
{
    const HeadingUnit* unit = heading_of(heading).unit;
    return unit == nullptr ? 1.0 : unit->m2;
}

} // namespace fieldgap
