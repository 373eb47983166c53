#pragma once
// The text of a layer, made UTF-8.

#include "gis/io/vector/vector_layer.hpp"

#include <string>

class OGRLayer;

namespace gis {

/// Decides what the raw bytes in `layer` (headings and values) are and turns them all into valid UTF-8; sets `encoding` and
/// `encoding_guessed`. `declared` is what the file says of itself, or empty. It yields to the user's word, and to a guess where its text
/// cannot be in it. Throws Error where the user names an encoding that this system does not know.
void decode_text(VectorLayer& layer, const VectorSource& source, const std::string& declared);

/// UTF-8 for formats that are so by their rules. What a shapefile declares: its .cpg, else the mark in its .dbf (but not 0x57, which
/// programs write whatever the text is in). Empty for other tables.
std::string declared_encoding(OGRLayer& layer, const std::string& driver);

/// True for drivers that hand over a file's bytes as they are, so that the user may know better what they mean.
bool has_raw_text(const std::string& driver);

} // namespace gis
