#pragma once
// In which datum the coordinates of a layer are, where its columns say so, and what is doubtful about it.

#include "domain/city/finding.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "layers/config/config.hpp"

#include <optional>
#include <string>

namespace fieldgap {

/// What the columns of a table say about its datum.
struct DatumSign
{
    gis::WebDatum datum{};
    bool is_declared = false; ///< by its headings, or by two coordinates that differ as the datums do; else its columns show the maker
    std::string text;         ///< why, in words
};
std::optional<DatumSign> datum_sign_of(const gis::VectorLayer& rows);

/// What the user says of a layer, and where he says nothing what its headings declare: degrees, and their datum.
gis::VectorSource with_datum_of_headings(const gis::VectorLayer& layer, gis::VectorSource source);

/// Reports, of a layer in degrees, a datum that was taken from the headings, one that its maker's columns speak for and nobody undoes, and
/// one that PROJ cannot take to WGS 84.
void note_datum(const gis::VectorLayer& layer, const InputSpec& spec, Findings& findings);

/// `WGS 84`, `GCJ-02`, `BD-09`.
std::string name_of(gis::WebDatum datum);

} // namespace fieldgap
