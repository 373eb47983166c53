#pragma once
// Which pairs an option brings into reach.

#include "domain/options/marked_nodes.hpp"

#include <vector>

namespace fieldgap {

/// A pair that is not in reach today, and its walk with the option.
struct OptionPair
{
    SchoolIndex school{};
    std::uint32_t giver = 0; ///< position in the ground's list
    double walk_s = 0.0;
};

/// Borrows all of it. The ends of the options that are asked for must be marked.
class OptionPairs
{
public:
    OptionPairs(const OptionGround& ground, const EdgeAccesses& givers_by_edge, const EdgeAccesses& takers_by_edge,
                const MarkedNodes& marked)
        : ground_(ground), givers_by_edge_(givers_by_edge), takers_by_edge_(takers_by_edge), marked_(marked)
    {
    }

    /// Of the school alone. By giver, each once.
    std::vector<OptionPair> of_gate(SchoolIndex school, const GatePlace& gate) const;

    /// Of any school, either way over the piece. By school, then giver, each once, with the shorter walk.
    std::vector<OptionPair> of_link(const LinkPlace& link) const;

private:
    /// Seconds of takers that come here, or of givers that are reached from here.
    struct Seconds
    {
        std::uint32_t who = 0;
        double seconds = 0.0;
    };

    std::vector<Seconds> to_givers(const LinkEnd& end) const;
    std::vector<Seconds> from_takers(const LinkEnd& end) const;
    std::vector<Seconds> at_place(const JoinedPlace& place, gis::Heading heading) const;
    void append_over(const LinkEnd& from, const LinkEnd& to, double metres, std::vector<OptionPair>& pairs) const;

    const OptionGround& ground_;
    const EdgeAccesses& givers_by_edge_;
    const EdgeAccesses& takers_by_edge_;
    const MarkedNodes& marked_;
};

} // namespace fieldgap
