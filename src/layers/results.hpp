#pragma once
// Results as the output layers of contract section 6.

#include "domain/analysis.hpp"
#include "gis/io/geopackage.hpp"
#include "layers/issues.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// What the writers of the layers read. Borrowed.
struct ResultView
{
    const City& city;
    const Results& results;
    const Walking& walking;
    const Settings& settings;
};

void write_schools(gis::GeoPackage& file, const ResultView& view);
void write_stages(gis::GeoPackage& file, const ResultView& view);
void write_campuses(gis::GeoPackage& file, const ResultView& view);
void write_fields(gis::GeoPackage& file, const ResultView& view);
void write_venues(gis::GeoPackage& file, const ResultView& view);
void write_links(gis::GeoPackage& file, const ResultView& view);
void write_districts(gis::GeoPackage& file, const ResultView& view);
/// Rows in the order given.
void write_data_issues(gis::GeoPackage& file, const std::vector<Issue>& issues);

/// One line of the table `summary`. The keys are an interface.
struct SummaryLine
{
    std::string key;
    std::optional<double> value; ///< absent: unknown, not zero
    std::string unit;
};

/// How many issues there are of each severity.
std::vector<SummaryLine> issue_counts(const Findings& findings);

std::vector<SummaryLine> summary(const ResultView& view);
void write_summary(gis::GeoPackage& file, const std::vector<SummaryLine>& lines);

/// All of them, in the order of contract section 6.
void write_results(gis::GeoPackage& file, const ResultView& view, const std::vector<SummaryLine>& lines);

} // namespace fieldgap
