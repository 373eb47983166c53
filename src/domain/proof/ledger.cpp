#include "domain/proof/ledger.hpp"

#include "domain/allocation/prices.hpp"
#include "domain/proof/own_rows.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace fieldgap {
namespace {

constexpr int rule_of_allocation = 10;

/// The leases that give something, by the pair through which they do, then by their number.
std::vector<CountedLease> leases_by_pair(const City& city, std::vector<CountedLease> leases)
{
    std::erase_if(leases, [](const CountedLease& lease) { return lease.counted == ExactArea(); });
    std::stable_sort(leases.begin(), leases.end(), [&city](const CountedLease& a, const CountedLease& b) {
        return a.pair != b.pair ? a.pair < b.pair : city.leases[a.lease].number < city.leases[b.lease].number;
    });
    return leases;
}

class LedgerWriter
{
public:
    LedgerWriter(const AnalysedCity& analysed, const FigureSources& sources)
        : city_(analysed.city), settings_(analysed.settings), results_(analysed.results), own_(own_rows(analysed.measured(), sources)),
          leases_(leases_by_pair(city_, results_.allocation.leases)),
          first_rent_(first_pairs(results_.reach.rent.pairs, city_.schools.size())),
          first_share_(first_pairs(results_.reach.share.pairs, city_.schools.size()))
    {
    }

    std::vector<LedgerRow> rows() &&
    {
        for (std::size_t s = 0; s < city_.schools.size(); ++s) {
            if (results_.assessments[s].has_figures()) {
                rows_.insert(rows_.end(), std::make_move_iterator(own_[s].begin()), std::make_move_iterator(own_[s].end()));
                add_rent(s);
                add_share(s);
                add_on_campus(s, LedgerBasis::basement, Channel::basement);
                add_on_campus(s, LedgerBasis::expand, Channel::expand);
                add_unassigned(s);
            }
        }
        return std::move(rows_);
    }

private:
    LedgerRow& add(std::size_t school, LedgerBasis basis, ExactArea m2)
    {
        LedgerRow& row = rows_.emplace_back();
        row.school = SchoolIndex(school);
        row.basis = basis;
        row.m2 = m2;
        row.rule = rule_of_allocation;
        return row;
    }

    LedgerRow& add_walked(LedgerBasis basis, const ReachedPair& pair, ExactArea m2, double cost, const std::string& giver)
    {
        LedgerRow& row = add(index(pair.school), basis, m2);
        row.from_id = giver;
        row.walk_s = pair.walk_s;
        row.cost = cost;
        return row;
    }

    std::span<const CountedLease> leases_of(std::uint32_t pair) const
    {
        const auto [first, last] = std::equal_range(leases_.begin(), leases_.end(), CountedLease{0, {}, 0, pair, {}, 0.0},
                                                    [](const CountedLease& a, const CountedLease& b) { return a.pair < b.pair; });
        return {first, last};
    }

    /// What is rented beyond leases, then lease by lease.
    void add_rent(std::size_t school)
    {
        for (std::uint32_t pair = first_rent_[school]; pair < first_rent_[school + 1]; ++pair) {
            const ReachedPair& link = results_.reach.rent.pairs[pair];
            const Venue& venue = city_.venues[link.giver];
            ExactArea beyond = results_.allocation.given_by_rent[pair];
            for (const CountedLease& lease : leases_of(pair)) {
                beyond = beyond - lease.counted;
            }
            if (beyond > ExactArea()) {
                add_walked(LedgerBasis::rent, link, beyond, cost_of(beyond, price_of(venue, settings_)), venue.id);
            }
            for (const CountedLease& lease : leases_of(pair)) {
                add_walked(LedgerBasis::rent, link, lease.counted, lease.cost, venue.id).lease = lease.lease;
            }
        }
    }

    void add_share(std::size_t school)
    {
        for (std::uint32_t pair = first_share_[school]; pair < first_share_[school + 1]; ++pair) {
            const ExactArea given = results_.allocation.given_by_share[pair];
            if (given > ExactArea()) {
                const ReachedPair& link = results_.reach.share.pairs[pair];
                add_walked(LedgerBasis::share, link, given, cost_of(given, settings_.channels[Channel::share].cost_per_m2),
                           city_.schools[link.giver].id);
            }
        }
    }

    void add_on_campus(std::size_t school, LedgerBasis basis, Channel channel)
    {
        const ExactArea given = results_.allocation.of_school[school].given[channel];
        if (given > ExactArea()) {
            LedgerRow& row = add(school, basis, given);
            row.from_id = city_.schools[school].id;
            row.cost = cost_of(given, settings_.channels[channel].cost_per_m2);
        }
    }

    void add_unassigned(std::size_t school)
    {
        const ExactArea residual = results_.assessments[school].gap - results_.allocation.of_school[school].received();
        if (residual > ExactArea()) {
            add(school, LedgerBasis::unassigned, residual);
        }
    }

    const City& city_;
    const Settings& settings_;
    const Results& results_;
    std::vector<std::vector<LedgerRow>> own_; ///< by school
    std::vector<CountedLease> leases_;
    std::vector<std::uint32_t> first_rent_, first_share_; ///< of each school's pairs
    std::vector<LedgerRow> rows_;
};

} // namespace

std::vector<LedgerRow> ledger(const AnalysedCity& analysed, const FigureSources& sources)
{
    return LedgerWriter(analysed, sources).rows();
}

} // namespace fieldgap
