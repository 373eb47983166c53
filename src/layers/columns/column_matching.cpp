#include "layers/columns/column_matching.hpp"

#include "layers/columns/grade_columns.hpp"
#include "layers/columns/user_columns.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <optional>

namespace fieldgap {
namespace {

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

} // namespace

ColumnMatching::ColumnMatching(Role role, const std::vector<std::string>& headings, const ColumnFacts& facts)
    : role_(role), headings_(headings), facts_(facts), names_(role), is_used_(headings.size(), false)
{
    for (const std::string& heading : headings) {
        keys_.push_back(heading_key(heading));
        parts_.push_back(heading_parts(heading));
    }
}

void ColumnMatching::match_by_user(const std::map<std::string, std::string>& user_columns)
{
    for (const auto& [ours, theirs] : user_columns) {
        const bool is_coordinate = ours == "x" || ours == "y" || ours == "wkt";
        const auto column = user_column(theirs, headings_);
        if (is_coordinate && !column) {
            continue; // the reader took it, or says that it is not there
        }
        if (!is_coordinate) {
            check_is_ours(role_, names_, ours);
        }
        if (!column) {
            refuse_user_column(role_, ours, theirs, headings_);
        }
        is_used_[column->position] = true;
        if (!is_coordinate) {
            matched_.position_of[ours] = column->position;
            matched_.matched_by[ours] = ColumnMatch::user;
        }
        if (column->m2_per_unit) {
            matched_.m2_per_unit[ours] = *column->m2_per_unit;
            matched_.yuan_per_unit[ours] = column->yuan_per_unit.value_or(1.0);
        }
    }
}

void ColumnMatching::match_by_own_name()
{
    for (std::size_t c = 0; c < names_.size(); ++c) {
        const auto exact = std::find(headings_.begin(), headings_.end(), names_.ours(c));
        if (exact != headings_.end()) {
            try_match(c, static_cast<std::size_t>(exact - headings_.begin()), ColumnMatch::own_name);
        }
        for (std::size_t h = 0; h < keys_.size(); ++h) {
            if (keys_[h] == names_.keys(c).front()) {
                try_match(c, h, ColumnMatch::own_name);
            }
        }
    }
}

template <class Names>
void ColumnMatching::match_by_keys(ColumnMatch by, const Names& names)
{
    for (std::size_t rank = 0; rank < names_.most_keys(); ++rank) {
        for (std::size_t c = 0; c < names_.size(); ++c) {
            for (std::size_t h = 0; rank < names_.keys(c).size() && h < headings_.size(); ++h) {
                if (names(h, names_.keys(c)[rank])) {
                    try_match(c, h, by);
                }
            }
        }
    }
}

void ColumnMatching::match_by_alias()
{
    match_by_keys(ColumnMatch::alias, [&](std::size_t heading, const std::string& name) { return keys_[heading] == name; });
}

void ColumnMatching::match_by_part()
{
    match_by_keys(ColumnMatch::part, [&](std::size_t heading, const std::string& name) {
        const bool has_part = std::find(parts_[heading].begin(), parts_[heading].end(), name) != parts_[heading].end();
        return has_part && !year_heading(headings_[heading]); // that has a turn of its own
    });
}

void ColumnMatching::match_by_cut_name()
{
    for (std::size_t h = 0; h < headings_.size(); ++h) {
        if (!is_used_[h] && may_be_cut(headings_[h])) {
            const auto whole = names_.only_ours_beginning_with(words::lower_case(headings_[h]));
            if (const auto column = whole ? whole : names_.only_column_beginning_with(keys_[h])) {
                try_match(*column, h, ColumnMatch::cut_name);
            }
        }
    }
}

void ColumnMatching::match_latest_year()
{
    std::map<std::size_t, std::vector<DatedHeading>> years_of_column;
    for (std::size_t h = 0; h < headings_.size(); ++h) {
        const auto dated = is_used_[h] ? std::nullopt : year_heading(headings_[h]);
        if (const auto column = dated ? names_.column_of(dated->key) : std::nullopt) {
            years_of_column[*column].push_back({dated->year, h});
        }
    }
    const bool has_plain_pupils = has_pupils_without_year();
    for (auto& [column, years] : years_of_column) {
        std::stable_sort(years.begin(), years.end(), [](const DatedHeading& a, const DatedHeading& b) { return a.year < b.year; });
        const bool is_given = names_.ours(column).starts_with("enrol_") && has_plain_pupils;
        if (!is_given && !matched_.position_of.contains(names_.ours(column))) {
            take_latest(column, years);
        }
    }
}

void ColumnMatching::match_by_year()
{
    for (std::size_t h = 0; h < headings_.size(); ++h) {
        const auto dated = is_used_[h] ? std::nullopt : year_heading(headings_[h]);
        const auto column = dated ? names_.enrolment_column_of(dated->key) : std::nullopt;
        const std::string ours = column ? std::string(names_.ours(*column)) + "_" + std::to_string(dated->year) : "";
        if (column && matched_.position_of.emplace(ours, h).second) {
            is_used_[h] = true;
            matched_.matched_by[ours] = ColumnMatch::year;
        }
    }
}

void ColumnMatching::match_grades()
{
    const bool has_pupils = role_ == Role::schools || role_ == Role::enrolment;
    for (auto& [ours, positions] : has_pupils ? grade_columns(headings_) : GradeColumns()) {
        const bool is_free = std::none_of(positions.begin(), positions.end(), [this](std::size_t h) { return is_used_[h]; });
        if (is_free && !matched_.position_of.contains(ours)) {
            for (const std::size_t h : positions) {
                is_used_[h] = true;
            }
            matched_.grades.emplace(ours, std::move(positions));
        }
    }
}

MatchedColumns ColumnMatching::matched()
{
    for (std::size_t c = 0; c < names_.size(); ++c) {
        note_rivals(c);
    }
    for (std::size_t h = 0; h < headings_.size(); ++h) {
        if (!is_used_[h]) {
            matched_.unused.push_back(headings_[h]);
        }
    }
    return std::move(matched_);
}

bool ColumnMatching::has_pupils_without_year() const
{
    return std::any_of(matched_.position_of.begin(), matched_.position_of.end(), [](const auto& match) {
        return match.first.starts_with("enrol_") && match.first != "enrol_other" && !year_heading(match.first);
    });
}

bool ColumnMatching::is_cut_of_another(std::size_t column, std::size_t heading) const
{
    const auto whole = names_.only_ours_beginning_with(words::lower_case(headings_[heading]));
    return may_be_cut(headings_[heading]) && whole && *whole != column;
}

void ColumnMatching::take_latest(std::size_t column, const std::vector<DatedHeading>& years)
{
    const auto is_past = [this](const DatedHeading& one) { return !facts_.as_of || one.year <= *facts_.as_of; };
    const auto latest = std::find_if(years.rbegin(), years.rend(), is_past);
    if (latest == years.rend()) {
        return;
    }
    const std::string ours(names_.ours(column));
    try_match(column, latest->heading, years.size() == 1 ? ColumnMatch::part : ColumnMatch::year);
    if (years.size() > 1 && matched_.position_of.contains(ours)) {
        YearTaken& taken = matched_.years[ours];
        taken.year = latest->year;
        for (const DatedHeading& other : years) {
            if (other.year <= latest->year && other.heading != latest->heading) {
                is_used_[other.heading] = true;
                taken.others.push_back(headings_[other.heading]);
            }
        }
    }
}

bool ColumnMatching::is_constant(std::size_t heading) const
{
    return heading < facts_.is_constant.size() && facts_.is_constant[heading];
}

bool ColumnMatching::may_be_one_school() const
{
    constexpr std::size_t most_stages = 3;
    const bool is_of_schools = role_ == Role::enrolment || role_ == Role::indicators;
    if ((role_ != Role::schools && !is_of_schools) || facts_.rows > most_stages) {
        return false;
    }
    bool has_name = false;
    for (std::size_t h = 0; h < headings_.size(); ++h) {
        const auto column = names_.column_of(keys_[h]);
        const bool is_name = column && names_.ours(*column) == "name" && !facts_.is_blank[h];
        if (is_name && !is_constant(h)) {
            return false;
        }
        has_name = has_name || is_name;
    }
    return has_name || is_of_schools;
}

bool ColumnMatching::is_constant_id(std::size_t column, std::size_t heading) const
{
    return names_.ours(column) == "id" && is_constant(heading) && !may_be_one_school();
}

void ColumnMatching::try_match(std::size_t column, std::size_t heading, ColumnMatch by)
{
    const std::string ours(names_.ours(column));
    if (by != ColumnMatch::cut_name && is_cut_of_another(column, heading)) {
        return;
    }
    if (is_constant_id(column, heading)) {
        auto& known = matched_.constant_ids;
        if (!is_used_[heading] && std::find(known.begin(), known.end(), heading) == known.end()) {
            known.push_back(heading);
        }
    } else if (!is_used_[heading] && matched_.position_of.emplace(ours, heading).second) {
        is_used_[heading] = true;
        matched_.matched_by[ours] = by;
    }
}

void ColumnMatching::note_rivals(std::size_t column)
{
    const auto taken = matched_.position_of.find(names_.ours(column));
    if (taken == matched_.position_of.end() || matched_.matched_by[taken->first] == ColumnMatch::user) {
        return;
    }
    const bool by_own_name = matched_.matched_by[taken->first] == ColumnMatch::own_name;
    for (std::size_t h = 0; h < headings_.size(); ++h) {
        const bool is_as_good = by_own_name ? keys_[h] == names_.keys(column).front() : names_.has_key(column, keys_[h]);
        if (!is_used_[h] && is_as_good && !is_constant_id(column, h) &&
            words::is_ascii(headings_[h]) == words::is_ascii(headings_[taken->second])) {
            matched_.doubtful[taken->first].push_back(headings_[h]);
        }
    }
}

} // namespace fieldgap
