#include "domain/screening_ground.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

std::vector<Placed> of_comer(const Trial& trial, std::size_t comer)
{
    std::vector<Placed> placed;
    std::copy_if(trial.placed.begin(), trial.placed.end(), std::back_inserter(placed),
                 [comer](const Placed& one) { return one.comer == comer; });
    return placed;
}

/// Planned estates whose verdict can be given, judged together; the others make seats unclear for them.
void judge_planned(const RowBasis& ground, const WalkedEstates& all, const Walking& walking, std::vector<EstateRow>& rows)
{
    std::vector<Comer> comers;
    std::vector<ComingEstate> unclear;
    for (ComingEstate& estate : planned_estates(all, ground.judge.city, ground.judge.settings.estates)) {
        EstateRow& row = rows[estate.comer.estate];
        row.verdict = Verdict::unknown;
        row.reasons = no_verdict(row, walking);
        if (row.reasons.empty()) {
            comers.push_back(estate.comer);
        } else {
            unclear.push_back(std::move(estate));
        }
    }
    TakenSeats taken(ground.judge.schools.size());
    seat_ahead(ground.judge, unclear, taken);
    const JointJudgement judgement = judged(ground.judge, comers, taken);
    for (std::size_t c = 0; c < comers.size(); ++c) {
        EstateRow& row = rows[comers[c].estate];
        const Judgement& one = judgement.of_comer[c];
        const Trial& trial = one.by_planned_schools ? judgement.planned : judgement.open;
        row.verdict = one.verdict;
        row.reasons = one.reasons;
        row.serving = receiving_schools(of_comer(trial, c));
        row.per_student_m2 =
            per_student_m2(ground, row.serving, loads_with(ground.judge, taken.of({one.by_planned_schools, false}), trial));
    }
}

/// As if every planned school stood already.
void find_needs_of_planned(const JudgeGround& ground, std::span<const ComingEstate> planned, std::vector<EstateRow>& rows)
{
    constexpr std::int64_t end_of_time = 1'000'000;
    std::vector<Comer> comers;
    for (const ComingEstate& estate : planned) {
        comers.push_back(estate.comer);
        comers.back().first_year = end_of_time;
    }
    const Trial trial = tried(comers, SeatsTaken(ground.schools.size()), {true, false}, ground.schools, ground.settings.estates);
    for (std::size_t c = 0; c < comers.size(); ++c) {
        for (const SchoolIndex school : receiving_schools(of_comer(trial, c))) {
            if (ground.schools[index(school)].is_planned) {
                rows[comers[c].estate].needs_planned.push_back(school);
            }
        }
    }
}

} // namespace

EstateTable serve_estates(const City& city, const Results& results, const Walking& walking, const Settings& settings, Findings& findings)
{
    const std::vector<SchoolStanding> schools = standings(city, results, settings);
    WalkedEstates all = walked(city.estates, "residential", city, results, schools, walking, settings, findings);
    std::vector<bool> may_receive(city.schools.size());
    mark_receiving(all.walks, may_receive);
    const Reallocation reallocation(city, results, schools, walking, settings, may_receive);
    const JudgeGround judge{city, settings, schools, reallocation};
    const RowBasis ground{judge, results, all.estates, all.walks, all.catchments};
    const std::vector<PupilLoad> nobody(city.schools.size());
    EstateTable table;
    for (std::uint32_t e = 0; e < city.estates.size(); ++e) {
        table.rows.push_back(bare_row(ground, e, city.estates[e].phase));
        EstateRow& row = table.rows.back();
        if (city.estates[e].phase == EstatePhase::existing) {
            row.serving = serving_existing(ground, e, row);
            row.per_student_m2 = per_student_m2(ground, row.serving, nobody);
        } else {
            report_estate(city.estates[e], "residential", city.yields, settings.estates, findings);
        }
    }
    judge_planned(ground, all, walking, table.rows);
    find_needs_of_planned(judge, planned_estates(all, city, settings.estates), table.rows);
    table.walks = std::move(all.walks);
    return table;
}

} // namespace fieldgap
