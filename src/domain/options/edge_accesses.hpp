#pragma once
// Who joins which edge, and who is on the ground of which square.

#include "domain/options/option_ground.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// An access that some shortest walk may need, of the giver or taker at position `who` of the ground's list.
struct SiteAccessPoint
{
    std::uint32_t place = 0; ///< EdgeId or number of a square
    std::uint32_t who = 0;
    const gis::Access* access = nullptr; ///< borrowed
};

class EdgeAccesses
{
public:
    static EdgeAccesses of_givers(const OptionGround& ground);
    static EdgeAccesses of_takers(const OptionGround& ground);

    /// By who.
    std::span<const SiteAccessPoint> on(gis::EdgeId edge) const;
    std::span<const SiteAccessPoint> in(std::uint32_t square) const;

private:
    struct OfSite
    {
        std::vector<SiteAccessPoint> on_edge, in_square;
    };
    template <class Who>
    EdgeAccesses(const OptionGround& ground, std::span<const Who> list, gis::Heading heading);
    static OfSite of_site(const gis::WalkTimes& times, const OptionGround::SiteOf& site, std::uint32_t who, gis::Heading heading);

    std::vector<SiteAccessPoint> on_edge_, in_square_;
};

} // namespace fieldgap
