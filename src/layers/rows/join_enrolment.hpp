#pragma once
// The rows of an enrolment table put into the schools that they mean.

#include "layers/rows/enrolment_rows.hpp"
#include "layers/table/table.hpp"

namespace fieldgap {

struct EnrolmentJoined
{
    std::size_t rows_used = 0;  ///< those that found their school
    std::vector<School> closed; ///< schools whose rows all say that they are closed: id, name and aliases
};

/// Puts the rows of an enrolment table into the schools (enrolment_matching.hpp says which). Rows of one school for different stages are
/// taken together; of two for the same stage the first counts. `schools` must be sorted by id; those that the table calls closed are taken
/// out of them, and a closed row of a school that is open is left out. Rows that mean one of `closed`, the register's, are reported as
/// such.
EnrolmentJoined join_enrolment(const Table& table, const std::vector<EnrolmentRow>& rows, std::vector<School>& schools,
                               const std::vector<School>& closed, Findings& findings);

} // namespace fieldgap
