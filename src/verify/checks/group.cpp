#include "verify/checks/group.hpp"

#include "verify/checks/need.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap::verify {

std::optional<Variation> variation(const std::vector<StageGround>& schools, double StageGround::*ground)
{
    double pupils = 0.0;
    double area_m2 = 0.0;
    for (const StageGround& school : schools) {
        pupils += school.pupils;
        area_m2 += school.*ground;
    }
    if (pupils <= 0.0 || area_m2 <= 0.0) {
        return std::nullopt;
    }
    const double mean_m2 = area_m2 / pupils;
    double squares = 0.0;
    for (const StageGround& school : schools) {
        const double off = school.*ground / school.pupils - mean_m2;
        squares += school.pupils / pupils * off * off;
    }
    return Variation{mean_m2, std::sqrt(squares) / mean_m2};
}

/// Whether a school is among the counted ones is known by its stages; where it has none of those that are judged, it may be.
bool Group::count(const Result& all, std::uint32_t s)
{
    const SchoolRow& school = all.schools[s];
    const auto& rows = all.stages_of_school[s];
    const bool is_counted =
        std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) { return all.stages[row].in_district_figures == 1.0; });
    const bool is_told =
        school.has_figures() && std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) { return all.stages[row].stage != "senior"; });
    if (!is_told || is_counted) {
        Count& with_status = school.status == "meets" ? meet : school.status == "near" ? near : school.status == "short" ? shorts : unknown;
        for (Count* const one : {&schools, &with_status}) {
            ++(is_told ? one->sure : one->perhaps);
        }
        pupils += is_told ? school.enrol_total.value_or(0.0) : 0.0;
    }
    return is_counted;
}

void Group::add_stages(const Result& all, std::uint32_t s)
{
    const SchoolRow& school = all.schools[s];
    const Need need = need_of(all, s);
    for (const Stage stage : {Stage::primary, Stage::junior}) {
        if (need.pupils[stage] > 0.0) {
            stages[stage].push_back({need.pupils[stage], square_metres(school.own.value_or(0)) * need.share(stage),
                                     square_metres(ground_after(school)) * need.share(stage)});
        }
    }
}

void Group::add(const Result& all, std::uint32_t s)
{
    const SchoolRow& school = all.schools[s];
    const bool is_counted = count(all, s);
    if (!school.has_figures()) {
        return;
    }
    has_figures = true;
    own += school.own.value_or(0);
    required += school.required.value_or(0);
    gap += school.gap.value_or(0);
    surplus += school.surplus.value_or(0);
    residual += school.residual.value_or(0);
    cost += school.cost.value_or(0.0);
    for (const Channel channel : all_channels) {
        given[channel] += school.given[channel].value_or(0);
    }
    if (is_counted) {
        add_stages(all, s);
    }
}

} // namespace fieldgap::verify
