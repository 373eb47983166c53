#include "synth/roster.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

using enum SchoolType;

/// The regular schools of a city, again and again; the first fifteen hold each type.
constexpr std::array<SchoolType, 20> regular_types = {primary,  junior,      primary, nine_year, primary,   complete,  primary,
                                                      junior,   twelve_year, primary, junior,    primary,   nine_year, primary,
                                                      complete, primary,     junior,  primary,   nine_year, primary};

constexpr std::size_t all_types_from = 20;
constexpr std::size_t guests_from = 60;

std::size_t one_in(std::size_t schools, std::size_t every, std::size_t from)
{
    return schools < from ? 0 : std::max<std::size_t>(1, schools / every);
}

void add(std::vector<SchoolPlan>& plans, std::size_t count, const SchoolPlan& plan)
{
    plans.insert(plans.end(), count, plan);
}

std::vector<SchoolPlan> unusual_schools(std::size_t schools)
{
    std::vector<SchoolPlan> plans;
    add(plans, one_in(schools, 60, all_types_from), {special});
    add(plans, one_in(schools, 40, all_types_from), {vocational});
    add(plans, one_in(schools, 40, all_types_from), {teaching_point});
    add(plans, one_in(schools, 30, all_types_from), {primary, false, true});
    add(plans, one_in(schools, 20, 10), {primary, true});
    add(plans, one_in(schools, 60, guests_from), {junior, false, false, true});
    add(plans, one_in(schools, 100, 10), {primary, false, false, false, true});
    return plans;
}

/// Classes of each stage, least and most. Grades times a whole number, roughly.
struct ClassRange
{
    int least;
    int most;
};

PerStage<ClassRange> class_ranges(SchoolType type)
{
    switch (type) {
    case primary: return {{{{12, 36}, {0, 0}, {0, 0}}}};
    case junior: return {{{{0, 0}, {12, 33}, {0, 0}}}};
    case nine_year: return {{{{12, 24}, {6, 15}, {0, 0}}}};
    case complete: return {{{{0, 0}, {6, 15}, {9, 24}}}};
    case twelve_year: return {{{{12, 18}, {6, 9}, {6, 12}}}};
    case special: return {{{{6, 9}, {3, 6}, {0, 0}}}};
    case vocational: return {{{{0, 0}, {0, 0}, {18, 36}}}};
    case teaching_point: return {{{{3, 4}, {0, 0}, {0, 0}}}};
    }
    return {};
}

/// Pupils a class, least in the middle of a full range.
double class_size(SchoolType type, double centrality, Random& random)
{
    if (type == special || type == teaching_point) {
        return random.between(8.0, 12.0);
    }
    return std::clamp(random.between(41.0, 51.0) - 7.0 * centrality, 35.0, 52.0);
}

int classes_between(const ClassRange& range, double share)
{
    const int step = range.most >= 12 ? 3 : 1;
    const int wanted = range.least + static_cast<int>(std::lround((range.most - range.least) * share));
    return std::max(range.least, wanted / step * step);
}

int seats_of_class(Stage stage)
{
    return stage == Stage::primary ? 45 : 50;
}

void enrol_stage(School& school, const SchoolPlan& plan, Stage stage, int classes, double pupils_of_class, Random& random)
{
    school.has_stage[stage] = true;
    school.classes[stage] = classes;
    const auto pupils = static_cast<std::int64_t>(std::lround(classes * pupils_of_class)) + random.whole(-3, 3);
    if (!plan.planned && !plan.unreported) {
        school.pupils[stage] = pupils;
    }
    if (is_regular(plan.type) && (plan.planned || random.chance(0.75))) {
        school.capacity[stage] = std::int64_t{classes} * seats_of_class(stage);
    }
}

} // namespace

bool is_regular(SchoolType type)
{
    return type != special && type != vocational && type != teaching_point;
}

std::vector<SchoolPlan> roster(std::size_t schools, Random random)
{
    std::vector<SchoolPlan> plans = unusual_schools(schools);
    for (std::size_t i = 0; plans.size() < schools; ++i) {
        plans.push_back({regular_types[i % regular_types.size()]});
    }
    random.shuffle(plans);
    double quantile = random.unit();
    for (SchoolPlan& plan : plans) {
        if (is_regular(plan.type) && !plan.planned && !plan.branch && !plan.unreported) {
            // Steps of the golden ratio fill 0..1 evenly, however many schools there are.
            quantile += 0.61803398874989485;
            quantile -= std::floor(quantile);
        }
        plan.quantile = quantile;
    }
    return plans;
}

void enrol(School& school, const SchoolPlan& plan, double centrality, int most_classes, Random& random)
{
    const PerStage<ClassRange> ranges = class_ranges(plan.type);
    const double share = std::clamp(random.between(0.25, 1.1) - 0.35 * centrality, 0.0, 1.0);
    int wanted = 0;
    for (const Stage stage : all_stages) {
        wanted += classes_between(ranges[stage], share);
    }
    const double cut = wanted > most_classes ? static_cast<double>(most_classes) / wanted : 1.0;
    for (const Stage stage : all_stages) {
        if (ranges[stage].most > 0) {
            const int classes = std::max(3, static_cast<int>(classes_between(ranges[stage], share) * cut));
            enrol_stage(school, plan, stage, classes, class_size(plan.type, centrality, random), random);
        }
    }
}

} // namespace fieldgap
