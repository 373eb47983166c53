#pragma once
// What the page shows of a result: read from its GeoPackage, and from nothing else.

#include <string>

namespace fieldgap {

struct ReportData
{
    std::string language; ///< in which the result was made; empty where it does not say
    std::string json;     ///< what web/src/data/report_data.ts unpacks
};

/// `quarter`: what the page says of it, JSON as `quarter_json` makes it; empty: nothing. Throws gis::Error, naming the file, where it
/// cannot be read, is damaged, or is no result of `fieldgap run`.
ReportData read_report_data(const std::string& result_path, const std::string& quarter = {});

} // namespace fieldgap
