#include "domain/screening/cover.hpp"

namespace fieldgap {
Cover::Cover(const VerdictContext& context) : context_(context), of_unknown_stage_(context.city, context.results) {}

std::optional<bool> Cover::of(const EstateWalks& walks, std::uint32_t estate, const SeatsTaken& taken) const
{
    bool is_unclear = false;
    for (const Stage stage : compulsory_stages) {
        const auto one = of_stage(walks, estate, taken, stage);
        if (one == false) {
            return false;
        }
        is_unclear = is_unclear || !one;
    }
    return is_unclear ? std::nullopt : std::optional(true);
}

std::optional<bool> Cover::of_stage(const EstateWalks& walks, std::uint32_t estate, const SeatsTaken& taken, Stage stage) const
{
    const IncomingEstate homes{&walks, estate, {}, {}, {}};
    bool is_unclear = false;
    for (const EstateWalk& walk : homes.ways()) {
        if (!may_go(context_, homes, walk, stage, Admission::open)) {
            continue;
        }
        const auto free = seats_shown(context_, walk.school, stage, taken);
        if (walks.estates[estate].phase == EstatePhase::existing || (free && *free > 0)) {
            return true;
        }
        is_unclear = is_unclear || !free;
    }
    // Where a school of unknown stage is near, nobody can say that the estate is not covered.
    is_unclear = is_unclear || of_unknown_stage_.any_near(walks.estates[estate], context_.settings.estates.max_walk_m[stage]);
    return is_unclear ? std::nullopt : std::optional(false);
}

} // namespace fieldgap
