#include "domain/seats/least_ground.hpp"

#include "domain/standard/need.hpp"

#include <algorithm>
#include <vector>

namespace fieldgap {
namespace {

/// Pupils more at which what a stage asks for may turn: the first of each step, and the last before it. Between them it grows evenly, or
/// ever less, so that the least of two stages together is at one of these.
std::vector<ExactPupils> turns(const std::optional<StageStandard>& standard, ExactPupils pupils)
{
    constexpr ExactPupils least_pupils = ExactPupils::thousandths(1);
    std::vector<ExactPupils> all;
    if (!standard || standard->is_per_pupil()) {
        return all;
    }
    for (const StandardStep& step : standard->steps()) {
        const bool is_first = &step == &standard->steps().front(); // holds for the first part of a pupil
        const ExactPupils begin = is_first ? least_pupils : ExactPupils::whole(step.from_pupils);
        all.push_back(begin - pupils);
        all.push_back(begin - pupils - least_pupils);
    }
    return all;
}

ExactPupils pupils_with(const SchoolStanding& school, const PupilLoad& taken, Stage stage)
{
    return ExactPupils::rounded(school.enrolled[stage]) + taken[stage];
}

} // namespace

std::optional<ExactArea> required_as(LoadCount count, const SchoolStanding& school, const PupilLoad& load, const Standard& standard)
{
    if (count == LoadCount::exact || !school.is_enrolment_known) {
        return required_with(school, load, standard);
    }
    return least_required_area(all_pupils(school, load), standard).value_or(ExactArea());
}

PupilLoad lightest_load(const SchoolStanding& school, const PupilLoad& taken, const PupilLoad& load, const Standard& standard)
{
    if (!school.seats.takes_in[Stage::primary] || !school.seats.takes_in[Stage::junior]) {
        return load;
    }
    const ExactPupils all = load[Stage::primary] + load[Stage::junior];
    std::vector<ExactPupils> in_primary = {ExactPupils(), all};
    for (const ExactPupils turn : turns(standard.of_stage[Stage::primary], pupils_with(school, taken, Stage::primary))) {
        in_primary.push_back(std::clamp(turn, ExactPupils(), all));
    }
    for (const ExactPupils turn : turns(standard.of_stage[Stage::junior], pupils_with(school, taken, Stage::junior))) {
        in_primary.push_back(all - std::clamp(turn, ExactPupils(), all));
    }
    const auto load_with = [&](ExactPupils primary) { return PupilLoad{{primary, all - primary, ExactPupils()}}; };
    const auto required = [&](ExactPupils primary) {
        return required_as(LoadCount::lower_bound, school, taken + load_with(primary), standard);
    };
    return load_with(*std::min_element(in_primary.begin(), in_primary.end(),
                                       [&](ExactPupils one, ExactPupils other) { return required(one) < required(other); }));
}

} // namespace fieldgap
