#include "domain/screening/phasing.hpp"
#include "domain/city/issue_code.hpp"
#include "domain/city/school_ids.hpp"

#include <algorithm>
#include <set>

namespace fieldgap {
namespace {

bool is_open(const City& city, const std::optional<SchoolIndex>& school)
{
    return school && city.schools[index(*school)].phase == SchoolPhase::open;
}

/// Years of the school beside those of the homes.
PhasingRow row_of(const City& city, std::uint32_t estate, const std::optional<SchoolIndex>& school, NeedOfSchool need,
                  const EstateSettings& settings)
{
    const Estate& homes = city.estates[estate];
    PhasingRow row;
    row.estate = estate;
    row.school = school;
    row.need = need;
    row.is_legacy = homes.phase == EstatePhase::existing;
    row.homes_year = homes.first_phase_year;
    if (school) {
        const School& one = city.schools[index(*school)];
        row.school_id = one.id;
        row.plan_year = one.plan_year;
        row.build_year = one.build_year;
        row.handover_year = one.handover_year;
        row.open_year = one.open_year;
    }
    if (row.is_legacy) {
        row.in_step = false;
    } else if (row.homes_year && row.open_year) {
        row.years_without = std::max<std::int64_t>(0, *row.open_year - *row.homes_year);
        row.in_step = *row.years_without == 0;
    }
    for (const Stage stage : compulsory_stages) {
        row.pupils[stage] = row.homes_year ? pupils_in_year(homes, stage, *row.homes_year, city.yields, settings)
                                           : estate_pupils(homes, city.yields, settings)[stage].pupils;
    }
    return row;
}

void add_owed(const City& city, const SchoolIds& schools, std::uint32_t estate, const EstateSettings& settings,
              std::vector<PhasingRow>& rows, Findings& findings)
{
    const Estate& homes = city.estates[estate];
    if (homes.owed_school.empty()) {
        return;
    }
    const std::optional<SchoolIndex> school = schools.find(homes.owed_school);
    if (!school) {
        findings.push_back({IssueCode::owed_school_unknown, "residential", homes.id, homes.ground, {homes.owed_school}, {}, 0});
    }
    if (!is_open(city, school)) {
        rows.push_back(row_of(city, estate, school, NeedOfSchool::owed, settings));
        rows.back().school_id = school ? rows.back().school_id : homes.owed_school;
    }
}

void add_assigned(const City& city, const EstateRow& estate_row, std::uint32_t estate, const EstateSettings& settings,
                  std::vector<PhasingRow>& rows)
{
    for (const SchoolIndex school : estate_row.needs_planned) {
        const auto is_listed = [&](const PhasingRow& row) { return row.estate == estate && row.school == school; };
        if (std::none_of(rows.begin(), rows.end(), is_listed)) {
            rows.push_back(row_of(city, estate, school, NeedOfSchool::assigned, settings));
        }
    }
}

bool waits_in(const PhasingRow& row, std::int64_t year)
{
    return !row.is_legacy && row.homes_year && *row.homes_year <= year && (!row.open_year || *row.open_year > year);
}

PhasingYear year_of(const City& city, const std::vector<PhasingRow>& rows, std::int64_t year)
{
    PhasingYear sum;
    sum.year = year;
    for (const School& school : city.schools) {
        sum.schools_opening += school.phase == SchoolPhase::planned && school.open_year == year ? 1 : 0;
    }
    for (const Estate& estate : city.estates) {
        sum.estates_starting += estate.phase == EstatePhase::planned && estate.first_phase_year == year ? 1 : 0;
    }
    std::set<std::uint32_t> waiting;
    for (const PhasingRow& row : rows) {
        if (waits_in(row, year)) {
            waiting.insert(row.estate);
        }
        sum.legacy_open += row.is_legacy && (!row.open_year || *row.open_year > year) ? 1 : 0;
    }
    sum.estates_waiting = static_cast<std::int64_t>(waiting.size());
    return sum;
}

std::vector<PhasingYear> years_of(const City& city, const std::vector<PhasingRow>& rows)
{
    constexpr std::int64_t longest = 200; // a year that is a slip of the pen shall not make a table without end
    std::set<std::int64_t> named;
    for (const School& school : city.schools) {
        if (school.phase == SchoolPhase::planned && school.open_year) {
            named.insert(*school.open_year);
        }
    }
    for (const Estate& estate : city.estates) {
        if (estate.phase == EstatePhase::planned && estate.first_phase_year) {
            named.insert(*estate.first_phase_year);
        }
    }
    std::vector<PhasingYear> years;
    if (named.empty()) {
        return years;
    }
    const std::int64_t last = std::min(*named.rbegin(), *named.begin() + longest);
    for (std::int64_t year = *named.begin(); year <= last; ++year) {
        years.push_back(year_of(city, rows, year));
    }
    return years;
}

} // namespace

Phasing phasing(const City& city, const EstateTable& estates, const Settings& settings, Findings& findings)
{
    const SchoolIds schools(city.schools);
    Phasing result;
    for (std::uint32_t e = 0; e < city.estates.size(); ++e) {
        const auto begin = static_cast<std::ptrdiff_t>(result.rows.size());
        add_owed(city, schools, e, settings.estates, result.rows, findings);
        add_assigned(city, estates.rows[e], e, settings.estates, result.rows);
        std::sort(result.rows.begin() + begin, result.rows.end(),
                  [](const PhasingRow& a, const PhasingRow& b) { return a.school_id < b.school_id; });
    }
    result.years = years_of(city, result.rows);
    return result;
}

} // namespace fieldgap
