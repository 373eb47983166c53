#include "domain/register/stage_evidence.hpp"

namespace fieldgap {
namespace {

ExactArea exact(double m2)
{
    return ExactArea::rounded(gis::SquareMetres(m2));
}

/// Of each main school, in the order of City::leases.
using LeasesOfSchool = std::map<std::size_t, std::vector<LeaseEvidence>>;

LeasesOfSchool leases_of_schools(const AnalysedCity& analysed)
{
    const MeasuredCity measured = analysed.measured();
    const Reach& reach = analysed.results.reach;
    std::map<std::uint32_t, const CountedLease*> counted;
    for (const CountedLease& lease : analysed.results.allocation.leases) {
        counted.emplace(lease.lease, &lease);
    }
    LeasesOfSchool out;
    for (std::uint32_t i = 0; i < analysed.city.leases.size(); ++i) {
        const Lease& lease = analysed.city.leases[i];
        LeaseEvidence one{lease.number, lease.until ? text_of(*lease.until) : "", {}, 0.0, fate_of(measured, reach, lease)};
        if (const auto found = counted.find(i); found != counted.end()) {
            one.counted = found->second->counted;
            one.walk_min = reach.rent.pairs[found->second->pair].walk_s / 60.0;
        }
        out[index(analysed.results.owns.main_of[index(lease.school)])].push_back(std::move(one));
    }
    return out;
}

ExactArea leased_m2(const std::vector<LeaseEvidence>& leases)
{
    ExactArea sum;
    for (const LeaseEvidence& lease : leases) {
        sum += lease.counted;
    }
    return sum;
}

/// Ground in basements and on roofs that counts: what the figures of the two other kinds do not make.
ExactArea special_of(const Supply& supply, ExactArea own)
{
    return excess(own, exact(supply.outdoor_m2.value_or(0.0) + supply.indoor_m2.value_or(0.0)));
}

/// Of a school with figures. A stage that nobody attends needs nothing.
StageEvidence known_stage(const AnalysedCity& analysed, std::size_t school, Stage stage, const std::vector<LeaseEvidence>& leases)
{
    const Results& results = analysed.results;
    const Standard& standard = analysed.settings.standard;
    const Need& need = *results.needs[school];
    StageEvidence out;
    out.standing = Standing::known;
    out.leases = leases;
    out.pupils = need.pupils[stage];
    if (out.pupils == 0) {
        return out;
    }
    const ExactArea own = results.assessments[school].own;
    const StageState alone = stage_state(need, stage, own, standard);
    if (alone.status == Status::none) {
        out.standing = Standing::without_standard;
        return out;
    }
    const StageState with_leases = stage_state(need, stage, own + leased_m2(leases), standard);
    const StageState with_nothing = stage_state(need, stage, ExactArea(), standard);
    out.required = exact(with_nothing.gap_m2);
    out.own = exact(alone.area_m2);
    out.special = exact(special_of(results.supplies[school], own).square_metres() * need.share(stage));
    out.leased = exact(with_leases.area_m2) - out.own;
    out.own_gap = exact(alone.gap_m2);
    out.gap = exact(with_leases.gap_m2);
    return out;
}

StageEvidence evidence_of(const AnalysedCity& analysed, std::size_t school, Stage stage, const std::vector<LeaseEvidence>& leases)
{
    const City& city = analysed.city;
    const Results& results = analysed.results;
    StageEvidence out;
    if (city.schools[school].phase == SchoolPhase::planned) {
        out.standing = Standing::planned;
    } else if (!results.owns.is_main(SchoolIndex(school))) {
        out.standing = Standing::merged;
        out.merged_into = city.schools[index(results.owns.main_of[school])].id;
    } else if (results.assessments[school].has_figures()) {
        out = known_stage(analysed, school, stage, leases);
    } else if (results.assessments[school].status == Status::none) {
        out.standing = Standing::without_standard;
    }
    return out;
}

} // namespace

FoundSchools found_schools(const AnalysedCity& analysed)
{
    const LeasesOfSchool leases = leases_of_schools(analysed);
    const std::vector<LeaseEvidence> none;
    FoundSchools out;
    for (std::size_t s = 0; s < analysed.city.schools.size(); ++s) {
        const auto own = leases.find(s);
        FoundSchool& found = out[analysed.city.schools[s].id];
        found.district = analysed.results.districts.district_of_school[s];
        for (const Stage stage : all_stages) {
            found.stages[stage] = evidence_of(analysed, s, stage, own == leases.end() ? none : own->second);
        }
    }
    return out;
}

} // namespace fieldgap
