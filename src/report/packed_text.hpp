#pragma once

#include <string>

namespace fieldgap {

/// Deflated (RFC 1951, without a head) and in Base64: letters, digits, + / = only, the same for the same text. A browser unpacks it by
/// `DecompressionStream('deflate-raw')`.
std::string packed_text(const std::string& text);

} // namespace fieldgap
