#include "domain/screening/serve_estates.hpp"

#include "domain/screening/report_estates.hpp"
#include "domain/screening/seats_ahead.hpp"

namespace fieldgap {
namespace {

/// Planned estates whose verdict can be given, judged together; the others make seats unclear for them.
void judge_planned(const VerdictContext& context, std::span<const IncomingEstate> planned, std::vector<EstateRow>& rows)
{
    std::vector<IncomingEstate> judged, unclear;
    for (const IncomingEstate& estate : planned) {
        EstateRow& row = rows[estate.position];
        row.verdict = Verdict::unknown;
        row.reasons = no_verdict(row, context.walking);
        (row.reasons.empty() ? judged : unclear).push_back(estate);
    }
    auto taken = nothing_taken(context);
    seat_ahead(context, unclear, taken);
    const JointJudgement judgement = verdicts_of(context, judged, taken);
    PerAdmission<std::vector<PupilLoad>> loads;
    for (const Admission admission : all_admissions) {
        if (const auto& trial = judgement.trials[admission]) {
            loads[admission] = loads_with(taken[admission], *trial);
        }
    }
    for (std::size_t e = 0; e < judged.size(); ++e) {
        EstateRow& row = rows[judged[e].position];
        const Judgement& one = judgement.of_estate[e];
        row.verdict = one.verdict;
        row.reasons = one.reasons;
        row.serving = judgement.trials[one.admission]->receiving(e);
        row.per_student_m2 = per_student_m2(context, row.serving, loads[one.admission]);
    }
}

/// As if every planned school stood already.
void find_needs_of_planned(const VerdictContext& context, std::vector<IncomingEstate> planned, std::vector<EstateRow>& rows)
{
    constexpr std::int64_t end_of_time = 1'000'000;
    for (IncomingEstate& estate : planned) {
        estate.first_year = end_of_time;
    }
    const Trial trial = tried(context, planned, SeatsTaken(context.schools.size()), Admission::planned);
    for (std::size_t e = 0; e < planned.size(); ++e) {
        for (const SchoolIndex school : trial.receiving(e)) {
            if (context.schools[index(school)].is_planned) {
                rows[planned[e].position].needs_planned.push_back(school);
            }
        }
    }
}

} // namespace

EstateTable serve_estates(const AnalysedCity& analysed, Findings& findings)
{
    const City& city = analysed.city;
    const std::vector<SchoolStanding> schools = standings(analysed);
    EstateTable table{{}, walks_to_schools(analysed, schools, city.estates, Routes::dropped)};
    report_estates(analysed, schools, table.walks, "residential", findings);
    Partners partners{std::vector<bool>(city.schools.size()), std::vector<bool>(city.schools.size())};
    partners.add_takers(table.walks);
    const Reallocation reallocation(analysed, schools, partners);
    const VerdictContext context{city, analysed.results, analysed.walking, analysed.settings, schools, reallocation};
    const Cover cover(context);
    const SeatsTaken nobody(city.schools.size());
    for (std::uint32_t e = 0; e < city.estates.size(); ++e) {
        EstateRow row = bare_row(context, cover, table.walks, e, nobody);
        if (city.estates[e].phase == EstatePhase::existing) {
            row.serving = serving_existing(context, table.walks, e);
            row.per_student_m2 = per_student_m2(context, row.serving, nobody.load);
        }
        table.rows.push_back(std::move(row));
    }
    const auto planned = incoming_estates(context, table.walks);
    judge_planned(context, planned, table.rows);
    find_needs_of_planned(context, planned, table.rows);
    return table;
}

} // namespace fieldgap
