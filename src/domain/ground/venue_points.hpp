#pragma once
// Venues given as points: which of them stand for ground that is given already (docs/rules.md rule 1).

#include "domain/city/city.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

/// Why a point venue with an area gives none of it.
struct GivenElsewhere
{
    bool by_campus = false;                ///< it lies in a campus or on its edge
    std::optional<std::uint32_t> by_venue; ///< position of the first point venue that it is: of one name within 50 m, of any within 5 m

    bool any() const { return by_campus || by_venue; }
};

/// Parallel to City::venues. Only points that give an area are looked at, each pair alone.
std::vector<GivenElsewhere> given_elsewhere(const City& city);

} // namespace fieldgap
