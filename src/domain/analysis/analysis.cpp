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
    const MeasuredCity measured = measured_city(city, r, settings);
    check_grounds(measured, r.findings);
    check_plausibility(measured, r.findings);
    return r;
}

void borrow_again(const City& city, Results& results)
{
    Findings said_before;
    results.reach.entries = entries(city, results.owns, said_before);
}

MeasuredCity measured_city(const City& city, const Results& results, const Settings& settings)
{
    return {city,          settings,         results.owns,        results.drawn,        results.shares, results.enrolled,
            results.needs, results.supplies, results.assessments, results.venue_grounds};
}

Results analyse(const City& city, const WalkNetworkView& walking, const Settings& settings, const OnStep& on_step)
{
    on_step(Step::measure);
    Results r = measure(city, settings);
    const MeasuredCity measured = measured_city(city, r, settings);
    on_step(Step::walk);
    r.reach = pairs_within_walk(measured, walking, r.findings);
    on_step(Step::allocate);
    r.allocation = allocate(measured, r.reach);
    report_allocation(measured, r.reach, r.allocation, r.findings);
    on_step(Step::sum_up);
    r.districts = districts(measured, r.allocation, r.findings);
    return r;
}

} // namespace fieldgap
