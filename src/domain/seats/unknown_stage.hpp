#pragma once
// Open schools of which nobody knows the stage, by place.

#include "domain/analysis/analysis.hpp"
#include "gis/geometry/index.hpp"

#include <vector>

namespace fieldgap {

/// Regular open schools without a stage: each may be of any. Borrows the results.
class SchoolsOfUnknownStage
{
public:
    SchoolsOfUnknownStage(const City& city, const Results& results);

    /// Whether one of them may be entered within so many metres of the homes, as the crow flies.
    bool any_near(const Estate& homes, double within_m) const;

private:
    std::vector<const Entries*> entries_;
    gis::BoxIndex places_;
};

} // namespace fieldgap
