#include "quarter/tables/register_tables.hpp"

#include <algorithm>

namespace fieldgap::quarter {
namespace {

void read_issues(TableFile& file, std::vector<IssueRow>& issues)
{
    file.each(register_table,
              {"issue_id", "school_id", "stage", "opened", "baseline_gap_m2", "promised_share_m2", "promised_rent_m2",
               "promised_basement_m2", "promised_expand_m2", "unit", "due", "note", "current_gap_m2", "state", "closed", "evidence",
               "history"},
              [&](const TableRow& row) {
                  issues.push_back({row.text(0),
                                    row.text(1),
                                    row.text(2),
                                    row.text(3),
                                    row.number(4),
                                    {row.number(5), row.number(6), row.number(7), row.number(8)},
                                    row.text(9),
                                    row.text(10),
                                    row.text(11),
                                    row.number(12),
                                    row.text(13),
                                    row.text(14),
                                    row.text(15),
                                    row.text(16)});
              });
}

void read_history(TableFile& file, std::vector<HistoryRow>& history)
{
    file.each("register_history",
              {"issue_id", "as_of", "state_before", "state", "required_m2", "pupils", "own_m2", "special_m2", "leased_m2", "gap_m2", "unit",
               "due", "note", "evidence"},
              [&](const TableRow& row) {
                  history.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.number(4), row.number(5), row.number(6),
                                     row.number(7), row.number(8), row.number(9), row.text(10), row.text(11), row.text(12), row.text(13)});
              });
    std::stable_sort(history.begin(), history.end(), [](const HistoryRow& a, const HistoryRow& b) { return a.as_of < b.as_of; });
}

/// Columns of register_runs that count issues by state begin here, in the order of IssueState.
constexpr int first_state = 13;

void read_runs(TableFile& file, std::vector<RunRow>& runs)
{
    std::vector<std::string> columns = {"as_of",         "district",        "stage",        "schools_meets", "schools_near",
                                        "schools_short", "schools_unknown", "pupils_short", "gap_m2",        "issues",
                                        "opened_now",    "closed_now",      "reopened_now"};
    for (const IssueState state : all_issue_states) {
        columns.emplace_back(name_of(state));
    }
    file.each("register_runs", columns, [&](const TableRow& row) {
        RunRow run{row.text(0),   row.text(1),   row.text(2),  row.number(3), row.number(4), row.number(5), row.number(6),
                   row.number(7), row.number(8), row.whole(9), row.whole(10), row.whole(11), row.whole(12), {}};
        for (const IssueState state : all_issue_states) {
            const int place = static_cast<int>(state);
            run.states.of_state[static_cast<std::size_t>(place)] = row.whole(first_state + place).value_or(0);
        }
        runs.push_back(std::move(run));
    });
}

void read_amounts(TableFile& file, std::vector<AmountRow>& amounts)
{
    file.each("register_amounts", {"as_of", "key", "value", "text", "unit"}, [&](const TableRow& row) {
        amounts.push_back({row.text(0), {row.text(1), row.number(2), row.text(3), row.text(4)}});
    });
}

} // namespace

RegisterTables read_register(TableFile& file)
{
    RegisterTables tables;
    read_issues(file, tables.issues);
    read_history(file, tables.history);
    read_runs(file, tables.runs);
    read_amounts(file, tables.amounts);
    return tables;
}

std::vector<Date> days_of_runs(const RegisterTables& tables)
{
    std::vector<Date> days;
    for (const RunRow& run : tables.runs) {
        if (const auto day = date_of_text(run.as_of)) {
            days.push_back(*day);
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

} // namespace fieldgap::quarter
