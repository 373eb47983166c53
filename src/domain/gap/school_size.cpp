#include "domain/gap/school_size.hpp"

namespace fieldgap {
namespace {

/// Classes of a main school and its branches; absent where a row with pupils of that stage has none.
std::optional<std::int64_t> classes_of(const City& city, const Ownership& owns, SchoolIndex school, Stage stage)
{
    std::int64_t sum = 0;
    for (const SchoolIndex row : owns.rows_of_main[index(school)]) {
        const School& one = city.schools[index(row)];
        if (one.classes[stage]) {
            sum += *one.classes[stage];
        } else if (one.pupils[stage].value_or(0) > 0) {
            return std::nullopt;
        }
    }
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

bool is_relaxed(const School& school, bool is_twelve_year)
{
    constexpr std::int64_t last_relaxed_year = 2010;
    constexpr double half = 0.5;
    return !is_twelve_year && ((school.built_year && *school.built_year <= last_relaxed_year) || school.migrant_share.value_or(0.0) > half);
}

} // namespace

std::int64_t max_pupils(const School& school, const PerStage<bool>& teaches, const Limits& limits)
{
    constexpr double relaxation = 1.2;
    const bool is_combined = teaches[Stage::primary] && teaches[Stage::junior];
    const double limit = is_combined ? limits.max_school_combined : limits.max_school_single;
    return static_cast<std::int64_t>(is_relaxed(school, is_combined && teaches[Stage::senior]) ? limit * relaxation + 0.5 : limit);
}

SchoolSize school_size(const City& city, const Ownership& owns, SchoolIndex school, const Enrolment& enrolled, const Limits& limits)
{
    if (!enrolled.is_known) {
        return {};
    }
    PerStage<std::optional<double>> pupils;
    for (const Stage stage : all_stages) {
        pupils[stage] = static_cast<double>(enrolled.pupils[stage].value_or(0));
    }
    return school_size(city, owns, school, pupils, limits);
}

SchoolSize school_size(const City& city, const Ownership& owns, SchoolIndex school, const PerStage<std::optional<double>>& pupils,
                       const Limits& limits)
{
    SchoolSize size;
    bool is_known = true;
    bool is_over = false;
    double compulsory = 0.0;
    PerStage<bool> teaches;
    for (const Stage stage : all_stages) {
        teaches[stage] = pupils[stage].value_or(0.0) > 0.0;
    }
    for (const Stage stage : compulsory_stages) {
        compulsory += pupils[stage].value_or(0.0);
        if (!teaches[stage]) {
            continue;
        }
        if (const auto classes = classes_of(city, owns, school, stage)) {
            size.mean_class[stage] = *pupils[stage] / static_cast<double>(*classes);
            is_over = is_over || *size.mean_class[stage] > limits.max_class_size[stage];
        } else {
            is_known = false;
        }
    }
    if (is_known || is_over) {
        size.over_class = is_over;
    }
    size.over_size = compulsory > static_cast<double>(max_pupils(city.schools[index(school)], teaches, limits));
    return size;
}

} // namespace fieldgap
