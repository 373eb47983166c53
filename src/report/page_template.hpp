#pragma once

#include <string_view>

namespace fieldgap {

/// The page without its data, as web/ makes it (cmake/web.cmake); empty where the program was built without it.
std::string_view page_template();

} // namespace fieldgap
