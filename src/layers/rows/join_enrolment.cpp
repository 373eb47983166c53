#include "layers/rows/join_enrolment.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/interrupt.hpp"
#include "layers/matching/references.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/matching/school_finder.hpp"
#include "layers/rows/read_schools.hpp"
#include "layers/text/id_key.hpp"
#include "layers/text/name_similarity.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <span>
#include <tuple>

namespace fieldgap {
namespace {

// A similar name is taken from this score on, and only if the next best is this much below: "Hillside" for "Millside" has 0.83.
constexpr double least_score = 0.85;
constexpr double least_lead = 0.10;
constexpr double same_place_m = 100.0; // schools of one name within it are one, as for school_twice
constexpr double worth_a_hint = 0.7;   // which school may have been meant, in what_if

/// A row of the table and what it says of its school.
struct Row
{
    const gis::VectorFeature* cells = nullptr;
    std::string id;
    std::string name; ///< of the column, else the id if it is no id
    NameHints hints;
    std::optional<SchoolMatch> match;
    std::span<const std::size_t> choices; ///< schools between which the name does not decide, or that it may mean
    std::optional<std::size_t> closed;    ///< the closed school that it means, where it means no other

    const std::string& key() const { return id.empty() ? name : id; }

    /// For who reads it: an id alone says little.
    std::string label() const { return id.empty() || name.empty() || name == id ? key() : id + " " + name; }
};

bool is_surer(const Row& one, const Row& other)
{
    return one.match->by != other.match->by ? one.match->by < other.match->by : one.cells->row < other.cells->row;
}

class EnrolmentJoin
{
public:
    EnrolmentJoin(const Table& table, std::vector<School>& schools, const std::vector<School>& closed, Findings& findings)
        : table_(table), schools_(schools), closed_(closed), findings_(findings), finder_(schools), finder_of_closed_(closed),
          is_filled_(schools.size())
    {
        for (const gis::VectorFeature& cells : table.layer().features) {
            Row row{&cells, table.text(cells, "id"), table.text(cells, "name"), {}, {}, {}, {}};
            row.name = row.name.empty() ? row.id : row.name;
            row.hints = {district_key(table.text(cells, "district")), stages_of_row(table, cells)};
            rows_.push_back(std::move(row));
        }
    }

    /// Returns how many rows found their school.
    std::size_t join()
    {
        report_ids();
        for (Row& row : rows_) {
            match_by_id(row);
        }
        for (Row& row : rows_) {
            match_by_name(row);
            look_among_closed(row);
        }
        match_by_similar_name();
        fill_schools();
        for (const Row& row : rows_) {
            report_unmatched(row);
        }
        return used_;
    }

private:
    /// Name, district and stages of a row.
    using Question = std::tuple<std::string, std::u32string, bool, bool, bool>;

    void report_ids()
    {
        std::vector<std::string> ids;
        for (const Row& row : rows_) {
            ids.push_back(row.id);
        }
        report_odd_ids("enrolment", "id", ids, findings_);
    }

    void match_by_id(Row& row)
    {
        row.match = row.id.empty() ? std::nullopt : finder_.by_id(row.id);
        if (!row.match || row.match->by != MatchKind::id_key) {
            return;
        }
        // The loose form of an id is no proof against the very name of another school.
        const NameMatches& named = schools_named(row);
        const bool is_other = named.by == MatchKind::name && named.schools.size() == 1 && named.schools[0] != row.match->school;
        if (is_other) {
            row.match.reset();
        } else {
            loose_.add("'" + row.id + "' = '" + schools_[row.match->school].id + "'");
        }
    }

    void match_by_name(Row& row)
    {
        if (row.match || row.name.empty()) {
            return;
        }
        const NameMatches& named = schools_named(row);
        if (named.schools.size() == 1 || are_one_place(named.schools)) {
            row.match = SchoolMatch{named.schools[0], named.by};
        } else {
            row.choices = named.schools;
        }
    }

    /// Points that a crawl found twice: the first of them takes what the table says, for the pupils are there in any case.
    bool are_one_place(const std::vector<std::size_t>& same) const
    {
        return !same.empty() &&
               std::all_of(same.begin(), same.end(), [&](std::size_t s) { return are_doubles(schools_[same[0]], schools_[s]); });
    }

    static bool are_doubles(const School& one, const School& other)
    {
        return one.name == other.name && one.district == other.district && !are_parts(one.has_stage, other.has_stage) &&
               std::hypot(one.at.x - other.at.x, one.at.y - other.at.y) <= same_place_m;
    }

    void look_among_closed(Row& row) const
    {
        if (row.match || !row.choices.empty() || row.key().empty()) {
            return;
        }
        const auto by_id = row.id.empty() ? std::nullopt : finder_of_closed_.by_id(row.id);
        const NameMatches named = by_id || row.name.empty() ? NameMatches{} : finder_of_closed_.by_name(row.name, row.hints);
        row.closed = by_id ? std::optional(by_id->school) : named.schools.empty() ? std::nullopt : std::optional(named.schools[0]);
    }

