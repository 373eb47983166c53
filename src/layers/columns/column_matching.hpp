#pragma once
// The passes by which headings of a file find their columns, the surest first; what they leave goes to the next.

#include "layers/columns/column_names.hpp"
#include "layers/columns/columns.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Borrows headings and facts. Each pass takes only what no earlier one has taken; `matched` ends it.
class ColumnMatching
{
public:
    ColumnMatching(Role role, const std::vector<std::string>& headings, const ColumnFacts& facts);

    /// Throws gis::UsageError for a column that is not there or a name that is not ours.
    void match_by_user(const std::map<std::string, std::string>& user_columns);
    void match_by_own_name();
    void match_by_alias();
    /// By one half of a bilingual heading, or by what follows a year.
    void match_by_part();
    /// By its beginning, as a DBF cuts it.
    void match_by_cut_name();
    /// A figure that only stands there with its year; of several years the latest that is not after the run's.
    void match_latest_year();
    /// Enrolment of other years, by what nothing else has taken.
    void match_by_year();
    /// Pupils by grade, for stages of which no column gives the pupils.
    void match_grades();

    /// Of all that the passes found, with what may be doubted and what nothing reads.
    MatchedColumns matched();

private:
    struct DatedHeading
    {
        std::int64_t year = 0;
        std::size_t heading = 0;
    };

    /// Then pupils with a year are those of another one.
    bool has_pupils_without_year() const;
    /// `sports_m2_`, which a DBF cut off `sports_m2_per_pupil`, is not `sports_m2`.
    bool is_cut_of_another(std::size_t column, std::size_t heading) const;
    /// Years before the one that is taken are history; those after it may still be enrolment that is expected.
    void take_latest(std::size_t column, const std::vector<DatedHeading>& years);
    bool is_constant(std::size_t heading) const;
    /// A few rows of one id and one name are the stages of one school.
    bool may_be_one_school() const;
    bool is_constant_id(std::size_t column, std::size_t heading) const;
    void try_match(std::size_t column, std::size_t heading, ColumnMatch by);
    /// The most telling aliases of all columns go first, so that a vague one takes no heading that another column names better.
    template <class Names>
    void match_by_keys(ColumnMatch by, const Names& names);
    /// Bilingual tables give a column twice, once in each script: that is no doubt.
    void note_rivals(std::size_t column);

    Role role_;
    const std::vector<std::string>& headings_;
    const ColumnFacts& facts_;
    ColumnNames names_;
    std::vector<std::string> keys_;               ///< of the headings
    std::vector<std::vector<std::string>> parts_; ///< of the headings that say it twice
    std::vector<bool> is_used_;
    MatchedColumns matched_;
};

} // namespace fieldgap
