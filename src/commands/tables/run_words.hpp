#pragma once
// Words and amounts of what `run` says.

#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// In whole m2, grouped; less than ten with hundredths.
std::string area_text(ExactArea area);

/// How a channel is called in a sentence.
std::string channel_word(Channel channel);

/// `a, b, c`
std::string listed(const std::vector<std::string>& items);

} // namespace fieldgap
