#include "domain/analysis/analysis.hpp"

#include "domain/checks/ground_check.hpp"
#include "domain/checks/plausibility.hpp"

namespace fieldgap {

Results measure(const City& city, const Settings& settings)
{
    Results r;
    r.owns = ownership(city, settings.grounds, r.findings);
    r.enrolled = enrolments(city, r.owns, r.findings);
    r.needs = needs_of_schools(r.enrolled, settings.standard);
    r.drawn = drawn_ground(city, r.owns, r.findings);
    r.shares = campus_shares(city, r.owns, r.needs);
    r.supplies = sports_area_by_school(city, r.owns, r.drawn, r.shares, settings.standard, r.findings);
    r.assessments = assess(city, r.owns, r.enrolled, r.needs, r.supplies, settings.standard, r.findings);
    r.venue_grounds = venue_grounds(city, r.findings);
    check_grounds(city, r.owns, r.drawn, r.findings);
    drop_ground_of_official(city, r.owns, r.supplies, r.findings);
    check_plausibility({city, r.owns, r.drawn, r.shares, r.enrolled, r.supplies, settings.standard}, r.findings);
    return r;
}

Results analyse(const City& city, const WalkNetworkView& walking, const Settings& settings, const OnStep& on_step)
{
    on_step(Step::measure);
    Results r = measure(city, settings);
    on_step(Step::walk);
    r.reach = pairs_within_walk(city, r.owns, r.assessments, r.venue_grounds, walking, settings, r.findings);
    on_step(Step::allocate);
    r.allocation = allocate(city, r.owns, r.assessments, r.venue_grounds, r.reach, settings);
    on_step(Step::sum_up);
    r.districts = districts(city, r.owns, r.enrolled, r.needs, r.assessments, r.allocation, settings.standard, r.findings);
    return r;
}

} // namespace fieldgap
