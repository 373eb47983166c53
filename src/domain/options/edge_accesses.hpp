#pragma once
// Who joins which edge.

#include "domain/options/option_ground.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// An access that some shortest walk may need, of the giver or taker at position `who` of the ground's list.
struct EdgeAccess
{
    gis::EdgeId edge{};
    std::uint32_t who = 0;
    const gis::Access* access = nullptr; ///< borrowed
};

/// Sorted by edge, then who.
class EdgeAccesses
{
public:
    static EdgeAccesses of_givers(const OptionGround& ground);
    static EdgeAccesses of_takers(const OptionGround& ground);

    std::span<const EdgeAccess> on(gis::EdgeId edge) const;

private:
    explicit EdgeAccesses(std::vector<std::vector<EdgeAccess>> of_each);

    std::vector<EdgeAccess> all_;
};

/// Those of one site.
std::vector<EdgeAccess> edge_accesses(const gis::WalkTimes& times, const OptionGround::SiteOf& site, std::uint32_t who,
                                      gis::Heading heading);

} // namespace fieldgap
