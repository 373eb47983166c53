#include "quarter/standing_part.hpp"

#include <algorithm>

namespace fieldgap::quarter {
namespace {

bool is_of(const std::string& as_of, const std::optional<Date>& day)
{
    return day && as_of == text_of(*day);
}

std::optional<double> gap_of(const RegisterTables& tables, const RunRow& like, const std::optional<Date>& day)
{
    const auto found = std::find_if(tables.runs.begin(), tables.runs.end(), [&](const RunRow& run) {
        return is_of(run.as_of, day) && run.district == like.district && run.stage == like.stage;
    });
    return found == tables.runs.end() ? std::nullopt : found->gap_m2;
}

std::vector<Amount> amounts_of(const RegisterTables& tables, const std::optional<Date>& day)
{
    std::vector<Amount> amounts;
    for (const AmountRow& row : tables.amounts) {
        if (is_of(row.as_of, day)) {
            amounts.push_back(row.amount);
        }
    }
    return amounts;
}

std::optional<double> value_of(const std::vector<Amount>& amounts, const std::string& key)
{
    const auto found = std::find_if(amounts.begin(), amounts.end(), [&](const Amount& amount) { return amount.key == key; });
    return found == amounts.end() ? std::nullopt : found->value;
}

constexpr const char* unassigned = "unassigned_m2";

bool is_of_channels(const std::string& key)
{
    return key == unassigned || key.starts_with("done.") || key.starts_with("under_way.") || key.starts_with("promised.");
}

} // namespace

void put_standing(QuarterReport& report, const RegisterTables& tables)
{
    for (const RunRow& run : tables.runs) {
        if (is_of(run.as_of, report.last)) {
            report.standing.push_back({run.district, run.stage, run.meets, run.near, run.is_short, run.unknown, run.pupils_short,
                                       run.gap_m2, gap_of(tables, run, report.before), gap_of(tables, run, report.first)});
        }
    }
    std::stable_partition(report.standing.begin(), report.standing.end(), [](const StandingRow& row) { return row.district.empty(); });
}

void put_channels(QuarterReport& report, const ResultTables& result, const RegisterTables& tables)
{
    const std::vector<Amount> now = amounts_of(tables, report.last);
    const std::vector<Amount> before = amounts_of(tables, report.before);
    for (const char* name : register_channels) {
        const std::string channel = name;
        const std::string m2 = channel + "_m2";
        report.channels.push_back({channel, result.figure("plan." + channel), value_of(now, "done." + m2), value_of(now, "under_way." + m2),
                                   value_of(now, "promised." + m2), value_of(before, "done." + m2)});
    }
    report.planned_shortfall_m2 = result.figure("plan.shortfall_m2");
    report.planned_unnamed_m2 = result.figure("plan.unnamed");
    report.unassigned_m2 = value_of(now, unassigned);
    report.unassigned_before_m2 = value_of(before, unassigned);
}

std::vector<Change> changes_of_runs(const QuarterReport& report, const RegisterTables& tables)
{
    std::vector<Change> all = changes(amounts_of(tables, report.before), amounts_of(tables, report.last));
    all.erase(std::remove_if(all.begin(), all.end(), [](const Change& change) { return is_of_channels(change.key); }), all.end());
    return all;
}

} // namespace fieldgap::quarter
