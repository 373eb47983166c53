#pragma once
// The findings of a city in the order in which a planner should see them, and the layer `data_issues` of them.

#include "domain/analysis/analysis.hpp"
#include "domain/checks/gap_effect.hpp"
#include "gis/io/geopackage/geopackage.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// A finding with its message and its effect on the city's gap. Borrows the finding.
struct Issue
{
    const Finding* finding;
    std::string message;
    std::optional<double> gap_effect_m2; ///< see domain/gap_effect.hpp
};

/// By severity, then the greatest effect first (those without one last), then code, layer, id and message: rows of data_issues.
std::vector<Issue> ranked_issues(const City& city, const Results& results, const Settings& settings);

/// The issues of one code.
struct IssueGroup
{
    IssueCode code{};
    std::size_t count = 0;
    std::size_t rows_left_out = 0;
    std::optional<double> sum_m2;      ///< of the effects that are known
    std::optional<double> greatest_m2; ///< of these
    const Issue* example = nullptr;    ///< the first in the ranking
};

/// Errors first, then the greatest sum of effects, then the most issues, then by code. Borrows the issues.
std::vector<IssueGroup> grouped_by_code(const std::vector<Issue>& issues);

/// The issues that move the city's gap most, of whatever severity; those with an effect of 0 or without one are not among them.
std::vector<const Issue*> greatest_effects(const std::vector<Issue>& issues, std::size_t at_most);

/// The layer `data_issues`. Rows in the order given.
void write_data_issues(gis::GeoPackage& file, const std::vector<Issue>& issues);

} // namespace fieldgap
