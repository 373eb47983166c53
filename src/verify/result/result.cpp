#include "verify/result/result.hpp"

#include "gis/error.hpp"
#include "verify/result/result_columns.hpp"
#include "verify/result/row_cells.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap::verify {
namespace {

/// Fills a Result, table by table.
class Reader
{
public:
    Reader(ResultFile& file, const Provenance& provenance) : file_(file), shapes_(result_.scale)
    {
        result_.provenance = provenance;
        result_.scale = MapScale(file.crs_definition("links"));
    }

    Result result() &&
    {
        read("schools", result_.schools);
        read("stages", result_.stages);
        read_shapes("campuses", result_.campuses);
        read_shapes("venues", result_.venues);
        for (std::uint32_t v = 0; v < result_.venues.size(); ++v) {
            result_.venue_of_id.add(result_.venues[v].id, v);
        }
        read_fields();
        read_shapes("links", result_.links);
        read_shapes("districts", result_.districts);
        read("ledger", result_.ledger);
        read("future_gaps", result_.future_gaps);
        read("certificate", result_.certificate);
        read("bottlenecks", result_.bottlenecks);
        file_.read("summary", columns_of("summary"), [this](Cells& in) {
            SummaryRow& row = result_.summary.emplace_back();
            row.key = in.text();
            row.value = in.number();
        });
        file_.read("data_issues", columns_of("data_issues"), [this](Cells& in) { ++result_.issues[in.text()]; });
        result_.odd_values = file_.odd_values();
        result_.odd_geometries = shapes_.odd();
        connect();
        return std::move(result_);
    }

private:
    template <class Row>
    void read(const std::string& table, std::vector<Row>& rows)
    {
        file_.read(table, columns_of(table), [&](Cells& in) { take(in, rows.emplace_back()); });
    }

    template <class Row>
    void read_shapes(const std::string& table, std::vector<Row>& rows)
    {
        file_.read(table, columns_of(table), [&](Cells& in) { take(in, rows.emplace_back(), shapes_); });
    }

    /// There are many, and where they lie matters only where a venue has the same id.
    void read_fields()
    {
        file_.read("fields", columns_of("fields"), [this](Cells& in) {
            FieldRow& row = result_.fields.emplace_back();
            take(in, row);
            if (result_.venue_of_id.of(row.id) != nobody) {
                shapes_.take(in, row.ground);
            }
        });
    }

    void connect();
    void connect_links();

    ResultFile& file_;
    Result result_;
    ShapeReader shapes_;
};

void Reader::connect()
{
    Result& all = result_;
    for (std::uint32_t s = 0; s < all.schools.size(); ++s) {
        all.school_of_id.add(all.schools[s].id, s);
    }
    all.stages_of_school.resize(all.schools.size());
    for (std::uint32_t i = 0; i < all.stages.size(); ++i) {
        all.stages[i].school = all.school_of_id.of(all.stages[i].school_id);
        if (all.stages[i].school != nobody) {
            all.stages_of_school[all.stages[i].school].push_back(i);
        }
    }
    connect_links();
}

/// What of a link is leased stands in the ledger.
void Reader::connect_links()
{
    Result& all = result_;
    std::map<std::pair<std::string, std::string>, Area> leased;
    for (LedgerRow& row : all.ledger) {
        row.school = all.school_of_id.of(row.school_id);
        if (row.is_lease()) {
            leased[{row.school_id, row.from_id}] += row.m2.value_or(0);
        }
    }
    for (LinkRow& link : all.links) {
        link.school = all.school_of_id.of(link.from_school);
        link.giver = (link.rents() ? all.venue_of_id : all.school_of_id).of(link.to_id);
        const auto found = leased.empty() || !link.rents() ? leased.end() : leased.find({link.from_school, link.to_id});
        link.leased = found == leased.end() ? 0 : found->second;
    }
}

} // namespace

Area SchoolRow::received() const
{
    Area sum = 0;
    for (const Channel channel : all_channels) {
        sum += given[channel].value_or(0);
    }
    return sum;
}

Number Result::summary_value(std::string_view key) const
{
    const auto found = std::find_if(summary.begin(), summary.end(), [&](const SummaryRow& row) { return row.key == key; });
    return found == summary.end() ? std::nullopt : found->value;
}

bool Result::has_summary(std::string_view key) const
{
    return std::any_of(summary.begin(), summary.end(), [&](const SummaryRow& row) { return row.key == key; });
}

std::vector<Column> missing_columns(const ResultFile& file)
{
    std::vector<Column> missing;
    for (const TableColumns& table : read_columns()) {
        const std::string name(table.table);
        if (!file.has_table(name)) {
            missing.push_back({name, ""});
            continue;
        }
        for (const std::string& column : split(table.columns)) {
            if (!file.has_column(name, column)) {
                missing.push_back({name, column});
            }
        }
    }
    return missing;
}

Provenance provenance_of(const ResultFile& file)
{
    for (const char* table : {"schools", "links", "summary"}) {
        if (!file.has_table(table)) {
            throw gis::Error(words::translate(words::Text::verify_no_result, {words::valid_utf8(file.path())}));
        }
    }
    return provenance_in(file.metadata(), file.path());
}

Result read_result(ResultFile& file, const Provenance& provenance)
{
    return Reader(file, provenance).result();
}

} // namespace fieldgap::verify
