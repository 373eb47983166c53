#pragma once
// A comparison in figures by their keys, and as JSON.

#include "layers/changes/compared_pair.hpp"
#include "layers/output/summary_lines.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// A line of the table `summary` of a comparison.
struct ChangeSummaryLine
{
    SummaryLine figure;
    std::string note; ///< of what differs: a sentence
};

/// The figures of the city, then what differs between the results, each with its sentence.
std::vector<ChangeSummaryLine> change_summary(const ComparedPair& pair);

/// The figures by their keys, what differs, and the schools of each kind but those that are unchanged, in their order.
std::string change_json(const ComparedPair& pair);

/// Where the comparison is from, for the file that holds it: one JSON document.
std::string change_provenance(std::string_view version, const ComparedPair& pair);

} // namespace fieldgap