    /// Looked up once for all rows that ask alike: many schools may bear one name.
    const NameMatches& schools_named(const Row& row)
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

    struct Wish
    {
        Row* row;
        double score;
    };

    /// Rows that still have no school ask for the most similar; each school takes the best of those that ask.
    void match_by_similar_name()
    {
        SimilarNames names(finder_.keys());
        const std::vector<bool> is_taken = taken();
        std::map<std::size_t, std::vector<Wish>> wishes;
        for (Row& row : rows_) {
            if (row.match || row.closed || row.name.empty() || !row.choices.empty()) {
                continue;
            }
            const auto similar = similar_schools(names, row);
            if (similar.empty()) {
                continue;
            }
            meant_.push_back(similar.front().name);
            row.choices = std::span(&meant_.back(), 1);
            const double next = similar.size() > 1 ? similar[1].score : 0.0;
            if (similar.front().score >= least_score && similar.front().score - next >= least_lead && !is_taken[similar.front().name]) {
                wishes[similar.front().name].push_back({&row, similar.front().score});
            }
        }
        for (auto& [school, asking] : wishes) {
            grant(school, asking);
        }
    }

    std::vector<bool> taken() const
    {
        std::vector<bool> is_taken(schools_.size());
        for (const Row& row : rows_) {
            if (row.match) {
                is_taken[row.match->school] = true;
            }
        }
        return is_taken;
    }

    std::vector<Similar> similar_schools(SimilarNames& names, const Row& row) const
    {
        const NameKey key = name_key(row.name);
        std::vector<Similar> similar = names.like(key, worth_a_hint);
        std::erase_if(similar, [&](const Similar& one) { return !finder_.fits(one.name, key, row.hints); });
        return similar;
    }

    /// Rows of one and the same name ask together; a school that two names ask for with nearly the same right gets neither.
    static void grant(std::size_t school, const std::vector<Wish>& asking)
    {
        const auto best = std::max_element(asking.begin(), asking.end(), [](const Wish& a, const Wish& b) { return a.score < b.score; });
        const bool is_clear = std::all_of(asking.begin(), asking.end(), [&](const Wish& wish) {
            return wish.row->name == best->row->name || best->score - wish.score >= least_lead;
        });
        for (const Wish& wish : asking) {
            if (is_clear && wish.row->name == best->row->name) {
                wish.row->match = SchoolMatch{school, MatchKind::similar_name, wish.score};
            }
        }
    }

    void fill_schools()
    {
        std::vector<std::vector<const Row*>> rows_of_school(schools_.size());
        for (const Row& row : rows_) {
            if (row.match) {
                rows_of_school[row.match->school].push_back(&row);
            }
        }
        for (std::size_t s = 0; s < schools_.size(); ++s) {
            auto& rows = rows_of_school[s];
            std::sort(rows.begin(), rows.end(), [](const Row* one, const Row* other) { return is_surer(*one, *other); });
            if (!rows.empty()) {
                is_filled_[s] = true;
                fill(s, rows);
            }
        }
        if (loose_.count() > 0) {
            findings_.push_back({IssueCode::reference_matched_loosely, "enrolment", "", {}, {loose_.count(), "id", loose_.listed()}});
        }
    }

    /// The rows of a school for different stages belong together; a row by an alias only stands in for one by the own id.
    void fill(std::size_t school, const std::vector<const Row*>& rows)
    {
        std::vector<const Row*> parts;
        std::vector<const Row*> others;
        for (const Row* row : rows) {
            const bool is_part = std::all_of(parts.begin(), parts.end(), [&](const Row* part) {
                return are_parts(part->hints.stages, row->hints.stages) &&
                       (part->match->by == MatchKind::alias) == (row->match->by == MatchKind::alias);
            });
            (is_part ? parts : others).push_back(row);
        }
        read_parts(parts, schools_[school]);
        used_ += parts.size();
        for (const Row* row : parts) {
            report_match(*row);
        }
        for (const Row* row : others) {
            report_second(*row, parts);
        }
    }

    void read_parts(const std::vector<const Row*>& parts, School& school)
    {
        if (parts.size() == 1) {
            read_figures(table_, *parts[0]->cells, school);
            return;
        }
        School sum;
        for (const Row* row : parts) {
            School part;
            read_figures(table_, *row->cells, part);
            add_part(part, sum);
        }
        report_not_declared(school, sum);
        settle_stages(parts, school, sum);
        if (is_guessed(school) && has_pupils(sum)) {
            forget_guess(school);
        }
        take_figures(sum, school);
        findings_.push_back({IssueCode::rows_merged_by_stage, "enrolment", school.id, school.at, {parts.size(), school.id}});
    }

    void report_not_declared(const School& school, const School& sum)
    {
        for (const Stage stage : all_stages) {
            const bool is_declared = school.stage_origin != StageOrigin::declared || school.has_stage[stage];
            if (!is_declared && sum.pupils[stage].value_or(0) > 0) {
                findings_.push_back(
                    {IssueCode::stage_not_declared, "enrolment", school.id, school.at, {*sum.pupils[stage], name_of(stage)}});
            }
        }
    }

