#pragma once
// The strike-off register as values: the tables of its file, row by row (docs/rules.md section 6, Strike-off).

#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"
#include "domain/quarter/issue_state.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// What a district writes. Amounts that are no areas in m2 are absent.
struct DistrictColumns
{
    PerChannel<std::optional<ExactArea>> promised;
    std::string unit;
    std::string due; ///< as written
    std::string note;
};

/// An issue: a stage of a school that was short in some run. Days are texts such as 2021-09-30.
struct RegisterRow
{
    std::int64_t place = 0; ///< where the file has it; 0: not yet
    std::string issue_id;   ///< SCHOOL:STAGE
    std::string school_id;
    std::string stage;
    std::string opened;
    std::optional<ExactArea> baseline_gap;
    DistrictColumns district;
    std::optional<ExactArea> current_gap; ///< absent: unknown
    std::string state;                    ///< as it stands: a district may have written `claimed`
    std::string closed;
    std::string evidence;
    std::string history;
};

/// An issue in a run.
struct HistoryRow
{
    std::string issue_id;
    std::string as_of;
    std::string state_before; ///< empty: the issue was opened
    std::string state;
    std::optional<ExactArea> required;
    std::optional<std::int64_t> pupils;
    std::optional<ExactArea> own;     ///< the stage's share of the own ground
    std::optional<ExactArea> special; ///< of it in basements and on roofs
    std::optional<ExactArea> leased;  ///< the stage's share of what leases in force give
    std::optional<ExactArea> gap;
    DistrictColumns district;
    std::string evidence;
};

/// The figures of a run for the city or one district, and one stage or all.
struct RunRow
{
    std::string as_of;
    std::string district; ///< empty: the city
    std::string stage;    ///< empty: all
    std::int64_t schools_meets = 0;
    std::int64_t schools_near = 0;
    std::int64_t schools_short = 0;
    std::int64_t schools_unknown = 0;
    std::int64_t pupils_short = 0; ///< of the short schools
    std::optional<ExactArea> gap;
    std::int64_t issues = 0;
    std::array<std::int64_t, 6> in_state{}; ///< by IssueState
    std::int64_t opened_now = 0;
    std::int64_t closed_now = 0;
    std::int64_t reopened_now = 0;
};

/// What else a run says, by its key.
struct AmountRow
{
    std::string as_of;
    std::string key;
    std::optional<double> value;
    std::string text;
    std::string unit;
};

/// A promise that is no area in m2.
struct OddPromise
{
    std::string issue_id;
    std::string column;
    std::string written;
};

struct MissingColumn
{
    std::string table;
    std::string column; ///< empty: the whole table
};

/// What a register holds, each table in the order of the file.
struct RegisterContent
{
    std::vector<RegisterRow> issues;
    std::vector<HistoryRow> history;
    std::vector<RunRow> runs;
    std::vector<AmountRow> amounts;
    std::vector<OddPromise> odd_promises;
    std::vector<MissingColumn> missing;
};

/// The day of the last run, empty where there was none. Rows whose as_of is no day do not count.
std::string last_run(const RegisterContent& content);

/// The last day of a quarter such as 2021Q4; absent for any other text, but blanks around it.
std::optional<Date> last_day_of_quarter(std::string_view due);

} // namespace fieldgap
