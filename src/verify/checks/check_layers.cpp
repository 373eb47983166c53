#include "verify/checks/check_layers.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace fieldgap::verify {
namespace {

constexpr std::string_view name = "layers";

constexpr std::array<std::string_view, 6> statuses = {"meets", "near", "short", "unknown", "none", "branch"};
constexpr std::array<std::string_view, 9> bases = {"own_outdoor", "own_indoor", "own_special", "official",  "rent",
                                                   "share",       "basement",   "expand",      "unassigned"};

class LayerCheck
{
public:
    explicit LayerCheck(const Result& result) : all_(result), check_(name) {}

    Check check() &&
    {
        look_at_values();
        look_at_ids();
        look_at_words();
        look_at_references();
        look_at_certificate();
        return std::move(check_);
    }

private:
    void look_at_values()
    {
        for (const OddValue& odd : all_.odd_values) {
            check_.holds(false, Fault::malformed, {odd.table, odd.row}, odd.column, odd.value, odd.table);
        }
        for (std::size_t i = 0; i < all_.odd_geometries; ++i) {
            check_.holds(false, Fault::malformed, {"geom"}, "geom", "?", "gpkg");
        }
    }

    template <class Row, class Key>
    void look_for_twins(const std::vector<Row>& rows, std::string_view table, Key key)
    {
        std::unordered_set<std::string> seen;
        for (const Row& row : rows) {
            const std::string id = key(row);
            check_.holds(seen.insert(id).second, Fault::twice, {id}, table, id, table);
        }
    }

    void look_at_ids()
    {
        const auto id_of = [](const auto& row) { return row.id; };
        look_for_twins(all_.schools, "schools.school_id", id_of);
        look_for_twins(all_.venues, "venues.venue_id", id_of);
        look_for_twins(all_.districts, "districts.district_id", id_of);
        look_for_twins(all_.stages, "stages", [](const StageRow& row) { return row.school_id + " " + row.stage; });
        look_for_twins(all_.certificate, "certificate",
                       [](const CertificateRow& row) { return row.kind + " " + row.id + " " + row.channel; });
        look_for_twins(all_.summary, "summary.key", [](const SummaryRow& row) { return row.key; });
    }

    template <std::size_t size>
    void word(const std::array<std::string_view, size>& words, Subject subject, std::string_view column, const std::string& found)
    {
        check_.holds(std::find(words.begin(), words.end(), found) != words.end(), Fault::malformed, subject, column, found, column);
    }

    void look_at_words()
    {
        for (const SchoolRow& row : all_.schools) {
            word(statuses, {row.id}, "schools.status", row.status);
        }
        for (const StageRow& row : all_.stages) {
            word(stage_names, {row.school_id}, "stages.stage", row.stage);
        }
        for (const LinkRow& row : all_.links) {
            word(std::array<std::string_view, 2>{"rent", "share"}, {row.from_school, row.to_id}, "links.channel", row.channel);
        }
        for (const LedgerRow& row : all_.ledger) {
            word(bases, {row.school_id}, "ledger.basis", row.basis);
        }
        for (const CertificateRow& row : all_.certificate) {
            word(node_kind_names, {row.id}, "certificate.kind", row.kind);
        }
    }

    void reference(bool is_there, Subject subject, std::string_view column, const std::string& id, std::string_view table)
    {
        check_.holds(is_there, Fault::unknown, subject, column, id, table);
    }

    bool is_school(const std::string& id) const { return all_.school_of_id.of(id) != nobody; }
    bool is_venue(const std::string& id) const { return all_.venue_of_id.of(id) != nobody; }

    void look_at_references()
    {
        for (const StageRow& row : all_.stages) {
            reference(is_school(row.school_id), {row.school_id}, "stages.school_id", row.school_id, "schools");
        }
        for (const LinkRow& row : all_.links) {
            reference(row.school != nobody, {row.from_school, row.to_id}, "links.from_school", row.from_school, "schools");
            reference(row.giver != nobody, {row.from_school, row.to_id}, "links.to_id", row.to_id, row.rents() ? "venues" : "schools");
        }
        for (const LedgerRow& row : all_.ledger) {
            reference(row.school != nobody, {row.school_id}, "ledger.school_id", row.school_id, "schools");
            if (row.basis == "rent" || row.basis == "share") {
                reference(row.basis == "rent" ? is_venue(row.from_id) : is_school(row.from_id), {row.school_id}, "ledger.from_id",
                          row.from_id, row.basis == "rent" ? "venues" : "schools");
            }
        }
        for (const FutureGapRow& row : all_.future_gaps) {
            reference(is_school(row.school_id), {row.school_id}, "future_gaps.school_id", row.school_id, "schools");
        }
        for (const SchoolRow& row : all_.schools) {
            reference(row.nearest_venue_id.empty() || is_venue(row.nearest_venue_id), {row.id}, "schools.nearest_venue_id",
                      row.nearest_venue_id, "venues");
        }
    }

    void look_at_certificate()
    {
        for (const CertificateRow& row : all_.certificate) {
            const bool of_school = row.kind == "school" || row.kind == "partner";
            const bool is_there = of_school               ? is_school(row.id)
                                  : row.kind == "venue"   ? is_venue(row.id)
                                  : row.kind == "channel" ? named<Channel>(channel_names, row.id).has_value()
                                                          : named<Channel>(channel_names, row.channel).has_value();
            reference(is_there, {row.id}, "certificate.id", row.id, row.kind);
        }
    }

    const Result& all_;
    Check check_;
};

} // namespace

Check check_columns(const std::vector<Column>& missing)
{
    Check check(name);
    for (const Column& one : missing) {
        const std::string what = one.column.empty() ? one.table : one.table + "." + one.column;
        check.holds(false, Fault::missing, {one.table}, what, "", "schema");
    }
    return check;
}

Check check_layers(const Result& result)
{
    return LayerCheck(result).check();
}

} // namespace fieldgap::verify
