#pragma once
// Streets from junction to junction: the step between lines that share nodes and the edges of a network.

#include "gis/streets/streets.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace gis {

/// Runs of street nodes. A chain ends at a dead end, where more than two lines meet, where flags or the kind change, and at every node with
/// flags (barred, signals). A ring that meets nothing is one chain from its smallest node (by x, then y) around to it.
struct StreetChains
{
    std::vector<std::uint32_t> first_ref{0}; ///< per chain, one more at the end; into `ref`
    std::vector<std::uint32_t> ref;          ///< nodes in order, at least two a chain, no node twice in a row
    std::vector<std::uint8_t> flags;         ///< per chain, those of its lines
    std::vector<std::uint32_t> kind;         ///< per chain, that of its lines

    std::size_t count() const { return flags.size(); }
    std::span<const std::uint32_t> of(std::size_t chain) const
    {
        return std::span(ref).subspan(first_ref[chain], first_ref[chain + 1] - first_ref[chain]);
    }
    std::span<std::uint32_t> of(std::size_t chain)
    {
        return std::span(ref).subspan(first_ref[chain], first_ref[chain + 1] - first_ref[chain]);
    }
};

/// Takes the lines out of `streets`; its nodes and their flags stay.
StreetChains street_chains(Streets& streets);

} // namespace gis
