#pragma once
// Where on the globe tables lie, and in which sort of plane, by what their words, codes and names say.

#include "gis/io/vector/vector_layer.hpp"
#include "layers/places/place_sign.hpp"
#include "layers/places/system_words.hpp"

#include <span>
#include <string>
#include <vector>

namespace fieldgap {

struct PlaceEvidence
{
    PlaceSigns signs;                ///< the weightiest first
    std::vector<SystemSign> systems; ///< planes that headings and names of files speak of
    std::vector<std::string> titles; ///< headings (as keys) and names of files, in which a system may be named

    bool is_empty() const { return signs.empty() && systems.empty(); }
};

/// One table of several that come from one hand; borrowed.
struct NamedTable
{
    const gis::VectorLayer* rows = nullptr;
    std::string path;
};

PlaceEvidence place_evidence_of(std::span<const NamedTable> tables);

} // namespace fieldgap
