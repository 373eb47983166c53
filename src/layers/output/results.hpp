#pragma once
// Results as the output layers of docs/rules.md section 6.

#include "domain/analysis/analysis.hpp"
#include "domain/screening/estate_results.hpp"
#include "gis/io/geopackage/geopackage.hpp"
#include "layers/output/issues.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// What the writers of the layers read. Borrowed.
struct ResultView
{
    const City& city;
    const Results& results;
    const EstateResults& estates;
    const WalkNetworkView& walking;
    const Settings& settings;

    AnalysedCity analysed() const { return {city, results, walking, settings}; }
};

void write_schools(gis::GeoPackage& file, const ResultView& view);
void write_stages(gis::GeoPackage& file, const ResultView& view);
void write_campuses(gis::GeoPackage& file, const ResultView& view);
void write_fields(gis::GeoPackage& file, const ResultView& view);
void write_venues(gis::GeoPackage& file, const ResultView& view);
void write_links(gis::GeoPackage& file, const ResultView& view);
/// Takes the ends and the route of a link, in the CityPlane.
using LinkVisitor = std::function<void(const std::string& from_school, const std::string& to_id, const gis::Geometry& route)>;
/// In the order of the layer.
void for_each_link(const ResultView& view, const LinkVisitor& visit);
void write_residential(gis::GeoPackage& file, const ResultView& view);
void write_districts(gis::GeoPackage& file, const ResultView& view);
/// Estates and the schools that they wait for, drawn as the estate.
void write_phasing(gis::GeoPackage& file, const ResultView& view);
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

/// Of the city's estates together, and year by year: `phasing.2026.estates_waiting`, `projection.2026.gap_m2`. Nothing where there are
/// neither estates nor years.
std::vector<SummaryLine> summary_of_estates(const ResultView& view);

std::vector<SummaryLine> summary(const ResultView& view);
void write_summary(gis::GeoPackage& file, const std::vector<SummaryLine>& lines);

/// All of them, in the order of docs/rules.md section 6, phasing after districts.
void write_results(gis::GeoPackage& file, const ResultView& view, const std::vector<SummaryLine>& lines);

} // namespace fieldgap
