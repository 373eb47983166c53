#pragma once
// What the page shows of a result: read from its GeoPackage, and from nothing else.

#include <string>

namespace fieldgap {

struct ReportData
{
    std::string language; ///< in which the result was made; empty where it does not say
    std::string json;     ///< what web/src/data/report_data.ts unpacks
};

/// Throws gis::Error, naming the file, where it cannot be read, is damaged, or is no result of `fieldgap run`.
ReportData read_report_data(const std::string& result_path);

} // namespace fieldgap
