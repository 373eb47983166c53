#pragma once
// Words and amounts of what `run` says.

#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"
#include "words/value.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// In whole m2, grouped; less than ten with hundredths.
std::string area_text(ExactArea area);

/// How a channel is called in a sentence.
std::string channel_word(Channel channel);

/// A standard that is the same for each pupil: the number alone; else what it asks of a school, and from how many pupils on.
words::Value standard_in_words(const StageStandard& standard);

/// `a, b, c`
std::string listed(const std::vector<std::string>& items);

} // namespace fieldgap
