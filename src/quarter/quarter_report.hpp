#pragma once
// A quarter of strike-off: all that the page and the workbook show of it (docs/rules.md section 6, The quarter).

#include "domain/quarter/drivers.hpp"
#include "domain/quarter/pace.hpp"
#include "quarter/tables/register_tables.hpp"
#include "quarter/tables/result_tables.hpp"

namespace fieldgap::quarter {

/// A district (empty: the city) and a stage (empty: all) at the last run.
struct StandingRow
{
    std::string district, stage;
    std::optional<double> meets, near, is_short, unknown, pupils_short;
    std::optional<double> gap_m2, gap_before_m2, gap_first_m2; ///< gross: now, at the run before, at the first run
};

struct ChannelRow
{
    std::string channel;
    std::optional<double> planned_m2, done_m2, under_way_m2, promised_m2, done_before_m2;
};

/// An issue of the register and what this report makes of it.
struct ReportedIssue
{
    IssueRow row;
    IssueState state = IssueState::open;
    std::string school, district; ///< as the result calls them; the id, and none, where it does not know the school
    bool is_opened_now = false, is_closed_now = false, is_reopened_now = false; ///< at the last run
    bool is_overruled = false; ///< its state in the register is neither what the last run wrote nor `claimed`
};

struct DistrictStrike
{
    std::string district; ///< empty: of schools outside of all districts
    StrikeCounts counts;
};

struct StrikeOff
{
    std::vector<ReportedIssue> issues;
    StrikeCounts counts;
    std::vector<DistrictStrike> districts;
    std::vector<RunPoint> runs;
    std::optional<Date> until;
    bool is_until_of_plan = false;
    std::vector<LinePoint> line; ///< at each run, or empty
    Forecast forecast;
};

struct DriverRow
{
    std::string school_id, school;
    double pupils = 0.0;
    Driver driver;
};

struct VariationRow
{
    std::string district, stage; ///< district empty: the city
    std::size_t schools = 0;
    Variation variation;
    std::optional<double> limit;
    std::vector<DriverRow> drivers;
};

/// One school with all that concerns its issues.
struct SchoolSheet
{
    ResultSchool school;
    std::array<std::optional<std::int64_t>, judged_stages.size()> classes;
    IssueState state = IssueState::open;
    std::vector<std::size_t> issues; ///< of StrikeOff::issues
    std::vector<HistoryRow> history;
    std::vector<LedgerRow> ledger;
    std::vector<SchoolOption> options; ///< the best
    std::size_t options_left_out = 0;

    bool is_open() const { return state != IssueState::closed; }
};

/// A venue or partner in reach of some school.
struct Reach
{
    std::string id;
    std::int64_t schools = 0;
    double least_walk_s = 0.0;
};

/// A file that the result was made of.
struct Source
{
    std::string input, path, layer, crs, encoding, sha256;
    std::optional<double> rows, used, left_out;
};

struct QuarterReport
{
    std::string file;                        ///< of the register; empty: the copies in the result
    std::optional<Date> first, before, last; ///< days of runs: the first, the one before the last, the last
    std::string day_of_result;               ///< the last run that the result itself knows; empty: none
    std::vector<StandingRow> standing;
    std::vector<ChannelRow> channels;
    std::optional<double> planned_shortfall_m2, planned_unnamed_m2, unassigned_m2, unassigned_before_m2;
    StrikeOff strike_off;
    std::vector<VariationRow> variation;
    std::vector<Reading> readings; ///< of sports area
    std::vector<SchoolSheet> sheets;
    std::vector<std::string> unreachable; ///< schools with an open issue whose gap nothing in reach closes
    std::vector<Reach> reach;
    std::vector<Change> changes; ///< of what runs say of themselves, channels apart
    std::vector<Source> sources;
    std::vector<GuessRow> guesses;
    std::vector<Amount> rural; ///< lines of summary
    std::vector<SurfaceRow> surfaces;
    std::vector<ProgrammeRow> programme;

    /// Whether the register knows a later or an earlier run than the result.
    bool is_of_other_run() const { return last && !day_of_result.empty() && day_of_result != text_of(*last); }
    std::size_t overruled() const;
};

/// Puts the parts together. `day_of_result`: see QuarterReport.
QuarterReport quarter_report(const ResultTables& result, const RegisterTables& tables, const std::string& day_of_result);

} // namespace fieldgap::quarter