    /// The stages of the rows where all name one; else those of the school too, unless they were guessed and there are pupils.
    void settle_stages(const std::vector<const Row*>& parts, const School& school, School& sum) const
    {
        const bool are_declared =
            std::all_of(parts.begin(), parts.end(), [&](const Row* row) { return !table_.text(*row->cells, "stage").empty(); });
        if (are_declared) {
            sum.stage_origin = StageOrigin::declared;
        } else if (!is_guessed(school) || !has_pupils(sum)) {
            sum.stage_origin = school.stage_origin;
            for (const Stage stage : all_stages) {
                sum.has_stage[stage] = sum.has_stage[stage] || school.has_stage[stage];
            }
        }
    }

    void report_match(const Row& row)
    {
        const School& school = schools_[row.match->school];
        const bool has_unknown_id = !row.id.empty();
        if (row.match->by == MatchKind::similar_name) {
            const WhatIf without{school.id, 0.0, difference({}, pupils(row))};
            findings_.push_back({IssueCode::enrolment_similar_name,
                                 "enrolment",
                                 row.key(),
                                 school.at,
                                 {row.name, school.name, school.id, row.match->score},
                                 {without}});
        } else if (row.match->by == MatchKind::name_key || (row.match->by == MatchKind::name && has_unknown_id)) {
            findings_.push_back({IssueCode::enrolment_by_name, "enrolment", row.key(), school.at, {row.name, school.name, school.id}});
        }
    }

    PerStage<double> pupils(const Row& row) const { return pupils_of_row(table_, *row.cells, told_stages(schools_[row.match->school])); }

    void report_second(const Row& row, const std::vector<const Row*>& parts)
    {
        const School& school = schools_[row.match->school];
        PerStage<double> first;
        std::int64_t pupils_of_first = 0;
        for (const Row* part : parts) {
            if (parts.size() == 1 || share_a_stage(part->hints.stages, row.hints.stages)) {
                first = difference(pupils(*part), difference({}, first));
                pupils_of_first += pupils_in_row(table_, *part->cells);
            }
        }
        findings_.push_back({IssueCode::enrolment_twice,
                             "enrolment",
                             row.key(),
                             school.at,
                             {row.key(), school.id, pupils_in_row(table_, *row.cells), pupils_of_first},
                             {{school.id, 0.0, difference(pupils(row), first)}},
                             1});
    }

    /// The first choice without a row of its own. Rows that ask alike share their choices, and the answer.
    std::optional<std::size_t> free_choice(const Row& row)
    {
        const auto [known, is_new] = free_choice_.emplace(row.choices.data(), std::nullopt);
        if (is_new) {
            const auto free = std::find_if(row.choices.begin(), row.choices.end(), [this](std::size_t s) { return !is_filled_[s]; });
            known->second = free == row.choices.end() ? std::nullopt : std::optional(*free);
        }
        return known->second;
    }

    /// The school that may have been meant gets the pupils, if it has no row of its own.
    std::vector<WhatIf> what_if(const Row& row)
    {
        const auto meant = free_choice(row);
        return meant ? std::vector<WhatIf>{{schools_[*meant].id, 0.0, pupils_of_row(table_, *row.cells, told_stages(schools_[*meant]))}}
                     : std::vector<WhatIf>();
    }

    void report_unmatched(const Row& row)
    {
        if (row.match) {
            return;
        }
        const std::int64_t pupils = pupils_in_row(table_, *row.cells);
        if (row.closed) {
            const School& closed = closed_[*row.closed];
            findings_.push_back({IssueCode::enrolment_of_closed, "enrolment", row.key(), {}, {row.label(), closed.name, pupils}, {}, 1});
            return;
        }
        const std::string key = row.key().empty() ? "#" + std::to_string(row.cells->row) : row.key();
        const bool is_ambiguous = row.choices.size() > 1;
        std::vector<words::Value> values = is_ambiguous ? std::vector<words::Value>{row.name, row.choices.size(), pupils}
                                                        : std::vector<words::Value>{row.key().empty() ? key : row.label(), pupils};
        findings_.push_back({is_ambiguous ? IssueCode::enrolment_ambiguous : IssueCode::enrolment_unmatched,
                             "enrolment",
                             key,
                             {},
                             std::move(values),
                             what_if(row),
                             1});
    }

    const Table& table_;
    std::vector<School>& schools_;
    const std::vector<School>& closed_;
    Findings& findings_;
    SchoolFinder finder_;
    SchoolFinder finder_of_closed_;
    std::vector<Row> rows_;
    std::vector<bool> is_filled_;
    std::map<Question, NameMatches> named_;
    std::deque<std::size_t> meant_; ///< by a similar name; the rows point into it
    std::map<const std::size_t*, std::optional<std::size_t>> free_choice_;
    std::size_t used_ = 0;
    Examples loose_;
};

} // namespace

std::size_t join_enrolment(const Table& table, std::vector<School>& schools, const std::vector<School>& closed, Findings& findings)
{
    return EnrolmentJoin(table, schools, closed, findings).join();
}

} // namespace fieldgap
