#pragma once
// Passwords reach no log, no message and no output.

#include <string>

namespace gis {

/// The text with *** in place of what follows `password=` or stands before the @ of a URL.
std::string without_passwords(const std::string& text);

} // namespace gis
