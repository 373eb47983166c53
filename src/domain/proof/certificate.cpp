#include "domain/proof/certificate.hpp"

#include "domain/allocation/city_problem.hpp"
#include "domain/allocation/given_by_offers.hpp"
#include "domain/proof/plan_proof.hpp"
#include "domain/transport/allocation_network.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace fieldgap {
namespace {

/// By kind, id, and the channel of a district's cap.
bool comes_before(const CertificateRow& a, const CertificateRow& b)
{
    const auto key = [](const CertificateRow& row) {
        return std::tuple(row.kind, std::string_view(row.id), row.channel ? name_of(*row.channel) : std::string_view());
    };
    return key(a) < key(b);
}

/// The problem beyond leases, as the allocation solved it, and what proves the solution.
class Certificate
{
public:
    explicit Certificate(const AnalysedCity& city)
        : city_(city), measured_(city.measured()), caps_(measured_), problem_(problem_of_city(measured_, city.results.reach)),
          residual_(problem_.flow, given_by_offers(problem_, city.results.allocation)), proof_(proof_of(problem_.flow, residual_))
    {
    }

    std::vector<CertificateRow> rows() &&
    {
        add_schools();
        add_givers(Channel::rent);
        add_givers(Channel::share);
        add_channels();
        add_districts();
        std::sort(rows_.begin(), rows_.end(), comes_before);
        return std::move(rows_);
    }

private:
    bool has_gap(std::size_t school) const
    {
        const Assessment& state = measured_.assessments[school];
        return state.has_figures() && state.gap > ExactArea();
    }

    CertificateRow& add(CertifiedKind kind, const std::string& id, std::uint32_t node)
    {
        CertificateRow& row = rows_.emplace_back();
        row.kind = kind;
        row.id = id;
        if (proof_.is_beyond_cut) {
            row.cut = (*proof_.is_beyond_cut)[node];
        }
        if (proof_.prices) {
            row.price_cost = (*proof_.prices)[node].cost;
            row.price_walk = (*proof_.prices)[node].walk;
        }
        return row;
    }

    void add_schools()
    {
        for (std::uint32_t s = 0; s < city_.city.schools.size(); ++s) {
            if (has_gap(s)) {
                add(CertifiedKind::school, city_.city.schools[s].id, residual_.of_taker(s)).capacity = measured_.assessments[s].gap;
            }
        }
    }

    /// Venues or partners.
    void add_givers(Channel channel)
    {
        const bool rents = channel == Channel::rent;
        const std::vector<bool> is_near = near_a_gap(channel);
        for (std::uint32_t i = 0; i < problem_.givers.size(); ++i) {
            const std::uint32_t giver = problem_.givers[i];
            if (problem_.flow.supply_nodes[i].channel != channel || !is_near[giver]) {
                continue;
            }
            const ExactArea ground =
                rents ? measured_.venue_grounds[giver].area.value_or(ExactArea()) : problem_.flow.supply_nodes[i].capacity;
            if (ground > ExactArea()) {
                CertificateRow& row = add(rents ? CertifiedKind::venue : CertifiedKind::partner,
                                          rents ? city_.city.venues[giver].id : city_.city.schools[giver].id, PlanResidual::of_giver(i));
                row.capacity = ground;
                row.price_of_ground = rents ? units_of(price_of(city_.city.venues[giver], city_.settings)) : price_of_channel(channel);
            }
        }
    }

    /// By venue or school: in reach of a school with a gap, by a channel that is on.
    std::vector<bool> near_a_gap(Channel channel) const
    {
        const bool rents = channel == Channel::rent;
        std::vector<bool> is_near(rents ? city_.city.venues.size() : city_.city.schools.size(), false);
        for (const ReachedPair& pair : (rents ? city_.results.reach.rent : city_.results.reach.share).pairs) {
            if (city_.settings.channels[channel].on && has_gap(index(pair.school))) {
                is_near[pair.giver] = true;
            }
        }
        return is_near;
    }

    void add_channels()
    {
        for (const Channel channel : all_channels) {
            const ChannelSettings& settings = city_.settings.channels[channel];
            if (settings.on) {
                CertificateRow& row = add(CertifiedKind::channel, std::string(name_of(channel)), PlanResidual::of_channel(channel));
                row.price_of_ground = price_of_channel(channel);
                if (settings.cap_m2) {
                    row.capacity = ExactArea::rounded(gis::SquareMetres(*settings.cap_m2));
                }
            }
        }
    }

    void add_districts()
    {
        std::vector<bool> binds(caps_.caps().size(), false);
        for (const SupplyNode& giver : problem_.flow.supply_nodes) {
            if (giver.district_cap != no_district_cap) {
                binds[giver.district_cap] = true;
            }
        }
        for (std::uint32_t i = 0; i < binds.size(); ++i) {
            const CappedDistrict& cap = caps_.caps()[i];
            if (binds[i] && city_.settings.channels[cap.channel].on) {
                CertificateRow& row = add(CertifiedKind::district, cap.name, residual_.of_district(i));
                row.channel = cap.channel;
                row.capacity = cap.most;
            }
        }
    }

    static std::int64_t units_of(double price_per_m2) { return price_units({0, 0, price_per_m2}); }
    std::int64_t price_of_channel(Channel channel) const { return units_of(city_.settings.channels[channel].cost_per_m2); }

    const AnalysedCity& city_;
    MeasuredCity measured_;
    DistrictCaps caps_;
    CityProblem problem_;
    PlanResidual residual_;
    PlanProof proof_;
    std::vector<CertificateRow> rows_;
};

} // namespace

std::vector<CertificateRow> certificate_of(const AnalysedCity& city)
{
    return Certificate(city).rows();
}

} // namespace fieldgap
