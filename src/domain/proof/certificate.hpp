#pragma once
// The proof of the allocation in the city's words (docs/rules.md rule 10, docs/allocation.md).

#include "domain/analysis/analysis.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

enum class CertifiedKind : std::uint8_t { school, venue, partner, channel, district };

constexpr std::string_view name_of(CertifiedKind kind)
{
    constexpr std::array<std::string_view, 5> names = {"school", "venue", "partner", "channel", "district"};
    return names[static_cast<std::size_t>(kind)];
}

/// Prices per m2, in whole parts, so that they can be compared exactly.
struct CertificateRow
{
    CertifiedKind kind{};
    std::string id;
    std::optional<Channel> channel;              ///< of a district's cap
    std::optional<bool> cut;                     ///< 1: on the side of the schools that are left short
    std::optional<std::int64_t> price_cost;      ///< 0.0001 yuan
    std::optional<std::int64_t> price_walk;      ///< ms
    std::optional<ExactArea> capacity;           ///< that it may give or take, leases included; absent: no cap
    std::optional<std::int64_t> price_of_ground; ///< of what it gives, 0.0001 yuan a year
};

/// Main schools with a gap; venues and partners with ground that are in reach of one; channels that are on; caps of districts that bind
/// somebody. In this order, each kind by its ids, then channels.
std::vector<CertificateRow> certificate_of(const AnalysedCity& city);

} // namespace fieldgap
