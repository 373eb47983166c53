#include "domain/screening/new_school.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

/// Track, basketball and volleyball grounds together (docs/standards.md 3.1).
struct StandardSet
{
    std::int64_t classes = 0;
    double m2 = 0.0;
};

constexpr std::array<StandardSet, 5> primary_sets = {{{12, 6288.0}, {18, 8533.0}, {24, 10893.0}, {30, 11501.0}, {36, 12109.0}}};
constexpr std::array<StandardSet, 4> junior_sets = {{{18, 8533.0}, {24, 11260.0}, {30, 11546.0}, {36, 12154.0}}};
constexpr std::int64_t max_classes = 36;
constexpr PerStage<double> reward_per_class_yuan = {{150'000.0, 250'000.0, 0.0}};

double smallest_set_m2(Stage stage, std::int64_t classes)
{
    const auto is_enough = [classes](const StandardSet& set) { return set.classes >= classes; };
    return stage == Stage::primary ? std::find_if(primary_sets.begin(), primary_sets.end(), is_enough)->m2
                                   : std::find_if(junior_sets.begin(), junior_sets.end(), is_enough)->m2;
}

double sets_m2(Stage stage, std::int64_t classes)
{
    const std::int64_t rest = classes % max_classes;
    return static_cast<double>(classes / max_classes) * smallest_set_m2(stage, max_classes) +
           (rest > 0 ? smallest_set_m2(stage, rest) : 0.0);
}

std::int64_t classes_for(ExactPupils pupils, int class_size)
{
    const std::int64_t of_class = ExactPupils::whole(class_size).thousandths();
    return of_class > 0 && pupils > ExactPupils() ? (pupils.thousandths() + of_class - 1) / of_class : 0;
}

double standard_m2(const std::optional<StageStandard>& standard, ExactPupils pupils)
{
    return standard ? standard->required_m2(pupils.pupils()) : 0.0;
}

} // namespace

NewSchool new_school_for(const PerStage<ExactPupils>& pupils, const Limits& limits, const Standard& standard)
{
    NewSchool school;
    for (const Stage stage : compulsory_stages) {
        const std::int64_t classes = classes_for(pupils[stage], limits.max_class_size[stage]);
        if (classes > 0) {
            school.classes[stage] = classes;
            school.field_m2 += std::max(sets_m2(stage, classes), standard_m2(standard.of_stage[stage], pupils[stage]));
            school.reward_yuan += static_cast<double>(classes) * reward_per_class_yuan[stage];
        }
    }
    return school;
}

} // namespace fieldgap
