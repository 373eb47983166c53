#pragma once
// How much more would be closed with venues at some places.

#include "domain/flow/residual_flow.hpp"
#include "domain/new_venues/venue_problem.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fieldgap {

/// Whether the caps of districts bind the places. Where they do not, a place closes the less, the more others are there already: all of
/// them give through one door. Where they do, two places may close more together than each alone.
enum class DistrictCapsBind : std::uint8_t { today_only, places_too };

/// Borrows nothing; a copy begins where the other stands. Each thread needs its own.
class VenueGains
{
public:
    VenueGains(const VenueProblem& problem, DistrictCapsBind caps);

    std::size_t places() const { return first_arc_.size() - 1; }

    /// How much more is closed with all of `places` beside those that are kept.
    ExactArea with(std::span<const std::uint32_t> places);

    /// A venue stands there from now on. Looks at the whole city.
    void keep(std::uint32_t place);

private:
    struct Parts
    {
        ResidualFlow flow;
        std::vector<FlowArc> arcs;
        std::vector<std::size_t> first_arc;
    };
    static Parts parts_of(const VenueProblem& problem, DistrictCapsBind caps);

    explicit VenueGains(Parts parts);

    std::span<const FlowArc> arcs_of(std::uint32_t place) const;

    ResidualFlow flow_;
    std::vector<FlowArc> arcs_; ///< from the places to their takers
    std::vector<std::size_t> first_arc_;
};

} // namespace fieldgap
