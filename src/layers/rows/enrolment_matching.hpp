#pragma once
// Which school each row of an enrolment table means, by the surest way there is: id, alias, normal form of the id, name, normal form of the
// name, similar name.

#include "layers/matching/references.hpp"
#include "layers/matching/school_finder.hpp"
#include "layers/rows/enrolment_rows.hpp"
#include "layers/text/name_similarity.hpp"

#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace fieldgap {

struct RowMeaning
{
    std::optional<SchoolMatch> match;
    std::span<const std::size_t> choices; ///< schools between which the name does not decide, or that it may mean
    std::optional<std::size_t> closed;    ///< the school closed in the register that it means, where it means no other
};

/// Borrows the rows and the schools.
class EnrolmentMatching
{
public:
    EnrolmentMatching(const std::vector<EnrolmentRow>& rows, const std::vector<School>& schools, const std::vector<School>& closed);

    /// Parallel to the rows; the choices stay as long as this.
    const std::vector<RowMeaning>& meanings() const { return meanings_; }

    /// Ids that were matched by their normal form only.
    const Examples& loose_ids() const { return loose_; }

private:
    /// Name, district and stages of a row.
    using Question = std::tuple<std::string, std::u32string, bool, bool, bool>;

    struct Wish
    {
        std::size_t row;
        double score;
    };

    void match_by_id(std::size_t row);
    void match_by_name(std::size_t row);
    void look_among_closed(std::size_t row);
    void match_by_similar_name();
    void grant(std::size_t school, const std::vector<Wish>& asking);

    bool are_one_place(const std::vector<std::size_t>& same) const;
    const NameMatches& schools_named(const EnrolmentRow& row);
    std::vector<bool> taken() const;
    std::vector<Similar> similar_schools(SimilarNames& names, const EnrolmentRow& row) const;

    const std::vector<EnrolmentRow>& rows_;
    const std::vector<School>& schools_;
    SchoolFinder finder_;
    SchoolFinder finder_of_closed_;
    std::vector<RowMeaning> meanings_;
    std::map<Question, NameMatches> named_;
    std::deque<std::size_t> meant_; ///< by a similar name; the choices point into it
    Examples loose_;
};

} // namespace fieldgap
