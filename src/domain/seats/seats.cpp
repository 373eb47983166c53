#include "domain/seats/seats.hpp"

#include "domain/gap/school_size.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

bool may_take_in(const School& school)
{
    return school.kind == SchoolKind::regular || school.kind == SchoolKind::teaching_point;
}

/// All seats of a stage, taken or free, of a school and its branches.
std::optional<std::int64_t> all_seats(const City& city, const std::vector<SchoolIndex>& rows, Stage stage, const Limits& limits)
{
    std::int64_t sum = 0;
    for (const SchoolIndex row : rows) {
        const School& one = city.schools[index(row)];
        if (one.capacity[stage]) {
            sum += *one.capacity[stage];
        } else if (one.classes[stage]) {
            sum += *one.classes[stage] * limits.max_class_size[stage];
        } else if (one.has_stage[stage] || one.pupils[stage].value_or(0) > 0) {
            return std::nullopt;
        }
    }
    return sum;
}

/// Pupils of the rows; planned ones may have none. Absent where a row has the stage without a number.
std::optional<std::int64_t> taken_seats(const City& city, const std::vector<SchoolIndex>& rows, Stage stage, bool is_planned)
{
    std::int64_t sum = 0;
    for (const SchoolIndex row : rows) {
        const School& one = city.schools[index(row)];
        if (!one.pupils[stage] && one.has_stage[stage] && !is_planned) {
            return std::nullopt;
        }
        sum += one.pupils[stage].value_or(0);
    }
    return sum;
}

PerStage<bool> stages_of(const City& city, const std::vector<SchoolIndex>& rows)
{
    PerStage<bool> has;
    for (const SchoolIndex row : rows) {
        const School& one = city.schools[index(row)];
        for (const Stage stage : all_stages) {
            has[stage] = has[stage] || one.has_stage[stage] || one.pupils[stage].value_or(0) > 0;
        }
    }
    return has;
}

SchoolSeats seats_of(const City& city, const Ownership& owns, std::size_t school, const Limits& limits)
{
    const std::vector<SchoolIndex>& rows = owns.rows_of_main[school];
    const bool is_planned = city.schools[school].phase == SchoolPhase::planned;
    const PerStage<bool> teaches = stages_of(city, rows);
    const std::int64_t most = max_pupils(city.schools[school], teaches, limits);
    SchoolSeats seats;
    PerStage<std::optional<std::int64_t>> taken;
    std::optional<std::int64_t> all_taken = 0;
    for (const Stage stage : compulsory_stages) {
        taken[stage] = taken_seats(city, rows, stage, is_planned);
        all_taken = all_taken && taken[stage] ? std::optional(*all_taken + *taken[stage]) : std::nullopt;
    }
    if (all_taken) {
        seats.room = most - *all_taken;
    }
    for (const Stage stage : compulsory_stages) {
        seats.takes_in[stage] = teaches[stage] && may_take_in(city.schools[school]);
        const auto all = all_seats(city, rows, stage, limits);
        if (seats.takes_in[stage] && all && seats.room) {
            seats.free[stage] = std::min(*all - *taken[stage], *seats.room);
        }
    }
    return seats;
}

} // namespace

std::vector<SchoolSeats> free_seats(const City& city, const Ownership& owns, const Limits& limits)
{
    std::vector<SchoolSeats> seats(city.schools.size());
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (owns.is_main(SchoolIndex(s))) {
            seats[s] = seats_of(city, owns, s, limits);
        }
    }
    return seats;
}

} // namespace fieldgap
