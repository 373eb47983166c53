#include "verify/checks/check_stages.hpp"

#include "verify/checks/need.hpp"

#include <cmath>

namespace fieldgap::verify {
namespace {

constexpr double ratio_tolerance = 2e-9;
constexpr double area_tolerance_m2 = 1e-4; ///< areas of stages are written to so much

/// What a stage has, and what that means for it.
struct StageState
{
    double area_m2 = 0.0;
    double per_pupil_m2 = 0.0;
    Number gap_m2;
    double off_m2 = 0.0; ///< from the floor or the standard, whichever is nearer: where it is next to nothing either status will do
    std::string_view status = "meets";
};

StageState state_of(double area_m2, double pupils, Number standard_m2, double floor)
{
    constexpr double computing_error = 1e-9;
    StageState state{area_m2, area_m2 / pupils, {}, 0.0, {}};
    if (standard_m2) {
        const double wanted_m2 = *standard_m2 * pupils;
        const double tolerance_m2 = computing_error * wanted_m2;
        const bool meets = area_m2 >= wanted_m2 - tolerance_m2;
        state.gap_m2 = meets ? 0.0 : wanted_m2 - area_m2;
        state.status = meets ? "meets" : area_m2 >= floor * wanted_m2 - tolerance_m2 ? "near" : "short";
        state.off_m2 = std::fmin(std::fabs(area_m2 - wanted_m2 + tolerance_m2), std::fabs(area_m2 - floor * wanted_m2 + tolerance_m2));
    }
    return state;
}

class StageCheck
{
public:
    explicit StageCheck(const Result& all) : all_(all) {}

    Check check() &&
    {
        for (std::uint32_t s = 0; s < all_.schools.size(); ++s) {
            const SchoolRow& school = all_.schools[s];
            const Need need = school.has_figures() ? need_of(all_, s) : Need();
            for (const std::uint32_t i : all_.stages_of_school[s]) {
                school.has_figures() ? look_at(school, need, all_.stages[i]) : look_at_unknown(school, all_.stages[i]);
            }
        }
        return std::move(check_);
    }

private:
    void look_at(const SchoolRow& school, const Need& need, const StageRow& row)
    {
        const auto stage = named<Stage>(stage_names, row.stage);
        if (!stage || !(need.pupils[*stage] > 0.0)) {
            return check_.holds(false, Fault::malformed, {row.school_id, row.stage}, "stages.pupils", "0", "stages");
        }
        const Subject subject{row.school_id, row.stage};
        const Number standard_m2 = all_.rules().m2_per_pupil(*stage, need.pupils[*stage]);
        const double share = need.share(*stage);
        number(subject, "stages.weight", row.weight, need.weight[*stage]);
        number(subject, "stages.standard_m2", row.standard_m2, standard_m2);
        area(subject, "stages.given_m2", row.given_m2, square_metres(school.received()) * share);
        const double pupils = need.pupils[*stage];
        const StageState before = state_of(square_metres(school.own.value_or(0)) * share, pupils, standard_m2, all_.rules().floor);
        const StageState after = state_of(square_metres(ground_after(school)) * share, pupils, standard_m2, all_.rules().floor);
        area(subject, "stages.area_m2", row.area_m2, before.area_m2);
        area(subject, "stages.gap_stage_m2", row.gap_m2, before.gap_m2);
        number(subject, "stages.per_pupil_m2", row.per_pupil_m2, before.per_pupil_m2);
        number(subject, "stages.per_pupil_after_m2", row.per_pupil_after_m2, after.per_pupil_m2);
        status(subject, "stages.status", row.status, before);
        status(subject, "stages.status_after", row.status_after, after);
        look_at_flag(*stage, row);
    }

    /// Of a stage without a standard nobody judges anything.
    void status(Subject subject, std::string_view column, const std::string& found, const StageState& state)
    {
        if (state.gap_m2 && state.off_m2 > area_tolerance_m2) {
            check_.same_word(subject, column, found, "area_m2, standard_m2", state.status);
        }
    }

