#include "verify/checks/check_need.hpp"

#include "verify/checks/need.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace fieldgap::verify {
namespace {

constexpr double half_part_m2 = 0.005 + 1e-7; ///< what rounding to 0.01 m2 may do
constexpr double ratio_tolerance = 2e-9;
constexpr double step_m2 = 1e-4; ///< to which grounds are written

Number ratio(double a, double b)
{
    return b > 0.0 ? Number(a / b) : std::nullopt;
}

double rounding_of(double m2)
{
    return half_part_m2 + 1e-11 * std::fabs(m2);
}

/// Figures per pupil and shares, for ratios of large numbers too.
double ratio_rounding(Number expected)
{
    return ratio_tolerance + 1e-12 * std::fabs(expected.value_or(0.0));
}

void check_pupils(const SchoolRow& school, const Need& need, Check& check)
{
    for (const Stage stage : all_stages) {
        check.same_number({school.id, name_of(stage)}, "schools.enrol", school.enrol[stage].value_or(0.0), "stages.pupils",
                          need.pupils[stage], 0.0);
    }
    check.same_number({school.id}, "schools.enrol_total", school.enrol_total, "stages.pupils", need.all_pupils(), 0.0);
}

/// What of the ground counts: special ground for every school, under the national regime for dense ones. Nobody says which these are, but
/// own_m2 is one of the two.
void check_own(const Result& all, const SchoolRow& school, Check& check)
{
    const double usual_m2 = school.outdoor_m2.value_or(0.0) + school.indoor_m2.value_or(0.0);
    const double with_special_m2 = usual_m2 + school.special_m2.value_or(0.0);
    const double own_m2 = square_metres(school.own.value_or(0));
    const bool is_without = all.rules().is_national && std::fabs(own_m2 - usual_m2) < std::fabs(own_m2 - with_special_m2);
    const double counted_m2 = is_without ? usual_m2 : with_special_m2;
    check.same_number({school.id}, "schools.own_m2", own_m2, "outdoor_m2 + indoor_m2 + special_m2", counted_m2,
                      rounding_of(counted_m2) + 2.0 * step_m2, "m2");
    if (school.own_source == "drawn") {
        check.same_number({school.id}, "schools.drawn_m2", school.drawn_m2, "outdoor_m2 + indoor_m2 + special_m2", with_special_m2,
                          3.0 * step_m2 + 1e-11 * with_special_m2, "m2");
    }
}

void check_gap(const SchoolRow& school, Check& check)
{
    const Area own = school.own.value_or(0);
    const Area required = school.required.value_or(0);
    check.same({school.id}, "schools.gap_m2", school.gap, "max(0, required_m2 - own_m2)", std::max<Area>(required - own, 0));
    check.same({school.id}, "schools.surplus_m2", school.surplus, "max(0, own_m2 - required_m2)", std::max<Area>(own - required, 0));
}

void check_ratios(const SchoolRow& school, Check& check)
{
    struct Ratio
    {
        std::string_view column;
        Number found;
        std::string_view formula;
        Number expected;
    };
    const double own_m2 = square_metres(school.own.value_or(0));
    const double required_m2 = square_metres(school.required.value_or(0));
    const double pupils = school.enrol_total.value_or(0.0);
    for (const Ratio& one : {Ratio{"schools.per_student_m2", school.per_student_m2, "own_m2 / enrol_total", ratio(own_m2, pupils)},
                             Ratio{"schools.standard_m2", school.standard_m2, "required_m2 / enrol_total", ratio(required_m2, pupils)},
                             Ratio{"schools.ratio", school.ratio, "own_m2 / required_m2", ratio(own_m2, required_m2)},
                             Ratio{"schools.per_student_after_m2", school.per_student_after_m2, "own_m2 after / enrol_total",
                                   ratio(square_metres(ground_after(school)), pupils)}}) {
        check.same_number({school.id}, one.column, one.found, one.formula, one.expected, ratio_rounding(one.expected));
    }
}

/// Those without figures say nothing that follows from figures.
void check_no_figures(const SchoolRow& school, Check& check)
{
    for (const auto& [column, value] :
         {std::pair("schools.own_m2", school.own), std::pair("schools.required_m2", school.required),
          std::pair("schools.gap_m2", school.gap), std::pair("schools.surplus_m2", school.surplus),
          std::pair("schools.residual_m2", school.residual), std::pair("schools.rent_m2", school.given[Channel::rent]),
          std::pair("schools.share_m2", school.given[Channel::share]), std::pair("schools.basement_m2", school.given[Channel::basement]),
          std::pair("schools.expand_m2", school.given[Channel::expand])}) {
        check.holds(!value, Fault::differs, {school.id}, column, value ? text_of_parts(*value) : "", "schools.status", "NULL");
    }
}

void check_fields(const Result& all, Check& check)
{
    struct Sum
    {
        double counted_m2 = 0.0;
        std::size_t rows = 0;
    };
    std::unordered_map<std::string, Sum> of_school;
    for (const FieldRow& field : all.fields) {
        Sum& sum = of_school[field.school_id];
        sum.counted_m2 += field.counted_m2.value_or(0.0);
        ++sum.rows;
    }
    // Fields of a branch count for its main school, and no layer says which that is.
    const bool has_branches = std::any_of(all.schools.begin(), all.schools.end(), [&](const SchoolRow& school) {
        const auto sum = of_school.find(school.id);
        return school.is_branch() && sum != of_school.end() && sum->second.counted_m2 > 0.0;
    });
    for (const SchoolRow& school : all.schools) {
        if (school.drawn_m2 && !school.is_branch()) {
            const Sum sum = of_school[school.id];
            const double expected_m2 = has_branches ? std::max(sum.counted_m2, *school.drawn_m2) : sum.counted_m2;
            check.same_number({school.id}, "schools.drawn_m2", school.drawn_m2, "fields.counted_m2", expected_m2,
                              0.01 + step_m2 * static_cast<double>(sum.rows), "m2");
        }
    }
}

} // namespace

Check check_need(const Result& all)
{
    Check check("need");
    for (std::uint32_t s = 0; s < all.schools.size(); ++s) {
        const SchoolRow& school = all.schools[s];
        if (!school.has_figures()) {
            continue;
        }
        const Need need = need_of(all, s);
        check_pupils(school, need, check);
        const double required_m2 = need.required_m2.value_or(0.0);
        check.same_number({school.id}, "schools.required_m2", square_metres(school.required.value_or(0)), "stages.pupils x standards",
                          need.required_m2, rounding_of(required_m2), "m2");
    }
    return check;
}

Check check_ground(const Result& all)
{
    Check check("ground");
    for (const SchoolRow& school : all.schools) {
        if (school.has_figures()) {
            check_own(all, school, check);
            check_gap(school, check);
            check_ratios(school, check);
        } else {
            check_no_figures(school, check);
        }
    }
    check_fields(all, check);
    return check;
}

} // namespace fieldgap::verify
