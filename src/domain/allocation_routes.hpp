#pragma once
// The allocation as a network: source -> channel with a cap -> giver -> taker -> sink.

#include "domain/allocation.hpp"
#include "domain/allocation_flow.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// Only what can matter: an offer of or to somebody without ground or gap is left out. Every amount is cut down to what the offers let
/// through, so that no sum is larger than that of all offers; gis::Error where that one is beyond counting (10^16 m2).
/// Borrows the problem.
class Routes
{
public:
    static constexpr std::uint32_t source = 0;
    static constexpr std::uint32_t sink = 1;

    explicit Routes(const AllocationProblem& problem);

    /// With nothing on its way yet. Its first arcs are those of `offers`.
    NarrowingFlow flow() const { return {first_taker() + static_cast<std::uint32_t>(problem_.gaps.size()), arcs_}; }

    /// Positions in the problem of the offers that matter, ascending.
    const std::vector<std::uint32_t>& offers() const { return offers_; }

    /// The three objectives, of each of `offers`. Below zero or not a number counts as 0, and there is a largest value (10^7 yuan, 10^8 s).
    std::vector<std::int64_t> prices() const; ///< 0.0001 yuan per m2
    std::vector<std::int64_t> walks() const;  ///< ms
    std::vector<std::int64_t> ranks() const;  ///< position of the giver's channel in `order`

private:
    static constexpr std::uint32_t first_channel = 2;
    static constexpr std::uint32_t first_giver = first_channel + static_cast<std::uint32_t>(all_channels.size());

    static std::uint32_t channel_node(Channel channel) { return first_channel + static_cast<std::uint32_t>(channel); }
    std::uint32_t first_taker() const { return first_giver + static_cast<std::uint32_t>(problem_.givers.size()); }

    std::int64_t most_given(const Offer& offer) const;
    void add_offers();
    void add_givers();
    void add_channels(const PerChannel<std::int64_t>& through_channel);
    void add_takers();
    void count(std::int64_t most);

    const AllocationProblem& problem_;
    std::vector<std::int64_t> through_giver_;
    std::vector<std::int64_t> through_taker_;
    std::int64_t total_ = 0;
    std::vector<FlowArc> arcs_;
    std::vector<std::uint32_t> offers_;
};

} // namespace fieldgap
