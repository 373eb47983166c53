#pragma once
// What is to be said about how a file was read as a whole: its encoding, its head, what is no data in it and what is missing.

#include "domain/city/finding.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "layers/config/config.hpp"

#include <string>

namespace fieldgap {

/// A plain table in UTF-8 with a row in it leaves no finding.
void note_file(const std::string& role, const InputSpec& spec, const gis::VectorLayer& layer, Findings& findings);

} // namespace fieldgap
