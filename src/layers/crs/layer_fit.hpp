#pragma once
// Layers of a city compared with each other: which of them would fit the others only under another reading of its coordinates.
//
// How to call it: fill in a FitLayer for each layer, features in degrees by the reading in use, `alternatives` with what else the numbers
// may be (gis::look_alikes, or the further candidates of gis::possible_readings); pass them all to compare_layers in one list. A layer
// without alternatives is only a reference. Each verdict names a layer by its position in that list and the reading that makes it fit.

#include "gis/geometry/shapes.hpp"
#include "gis/io/crs/source_crs.hpp"
#include "layers/config/config.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

struct FitFeature
{
    std::string id;
    std::string owner; ///< the school (of campuses, fields), the owner (of gates), the district (of schools), the name (of districts)
    gis::Geometry degrees;
};

struct FitLayer
{
    Role role{}; ///< compared are schools, campuses, fields, gates, venues and districts
    gis::SourceCrs reading;
    std::vector<gis::SourceCrs> alternatives;
    std::vector<FitFeature> features; ///< any number and any order; about two thousand of them are tested
};

struct LayerVerdict
{
    std::size_t layer = 0;              ///< position in the list
    std::optional<gis::SourceCrs> cure; ///< the reading that makes it fit; none: it is moved by `offset`
    gis::Point offset_m;                ///< east and north, to be added; where there is no `cure`
    std::size_t tested = 0;             ///< features that can be compared
    std::size_t agree_declared = 0;
    std::size_t agree_then = 0;
};

/// Tests: schools lie in their campus (any, where none is named) and in the district they name; fields lie in the campus of their school
/// (else any); gates stand within 5 m of the outline they belong to (else any). A reading is accepted only if at least 4 features that
/// disagree as declared agree under it, at most a fifth as many the other way, it makes at least 60 % of all agree, and the chance that a
/// move at random does as well (rate measured with eight moves of 0.7 and 1.5 km, Chernoff's bound) is below 1e-6. The layer with the most
/// to gain is taken first, and the comparison goes on with it put right. A constant offset that no reading explains is accepted only where
/// two other layers support it. Where everything is shifted alike there is nothing to compare and no verdict.
std::vector<LayerVerdict> compare_layers(const std::vector<FitLayer>& layers);

/// The layer in degrees by another reading, which is then the one in use.
FitLayer read_as(FitLayer layer, const gis::SourceCrs& reading);

struct Agreement
{
    std::size_t tested = 0; ///< features that can be compared
    std::size_t agree = 0;
};

/// How one layer agrees with all others by its reading, and by each of its alternatives in their order; the tests are those above.
std::vector<Agreement> agreements(const std::vector<FitLayer>& layers, std::size_t layer);

} // namespace fieldgap
