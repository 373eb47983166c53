#include "domain/screening/seats_ahead.hpp"

#include "domain/seats/estate_pupils.hpp"

namespace fieldgap {
namespace {

std::vector<IncomingEstate> comers_of(std::span<const IncomingEstateRow> coming)
{
    std::vector<IncomingEstate> all_incoming;
    for (const IncomingEstateRow& estate : coming) {
        all_incoming.push_back(estate.incoming);
    }
    return all_incoming;
}

void take(const VerdictContext& ground, std::span<const IncomingEstateRow> coming, Admission admission, SeatsTaken& taken)
{
    const std::vector<IncomingEstate> all_incoming = comers_of(coming);
    const Trial trial = tried(all_incoming, taken, admission, ground.schools, ground.settings.estates);
    for (const LoadedSchool& loaded : trial.loads) {
        taken.load[index(loaded.school)] = taken.load[index(loaded.school)] + loaded.load;
    }
}

void mark_unclear(const VerdictContext& ground, const IncomingEstateRow& estate, Admission admission, SeatsTaken& taken)
{
    for (const EstateWalk& walk : estate.incoming.walks->of(estate.incoming.estate)) {
        for (const Stage stage : compulsory_stages) {
            if (estate.is_unknown[stage] && may_go(estate.incoming, walk, stage, admission, ground.schools, ground.settings.estates)) {
                taken.is_unclear[index(walk.school)] = true;
                taken.unclear.push_back({walk.school, stage, estate.id});
            }
        }
    }
}

} // namespace

std::vector<IncomingEstateRow> coming_estates(std::span<const Estate> estates, std::span<const DwellingYield> yields,
                                              const EstateWalks& walks, const std::vector<CatchmentSchools>& catchments,
                                              const EstateSettings& settings)
{
    std::vector<IncomingEstateRow> coming;
    for (std::uint32_t e = 0; e < estates.size(); ++e) {
        IncomingEstateRow one{{e, &walks, &catchments, {}, estates[e].first_phase_year}, {}, estates[e].id};
        const auto pupils = estate_pupils(estates[e], yields, settings);
        for (const Stage stage : compulsory_stages) {
            one.incoming.pupils[stage] = ExactPupils::rounded(pupils[stage].pupils.value_or(0.0));
            one.is_unknown[stage] = !pupils[stage].pupils;
        }
        coming.push_back(std::move(one));
    }
    return coming;
}

void seat_ahead(const VerdictContext& ground, std::span<const IncomingEstateRow> coming, TakenSeats& taken)
{
    for (const Admission admission : all_admissions) {
        take(ground, coming, admission, taken.of(admission));
        for (const IncomingEstateRow& estate : coming) {
            if (!admission.optimistic) {
                mark_unclear(ground, estate, admission, taken.of(admission));
            }
        }
    }
}

TakenSeats SeatsAhead::planned_until(const std::optional<std::int64_t>& first_year) const
{
    TakenSeats taken(ground_.schools.size());
    std::vector<IncomingEstateRow> certainly, possibly;
    for (const IncomingEstateRow& estate : planned_) {
        const std::optional<std::int64_t>& year = estate.incoming.first_year;
        if (year && first_year && *year <= *first_year) {
            certainly.push_back(estate);
        }
        if (!year || !first_year || *year <= *first_year) {
            possibly.push_back(estate);
        }
    }
    for (const Admission admission : all_admissions) {
        const auto& coming = admission.optimistic ? certainly : possibly;
        take(ground_, coming, admission, taken.of(admission));
        for (const IncomingEstateRow& estate : coming) {
            if (!admission.optimistic) {
                mark_unclear(ground_, estate, admission, taken.of(admission));
            }
        }
    }
    return taken;
}

const TakenSeats& SeatsAhead::before(const std::optional<std::int64_t>& first_year, std::span<const std::vector<IncomingEstateRow>> earlier)
{
    auto found = of_year_.find(first_year);
    if (found == of_year_.end()) {
        found = of_year_.emplace(first_year, Stand{planned_until(first_year), 0}).first;
    }
    Stand& stand = found->second;
    for (; stand.groups < earlier.size(); ++stand.groups) {
        seat_ahead(ground_, earlier[stand.groups], stand.taken);
    }
    return stand.taken;
}

} // namespace fieldgap
