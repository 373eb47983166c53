#pragma once
// Paths and other texts of a config: from where they count, and what of them may be shown.

#include <string>

namespace fieldgap::config {

/// A path as written, counted from the config's folder; also inside /vsizip/ and the like. Absolute and remote ones stay.
std::string resolved(const std::string& written, const std::string& folder);

/// How provenance names an input: as written, but without folders where the path is absolute, and without passwords.
std::string shown_path(const std::string& written);

} // namespace fieldgap::config
