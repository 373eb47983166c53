#pragma once
// What a quarter's report needs of a result.

#include "domain/quarter/amounts.hpp"
#include "domain/quarter/school_options.hpp"
#include "domain/standard/variation.hpp"
#include "quarter/tables/table_file.hpp"

#include <array>
#include <map>

namespace fieldgap::quarter {

/// Stages of which a district is judged.
inline constexpr std::array<const char*, 2> judged_stages = {"primary", "junior"};

struct ResultSchool
{
    std::string school_id, name, district, stage;
    std::optional<double> pupils, required_m2, own_m2, gap_m2, residual_m2, surplus_m2, shared_out_m2;
    std::array<std::optional<double>, judged_stages.size()> enrolled, mean_class;
    std::array<std::optional<double>, 2> given_on_campus_m2, possible_on_campus_m2; ///< basement, expand
};

/// A stage of a school that counts in the figures of its district.
struct ResultStage
{
    std::string school_id, stage;
    StageGround ground;
};

struct LedgerRow
{
    std::string school_id, basis;
    std::optional<double> m2;
    std::string from_id;
    std::optional<double> walk_s;
    std::string lease_no, lease_until;
    std::optional<double> cost;
};

/// A walk to a venue or partner that is in reach.
struct ResultLink
{
    std::string school_id, to_id, channel;
    std::optional<double> walk_s, given_m2, cost;
    std::optional<std::int64_t> crossings, major_roads;
};

/// What would come into reach: a gate or a missing piece of way.
struct ResultGateOption
{
    std::string school_id, kind, to_id;
    std::optional<double> gain_m2, walk_s;
};

struct ResultVenue
{
    std::string name;
    std::optional<double> left_m2;
};

/// A row of `variation`, of any indicator.
struct Reading
{
    std::string district, stage, indicator;
    std::optional<double> schools, mean_weighted, cv_weighted, mean_plain, cv_plain, cv_weighted_rounded, cv_plain_rounded, limit;
    std::optional<double> passes_weighted, passes_plain, passes_weighted_rounded, passes_plain_rounded; ///< 0 or 1
};

struct SurfaceRow
{
    std::string district;
    std::optional<double> rural; ///< 0 or 1
    std::string surface;
    std::optional<double> hard; ///< 0 or 1
    std::optional<double> grounds, area_m2;
};

struct ProgrammeRow
{
    std::string name, unit, year;
    std::optional<double> target, done, pace;
    std::string forecast_year;
    std::optional<double> total;
};

/// What was guessed or doubted of an input's encoding, coordinates or datum: a row of data_issues.
struct GuessRow
{
    std::string layer, message;
};

struct ResultTables
{
    std::vector<ResultSchool> schools;
    std::vector<ResultStage> stages;
    std::vector<LedgerRow> ledger;
    std::vector<ResultLink> links;
    std::vector<ResultGateOption> gate_options;
    std::map<std::string, ResultVenue> venues;
    std::vector<Amount> summary;
    std::vector<Reading> readings;
    std::vector<SurfaceRow> surfaces;
    std::vector<ProgrammeRow> programme;
    std::vector<GuessRow> guesses;
    std::string metadata; ///< JSON

    std::optional<double> figure(std::string_view key) const;
};

ResultTables read_result(TableFile& file);

} // namespace fieldgap::quarter
