#pragma once
// The codes of data_issues.

#include <cstdint>

namespace fieldgap {

/// One code for each kind of issue. The table findings.def beside this file holds severity, message and cure of each.
enum class IssueCode : std::uint16_t {
#define FIELDGAP_FINDING(code, severity, message, cure) code,
#include "domain/city/findings.def"
#undef FIELDGAP_FINDING
    count
};

} // namespace fieldgap
