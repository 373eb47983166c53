#pragma once
// How much more of the city's gaps would be closed if more givers were in reach (docs/rules.md rule 10).

#include "domain/allocation/allocation.hpp"
#include "domain/flow/residual_flow.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fieldgap {

/// Who may give on foot: a venue (`rent`) or a partner (`share`), by its position in City::venues or City::schools.
struct Giver
{
    Channel channel = Channel::rent;
    std::uint32_t position = 0;

    friend bool operator==(const Giver&, const Giver&) = default;
};

/// A pair that is not in reach.
struct FurtherPair
{
    SchoolIndex school{};
    std::uint32_t giver = 0; ///< position in the list of givers
};

/// An allocation, and what it would close with further pairs: leases and caps as they are, lots, schools per venue and objectives other
/// than `area` apart. Each thread needs its own.
class FurtherReach
{
public:
    /// `allocation` is that of the city and of `reach`. `givers` are those that further pairs may name.
    FurtherReach(const MeasuredCity& measured, const Reach& reach, const Allocation& allocation, std::span<const Giver> givers);

    /// Whether one more m2 could come from it, others moving to other givers if need be.
    bool can_give(std::uint32_t giver) const { return flow_.has_left(node_of_giver_[giver]); }

    /// How much more all of the city's schools would be given, each channel's cap held. A pair that is in reach already adds nothing.
    ExactArea closed_with(std::span<const FurtherPair> pairs);

    /// The most that `closed_with` can be by all pairs of one school, and by all of one giver.
    ExactArea most_through(SchoolIndex school);
    ExactArea most_from(std::uint32_t giver);

private:
    struct Parts
    {
        ResidualFlow flow;
        std::vector<std::uint32_t> node_of_giver, node_of_school;
        std::vector<ExactArea> capacity_of_giver;
    };
    class Writer;

    FurtherReach(const MeasuredCity& measured, Parts parts);

    const MeasuredCity measured_;
    ResidualFlow flow_;
    std::vector<std::uint32_t> node_of_giver_, node_of_school_;
    std::vector<ExactArea> capacity_of_giver_;
};

} // namespace fieldgap
