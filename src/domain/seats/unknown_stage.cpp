#include "domain/seats/unknown_stage.hpp"

#include "domain/seats/estate_walks.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

bool is_of_unknown_stage(const City& city, const Results& results, std::size_t school)
{
    const School& one = city.schools[school];
    const bool teaches = one.kind == SchoolKind::regular || one.kind == SchoolKind::teaching_point;
    return teaches && one.phase == SchoolPhase::open && results.owns.is_main(SchoolIndex(school)) &&
           results.enrolled[school].has_stage == PerStage<bool>();
}

std::vector<const Entries*> entries_of_unknown_stage(const City& city, const Results& results)
{
    std::vector<const Entries*> entries;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (is_of_unknown_stage(city, results, s)) {
            entries.push_back(&results.reach.entries.of_school[s]);
        }
    }
    return entries;
}

std::vector<gis::Box> boxes_of(const std::vector<const Entries*>& entries)
{
    std::vector<gis::Box> boxes;
    boxes.reserve(entries.size());
    for (const Entries* of_school : entries) {
        boxes.push_back(bounds(*of_school));
    }
    return boxes;
}

} // namespace

SchoolsOfUnknownStage::SchoolsOfUnknownStage(const City& city, const Results& results)
    : entries_(entries_of_unknown_stage(city, results)), places_(boxes_of(entries_))
{
}

bool SchoolsOfUnknownStage::any_near(const Estate& homes, double within_m) const
{
    gis::Box box = gis::bounds(homes.ground);
    box.add(place_of(homes));
    constexpr double rounding_m = 1e-3;
    const auto near = places_.meeting(box.widened(within_m + rounding_m));
    return std::any_of(near.begin(), near.end(),
                       [&](std::uint32_t position) { return has_point_near(*entries_[position], box, within_m); });
}

} // namespace fieldgap
