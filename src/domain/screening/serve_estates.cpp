#include "domain/screening/screening_ground.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

std::vector<Placed> of_comer(const Trial& trial, std::size_t incoming)
{
    std::vector<Placed> placed;
    std::copy_if(trial.placed.begin(), trial.placed.end(), std::back_inserter(placed),
                 [incoming](const Placed& one) { return one.incoming == incoming; });
    return placed;
}

/// Planned estates whose verdict can be given, judged together; the others make seats unclear for them.
void judge_planned(const RowContext& ground, const WalkedEstates& all, const WalkNetworkView& walking, std::vector<EstateRow>& rows)
{
    std::vector<IncomingEstate> all_incoming;
    std::vector<IncomingEstateRow> unclear;
    for (IncomingEstateRow& estate : planned_estates(all, ground.judge.city, ground.judge.settings.estates)) {
        EstateRow& row = rows[estate.incoming.estate];
        row.verdict = Verdict::unknown;
        row.reasons = no_verdict(row, walking);
        if (row.reasons.empty()) {
            all_incoming.push_back(estate.incoming);
        } else {
            unclear.push_back(std::move(estate));
        }
    }
    TakenSeats taken(ground.judge.schools.size());
    seat_ahead(ground.judge, unclear, taken);
    const JointJudgement judgement = verdicts_of(ground.judge, all_incoming, taken);
    for (std::size_t c = 0; c < all_incoming.size(); ++c) {
        EstateRow& row = rows[all_incoming[c].estate];
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
void find_needs_of_planned(const VerdictContext& ground, std::span<const IncomingEstateRow> planned, std::vector<EstateRow>& rows)
{
    constexpr std::int64_t end_of_time = 1'000'000;
    std::vector<IncomingEstate> all_incoming;
    for (const IncomingEstateRow& estate : planned) {
        all_incoming.push_back(estate.incoming);
        all_incoming.back().first_year = end_of_time;
    }
    const Trial trial = tried(all_incoming, SeatsTaken(ground.schools.size()), {true, false}, ground.schools, ground.settings.estates);
    for (std::size_t c = 0; c < all_incoming.size(); ++c) {
        for (const SchoolIndex school : receiving_schools(of_comer(trial, c))) {
            if (ground.schools[index(school)].is_planned) {
                rows[all_incoming[c].estate].needs_planned.push_back(school);
            }
        }
    }
}

} // namespace

EstateTable serve_estates(const City& city, const Results& results, const WalkNetworkView& walking, const Settings& settings,
                          Findings& findings)
{
    const std::vector<SchoolStanding> schools = standings(city, results, settings);
    WalkedEstates all = walked(city.estates, "residential", city, results, schools, walking, settings, findings);
    std::vector<bool> may_receive(city.schools.size());
    mark_receiving(all.walks, may_receive);
    const Reallocation reallocation(city, results, schools, walking, settings, may_receive);
    const VerdictContext judge{city, settings, schools, reallocation};
    const RowContext ground{judge, results, all.estates, all.walks, all.catchments};
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
