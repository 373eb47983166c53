#include "verify/checks/check_limits.hpp"

#include "verify/checks/givers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace fieldgap::verify {
namespace {

std::string key_of(Channel channel, std::string_view key)
{
    return "channels." + std::string(name_of(channel)) + std::string(key);
}

Channel channel_of(const LinkRow& link)
{
    return link.rents() ? Channel::rent : Channel::share;
}

void check_receiver(const Result& all, const SchoolRow& school, Check& check)
{
    for (const Channel channel : all_channels) {
        const Area given = school.given[channel].value_or(0);
        if (given == 0) {
            continue;
        }
        const std::string column = "schools." + std::string(name_of(channel)) + "_m2";
        const auto nothing = [&](bool claim, std::string_view rule) {
            check.holds(claim, Fault::exceeds, {school.id}, column, text_of_parts(given), rule, "0.00");
        };
        nothing(school.has_figures() && school.gap.value_or(0) > 0, "schools.gap_m2");
        nothing(all.rules().channels[channel].is_on, key_of(channel, " off"));
        nothing(counts_for(all, channel, school).value_or(true), "standards.regime");
    }
}

void check_link(const Result& all, const LinkRow& link, Check& check)
{
    const Area given = link.given.value_or(0);
    if (given == 0 || link.giver == nobody || link.school == nobody) {
        return;
    }
    const Subject subject{link.from_school, link.to_id};
    const SchoolRow& school = all.schools[link.school];
    const auto nothing = [&](bool claim, std::string_view rule) {
        check.holds(claim, Fault::exceeds, subject, "links.given_m2", text_of_parts(given), rule, "0.00");
    };
    nothing(school.gap.value_or(0) > 0, "schools.gap_m2");
    nothing(all.rules().channels[channel_of(link)].is_on, key_of(channel_of(link), " off"));
    nothing(link.rents() ? all.venues[link.giver].area.has_value() : all.schools[link.giver].surplus.value_or(0) > 0,
            link.rents() ? "venues.area_m2" : "schools.surplus_m2");
}

} // namespace

Check check_eligibility(const Result& all)
{
    Check check("eligibility");
    for (const SchoolRow& school : all.schools) {
        check_receiver(all, school, check);
    }
    for (const LinkRow& link : all.links) {
        check_link(all, link, check);
    }
    return check;
}

namespace {

/// What goes through channels and districts.
class CapCheck
{
public:
    explicit CapCheck(const Result& all) : all_(all), districts_(all), by_district_(districts_.caps().size()) {}

    Check check() &&
    {
        for (const LinkRow& link : all_.links) {
            add(link);
        }
        for (std::uint32_t s = 0; s < all_.schools.size(); ++s) {
            for (const Channel channel : {Channel::basement, Channel::expand}) {
                add(channel, all_.schools[s].given[channel].value_or(0), districts_.of_school(s, channel));
            }
        }
        compare();
        return std::move(check_);
    }

private:
    /// A venue at a border is in no district for sure.
    void add(const LinkRow& link)
    {
        const Area given = link.given.value_or(0);
        const bool is_placed = given != 0 && link.giver != nobody && (!link.rents() || districts_.is_sure(link.giver));
        const std::uint32_t cap = !is_placed     ? no_cap
                                  : link.rents() ? districts_.of_venue(link.giver)
                                                 : districts_.of_school(link.giver, Channel::share);
        add(channel_of(link), given, cap);
    }

    void add(Channel channel, Area given, std::uint32_t cap)
    {
        through_[channel] += given;
        if (cap != no_cap) {
            by_district_[cap] += given;
        }
    }

    void compare()
    {
        for (const Channel channel : all_channels) {
            if (const auto cap = all_.rules().channels[channel].cap) {
                check_.at_most({name_of(channel)}, "given_m2", through_[channel], key_of(channel, ".cap_m2"), *cap);
            }
        }
        for (std::size_t i = 0; i < by_district_.size(); ++i) {
            const DistrictCap& cap = districts_.caps()[i];
            check_.at_most({name_of(cap.channel), cap.name}, "given_m2", by_district_[i], key_of(cap.channel, ".district_caps_m2"),
                           cap.most);
        }
    }

    const Result& all_;
    Check check_{"caps"};
    DistrictCaps districts_;
    PerChannel<Area> through_;
    std::vector<Area> by_district_;
};

std::vector<Area> leased_by_school(const Result& all)
{
    std::vector<Area> leased(all.schools.size());
    for (const LedgerRow& row : all.ledger) {
        if (row.is_lease() && row.school != nobody) {
            leased[row.school] += row.m2.value_or(0);
        }
    }
    return leased;
}

} // namespace

