#pragma once
// The strike-off register as it stands in a file: that of a district, or the copies in a result.

#include "domain/quarter/amounts.hpp"
#include "domain/quarter/strike_off.hpp"
#include "quarter/tables/table_file.hpp"

#include <array>

namespace fieldgap::quarter {

/// Channels of a register, in the order in which a plan names them.
inline constexpr std::array<const char*, 4> register_channels = {"share", "rent", "basement", "expand"};

/// A row of `register`. Days and quarters as they are written.
struct IssueRow
{
    std::string issue_id, school_id, stage, opened;
    std::optional<double> baseline_gap_m2;
    std::array<std::optional<double>, register_channels.size()> promised_m2;
    std::string unit, due, note;
    std::optional<double> current_gap_m2;
    std::string state, closed, evidence, history;
};

/// A row of `register_history`.
struct HistoryRow
{
    std::string issue_id, as_of, state_before, state;
    std::optional<double> required_m2, pupils, own_m2, special_m2, leased_m2, gap_m2;
    std::string unit, due, note, evidence;
};

/// A row of `register_runs`: a district (empty: the city) and a stage (empty: all).
struct RunRow
{
    std::string as_of, district, stage;
    std::optional<double> meets, near, is_short, unknown, pupils_short, gap_m2;
    std::optional<std::int64_t> issues, opened_now, closed_now, reopened_now;
    StrikeCounts states;
};

struct AmountRow
{
    std::string as_of;
    Amount amount;
};

struct RegisterTables
{
    std::vector<IssueRow> issues;
    std::vector<HistoryRow> history;
    std::vector<RunRow> runs;
    std::vector<AmountRow> amounts;

    bool is_empty() const { return issues.empty() && runs.empty(); }
};

inline constexpr const char* register_table = "register";

RegisterTables read_register(TableFile& file);

/// The days of its runs, in rising order; what is no day is none.
std::vector<Date> days_of_runs(const RegisterTables& tables);

} // namespace fieldgap::quarter
