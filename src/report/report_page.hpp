#pragma once

#include "report/report_data.hpp"
#include "words/value.hpp"

#include <string>

namespace fieldgap {

/// The page of a result in this language, the same bytes for the same result. Precondition: page_template() is not empty.
std::string report_page(const ReportData& data, words::Language language);

} // namespace fieldgap
