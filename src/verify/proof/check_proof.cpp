#include "verify/proof/check_proof.hpp"

#include "verify/proof/proof_network.hpp"

#include <algorithm>
#include <set>

namespace fieldgap::verify {
namespace {

/// Prices as `yuan, s`.
std::string text_of(Price price)
{
    return text_of_number(static_cast<double>(price.cost) / price_parts) + ", " +
           text_of_number(static_cast<double>(price.walk) / walk_parts);
}

bool is_whole(double value, double parts)
{
    return std::fabs(value * parts - static_cast<double>(whole_parts(value, parts))) < 1e-5;
}

/// A cut is there for all or for none, and so are prices.
void check_columns(const Result& all, Check& check)
{
    const bool cut = has_cut(all);
    const bool prices = has_prices(all);
    for (const CertificateRow& row : all.certificate) {
        const Subject subject{row.kind, row.id};
        check.holds(row.cut.has_value() == cut && (!cut || row.cut == 0.0 || row.cut == 1.0), Fault::malformed, subject, "certificate.cut",
                    row.cut ? text_of_number(*row.cut) : "NULL", "0, 1");
        check.holds(row.price_cost.has_value() == prices && row.price_walk.has_value() == prices, Fault::missing, subject,
                    "certificate.price_cost", "NULL", "prices");
        if (row.has_prices()) {
            check.holds(is_whole(*row.price_cost, price_parts) && is_whole(*row.price_walk, walk_parts), Fault::malformed, subject,
                        "certificate.price_cost", text_of(row.price()), "0.0001, 0.001");
        }
    }
    if (!all.rules().is_searched() && !all.certificate.empty()) {
        check.holds(prices, Fault::missing, {"certificate"}, "certificate.price_cost", "NULL", "allocation.objective");
        check.holds(cut || all.rules().objective == Objective::budget, Fault::missing, {"certificate"}, "certificate.cut", "NULL",
                    "allocation.objective");
    }
}

} // namespace

bool has_cut(const Result& all)
{
    return std::any_of(all.certificate.begin(), all.certificate.end(), [](const CertificateRow& row) { return row.cut.has_value(); });
}

bool has_prices(const Result& all)
{
    return std::any_of(all.certificate.begin(), all.certificate.end(),
                       [](const CertificateRow& row) { return row.price_cost.has_value(); });
}

Check check_certificate(const Result& all, const ProofNetwork& network)
{
    Check check("certificate");
    check_columns(all, check);
    for (const auto& [kind, id] : network.rows_missing()) {
        const std::string_view word = node_kind_names[static_cast<std::size_t>(kind)];
        check.holds(false, Fault::missing, {word, id}, "certificate", id, word);
    }
    for (const auto& wrong : network.wrong_capacities()) {
        check.holds(false, Fault::differs, {wrong.row->kind, wrong.row->id}, "certificate.capacity_m2",
                    wrong.row->capacity ? text_of_parts(*wrong.row->capacity) : "NULL", wrong.row->kind,
                    wrong.expected ? text_of_parts(*wrong.expected) : "NULL");
    }
    std::set<const CertificateRow*> known;
    for (const ProofNode& node : network.nodes()) {
        known.insert(node.row);
    }
    for (const CertificateRow& row : all.certificate) {
        check.holds(known.contains(&row), Fault::unknown, {row.kind, row.id}, "certificate.id", row.id, "links");
    }
    return check;
}

Check check_maximum(const Result& all, const ProofNetwork& network)
{
    Check check("maximum");
    if (!has_cut(all)) {
        return check;
    }
    const auto is_beyond = [&](std::uint32_t node) { return node == ProofNetwork::sink || network.nodes()[node].is_beyond_cut(); };
    Area through = 0;
    for (const ProofArc& arc : network.arcs()) {
        if (is_beyond(arc.tail) || !is_beyond(arc.head)) {
            continue;
        }
        // An arc that may not be there at all is no hole in the cut.
        check.holds(arc.capacity || !arc.is_sure, Fault::exceeds, {arc.from, arc.to}, "certificate.cut", "0 -> 1", "links", "0");
        through += arc.capacity.value_or(0);
    }
    check.same({"city"}, "given beyond leases", network.given(), "capacity of certificate.cut", through);
    return check;
}

namespace {

class PriceCheck
{
public:
    explicit PriceCheck(const ProofNetwork& network) : network_(network) {}

    Check check() &&
    {
        for (const ProofArc& arc : network_.arcs()) {
            arc.head == ProofNetwork::sink ? look_at_school(arc) : look_at(arc);
        }
        if (dearest_served_ && cheapest_short_) {
            check_.holds(dearest_served_->first <= cheapest_short_->first, Fault::exceeds,
                         {dearest_served_->second, cheapest_short_->second}, prices, text_of(dearest_served_->first), prices,
                         text_of(cheapest_short_->first));
        }
        return std::move(check_);
    }

private:
    static constexpr std::string_view prices = "certificate.price_cost, price_walk";

    Price price_at(std::uint32_t node) const { return network_.nodes()[node].price(); }

    /// What is not full: price + p(tail) is not less than p(head); what carries something: not more.
    void look_at(const ProofArc& arc)
    {
        const Price way = arc.price + price_at(arc.tail);
        const Price end = price_at(arc.head);
        const bool is_full = arc.capacity && arc.given >= *arc.capacity;
        if (arc.is_sure && !is_full) {
            claim(way >= end, Fault::undercuts, arc, way, end);
        }
        if (arc.is_sure && arc.given > 0) {
            claim(way <= end, Fault::exceeds, arc, way, end);
        }
    }

    void claim(bool holds, Fault fault, const ProofArc& arc, Price way, Price end)
    {
        if (holds) {
            return check_.holds(true, fault, {}, {}, {}, {}); // the usual case: nothing is put into words
        }
        check_.holds(false, fault, {arc.from, arc.to}, "price + p(from)", text_of(way), "p(to)", text_of(end));
    }

    /// Behind the schools: none that was given something is dearer than one that is left short.
    void look_at_school(const ProofArc& arc)
    {
        const AtSchool at(price_at(arc.tail), arc.from);
        if (arc.given > 0 && (!dearest_served_ || at.first > dearest_served_->first)) {
            dearest_served_ = at;
        }
        if (arc.capacity && arc.given < *arc.capacity && (!cheapest_short_ || at.first < cheapest_short_->first)) {
            cheapest_short_ = at;
        }
    }

    using AtSchool = std::pair<Price, std::string_view>;

    const ProofNetwork& network_;
    Check check_{"least_cost"};
    std::optional<AtSchool> dearest_served_, cheapest_short_;
};

} // namespace

Check check_least_cost(const Result& all, const ProofNetwork& network)
{
    return has_prices(all) ? PriceCheck(network).check() : Check("least_cost");
}

} // namespace fieldgap::verify
