#pragma once
// Which reading the coordinates of the inputs of a draft have, settled by comparing the layers with each other.

#include "layers/guess/choose_roles.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// What a layer should be read as; `evidence` says why.
struct ResolvedCrs
{
    gis::SourceCrs reading;
    std::string evidence;
};

/// A table of which nothing tells in which datum it is.
struct OpenDatum
{
    std::string why;          ///< what streets say, in words
    bool is_question = false; ///< another layer or streets lie beside it, so that a shift would change who reaches what
};

/// By position of the layer.
struct ResolvedCoordinates
{
    std::map<std::size_t, ResolvedCrs> crs;
    std::map<std::size_t, OpenDatum> open_datums;
};

/// Layers without CRS are settled where one of their readings fits the others at least twice as well as any that
/// leads elsewhere (by 5 m); what nothing can be compared with follows the other layers without CRS. Layers that declare a CRS are in it
/// only where another reading is proved (compare_layers, or where these find nothing fit_to_streets). `known` is a reference. The datum of
/// a table in China is open until the other layers or the streets (in degrees) agree with one.
ResolvedCoordinates resolved_coordinates(const std::vector<LayerFacts>& layers, const std::vector<Candidate>& candidates,
                                         const std::vector<RoleChoice>& choices, const KnownSchools& known, const gis::MultiLine& streets);

} // namespace fieldgap
