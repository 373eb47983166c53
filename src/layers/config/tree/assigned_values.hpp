#pragma once
// What an assignment of a config holds, or why it does not.

#include "gis/error.hpp"
#include "layers/config/tree/config_tree.hpp"

#include <string>

namespace fieldgap::config {

/// `right` says what would be right.
gis::UsageError wrong_value(const Assignment& assignment, const std::string& right);

/// Bounds are included. Throws wrong_value.
double number_in(const Assignment& assignment, double low, double high, const std::string& unit);
std::int64_t whole_in(const Assignment& assignment, std::int64_t low, std::int64_t high, const std::string& unit);

} // namespace fieldgap::config
