#include "verify/proof/proof_network.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace fieldgap::verify {
namespace {

constexpr double most_price = 1e7; ///< yuan per m2: what is dearer counts so
constexpr double most_walk_s = 1e8;

std::int64_t price_units(double yuan_per_m2)
{
    return whole_parts(std::clamp(yuan_per_m2, 0.0, most_price), price_parts);
}

std::int64_t walk_units(const LinkRow& link)
{
    return whole_parts(std::clamp(link.walk_s.value_or(0.0), 0.0, most_walk_s), walk_parts);
}

Channel channel_of(const LinkRow& link)
{
    return link.rents() ? Channel::rent : Channel::share;
}

} // namespace

/// Rows of the certificate by kind, id and channel.
struct ProofNetwork::Rows
{
    explicit Rows(const Result& all)
    {
        for (const CertificateRow& row : all.certificate) {
            by_name.emplace(std::tuple(std::string_view(row.kind), std::string_view(row.id), std::string_view(row.channel)), &row);
        }
    }

    const CertificateRow* of(NodeKind kind, std::string_view id, std::string_view channel = {}) const
    {
        const auto found = by_name.find({node_kind_names[static_cast<std::size_t>(kind)], id, channel});
        return found == by_name.end() ? nullptr : found->second;
    }

    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, const CertificateRow*> by_name;
};

ProofNetwork::ProofNetwork(const Result& all)
    : all_(all), caps_(all), nodes_(2), of_school_(all.schools.size(), nobody), of_venue_(all.venues.size(), nobody),
      of_partner_(all.schools.size(), nobody), of_cap_(caps_.caps().size(), nobody), leased_of_school_(all.schools.size()),
      leased_of_venue_(all.venues.size()), leased_of_cap_(caps_.caps().size()), from_venue_(all.venues.size()),
      from_partner_(all.schools.size()), through_cap_(caps_.caps().size()), is_cap_sure_(caps_.caps().size(), true)
{
    const Rows rows(all);
    for (const LinkRow& link : all.links) {
        if (link.leased != 0 && link.school != nobody && link.giver != nobody) {
            leased_of_school_[link.school] += link.leased;
            leased_of_venue_[link.giver] += link.leased;
            leased_ += link.leased;
            if (const auto cap = caps_.of_venue(link.giver); cap != no_cap) {
                leased_of_cap_[cap] += link.leased;
            }
        }
    }
    add_schools(rows);
    add_channels(rows);
    add_districts(rows);
    add_givers(rows);
    add_links();
    add_on_campus();
    add_giver_arcs();
    add_cap_arcs();
    add_school_arcs();
}

