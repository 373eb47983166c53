#pragma once
// What a run says of itself beside its schools, and what changed from one run to the next.

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fieldgap::quarter {

struct Amount
{
    std::string key;
    std::optional<double> value;
    std::string text; ///< where it is no number
    std::string unit;
};

/// A key of two runs; one that a run does not have is absent there.
struct Change
{
    std::string key;
    std::optional<Amount> before, now;

    /// Whether the two say the same. What one of them does not have has changed.
    bool is_same() const;
};

/// A change for each key of either, in the order of `now`, then of `before`; of a key that stands twice the first counts.
std::vector<Change> changes(std::span<const Amount> before, std::span<const Amount> now);

} // namespace fieldgap::quarter
