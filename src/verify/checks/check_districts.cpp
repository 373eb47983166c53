#include "verify/checks/check_districts.hpp"

#include "verify/checks/group.hpp"

#include <cmath>
#include <map>

namespace fieldgap::verify {
namespace {

constexpr double ratio_tolerance = 2e-9;
constexpr double cv_tolerance = 1e-9;
constexpr double yuan_tolerance = 0.0051;

void compare_spread(Check& check, Subject subject, const Group& group, const DistrictRow& row)
{
    for (const Stage stage : {Stage::primary, Stage::junior}) {
        const auto before = variation(group.stages[stage], &StageGround::before_m2);
        const auto after = variation(group.stages[stage], &StageGround::after_m2);
        const auto mean = [](const auto& spread) { return spread ? Number(spread->mean_m2) : std::nullopt; };
        const auto cv = [](const auto& spread) { return spread ? Number(spread->cv) : std::nullopt; };
        check.same_number(subject, "districts.mean", row.mean[stage], "stages", mean(before),
                          ratio_tolerance + 1e-12 * mean(before).value_or(0.0));
        check.same_number(subject, "districts.cv", row.cv[stage], "stages", cv(before), cv_tolerance);
        check.same_number(subject, "districts.mean_after", row.mean_after[stage], "stages", mean(after),
                          ratio_tolerance + 1e-12 * mean(after).value_or(0.0));
        check.same_number(subject, "districts.cv_after", row.cv_after[stage], "stages", cv(after), cv_tolerance);
    }
}

void compare_count(Check& check, Subject subject, std::string_view column, Number found, const Count& count)
{
    const auto sure = static_cast<double>(count.sure);
    if (count.perhaps == 0) {
        return check.same_number(subject, column, found.value_or(0.0), "schools.status", sure, 0.0);
    }
    check.number_at_least(subject, column, found.value_or(0.0), "schools.status", sure, 0.0);
    check.number_at_most(subject, column, found.value_or(0.0), "schools.status", sure + static_cast<double>(count.perhaps), 0.0);
}

/// Whether the variation of every attended stage is within its limit. Absent where one is so near to it that the last digit decides.
std::optional<bool> is_even(const Rules& rules, const Group& group, const DistrictRow& row)
{
    bool is_even = true;
    for (const Stage stage : {Stage::primary, Stage::junior}) {
        if (group.stages[stage].empty()) {
            continue;
        }
        if (row.cv[stage] && std::fabs(*row.cv[stage] - rules.cv_limit[stage]) < cv_tolerance) {
            return std::nullopt;
        }
        is_even = is_even && row.cv[stage] && *row.cv[stage] <= rules.cv_limit[stage];
    }
    return is_even;
}

/// Where a counted school is unknown, who knows which stages it teaches? Then a variation may decide or not.
void compare_passes(Check& check, Subject subject, const Rules& rules, const Group& group, const DistrictRow& row)
{
    const double meet = row.schools_meet.value_or(0.0);
    const double near = row.schools_near.value_or(0.0);
    const double known = meet + near + row.schools_short.value_or(0.0);
    const double good = meet + (rules.is_national ? near : 0.0);
    const bool has_unknown = row.schools_unknown.value_or(0.0) > 0.0;
    const auto even = is_even(rules, group, row);
    const std::string found = row.passes ? text_of_number(*row.passes) : "NULL";
    const std::string_view against = "schools_meet, schools_near, schools_short, cv";
    if (good < known) {
        check.holds(row.passes == 0.0, Fault::differs, subject, "districts.passes", found, against, "0");
    } else if (has_unknown) {
        check.holds(!row.passes || (*row.passes == 0.0 && even != true), Fault::differs, subject, "districts.passes", found, against,
                    "NULL");
    } else if (even) {
        const Number expected = !*even ? Number(0.0) : known == 0.0 ? std::nullopt : Number(1.0);
        check.same_number(subject, "districts.passes", row.passes, against, expected, 0.0);
    }
}

void compare_district(Check& check, const Rules& rules, const Group& group, const DistrictRow& row)
{
    const Subject subject{row.label()};
    compare_count(check, subject, "districts.schools", row.schools, group.schools);
    compare_count(check, subject, "districts.schools_meet", row.schools_meet, group.meet);
    compare_count(check, subject, "districts.schools_near", row.schools_near, group.near);
    compare_count(check, subject, "districts.schools_short", row.schools_short, group.shorts);
    compare_count(check, subject, "districts.schools_unknown", row.schools_unknown, group.unknown);
    if (group.schools.perhaps == 0) {
        check.same_number(subject, "districts.pupils", row.pupils, "schools.enrol_total", group.pupils, 0.0);
    } else {
        check.number_at_least(subject, "districts.pupils", row.pupils.value_or(0.0), "schools.enrol_total", group.pupils, 0.0);
    }
    compare_spread(check, subject, group, row);
    compare_passes(check, subject, rules, group, row);
}

/// Sums of rows that `schools.district` cannot tell apart, together.
struct Districts
{
    Group group;
    std::vector<const DistrictRow*> rows;
};

void compare_sums(Check& check, const std::string& label, const Districts& together)
{
    const Group& group = together.group;
    const auto sum_of = [&](MaybeArea DistrictRow::*column) {
        Area sum = 0;
        for (const DistrictRow* const row : together.rows) {
            sum += (row->*column).value_or(0);
        }
        return sum;
    };
    check.same({label}, "districts.own_m2", sum_of(&DistrictRow::own), "schools.own_m2", group.own);
    check.same({label}, "districts.required_m2", sum_of(&DistrictRow::required), "schools.required_m2", group.required);
    check.same({label}, "districts.gap_m2", sum_of(&DistrictRow::gap), "schools.gap_m2", group.gap);
    check.same({label}, "districts.residual_m2", sum_of(&DistrictRow::residual), "schools.residual_m2", group.residual);
    double cost = 0.0;
    PerChannel<Area> given;
    for (const DistrictRow* const row : together.rows) {
        cost += row->cost.value_or(0.0);
        for (const Channel channel : all_channels) {
            given[channel] += row->given[channel].value_or(0);
        }
    }
    for (const Channel channel : all_channels) {
        const std::string column = std::string(name_of(channel)) + "_m2";
        check.same({label}, "districts." + column, given[channel], "schools." + column, group.given[channel]);
    }
    check.same_number({label}, "districts.cost", cost, "schools.cost", group.cost, yuan_tolerance + 1e-11 * std::fabs(group.cost), "yuan");
}

} // namespace

Check check_districts(const Result& all)
{
    Check check("districts");
    std::map<std::string, Districts> of_label;
    for (const DistrictRow& row : all.districts) {
        of_label[row.label()].rows.push_back(&row);
    }
    for (std::uint32_t s = 0; s < all.schools.size(); ++s) {
        const SchoolRow& school = all.schools[s];
        if (!school.is_branch() && !school.district.empty()) {
            const auto found = of_label.find(school.district);
            check.holds(found != of_label.end(), Fault::unknown, {school.id}, "schools.district", school.district, "districts");
            if (found != of_label.end()) {
                found->second.group.add(all, s);
            }
        }
    }
    for (const auto& [label, together] : of_label) {
        compare_sums(check, label, together);
        if (together.rows.size() == 1) {
            compare_district(check, all.rules(), together.group, *together.rows.front());
        }
    }
    return check;
}

} // namespace fieldgap::verify