/// `capacity` is what the row ought to name, leases included.
std::uint32_t ProofNetwork::add_node(const CertificateRow* row, NodeKind kind, const std::string& id, std::optional<Area> capacity,
                                     bool is_needed)
{
    if (row == nullptr) {
        if (is_needed) {
            missing_.emplace_back(kind, id);
        }
        return nobody;
    }
    if (row->capacity != capacity) {
        wrong_.push_back({row, capacity});
    }
    nodes_.push_back({row});
    return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void ProofNetwork::add_schools(const Rows& rows)
{
    for (std::uint32_t s = 0; s < all_.schools.size(); ++s) {
        const SchoolRow& school = all_.schools[s];
        if (school.has_figures() && school.gap.value_or(0) > 0) {
            of_school_[s] = add_node(rows.of(NodeKind::school, school.id), NodeKind::school, school.id, school.gap, true);
        }
    }
}

void ProofNetwork::add_channels(const Rows& rows)
{
    for (const Channel channel : all_channels) {
        const ChannelRules& rules = all_.rules().channels[channel];
        const std::string id(name_of(channel));
        of_channel_[channel] = rules.is_on ? add_node(rows.of(NodeKind::channel, id), NodeKind::channel, id, rules.cap, true) : nobody;
    }
}

/// A cap that binds nobody has no row.
void ProofNetwork::add_districts(const Rows& rows)
{
    for (std::size_t i = 0; i < of_cap_.size(); ++i) {
        const DistrictCap& cap = caps_.caps()[i];
        const DistrictRow& district = all_.districts[cap.district];
        const CertificateRow* row = nullptr;
        for (const std::string* const name : {&cap.name, &district.name, &district.id}) {
            row = row == nullptr ? rows.of(NodeKind::district, *name, name_of(cap.channel)) : row;
        }
        of_cap_[i] = add_node(row, NodeKind::district, cap.name, cap.most, false);
    }
}

/// Whether a link leads from a giver with ground to a school with a gap, by a channel that is on.
bool ProofNetwork::is_giver_near(const LinkRow& link) const
{
    if (link.school == nobody || link.giver == nobody || of_school_[link.school] == nobody || of_channel_[channel_of(link)] == nobody) {
        return false;
    }
    return (link.rents() ? all_.venues[link.giver].area : all_.schools[link.giver].surplus).value_or(0) > 0;
}

void ProofNetwork::add_givers(const Rows& rows)
{
    std::vector<bool> is_venue_near(all_.venues.size());
    std::vector<bool> is_partner_near(all_.schools.size());
    for (const LinkRow& link : all_.links) {
        if (is_giver_near(link)) {
            (link.rents() ? is_venue_near : is_partner_near)[link.giver] = true;
        }
    }
    for (std::uint32_t v = 0; v < all_.venues.size(); ++v) {
        const VenueRow& venue = all_.venues[v];
        of_venue_[v] =
            is_venue_near[v] ? add_node(rows.of(NodeKind::venue, venue.id), NodeKind::venue, venue.id, venue.area, true) : nobody;
    }
    for (std::uint32_t s = 0; s < all_.schools.size(); ++s) {
        const SchoolRow& school = all_.schools[s];
        of_partner_[s] = is_partner_near[s]
                             ? add_node(rows.of(NodeKind::partner, school.id), NodeKind::partner, school.id, school.surplus, true)
                             : nobody;
    }
}

/// Under the cap of its district where that has a row, else under its channel.
std::uint32_t ProofNetwork::parent_of(Channel channel, std::uint32_t cap) const
{
    return cap != no_cap && of_cap_[cap] != nobody ? of_cap_[cap] : of_channel_[channel];
}

void ProofNetwork::add_links()
{
    for (const LinkRow& link : all_.links) {
        const Area given = link.given_beyond_leases();
        given_ += given;
        through_[channel_of(link)] += given;
        if (!is_giver_near(link)) {
            continue;
        }
        const std::uint32_t giver = (link.rents() ? of_venue_ : of_partner_)[link.giver];
        if (giver == nobody) {
            continue;
        }
        (link.rents() ? from_venue_ : from_partner_)[link.giver] += given;
        const auto counts = counts_for(all_, channel_of(link), all_.schools[link.school]);
        const Price price{price_units(nodes_[giver].row->price_per_m2.value_or(0.0)), walk_units(link)};
        if (counts != false || given > 0) {
            arcs_.push_back(
                {giver, of_school_[link.school], std::nullopt, given, price, link.to_id, link.from_school, counts == true || given > 0});
        }
    }
}

void ProofNetwork::add_on_campus()
{
    for (std::uint32_t s = 0; s < all_.schools.size(); ++s) {
        const SchoolRow& school = all_.schools[s];
        for (const Channel channel : {Channel::basement, Channel::expand}) {
            const Area given = school.given[channel].value_or(0);
            const Area possible = (channel == Channel::basement ? school.basement_usable : school.expand_possible).value_or(0);
            const std::uint32_t cap = caps_.of_school(s, channel);
            const std::uint32_t parent = parent_of(channel, cap);
            given_ += given;
            through_[channel] += given;
            if (cap != no_cap) {
                through_cap_[cap] += given;
            }
            if (parent != nobody && of_school_[s] != nobody && (possible > 0 || given > 0)) {
                const Price price{price_units(all_.rules().channels[channel].cost_per_m2), 0};
                arcs_.push_back({parent, of_school_[s], possible, given, price, name_of(channel), school.id});
            }
        }
    }
}

/// What stands before a giver.
void ProofNetwork::add_giver(Channel channel, std::uint32_t cap, std::uint32_t node, const std::string& id, Area capacity, Area given,
                             bool is_sure)
{
    if (cap != no_cap) {
        through_cap_[cap] += given;
        is_cap_sure_[cap] = is_cap_sure_[cap] && (is_sure || given == 0);
    }
    if (const std::uint32_t parent = parent_of(channel, cap); node != nobody && parent != nobody) {
        arcs_.push_back({parent, node, capacity, given, {}, name_of(channel), id, is_sure});
    }
}

void ProofNetwork::add_giver_arcs()
{
    for (std::uint32_t v = 0; v < of_venue_.size(); ++v) {
        const VenueRow& venue = all_.venues[v];
        add_giver(Channel::rent, caps_.of_venue(v), of_venue_[v], venue.id, venue.area.value_or(0) - leased_of_venue_[v], from_venue_[v],
                  caps_.is_sure(v));
    }
    for (std::uint32_t s = 0; s < of_partner_.size(); ++s) {
        const SchoolRow& school = all_.schools[s];
        add_giver(Channel::share, caps_.of_school(s, Channel::share), of_partner_[s], school.id, school.surplus.value_or(0),
                  from_partner_[s], true);
    }
}

void ProofNetwork::add_cap_arcs()
{
    for (std::size_t i = 0; i < of_cap_.size(); ++i) {
        const DistrictCap& cap = caps_.caps()[i];
        if (of_cap_[i] != nobody && of_channel_[cap.channel] != nobody) {
            arcs_.push_back({of_channel_[cap.channel],
                             of_cap_[i],
                             cap.most - leased_of_cap_[i],
                             through_cap_[i],
                             {},
                             name_of(cap.channel),
                             cap.name,
                             is_cap_sure_[i]});
        }
    }
    for (const Channel channel : all_channels) {
        add_channel_arc(channel);
    }
}

void ProofNetwork::add_channel_arc(Channel channel)
{
    if (of_channel_[channel] != nobody) {
        const auto cap = all_.rules().channels[channel].cap;
        const Area leased = channel == Channel::rent ? leased_ : 0;
        arcs_.push_back({source,
                         of_channel_[channel],
                         cap ? std::optional(*cap - leased) : std::nullopt,
                         through_[channel],
                         {},
                         "source",
                         name_of(channel)});
    }
}

void ProofNetwork::add_school_arcs()
{
    for (std::uint32_t s = 0; s < of_school_.size(); ++s) {
        if (of_school_[s] != nobody) {
            const SchoolRow& school = all_.schools[s];
            arcs_.push_back({of_school_[s],
                             sink,
                             school.gap.value_or(0) - leased_of_school_[s],
                             school.received() - leased_of_school_[s],
                             {},
                             school.id,
                             "sink"});
        }
    }
}

} // namespace fieldgap::verify
