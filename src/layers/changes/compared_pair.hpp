#pragma once
// Two results with what came out of comparing them, for those who write it down.

#include "domain/compare/comparison.hpp"
#include "layers/readback/read_result.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// Borrowed.
struct ComparedPair
{
    const ReadResult& before;
    const ReadResult& after;
    const Comparison& comparison;
    const std::vector<ResultDifference>& differences;

    const ComparedSchool& school_of(const SchoolChange& change) const { return change.school(before.values, after.values); }
};

} // namespace fieldgap
