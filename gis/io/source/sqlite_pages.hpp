#pragma once

#include <optional>
#include <string>

namespace gis {

/// What SQLite finds wrong with the pages of a table, on one line: rows of a page that contradicts its neighbours may vanish without an
/// error. Nothing where all is well, for a view, and for a path that is no file of the disk. Rules that the table makes for its own values
/// (NOT NULL, CHECK) are not looked at.
std::optional<std::string> page_fault(const std::string& path, bool is_immutable, const std::string& table);

} // namespace gis
