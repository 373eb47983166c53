#include "domain/screening/estate_row.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr PerStage<double> reading_s = {{600.0, 900.0, 0.0}}; ///< docs/standards.md 2.1: primary in 10 minutes, junior in 15
constexpr double slack_s = 0.001;

/// A regular open school of which nobody knows the stage: it may be of any.
bool is_of_unknown_stage(const RowContext& ground, std::size_t school)
{
    const School& one = ground.judge.city.schools[school];
    const bool teaches = one.kind == SchoolKind::regular || one.kind == SchoolKind::teaching_point;
    return teaches && one.phase == SchoolPhase::open && ground.results.owns.is_main(SchoolIndex(school)) &&
           ground.results.enrolled[school].has_stage == PerStage<bool>();
}

/// Whether such a school lies within the limit as the crow flies: then nobody can say that the estate is not covered.
bool may_be_covered(const RowContext& ground, std::uint32_t estate, double limit_m)
{
    const Estate& homes = ground.estates[estate];
    gis::Box box = gis::bounds(homes.ground);
    box.add(place_of(homes));
    const auto& entries = ground.results.reach.entries.of_school;
    for (std::size_t s = 0; s < entries.size(); ++s) {
        if (is_of_unknown_stage(ground, s) &&
            has_point_near(entries[s], school_site(ground.judge.city, ground.results.owns, SchoolIndex(s)), box, limit_m)) {
            return true;
        }
    }
    return false;
}

/// An open school of the stage in the limit, for planned estates one with seats; absent where unknown seats or stages decide.
std::optional<bool> covers(const RowContext& ground, std::uint32_t estate, Stage stage, EstatePhase phase)
{
    const VerdictContext& judge = ground.judge;
    const IncomingEstate incoming{estate, &ground.walks, &ground.catchments, {}, {}};
    bool is_unclear = false;
    for (const EstateWalk& walk : ground.walks.of(estate)) {
        if (!may_go(incoming, walk, stage, {}, judge.schools, judge.settings.estates)) {
            continue;
        }
        const auto& free = judge.schools[index(walk.school)].seats.free[stage];
        if (phase == EstatePhase::existing || (free && *free > 0)) {
            return true;
        }
        is_unclear = is_unclear || !free;
    }
    is_unclear = is_unclear || may_be_covered(ground, estate, judge.settings.estates.max_walk_m[stage]);
    return is_unclear ? std::nullopt : std::optional(false);
}

std::optional<bool> covers_all(const RowContext& ground, std::uint32_t estate, EstatePhase phase)
{
    bool is_unclear = false;
    for (const Stage stage : compulsory_stages) {
        const auto one = covers(ground, estate, stage, phase);
        if (one == false) {
            return false;
        }
        is_unclear = is_unclear || !one;
    }
    return is_unclear ? std::nullopt : std::optional(true);
}

} // namespace

EstateRow bare_row(const RowContext& ground, std::uint32_t estate, EstatePhase phase)
{
    EstateRow row;
    row.pupils = estate_pupils(ground.estates[estate], ground.judge.city.yields, ground.judge.settings.estates);
    row.nearest = ground.walks.nearest[estate];
    row.entry_source = ground.walks.entries[estate].source;
    row.has_entry = estate < ground.walks.access_points.site_count() && !ground.walks.access_points.of(estate).empty();
    for (const Stage stage : compulsory_stages) {
        if (const auto& nearest = row.nearest[stage]) {
            row.seats[stage] = ground.judge.schools[index(nearest->school)].seats.free[stage];
            row.in_minutes[stage] = nearest->walk_s <= reading_s[stage] + slack_s;
        }
    }
    row.has_entry = row.has_entry || !ground.walks.of(estate).empty(); // where outlines touch, nobody needs a street
    row.covered = row.has_entry ? covers_all(ground, estate, phase) : std::nullopt;
    return row;
}

std::optional<double> per_student_m2(const RowContext& ground, std::span<const SchoolIndex> schools, const std::vector<PupilLoad>& load)
{
    double own_m2 = 0.0;
    double pupils = 0.0;
    for (const SchoolIndex school : schools) {
        const SchoolStanding& standing = ground.judge.schools[index(school)];
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

std::vector<SchoolIndex> serving_existing(const RowContext& ground, std::uint32_t estate, const EstateRow& row)
{
    std::vector<SchoolIndex> schools;
    for (const Stage stage : compulsory_stages) {
        if (const auto& catchment = ground.catchments[estate][stage]) {
            std::copy_if(catchment->begin(), catchment->end(), std::back_inserter(schools),
                         [&](SchoolIndex school) { return !ground.judge.schools[index(school)].is_planned; });
        } else if (row.nearest[stage]) {
            schools.push_back(row.nearest[stage]->school);
        }
    }
    std::sort(schools.begin(), schools.end());
    schools.erase(std::unique(schools.begin(), schools.end()), schools.end());
    return schools;
}

std::vector<SchoolIndex> receiving_schools(std::span<const Placed> placed)
{
    std::vector<SchoolIndex> schools;
    for (const Placed& one : placed) {
        schools.push_back(one.walk.school);
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
            reasons.push_back({ReasonCode::pupils_unknown, stage, {}, {}, {}, {}});
        }
    }
    if (walking.streets == nullptr) {
        reasons.push_back({ReasonCode::no_network, {}, {}, {}, {}, {}});
    } else if (!row.has_entry) {
        reasons.push_back({ReasonCode::no_entry, {}, {}, {}, {}, {}});
    }
    return reasons;
}

} // namespace fieldgap
