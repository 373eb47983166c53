#pragma once
// The words in which sheets of a quarter speak of codes.

#include "quarter/quarter_report.hpp"
#include "words/words.hpp"

namespace fieldgap {

std::string state_word(IssueState state);
/// `primary`; a stage without a word stays as it is; all of them where it is empty.
std::string stage_word(const std::string& stage);
/// Of a channel of the allocation, or a kind of gate_options.
std::string channel_word(const std::string& channel);
std::string basis_word(const std::string& basis);
/// The city where it is empty.
std::string district_word(const std::string& district);
/// Yes or no; empty where it is unknown.
std::string yes_or_no(std::optional<double> value);
std::string day_word(const std::optional<Date>& day);
/// As the tables call a column of this name.
std::string title_of(std::string_view column);

} // namespace fieldgap
