#pragma once
// Words of a column that nobody knows, told once with how often each stands there.

#include "domain/city/finding.hpp"

#include <map>
#include <string>
#include <string_view>

namespace fieldgap {

/// `words_not_known`, the most frequent word first.
Finding unknown_words_finding(const std::string& layer, std::string_view column, const std::map<std::string, std::size_t>& count_of);

} // namespace fieldgap
