#include "layers/leases/read_leases.hpp"

#include "layers/leases/cell_dates.hpp"
#include "layers/matching/references.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace fieldgap {
namespace {

/// Finds venues by their id, else by a name that only one of them has.
class VenueFinder
{
public:
    explicit VenueFinder(const std::vector<Venue>& venues)
    {
        for (std::uint32_t v = 0; v < venues.size(); ++v) {
            by_id_.emplace(venues[v].id, v);
            const auto [named, is_new] = by_name_.emplace(venues[v].name, v);
            if (!is_new) {
                named->second = std::nullopt;
            }
        }
        by_name_.erase("");
    }

    std::optional<std::uint32_t> venue(const std::string& written) const
    {
        if (const auto found = by_id_.find(written); found != by_id_.end()) {
            return found->second;
        }
        const auto found = by_name_.find(written);
        return found == by_name_.end() ? std::nullopt : found->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> by_id_;
    std::unordered_map<std::string, std::optional<std::uint32_t>> by_name_; ///< nothing where several share it
};

class LeaseReader
{
public:
    LeaseReader(const Table& table, const City& city)
        : table_(table), finder_(city.schools), venues_(city.venues), schools_(finder_, city.schools, "leases", "school_id")
    {
        for (std::uint32_t s = 0; s < city.schools.size(); ++s) {
            school_of_id_.emplace(city.schools[s].id, SchoolIndex(s));
        }
    }

    std::vector<Lease> read(Findings& findings)
    {
        std::vector<Lease> leases;
        for (const gis::VectorFeature& row : table_.layer().features) {
            if (auto lease = read_row(row)) {
                leases.push_back(std::move(*lease));
            }
        }
        schools_.report(findings);
        std::stable_sort(leases.begin(), leases.end(), [](const Lease& a, const Lease& b) { return key_of(a) < key_of(b); });
        return leases;
    }

private:
    using Key = std::tuple<bool, Date, std::string, SchoolIndex, std::uint32_t, double>;

    /// The latest end is the least.
    static Key key_of(const Lease& lease)
    {
        const Date end = lease.until.value_or(Date());
        return {!lease.until, Date{-end.year, -end.month, -end.day}, lease.number, lease.school, lease.venue, -lease.m2};
    }

    std::optional<Lease> read_row(const gis::VectorFeature& row)
    {
        const std::string school_id = table_.text(row, "school_id");
        const std::string venue_id = table_.text(row, "venue_id");
        const auto school = school_of_id_.find(schools_.own_id(school_id));
        const auto venue = venues_.venue(venue_id);
        const auto m2 = table_.area_m2(row, "m2");
        if (!m2 || !(*m2 > 0.0)) {
            return left_out(IssueCode::lease_row_unusable, row, {});
        }
        if (school == school_of_id_.end()) {
            return left_out(IssueCode::lease_school_unknown, row, {school_id});
        }
        if (!venue) {
            return left_out(IssueCode::lease_venue_unknown, row, {venue_id});
        }
        Lease lease;
        lease.school = school->second;
        lease.venue = *venue;
        lease.m2 = *m2;
        lease.until = table_.value(row, "until", last_day_of);
        lease.number = table_.text(row, "number");
        lease.signed_by = table_.text(row, "signed_by");
        return taken(row, std::move(lease));
    }

    std::optional<Lease> taken(const gis::VectorFeature& row, Lease lease)
    {
        if (!lease.number.empty() && !seen_.insert(key_of(lease)).second) {
            return left_out(IssueCode::lease_twice, row, {lease.number});
        }
        lease.number = lease.number.empty() ? table_.id(row, false) : lease.number;
        if (!lease.until) {
            table_.report(IssueCode::lease_without_end, row, {lease.number});
        }
        return lease;
    }

    std::optional<Lease> left_out(IssueCode code, const gis::VectorFeature& row, std::vector<words::Value> values) const
    {
        table_.report(code, row, std::move(values));
        table_.leave_out(row);
        return std::nullopt;
    }

    const Table& table_;
    SchoolFinder finder_;
    VenueFinder venues_;
    References schools_;
    std::unordered_map<std::string, SchoolIndex> school_of_id_;
    std::set<Key> seen_;
};

} // namespace

std::vector<Lease> read_leases(const Table& table, const City& city, Findings& findings)
{
    return LeaseReader(table, city).read(findings);
}

} // namespace fieldgap
