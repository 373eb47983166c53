#pragma once
// The XML in an .xlsx or .ods, tag by tag: for what no driver tells of a sheet.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace gis {

/// Calls `visit(tag)` for what stands between each `<` and `>` of a file, by GDAL's path; of a tag that is longer than any of a sheet, its
/// end. A file that is not there has none.
void for_each_tag(const std::string& path, const std::function<void(std::string_view tag)>& visit);

/// The value of an attribute, quotes of either kind; empty where there is none.
std::string_view attribute(std::string_view tag, std::string_view name);

/// `absent` where the text does not begin with digits; at most 10^9.
std::uint64_t number_of(std::string_view text, std::uint64_t absent);

/// `AB12` is column 28.
std::uint64_t column_of(std::string_view address);

} // namespace gis
