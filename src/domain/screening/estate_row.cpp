#include "domain/screening/estate_row.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr PerStage<double> reading_s = {{600.0, 900.0, 0.0}}; ///< docs/standards.md 2.1: primary in 10 minutes, junior in 15
constexpr double slack_s = 0.001;

} // namespace

EstateRow bare_row(const VerdictContext& context, const Cover& cover, const EstateWalks& walks, std::uint32_t estate,
                   const SeatsTaken& taken)
{
    EstateRow row;
    row.pupils = estate_pupils(walks.estates[estate], context.city.yields, context.settings.estates);
    row.nearest = walks.nearest[estate];
    row.entry_source = walks.entries[estate].source;
    row.has_entry = estate < walks.access_points.site_count() && !walks.access_points.of(estate).empty();
    for (const Stage stage : compulsory_stages) {
        if (const auto& nearest = row.nearest[stage]) {
            row.seats[stage] = seats_shown(context, nearest->school, stage, taken);
            row.in_minutes[stage] = nearest->walk_s <= reading_s[stage] + slack_s;
        }
    }
    row.has_entry = row.has_entry || !walks.of(estate).empty(); // where outlines touch, nobody needs a street
    row.covered = row.has_entry ? cover.of(walks, estate, taken) : std::nullopt;
    return row;
}

std::optional<double> per_student_m2(const VerdictContext& context, std::span<const SchoolIndex> schools,
                                     const std::vector<PupilLoad>& load)
{
    double own_m2 = 0.0;
    double pupils = 0.0;
    for (const SchoolIndex school : schools) {
        const SchoolStanding& standing = context.schools[index(school)];
        if (!standing.own || !standing.is_enrolment_known) {
            return std::nullopt;
        }
        own_m2 += standing.own->square_metres();
        for (const Stage stage : all_stages) {
            pupils += standing.enrolled[stage] + load[index(school)][stage].pupils();
        }
    }
    return pupils > 0.0 ? std::optional(own_m2 / pupils) : std::nullopt;
}

std::vector<SchoolIndex> serving_existing(const VerdictContext& context, const EstateWalks& walks, std::uint32_t estate)
{
    std::vector<SchoolIndex> schools;
    for (const Stage stage : compulsory_stages) {
        if (const auto& catchment = walks.catchments[estate][stage]) {
            std::copy_if(catchment->begin(), catchment->end(), std::back_inserter(schools),
                         [&](SchoolIndex school) { return !context.schools[index(school)].is_planned; });
        } else if (const auto& nearest = walks.nearest[estate][stage]) {
            schools.push_back(nearest->school);
        }
    }
    std::sort(schools.begin(), schools.end());
    schools.erase(std::unique(schools.begin(), schools.end()), schools.end());
    return schools;
}

Reasons no_verdict(const EstateRow& row, const WalkNetworkView& walking)
{
    Reasons reasons;
    for (const Stage stage : compulsory_stages) {
        if (!row.pupils[stage].pupils) {
            reasons.push_back({ReasonCode::pupils_unknown, stage});
        }
    }
    if (std::all_of(compulsory_stages.begin(), compulsory_stages.end(), [&](Stage stage) { return row.pupils[stage].pupils == 0.0; })) {
        reasons.push_back({ReasonCode::no_pupils});
    }
    if (walking.streets == nullptr) {
        reasons.push_back({ReasonCode::no_network});
    } else if (!row.has_entry) {
        reasons.push_back({ReasonCode::no_entry});
    }
    return reasons;
}

} // namespace fieldgap