Check check_caps(const Result& result)
{
    return CapCheck(result).check();
}

namespace {

/// Leases are exempt from lots, but take places.
class LotCheck
{
public:
    explicit LotCheck(const Result& all) : all_(all), leased_(leased_by_school(all)) {}

    Check check() &&
    {
        for (const LinkRow& link : all_.links) {
            if (link.giver != nobody && link.school != nobody && link.given.value_or(0) > 0) {
                lot(channel_of(link), {link.from_school, link.to_id}, link.given_beyond_leases(), link.school);
                ++takers_[{channel_of(link), link.giver}];
            }
        }
        for (std::uint32_t s = 0; s < all_.schools.size(); ++s) {
            for (const Channel channel : {Channel::basement, Channel::expand}) {
                lot(channel, {all_.schools[s].id}, all_.schools[s].given[channel].value_or(0), s);
            }
        }
        look_at_places();
        return std::move(check_);
    }

private:
    void lot(Channel channel, Subject subject, Area given, std::uint32_t school)
    {
        const Area gap_left = all_.schools[school].gap.value_or(0) - leased_[school];
        const Area least = std::min(all_.rules().channels[channel].min_lot, gap_left);
        if (given > 0 && least > 0) {
            check_.at_least(subject, "given_m2", given, key_of(channel, ".min_lot_m2"), least);
        }
    }

    void look_at_places()
    {
        for (const auto& [giver, schools] : takers_) {
            if (const auto places = all_.rules().channels[giver.first].schools_per_venue) {
                const std::string& id = giver.first == Channel::rent ? all_.venues[giver.second].id : all_.schools[giver.second].id;
                check_.number_at_most({id}, "links.from_school", static_cast<double>(schools),
                                      key_of(giver.first, ".max_schools_per_venue"), static_cast<double>(*places), 0.0);
            }
        }
    }

    const Result& all_;
    Check check_{"lots"};
    std::vector<Area> leased_;
    std::map<std::pair<Channel, std::uint32_t>, std::int64_t> takers_;
};

} // namespace

Check check_lots(const Result& result)
{
    return LotCheck(result).check();
}

namespace {

/// What a m2 of each giver costs, by the certificate; where it names none, what the channel costs.
class Prices
{
public:
    explicit Prices(const Result& all) : all_(all), of_venue_(all.venues.size(), all.rules().channels[Channel::rent].cost_per_m2)
    {
        for (const CertificateRow& row : all.certificate) {
            const std::uint32_t v = row.kind == "venue" ? all.venue_of_id.of(row.id) : nobody;
            if (v != nobody && row.price_per_m2) {
                of_venue_[v] = *row.price_per_m2;
            }
        }
    }

    double of(const LedgerRow& row) const
    {
        if (row.basis == "rent") {
            const std::uint32_t v = all_.venue_of_id.of(row.from_id);
            return v == nobody ? all_.rules().channels[Channel::rent].cost_per_m2 : of_venue_[v];
        }
        const auto channel = named<Channel>(channel_names, row.basis);
        return channel ? all_.rules().channels[*channel].cost_per_m2 : 0.0;
    }

private:
    const Result& all_;
    std::vector<double> of_venue_;
};

} // namespace

/// Each row of the ledger is rounded on its own.
Check check_prices(const Result& all)
{
    constexpr double half_cent = 0.005;
    constexpr double half_price = 0.5001e-4; // certificates hold prices to 0.0001 yuan
    Check check("prices");
    const Prices prices(all);
    for (const LedgerRow& row : all.ledger) {
        const double m2 = square_metres(row.m2.value_or(0));
        const double cost = m2 * prices.of(row);
        check.same_number({row.school_id, row.from_id}, "ledger.cost", row.cost.value_or(0.0), "m2 x price_per_m2", cost,
                          half_cent + 1e-8 + 1e-11 * std::fabs(cost) + (row.basis == "rent" ? half_price * m2 : 0.0), "yuan");
    }
    for (const CertificateRow& row : all.certificate) {
        const auto channel = row.kind == "channel"   ? named<Channel>(channel_names, row.id)
                             : row.kind == "partner" ? std::optional(Channel::share)
                                                     : std::nullopt;
        if (channel) {
            check.same_number({row.kind, row.id}, "certificate.price_per_m2", row.price_per_m2, key_of(*channel, ".cost_per_m2"),
                              all.rules().channels[*channel].cost_per_m2, half_price, "yuan/m2");
        } else if (row.kind == "venue") {
            check.holds(row.price_per_m2.value_or(-1.0) >= 0.0, Fault::missing, {row.id}, "certificate.price_per_m2", "NULL", "venues");
        }
    }
    return check;
}

} // namespace fieldgap::verify
