#pragma once
// Where givers lie, what caps hold for them, and what ground of theirs costs.

#include "verify/result/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap::verify {

/// A cap of a district by one channel: of several that name it the least.
struct DistrictCap
{
    Channel channel{};
    std::uint32_t district = nobody; ///< position among districts
    std::string name;                ///< as the config has it
    Area most = 0;
};

inline constexpr std::uint32_t no_cap = nobody;

class DistrictCaps
{
public:
    explicit DistrictCaps(const Result& result);

    const std::vector<DistrictCap>& caps() const { return caps_; }
    std::uint32_t of_venue(std::uint32_t venue) const { return of_venue_.empty() ? no_cap : of_venue_[venue]; }
    std::uint32_t of_school(std::uint32_t school, Channel channel) const;
    /// False where a venue stands so near to a border that another coordinate system may put it on the other side.
    bool is_sure(std::uint32_t venue) const { return is_sure_.empty() || is_sure_[venue]; }

private:
    std::uint32_t district_named(const std::string& word) const;
    void add(Channel channel, const std::string& name, Area most);
    void place_venues();
    void place(std::uint32_t venue);

    const Result& all_;
    std::vector<DistrictCap> caps_;
    std::map<std::pair<Channel, std::uint32_t>, std::uint32_t> cap_of_;
    std::vector<std::uint32_t> of_venue_;
    std::vector<bool> is_sure_;
};

/// Whether a school is `dense`, which no layer says: under the national regime its special ground counts then. Absent: unknown.
std::optional<bool> is_dense(const Result& result, const SchoolRow& school);

/// Whether the regime counts a channel for a school, as far as the file tells. Absent: unknown.
std::optional<bool> counts_for(const Result& result, Channel channel, const SchoolRow& school);

} // namespace fieldgap::verify
