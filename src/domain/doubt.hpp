#pragma once
// The codes of data_issues.

#include <cstdint>

namespace fieldgap {

/// One code for each kind of doubt. The table src/domain/findings.def holds severity, message and cure of each.
enum class Doubt : std::uint16_t {
#define FIELDGAP_FINDING(code, severity, message, cure) code,
#include "domain/findings.def"
#undef FIELDGAP_FINDING
    count
};

} // namespace fieldgap
