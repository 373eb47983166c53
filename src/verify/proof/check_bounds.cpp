#include "verify/proof/check_bounds.hpp"

#include "verify/proof/check_proof.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap::verify {
namespace {

constexpr double area_tolerance_m2 = 1e-6;

/// Schools whose gap is closed wholly, and their pupils.
struct Closed
{
    double schools = 0.0;
    double pupils = 0.0;
};

Closed closed_of(const Result& all)
{
    Closed closed;
    for (const SchoolRow& school : all.schools) {
        if (school.has_figures() && school.gap.value_or(0) > 0 && school.received() == school.gap.value_or(0)) {
            closed.schools += 1.0;
            closed.pupils += school.enrol_total.value_or(0.0);
        }
    }
    return closed;
}

class BoundCheck
{
public:
    explicit BoundCheck(const Result& all) : all_(all) {}

    Check check() &&
    {
        Area given = 0;
        bool has_figures = all_.schools.empty();
        for (const SchoolRow& school : all_.schools) {
            given += school.received();
            has_figures = has_figures || school.has_figures();
        }
        if (has_figures) {
            look_at_area(square_metres(given));
        }
        const Objective objective = all_.rules().objective;
        if (objective == Objective::schools || objective == Objective::pupils) {
            const Closed closed = closed_of(all_);
            same("schools_closed", closed.schools, "schools.gap_m2");
            same("pupils_closed", closed.pupils, "schools.enrol_total");
            const bool by_schools = objective == Objective::schools;
            look_at_weight(by_schools ? "schools_closed_bound" : "pupils_closed_bound", by_schools ? closed.schools : closed.pupils);
        }
        return std::move(check_);
    }

private:
    bool is_proven() const { return !all_.rules().is_searched() || all_.summary_value("allocation_proven") == 1.0; }

    void same(std::string_view key, double expected, std::string_view against)
    {
        check_.same_number({"summary"}, key, all_.summary_value(key), against, expected, area_tolerance_m2);
    }

    void look_at_area(double given_m2)
    {
        const double bound_m2 = all_.summary_value("bound_m2").value_or(-1.0);
        check_.number_at_least({"summary"}, "bound_m2", bound_m2, "given_m2", given_m2, area_tolerance_m2, "m2");
        same("optimality_gap_m2", bound_m2 - given_m2, "bound_m2 - given_m2");
        if (is_proven()) {
            check_.same_number({"summary"}, "bound_m2", bound_m2, "given_m2", given_m2, area_tolerance_m2, "m2");
        }
        if (all_.rules().is_searched()) {
            const Number proven = all_.summary_value("allocation_proven");
            check_.holds(proven == 0.0 || proven == 1.0, Fault::missing, {"summary"}, "allocation_proven", "NULL", "summary");
        }
    }

    void look_at_weight(std::string_view key, double reached)
    {
        const double bound = all_.summary_value(key).value_or(-1.0);
        check_.number_at_least({"summary"}, key, bound, "schools.residual_m2", reached, 0.0);
        if (is_proven()) {
            check_.same_number({"summary"}, key, bound, "schools.residual_m2", reached, 0.0);
        }
    }

    const Result& all_;
    Check check_{"bound"};
};

constexpr double cost_parts = 1e6; ///< 0.0001 yuan a m2 times 0.01 m2

/// What everything costs, in 0.000001 yuan; what leases give too.
long double cost_of_all(const Result& all, const ProofNetwork& network)
{
    long double sum = 0.0L;
    for (const ProofArc& arc : network.arcs()) {
        sum += static_cast<long double>(arc.given) * static_cast<long double>(arc.price.cost);
    }
    for (const CertificateRow& row : all.certificate) {
        const std::uint32_t v = row.kind == "venue" ? all.venue_of_id.of(row.id) : nobody;
        if (v != nobody) {
            sum += static_cast<long double>(network.leased_of_venue(v)) *
                   static_cast<long double>(whole_parts(row.price_per_m2.value_or(0.0), price_parts));
        }
    }
    return sum;
}

/// The lowest price at a school that is left short; absent where none is.
std::optional<std::int64_t> next_price(const ProofNetwork& network)
{
    std::optional<std::int64_t> least;
    for (const ProofArc& arc : network.arcs()) {
        if (arc.head == ProofNetwork::sink && arc.capacity && arc.given < *arc.capacity) {
            const auto cost = network.nodes()[arc.tail].price().cost;
            least = std::min(least.value_or(cost), cost);
        }
    }
    return least;
}

} // namespace

Check check_bound(const Result& result)
{
    return BoundCheck(result).check();
}

Check check_budget(const Result& all, const ProofNetwork& network)
{
    Check check("budget");
    if (all.rules().objective != Objective::budget) {
        return check;
    }
    const double budget = all.rules().budget_per_year;
    check.same_number({"summary"}, "budget_per_year", all.summary_value("budget_per_year"), "allocation.budget_per_year", budget, 1e-6,
                      "yuan");
    const long double units = cost_of_all(all, network);
    const double cost = static_cast<double>(units / cost_parts);
    const bool has_more_than_leases = network.given() > 0; // contracts are paid whatever the budget is
    if (has_more_than_leases) {
        check.number_at_most({"city"}, "m2 x price_per_m2", cost, "allocation.budget_per_year", budget, 1e-7, "yuan");
    }
    if (const auto next = next_price(network); next && has_prices(all) && !has_cut(all)) {
        const double with_next = static_cast<double>((units + static_cast<long double>(*next)) / cost_parts);
        check.number_at_least({"city"}, "m2 x price_per_m2 + 0.01 x p(sink)", with_next, "allocation.budget_per_year", budget, 0.0, "yuan");
    }
    return check;
}

Check check_bottlenecks(const Result& all)
{
    Check check("bottlenecks");
    Area unmet = 0;
    Area residual = 0;
    for (const SchoolRow& school : all.schools) {
        residual += school.residual.value_or(0);
    }
    for (const BottleneckRow& row : all.bottlenecks) {
        check.same({row.id}, "bottlenecks.unmet_m2", row.unmet, "deficit_m2 - reachable_m2",
                   row.deficit.value_or(0) - row.reachable.value_or(0));
        check.at_least({row.id}, "bottlenecks.unmet_m2", row.unmet.value_or(0), "0", 0);
        unmet += row.unmet.value_or(0);
    }
    check.at_most({"city"}, "bottlenecks.unmet_m2", unmet, "schools.residual_m2", residual);
    const auto& channels = all.rules().channels.values;
    const bool is_free = std::none_of(channels.begin(), channels.end(), [](const ChannelRules& channel) {
        return channel.is_on && (channel.cap || channel.min_lot > 0 || channel.schools_per_venue || !channel.district_caps.empty());
    });
    if (is_free && all.rules().objective == Objective::area) {
        check.same({"city"}, "bottlenecks.unmet_m2", unmet, "schools.residual_m2", residual);
    }
    return check;
}

} // namespace fieldgap::verify
