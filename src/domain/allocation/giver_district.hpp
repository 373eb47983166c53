#pragma once
// In which district a giver lies, for caps that bind a district's givers.

#include "domain/city/finding.hpp"
#include "domain/gap/measured_city.hpp"
#include "domain/transport/transport_problem.hpp"
#include "gis/geometry/index.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// A cap of the config that binds somebody.
struct CappedDistrict
{
    Channel channel{};
    std::string name; ///< as the config has it
    ExactArea most;
};

/// The caps of the config's `district_caps_m2`, and which of them binds a giver: that of the district which holds its point, by the
/// district's name, else its id; for schools outside all districts that of their column `district`. Other givers are uncapped.
class DistrictCaps
{
public:
    explicit DistrictCaps(const MeasuredCity& measured);

    /// By channel, then name. Of two for one district the lower stands.
    const std::vector<CappedDistrict>& caps() const { return caps_; }

    /// Position in `caps`, or no_district_cap.
    std::uint32_t of_venue(std::size_t venue) const;
    std::uint32_t of_school(std::size_t school, Channel channel) const;

    /// Caps that name no district of the city.
    void report(Findings& findings) const;

private:
    using Cap = std::pair<Channel, std::string>; ///< channel and id of the district

    void add(Channel channel, const std::string& name, double most_m2);
    std::optional<std::string> id_of(const std::string& word) const;
    std::uint32_t cap_of(Channel channel, const std::optional<std::string>& district) const;

    const City& city_;
    std::optional<gis::PolygonIndex> districts_; ///< absent where nothing is capped
    std::map<std::string, std::string> id_of_name_;
    std::vector<CappedDistrict> caps_;
    std::map<Cap, std::uint32_t> position_;
    std::vector<CappedDistrict> unknown_;
};

} // namespace fieldgap
