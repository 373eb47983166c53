#pragma once
// How far a doubt moves the city's gap: the column data_issues.gap_effect_m2.

#include "domain/city/school_ids.hpp"
#include "domain/gap/measured_city.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace fieldgap {

/// The effect of a finding is by how many m2 the gaps of the schools it names would change if the doubt were resolved the other way:
/// |new gap - old gap| summed over these schools, a gap being max(0, required - own), to 0.01 m2. Branches stand under their main school.
///
/// * A school whose gap is unknown now has none in the city's sum, so its old gap is 0: where only its ground is unknown, and
///   the other way brings none, its whole required_m2 is at stake.
/// * A school that is not in the city has no pupils and no ground but those that the other way brings.
/// * A school that needs nothing (special, vocational, planned, no stage with a standard) has an effect of 0.
/// * Drawn ground changes nothing for a school whose official figures are used: it is as if it were not named.
/// * Of several schools those count whose change is known.
/// * Absent where nobody can say: the finding names no way out, or the need would be unknown either way.
class GapEffects
{
public:
    /// What is measured must outlive it.
    explicit GapEffects(const MeasuredCity& measured);

    std::optional<double> of(const Finding& finding) const;

private:
    std::optional<SchoolIndex> main_of(std::string_view school_id) const;
    std::optional<ExactArea> change_of(std::string_view school_id, const WhatIf& added) const;
    bool uses_official(std::string_view school_id) const;

    MeasuredCity measured_;
    SchoolIds ids_; ///< aliases and branches too
};

} // namespace fieldgap