    /// Senior pupils are in no district figures; the other stages of a school are together.
    void look_at_flag(Stage stage, const StageRow& row)
    {
        const double flag = row.in_district_figures.value_or(0.0);
        check_.holds(flag == 0.0 || (flag == 1.0 && stage != Stage::senior), Fault::malformed, {row.school_id, row.stage},
                     "stages.in_district_figures", text_of_number(flag), "0, 1");
        for (const std::uint32_t other : all_.stages_of_school[row.school]) {
            const StageRow& twin = all_.stages[other];
            if (stage != Stage::senior && twin.stage != "senior") {
                check_.same_number({row.school_id, row.stage}, "stages.in_district_figures", flag, twin.stage,
                                   twin.in_district_figures.value_or(0.0), 0.0);
            }
        }
    }

    void look_at_unknown(const SchoolRow& school, const StageRow& row)
    {
        for (const auto& [column, value] : {std::pair("stages.area_m2", row.area_m2), std::pair("stages.given_m2", row.given_m2),
                                            std::pair("stages.per_pupil_after_m2", row.per_pupil_after_m2)}) {
            check_.same_number({row.school_id, row.stage}, column, value, "schools.status", std::nullopt, 0.0);
        }
        check_.same_word({row.school_id, row.stage}, "stages.status", row.status, "schools.status", school.status);
    }

    void number(Subject subject, std::string_view column, Number found, Number expected)
    {
        check_.same_number(subject, column, found, "schools", expected, ratio_tolerance + 1e-12 * std::fabs(expected.value_or(0.0)));
    }

    void area(Subject subject, std::string_view column, Number found, Number expected)
    {
        check_.same_number(subject, column, found, "schools", expected, area_tolerance_m2 + 1e-11 * std::fabs(expected.value_or(0.0)),
                           "m2");
    }

    const Result& all_;
    Check check_{"stages"};
};

void check_campuses(const Result& all, Check& check)
{
    for (const CampusRow& campus : all.campuses) {
        const std::uint32_t s = all.school_of_id.of(campus.school_id);
        if (campus.school_id.empty() || s == nobody || all.schools[s].is_branch()) {
            continue; // of nobody, or of a planned school
        }
        const SchoolRow& school = all.schools[s];
        const Subject subject{campus.id, school.id};
        check.same_word(subject, "campuses.status", campus.status, "schools.status", school.status);
        check.same_number(subject, "campuses.per_student_m2", campus.per_student_m2, "schools", school.per_student_m2, ratio_tolerance);
        check.same_number(subject, "campuses.per_student_after_m2", campus.per_student_after_m2, "schools", school.per_student_after_m2,
                          ratio_tolerance);
        if (school.has_figures()) {
            check.same(subject, "campuses.gap_m2", campus.gap, "schools.gap_m2", school.gap.value_or(0));
            check.same(subject, "campuses.residual_m2", campus.residual, "schools.residual_m2", school.residual.value_or(0));
        }
    }
}

} // namespace

Check check_stages(const Result& result)
{
    return StageCheck(result).check();
}

Check check_status(const Result& all)
{
    Check check("status");
    for (const SchoolRow& school : all.schools) {
        if (!school.has_figures()) {
            check.same_word({school.id}, "schools.status_after", school.status_after, "schools.status", school.status);
            continue;
        }
        const Area required = school.required.value_or(0);
        check.same_word({school.id}, "schools.status", school.status, "own_m2, required_m2, floor",
                        status_of(school.own.value_or(0), required, all.rules().floor));
        check.same_word({school.id}, "schools.status_after", school.status_after, "own_m2 after, required_m2, floor",
                        status_of(ground_after(school), required, all.rules().floor));
    }
    check_campuses(all, check);
    return check;
}

} // namespace fieldgap::verify
