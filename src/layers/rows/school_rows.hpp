#pragma once
// Which rows of a schools layer are schools of their own: what else registers and crawled points of interest list among them, and rows
// that stand twice.

#include "layers/rows/enrolment_rows.hpp"
#include "layers/table/table.hpp"

#include <map>
#include <string>
#include <vector>

namespace fieldgap {

/// Asked for each row in the order of the file; reports a row that is none, and leaves it out.
class SchoolRows
{
public:
    /// `where`: the filter of the input, whose values are schools because somebody wrote them there.
    SchoolRows(const Table& table, const EnrolledSchools& enrolled, std::string where);

    bool is_school(const gis::VectorFeature& row);

private:
    bool seems_none(const gis::VectorFeature& row) const;
    bool is_school_all_the_same(const gis::VectorFeature& row) const;
    const gis::VectorFeature* earlier_alike(const gis::VectorFeature& row);

    const Table& table_;
    const EnrolledSchools& enrolled_;
    std::string where_;
    std::vector<std::size_t> telling_columns_; ///< without numbers that a program gives to rows
    std::map<std::string, std::vector<const gis::VectorFeature*>> seen_;
};

} // namespace fieldgap
