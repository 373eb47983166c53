#pragma once
// Which city begins next: as many at once as cores and memory allow, the biggest first.

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

struct AdmissionLimits
{
    unsigned jobs = 1;           ///< cities at once
    unsigned cores = 1;          ///< shared out to them as threads
    std::int64_t memory_mib = 0; ///< for all together
    std::int64_t city_mib = 0;   ///< one city takes no more: it would be ended; 0: no limit
};

/// The order of the cities by the memory that each will take: at first by the size of its inputs, then by what finished cities took.
class CityAdmission
{
public:
    CityAdmission(std::vector<std::uint64_t> input_bytes, const AdmissionLimits& limits);

    /// The biggest waiting city that fits beside those that run, from now on one of these; where none runs the smallest in any case. None
    /// where no more are to run now.
    std::optional<std::size_t> next();

    /// It runs no more. `peak_mib`: what it took, where that says something of cities like it.
    void finished(std::size_t city, std::optional<std::int64_t> peak_mib);

    std::size_t running() const { return running_.size(); }
    bool is_all_begun() const { return waiting_.empty(); }

    /// For the city that was begun last: its part of the cores, all that are left over where fewer cities remain than may run.
    unsigned threads() const;

    /// Memory that a city will take.
    std::int64_t estimated_mib(std::size_t city) const;

private:
    std::int64_t taken_mib() const;

    std::vector<std::uint64_t> input_bytes_;
    AdmissionLimits limits_;
    std::vector<std::size_t> waiting_; ///< the biggest last
    std::vector<std::size_t> running_;
    double observed_mib_ = 0.0;       ///< above the base, of finished cities
    double observed_input_mib_ = 0.0; ///< of the same cities
};

} // namespace fieldgap
