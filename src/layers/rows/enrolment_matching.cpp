#include "layers/rows/enrolment_matching.hpp"

#include "gis/interrupt.hpp"
#include "layers/matching/row_figures.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

// A similar name is taken from this score on, and only if the next best is this much below: "Hillside" for "Millside" has 0.83.
constexpr double least_score = 0.85;
constexpr double least_lead = 0.10;
constexpr double same_place_m = 100.0; // schools of one name within it are one, as for school_twice
constexpr double worth_a_hint = 0.7;   // which school may have been meant, in what_if

bool are_doubles(const School& one, const School& other)
{
    return one.name == other.name && one.district == other.district && !are_parts(one.has_stage, other.has_stage) &&
           std::hypot(one.at.x - other.at.x, one.at.y - other.at.y) <= same_place_m;
}

} // namespace

EnrolmentMatching::EnrolmentMatching(const std::vector<EnrolmentRow>& rows, const std::vector<School>& schools,
                                     const std::vector<School>& closed)
    : rows_(rows), schools_(schools), finder_(schools), finder_of_closed_(closed), meanings_(rows.size())
{
    for (std::size_t row = 0; row < rows.size(); ++row) {
        match_by_id(row);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        match_by_name(row);
        look_among_closed(row);
    }
    match_by_similar_name();
}

void EnrolmentMatching::match_by_id(std::size_t row)
{
    const EnrolmentRow& asking = rows_[row];
    std::optional<SchoolMatch>& match = meanings_[row].match;
    match = asking.id.empty() ? std::nullopt : finder_.by_id(asking.id);
    if (!match || match->by != MatchKind::id_key) {
        return;
    }
    // The loose form of an id is no proof against the very name of another school.
    const NameMatches& named = schools_named(asking);
    const bool is_other = named.by == MatchKind::name && named.schools.size() == 1 && named.schools[0] != match->school;
    if (is_other) {
        match.reset();
    } else {
        loose_.add("'" + asking.id + "' = '" + schools_[match->school].id + "'");
    }
}

void EnrolmentMatching::match_by_name(std::size_t row)
{
    RowMeaning& meaning = meanings_[row];
    if (meaning.match || rows_[row].name.empty()) {
        return;
    }
    const NameMatches& named = schools_named(rows_[row]);
    if (named.schools.size() == 1 || are_one_place(named.schools)) {
        meaning.match = SchoolMatch{named.schools[0], named.by};
    } else {
        meaning.choices = named.schools;
    }
}

/// Points that a crawl found twice: the first of them takes what the table says, for the pupils are there in any case.
bool EnrolmentMatching::are_one_place(const std::vector<std::size_t>& same) const
{
    return !same.empty() &&
           std::all_of(same.begin(), same.end(), [&](std::size_t s) { return are_doubles(schools_[same[0]], schools_[s]); });
}

void EnrolmentMatching::look_among_closed(std::size_t row)
{
    const EnrolmentRow& asking = rows_[row];
    RowMeaning& meaning = meanings_[row];
    if (meaning.match || !meaning.choices.empty() || asking.key().empty()) {
        return;
    }
    const auto by_id = asking.id.empty() ? std::nullopt : finder_of_closed_.by_id(asking.id);
    const NameMatches named = by_id || asking.name.empty() ? NameMatches{} : finder_of_closed_.by_name(asking.name, asking.hints);
    meaning.closed = by_id ? std::optional(by_id->school) : named.schools.empty() ? std::nullopt : std::optional(named.schools[0]);
}

/// Looked up once for all rows that ask alike: many schools may bear one name.
const NameMatches& EnrolmentMatching::schools_named(const EnrolmentRow& row)
{
    gis::throw_if_interrupted();
    const PerStage<bool>& stages = row.hints.stages;
    const Question question{row.name, row.hints.district, stages[Stage::primary], stages[Stage::junior], stages[Stage::senior]};
    auto known = named_.find(question);
    if (known == named_.end()) {
        known = named_.emplace(question, finder_.by_name(row.name, row.hints)).first;
    }
    return known->second;
}

/// Rows that still have no school ask for the most similar; each school takes the best of those that ask.
void EnrolmentMatching::match_by_similar_name()
{
    SimilarNames names(finder_.keys());
    const std::vector<bool> is_taken = taken();
    std::map<std::size_t, std::vector<Wish>> wishes;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        RowMeaning& meaning = meanings_[row];
        if (meaning.match || meaning.closed || rows_[row].name.empty() || !meaning.choices.empty()) {
            continue;
        }
        const auto similar = similar_schools(names, rows_[row]);
        if (similar.empty()) {
            continue;
        }
        meant_.push_back(similar.front().name);
        meaning.choices = std::span(&meant_.back(), 1);
        const double next = similar.size() > 1 ? similar[1].score : 0.0;
        if (similar.front().score >= least_score && similar.front().score - next >= least_lead && !is_taken[similar.front().name]) {
            wishes[similar.front().name].push_back({row, similar.front().score});
        }
    }
    for (const auto& [school, asking] : wishes) {
        grant(school, asking);
    }
}

std::vector<bool> EnrolmentMatching::taken() const
{
    std::vector<bool> is_taken(schools_.size());
    for (const RowMeaning& meaning : meanings_) {
        if (meaning.match) {
            is_taken[meaning.match->school] = true;
        }
    }
    return is_taken;
}

std::vector<Similar> EnrolmentMatching::similar_schools(SimilarNames& names, const EnrolmentRow& row) const
{
    const NameKey key = name_key(row.name);
    std::vector<Similar> similar = names.like(key, worth_a_hint);
    std::erase_if(similar, [&](const Similar& one) { return !finder_.fits(one.name, key, row.hints); });
    return similar;
}

/// Rows of one and the same name ask together; a school that two names ask for with nearly the same right gets neither.
void EnrolmentMatching::grant(std::size_t school, const std::vector<Wish>& asking)
{
    const auto best = std::max_element(asking.begin(), asking.end(), [](const Wish& a, const Wish& b) { return a.score < b.score; });
    const std::string& name = rows_[best->row].name;
    const bool is_clear = std::all_of(asking.begin(), asking.end(), [&](const Wish& wish) {
        return rows_[wish.row].name == name || best->score - wish.score >= least_lead;
    });
    for (const Wish& wish : asking) {
        if (is_clear && rows_[wish.row].name == name) {
            meanings_[wish.row].match = SchoolMatch{school, MatchKind::similar_name, wish.score};
        }
    }
}

} // namespace fieldgap
