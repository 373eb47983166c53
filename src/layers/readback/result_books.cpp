#include "layers/readback/result_books.hpp"

#include "domain/allocation/leases.hpp"
#include "layers/readback/result_rows.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

namespace fieldgap {
namespace {

/// Own ground is apportioned to hundredths: so much may a row of the ledger be off.
constexpr std::int64_t rounding_of_row = 1;

constexpr std::array<std::string_view, 3> own_bases = {"own_outdoor", "own_indoor", "own_special"};

/// What the ledger says of one kind of ground of a school.
struct DrawnRows
{
    ExactArea m2;
    std::int64_t rows = 0;
};

class Books
{
public:
    Books(gis::MergeInput& file, const ResultIds& ids, ComparedResult& result) : file_(file), ids_(ids), result_(result) {}

    void read()
    {
        read_ledger();
        if (file_.has("leases")) {
            read_leases();
        }
        std::stable_sort(result_.leases.begin(), result_.leases.end(),
                         [](const Lease& a, const Lease& b) { return order_of(a) < order_of(b); });
    }

private:
    using LeaseOrder = std::tuple<bool, Date, std::string, SchoolIndex, std::uint32_t, double>;

    /// As leases are given: the latest end first, those without one last (rule 10).
    static LeaseOrder order_of(const Lease& lease)
    {
        const Date end = lease.until.value_or(Date());
        return {!lease.until, Date{-end.year, -end.month, -end.day}, lease.number, lease.school, lease.venue, -lease.m2};
    }

    /// Which figures are official it tells row by row: what is not drawn is.
    void read_ledger()
    {
        std::vector<std::array<DrawnRows, 3>> drawn(result_.schools.size());
        ResultRows rows(file_, "ledger", "school_id basis m2 from_id lease_no lease_until");
        while (rows.next()) {
            const std::uint32_t school = ids_.main_of(rows.text("school_id"), "ledger");
            const std::string basis = rows.text("basis");
            const auto* const own = std::find(own_bases.begin(), own_bases.end(), basis);
            if (own != own_bases.end()) {
                DrawnRows& of_kind = drawn[school][static_cast<std::size_t>(own - own_bases.begin())];
                of_kind.m2 += rows.area("m2").value_or(ExactArea());
                ++of_kind.rows;
            } else if (basis == "rent" && !rows.is_null("lease_no") && !file_.has("leases")) {
                add_lease(rows, school, "from_id", "lease_no", "lease_until");
            }
        }
        if (file_.has("ledger")) {
            judge_official(drawn);
        }
    }

    void judge_official(const std::vector<std::array<DrawnRows, 3>>& drawn)
    {
        for (std::size_t s = 0; s < drawn.size(); ++s) {
            for (std::size_t kind = 0; kind < own_bases.size(); ++kind) {
                ComparedGround& ground = result_.schools[s].kinds[kind];
                const std::int64_t off = ground.m2.hundredths() - drawn[s][kind].m2.hundredths();
                const bool is_drawn = drawn[s][kind].rows > 0 && std::abs(off) <= rounding_of_row * (drawn[s][kind].rows + 1);
                ground.is_official = ground.is_official && !is_drawn;
            }
        }
    }

    void read_leases()
    {
        ResultRows rows(file_, "leases", "school_id venue_id number until m2 fate");
        while (rows.next()) {
            if (rows.text("fate") != name_of(LeaseFate::lapsed)) {
                add_lease(rows, ids_.main_of(rows.text("school_id"), "leases"), "venue_id", "number", "until");
            }
        }
    }

    void add_lease(const ResultRows& rows, std::uint32_t school, std::string_view venue, std::string_view number, std::string_view until)
    {
        const auto found = ids_.venue_if_there(rows.text(venue));
        if (!found) {
            return; // too little of its ground is left for a venue: it gives nothing
        }
        Lease lease;
        lease.number = rows.text(number);
        lease.school = SchoolIndex(school);
        lease.venue = *found;
        lease.m2 = rows.area("m2").value_or(ExactArea()).square_metres();
        lease.until = date_of_text(rows.text(until));
        result_.leases.push_back(std::move(lease));
    }

    gis::MergeInput& file_;
    const ResultIds& ids_;
    ComparedResult& result_;
};

} // namespace

void read_books(gis::MergeInput& file, const ResultIds& ids, ComparedResult& result)
{
    Books(file, ids, result).read();
}

} // namespace fieldgap
