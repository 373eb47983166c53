#include "domain/ground/field_shares.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

bool is_of_planned(const City& city, const Ownership& owns, const std::optional<SchoolIndex>& school)
{
    return school && city.schools[index(owns.main_of[index(*school)])].phase == SchoolPhase::planned;
}

} // namespace

std::vector<FieldShare> shares_of_field(const City& city, const Ownership& owns, const DrawnGround& drawn, const CampusShares& shares,
                                        std::size_t field)
{
    const auto share_of = [&](std::optional<SchoolIndex> school, double part) {
        const bool counts = !is_of_planned(city, owns, school);
        return FieldShare{school, counts ? drawn.of_field[field].counted_m2 * part : 0.0};
    };
    const FieldOwner& owner = owns.owner_of_field[field];
    if (owner.school || !owner.campus || owns.schools_of_campus[index(*owner.campus)].empty()) {
        return {share_of(owner.school, 1.0)};
    }
    const auto& schools = owns.schools_of_campus[index(*owner.campus)];
    const auto& parts = shares.share_of_campus[index(*owner.campus)];
    const bool is_split = std::any_of(parts.begin(), parts.end(), [](double part) { return part > 0.0; });
    std::vector<FieldShare> all;
    for (std::size_t i = 0; i < schools.size(); ++i) {
        if (parts[i] > 0.0 || !is_split) {
            all.push_back(share_of(schools[i], is_split ? parts[i] : 0.0));
        }
    }
    return all;
}

} // namespace fieldgap
