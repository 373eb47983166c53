#pragma once
// A result in memory: its rows, the rules it was made by, and who is who.

#include "verify/result/result_file.hpp"
#include "verify/result/result_rows.hpp"
#include "verify/result/rules.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fieldgap::verify {

/// Positions of rows by their ids; of several rows of one id the first.
class RowsById
{
public:
    void add(const std::string& id, std::uint32_t row) { rows_.emplace(id, row); }
    std::uint32_t of(const std::string& id) const
    {
        const auto found = rows_.find(id);
        return found == rows_.end() ? nobody : found->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> rows_;
};

struct SummaryRow
{
    std::string key;
    Number value;
};

struct Result
{
    Provenance provenance;
    MapScale scale{""}; ///< of the coordinates of all layers

    std::vector<SchoolRow> schools;
    std::vector<StageRow> stages;
    std::vector<VenueRow> venues;
    std::vector<LinkRow> links;
    std::vector<LedgerRow> ledger;
    std::vector<FutureGapRow> future_gaps;
    std::vector<CertificateRow> certificate;
    std::vector<DistrictRow> districts;
    std::vector<CampusRow> campuses;
    std::vector<FieldRow> fields;
    std::vector<BottleneckRow> bottlenecks;
    std::vector<SummaryRow> summary;
    std::map<std::string, std::size_t> issues; ///< how many of each severity
    std::vector<OddValue> odd_values;
    std::size_t odd_geometries = 0;

    RowsById school_of_id, venue_of_id;
    std::vector<std::vector<std::uint32_t>> stages_of_school;

    const Rules& rules() const { return provenance.rules; }
    /// Absent where the key is not there, or its value is unknown.
    Number summary_value(std::string_view key) const;
    bool has_summary(std::string_view key) const;
};

struct Column
{
    std::string table;
    std::string column;
};

/// Tables and columns that a result with a certificate has, and the file has not.
std::vector<Column> missing_columns(const ResultFile& file);

/// Whether it is a result of `fieldgap run` at all, of whichever version. Throws gis::Error where it is none.
Provenance provenance_of(const ResultFile& file);

/// The layers of a file that lacks no column. Throws gis::Error where pages of it are damaged.
Result read_result(ResultFile& file, const Provenance& provenance);

} // namespace fieldgap::verify
