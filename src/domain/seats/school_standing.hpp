#pragma once
// How a school stands before pupils of new estates come to it, and what they would do to its ground.

#include "domain/analysis/analysis.hpp"
#include "domain/seats/seats.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// Pupils that come from estates, of one school.
using PupilLoad = PerStage<ExactPupils>;

PupilLoad operator+(const PupilLoad& a, const PupilLoad& b);
bool is_empty(const PupilLoad& load);

/// Of a main school, open or planned.
struct SchoolStanding
{
    SchoolSeats seats;
    bool is_planned = false;
    std::optional<std::int64_t> open_year;
    PerStage<double> enrolled{};
    bool is_enrolment_known = false; ///< of planned schools always: nobody, unless numbers are given
    std::optional<ExactArea> own;    ///< sports ground that counts; of planned schools: official, else drawn on a campus of their own
    ExactArea ground;                ///< own, less what it shares out, with what it receives, as the allocation stands
};

/// Parallel to City::schools; branches are empty.
std::vector<SchoolStanding> standings(const AnalysedCity& analysed);

/// Its pupils with these added.
PerStage<double> all_pupils(const SchoolStanding& school, const PupilLoad& load);

/// required_m2 with these pupils added: zero where nothing is asked (no pupils of a stage with a standard), absent where it is not known.
std::optional<ExactArea> required_with(const SchoolStanding& school, const PupilLoad& load, const Standard& standard);

/// max(0, required - own), and what remains of it when the allocation stays as it stands. Absent where unknown.
std::optional<ExactArea> gap_with(const SchoolStanding& school, const PupilLoad& load, const Standard& standard);
std::optional<ExactArea> residual_with(const SchoolStanding& school, const PupilLoad& load, const Standard& standard);

/// What remains of so much that is required when the allocation stays as it stands.
std::optional<ExactArea> residual_of(const SchoolStanding& school, const std::optional<ExactArea>& required);

} // namespace fieldgap
