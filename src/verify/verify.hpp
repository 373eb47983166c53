#pragma once
// A result checked by a second program: it reads the file alone, works its figures out again, and knows no solver (docs/allocation.md).

#include "verify/checks/check.hpp"

#include <string>
#include <vector>

namespace fieldgap::verify {

struct Verdict
{
    std::string version;         ///< of the program that wrote the result
    std::string schema_version;  ///< of the result
    bool has_certificate = true; ///< false for results of versions that wrote none: nothing was checked
    std::vector<Check> checks;

    bool is_accepted() const;
};

/// Throws gis::Error where the file cannot be read or is no result of `fieldgap run`, gis::Interrupted.
Verdict verdict_on(const std::string& path);

} // namespace fieldgap::verify
