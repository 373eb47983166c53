#include "batch/work/admission.hpp"

#include <algorithm>
#include <numeric>

namespace fieldgap {
namespace {

// Measured on the cities of bench/scale: the program alone, and what it takes for each MiB of its inputs (packed OSM files most).
constexpr double base_mib = 60.0;
constexpr double first_ratio = 8.0;
constexpr double safety = 1.25; ///< of an estimate by cities that were finished

constexpr double bytes_per_mib = 1024.0 * 1024.0;

} // namespace

CityAdmission::CityAdmission(std::vector<std::uint64_t> input_bytes, const AdmissionLimits& limits)
    : input_bytes_(std::move(input_bytes)), limits_(limits), waiting_(input_bytes_.size())
{
    std::iota(waiting_.rbegin(), waiting_.rend(), std::size_t{0});
    std::stable_sort(waiting_.begin(), waiting_.end(), [&](std::size_t a, std::size_t b) { return input_bytes_[a] < input_bytes_[b]; });
}

std::optional<std::size_t> CityAdmission::next()
{
    if (waiting_.empty() || running_.size() >= limits_.jobs) {
        return std::nullopt;
    }
    const std::int64_t left_mib = limits_.memory_mib - taken_mib();
    auto fit = std::find_if(waiting_.rbegin(), waiting_.rend(), [&](std::size_t city) { return estimated_mib(city) <= left_mib; });
    if (fit == waiting_.rend()) {
        if (!running_.empty()) {
            return std::nullopt;
        }
        fit = std::prev(waiting_.rend());
    }
    const std::size_t city = *fit;
    waiting_.erase(std::next(fit).base());
    running_.push_back(city);
    return city;
}

void CityAdmission::finished(std::size_t city, std::optional<std::int64_t> peak_mib)
{
    running_.erase(std::find(running_.begin(), running_.end(), city));
    if (peak_mib) {
        observed_mib_ += std::max(0.0, static_cast<double>(*peak_mib) - base_mib);
        observed_input_mib_ += static_cast<double>(input_bytes_[city]) / bytes_per_mib;
    }
}

unsigned CityAdmission::threads() const
{
    const std::size_t at_once = std::clamp<std::size_t>(running_.size() + waiting_.size(), 1, std::max(1U, limits_.jobs));
    return std::max(1U, limits_.cores / static_cast<unsigned>(at_once));
}

std::int64_t CityAdmission::estimated_mib(std::size_t city) const
{
    const double ratio = observed_input_mib_ > 0.0 ? safety * observed_mib_ / observed_input_mib_ : first_ratio;
    const auto mib = static_cast<std::int64_t>(base_mib + ratio * static_cast<double>(input_bytes_[city]) / bytes_per_mib);
    return limits_.city_mib > 0 ? std::min(mib, limits_.city_mib) : mib;
}

std::int64_t CityAdmission::taken_mib() const
{
    return std::accumulate(running_.begin(), running_.end(), std::int64_t{0},
                           [&](std::int64_t sum, std::size_t city) { return sum + estimated_mib(city); });
}

} // namespace fieldgap
