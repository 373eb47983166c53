#include "domain/screening/seats_ahead.hpp"

namespace fieldgap {
namespace {

void mark_unclear(const VerdictContext& context, const IncomingEstate& estate, Admission admission, SeatsTaken& taken)
{
    for (const EstateWalk& walk : estate.ways()) {
        for (const Stage stage : compulsory_stages) {
            if (estate.is_unknown[stage] && may_go(context, estate, walk, stage, admission)) {
                taken.is_unclear[index(walk.school)] = true;
                taken.unclear.push_back({walk.school, stage, estate.walks->estates[estate.position].id});
            }
        }
    }
}

void seat(const VerdictContext& context, std::span<const IncomingEstate> incoming, Admission admission, SeatsTaken& taken)
{
    taken.load = loads_with(taken, tried(context, incoming, taken, admission));
    for (const IncomingEstate& estate : incoming) {
        if (!is_at_best(admission)) {
            mark_unclear(context, estate, admission, taken);
        }
    }
}

} // namespace

void seat_ahead(const VerdictContext& context, std::span<const IncomingEstate> incoming, PerAdmission<SeatsTaken>& taken)
{
    for (const Admission admission : all_admissions) {
        seat(context, incoming, admission, taken[admission]);
    }
}

PerAdmission<SeatsTaken> SeatsAhead::planned_until(const std::optional<std::int64_t>& first_year) const
{
    std::vector<IncomingEstate> certainly, possibly;
    for (const IncomingEstate& estate : planned_) {
        const std::optional<std::int64_t>& year = estate.first_year;
        if (year && first_year && *year <= *first_year) {
            certainly.push_back(estate);
        }
        if (!year || !first_year || *year <= *first_year) {
            possibly.push_back(estate);
        }
    }
    auto taken = nothing_taken(context_);
    for (const Admission admission : all_admissions) {
        seat(context_, is_at_best(admission) ? certainly : possibly, admission, taken[admission]);
    }
    return taken;
}

const PerAdmission<SeatsTaken>& SeatsAhead::before(const std::optional<std::int64_t>& first_year,
                                                   std::span<const std::vector<IncomingEstate>> earlier)
{
    auto found = of_year_.find(first_year);
    if (found == of_year_.end()) {
        found = of_year_.emplace(first_year, Stand{planned_until(first_year), 0}).first;
    }
    Stand& stand = found->second;
    for (; stand.groups < earlier.size(); ++stand.groups) {
        seat_ahead(context_, earlier[stand.groups], stand.taken);
    }
    return stand.taken;
}

} // namespace fieldgap
