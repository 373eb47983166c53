#include "quarter/tables/result_tables.hpp"

#include <algorithm>

namespace fieldgap::quarter {
namespace {

void read_schools(TableFile& file, std::vector<ResultSchool>& schools)
{
    file.each("schools",
              {"school_id", "name", "district", "stage", "enrol_total", "required_m2", "own_m2", "gap_m2", "residual_m2", "surplus_m2",
               "shared_out_m2", "enrol_primary", "enrol_junior", "mean_class_primary", "mean_class_junior", "basement_m2", "expand_m2",
               "basement_usable_m2", "expand_possible_m2"},
              [&](const TableRow& row) {
                  schools.push_back({row.text(0),
                                     row.text(1),
                                     row.text(2),
                                     row.text(3),
                                     row.number(4),
                                     row.number(5),
                                     row.number(6),
                                     row.number(7),
                                     row.number(8),
                                     row.number(9),
                                     row.number(10),
                                     {row.number(11), row.number(12)},
                                     {row.number(13), row.number(14)},
                                     {row.number(15), row.number(16)},
                                     {row.number(17), row.number(18)}});
              });
}

void read_stages(TableFile& file, std::vector<ResultStage>& stages)
{
    file.each("stages", {"school_id", "stage", "pupils", "area_m2", "in_district_figures"}, [&](const TableRow& row) {
        if (row.is_true(4) && row.number(2) && row.number(3)) {
            stages.push_back({row.text(0), row.text(1), {*row.number(2), *row.number(3)}});
        }
    });
}

void read_ledger(TableFile& file, std::vector<LedgerRow>& ledger)
{
    file.each("ledger", {"school_id", "basis", "m2", "from_id", "walk_s", "lease_no", "lease_until", "cost"}, [&](const TableRow& row) {
        ledger.push_back({row.text(0), row.text(1), row.number(2), row.text(3), row.number(4), row.text(5), row.text(6), row.number(7)});
    });
}

void read_links(TableFile& file, std::vector<ResultLink>& links)
{
    file.each("links", {"from_school", "to_id", "channel", "walk_s", "given_m2", "cost", "crossings", "major_roads"},
              [&](const TableRow& row) {
                  links.push_back(
                      {row.text(0), row.text(1), row.text(2), row.number(3), row.number(4), row.number(5), row.whole(6), row.whole(7)});
              });
}

void read_gate_options(TableFile& file, std::vector<ResultGateOption>& options)
{
    file.each("gate_options", {"school_id", "kind", "to_id", "gain_m2", "walk_after_s"}, [&](const TableRow& row) {
        options.push_back({row.text(0), row.text(1), row.text(2), row.number(3), row.number(4)});
    });
}

/// Issues that say how a whole input was read.
constexpr std::array<std::string_view, 8> codes_of_guesses = {
    "encoding_guessed", "encoding_overruled", "axes_swapped",  "zone_prefix_mended",
    "datum_by_heading", "datum_doubtful",     "layer_shifted", "datum_without_transformation"};

void read_guesses(TableFile& file, std::vector<GuessRow>& guesses)
{
    file.each("data_issues", {"code", "layer", "message"}, [&](const TableRow& row) {
        if (std::find(codes_of_guesses.begin(), codes_of_guesses.end(), row.text(0)) != codes_of_guesses.end()) {
            guesses.push_back({row.text(1), row.text(2)});
        }
    });
}

void read_readings(TableFile& file, std::vector<Reading>& readings)
{
    file.each("variation",
              {"district", "stage", "indicator", "schools", "mean_weighted", "cv_weighted", "mean_plain", "cv_plain", "cv_weighted_rounded",
               "cv_plain_rounded", "limit", "passes_weighted", "passes_plain", "passes_weighted_rounded", "passes_plain_rounded"},
              [&](const TableRow& row) {
                  readings.push_back({row.text(0), row.text(1), row.text(2), row.number(3), row.number(4), row.number(5), row.number(6),
                                      row.number(7), row.number(8), row.number(9), row.number(10), row.number(11), row.number(12),
                                      row.number(13), row.number(14)});
              });
}

void read_surfaces(TableFile& file, std::vector<SurfaceRow>& surfaces)
{
    file.each("surfaces", {"district", "rural", "surface", "hard", "grounds", "area_m2"}, [&](const TableRow& row) {
        surfaces.push_back({row.text(0), row.number(1), row.text(2), row.number(3), row.number(4), row.number(5)});
    });
}

void read_programme(TableFile& file, std::vector<ProgrammeRow>& programme)
{
    file.each("programme", {"name", "unit", "year", "target", "done", "pace", "forecast_year", "total"}, [&](const TableRow& row) {
        programme.push_back(
            {row.text(0), row.text(1), row.year(2), row.number(3), row.number(4), row.number(5), row.year(6), row.number(7)});
    });
}

} // namespace

std::optional<double> ResultTables::figure(std::string_view key) const
{
    const auto found = std::find_if(summary.begin(), summary.end(), [key](const Amount& line) { return line.key == key; });
    return found == summary.end() ? std::nullopt : found->value;
}

ResultTables read_result(TableFile& file)
{
    ResultTables tables;
    read_schools(file, tables.schools);
    read_stages(file, tables.stages);
    read_ledger(file, tables.ledger);
    read_links(file, tables.links);
    read_gate_options(file, tables.gate_options);
    file.each("venues", {"venue_id", "name", "left_m2"}, [&](const TableRow& row) {
        tables.venues.emplace(row.text(0), ResultVenue{row.text(1), row.number(2)});
    });
    file.each("summary", {"key", "value", "unit"}, [&](const TableRow& row) {
        tables.summary.push_back({row.text(0), row.number(1), "", row.text(2)});
    });
    read_readings(file, tables.readings);
    read_guesses(file, tables.guesses);
    read_surfaces(file, tables.surfaces);
    read_programme(file, tables.programme);
    tables.metadata = file.metadata();
    return tables;
}

} // namespace fieldgap::quarter
