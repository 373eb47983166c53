#pragma once
// From what was looked at to a config: who serves which role, what else stands in the file, what is left over.

#include "layers/draft/config_answers.hpp"
#include "layers/draft/draft.hpp"
#include "layers/guess/survey.hpp"

#include <filesystem>
#include <string>

namespace fieldgap {

/// `folder` is that of the config to be written; `city_name` goes in where the answers have none.
Draft draft_city(const Survey& survey, const Answers& answers, const std::filesystem::path& folder, const std::string& city_name);

} // namespace fieldgap
