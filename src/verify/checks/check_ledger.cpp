#include "verify/checks/check_ledger.hpp"

#include "verify/checks/need.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace fieldgap::verify {
namespace {

constexpr double walk_tolerance_s = 5e-4;

Cents cents_of(Number yuan)
{
    return whole_parts(yuan.value_or(0.0), area_parts);
}

bool is_own(const std::string& basis)
{
    return basis.starts_with("own_") || basis == "official";
}

/// What the ledger says of a school.
struct Books
{
    Area own = 0, unassigned = 0;
    PerChannel<Area> given;
    Cents cost = 0;
};

std::vector<Books> books_of(const Result& all)
{
    std::vector<Books> books(all.schools.size());
    for (const LedgerRow& row : all.ledger) {
        if (row.school == nobody) {
            continue;
        }
        Books& own = books[row.school];
        const Area m2 = row.m2.value_or(0);
        const auto channel = named<Channel>(channel_names, row.basis);
        own.own += is_own(row.basis) ? m2 : 0;
        own.unassigned += row.basis == "unassigned" ? m2 : 0;
        own.cost += cents_of(row.cost);
        if (channel) {
            own.given[*channel] += m2;
        }
    }
    return books;
}

std::string column_of(Channel channel)
{
    return "schools." + std::string(name_of(channel)) + "_m2";
}

/// What rows of the ledger say of one pair.
struct PairBooks
{
    Area m2 = 0;
    Cents cost = 0;
    Number walk_s;
};

class LinkBooks
{
public:
    LinkBooks(const Result& all, Check& check) : all_(all), check_(check) {}

    void compare()
    {
        for (const LedgerRow& row : all_.ledger) {
            if (row.basis == "rent" || row.basis == "share") {
                PairBooks& pair = of_pair_[{row.school_id, row.from_id, row.basis}];
                pair.m2 += row.m2.value_or(0);
                pair.cost += cents_of(row.cost);
                pair.walk_s = row.walk_s;
            }
        }
        for (const LinkRow& link : all_.links) {
            look_at(link);
        }
        for (const auto& [key, left] : of_pair_) {
            const auto& [school, from, basis] = key;
            check_.holds(false, Fault::unknown, {school, from}, "ledger." + basis, text_of_parts(left.m2), "links");
        }
    }

private:
    void look_at(const LinkRow& link)
    {
        const bool gives = link.given.value_or(0) != 0 || cents_of(link.cost) != 0; // most do not, and are not looked for
        const auto found = gives ? of_pair_.find({link.from_school, link.to_id, link.channel}) : of_pair_.end();
        const bool is_there = found != of_pair_.end();
        const PairBooks pair = is_there ? found->second : PairBooks();
        const Subject subject{link.from_school, link.to_id};
        check_.same(subject, "links.given_m2", link.given, "ledger.m2", pair.m2);
        check_.same_number(subject, "links.cost", static_cast<double>(cents_of(link.cost)) / area_parts, "ledger.cost",
                           static_cast<double>(pair.cost) / area_parts, 1e-9, "yuan");
        if (is_there) {
            check_.same_number(subject, "ledger.walk_s", pair.walk_s, "links.walk_s", link.walk_s, walk_tolerance_s, "s");
            of_pair_.erase(found);
        }
    }

    const Result& all_;
    Check& check_;
    std::map<std::tuple<std::string, std::string, std::string>, PairBooks> of_pair_;
};

} // namespace

Check check_ledger(const Result& all)
{
    Check check("ledger");
    const std::vector<Books> books = books_of(all);
    for (std::size_t s = 0; s < books.size(); ++s) {
        const SchoolRow& school = all.schools[s];
        const Books& own = books[s];
        check.same({school.id}, "schools.own_m2", school.own.value_or(0), "ledger.m2", own.own);
        check.same({school.id}, "schools.residual_m2", school.residual.value_or(0), "ledger.unassigned", own.unassigned);
        for (const Channel channel : all_channels) {
            check.same({school.id}, column_of(channel), school.given[channel].value_or(0), "ledger.m2", own.given[channel]);
        }
        check.same_number({school.id}, "schools.cost", school.cost.value_or(0.0), "ledger.cost", static_cast<double>(own.cost) / area_parts,
                          0.005 + 1e-11 * std::fabs(school.cost.value_or(0.0)), "yuan");
    }
    for (const LedgerRow& row : all.ledger) {
        check.at_least({row.school_id, row.basis}, "ledger.m2", row.m2.value_or(0), "0", 0);
    }
    LinkBooks(all, check).compare();
    return check;
}

namespace {

/// What the links of a school say.
struct LinkSums
{
    PerChannel<Area> given;
    Area shared_out = 0;
    Cents cost = 0;
    std::int64_t venues = 0;
    Number nearest_s;
};

std::vector<LinkSums> sums_of_links(const Result& all)
{
    std::vector<LinkSums> sums(all.schools.size());
    for (const LinkRow& link : all.links) {
        if (link.school == nobody || link.giver == nobody) {
            continue;
        }
        LinkSums& own = sums[link.school];
        own.given[link.rents() ? Channel::rent : Channel::share] += link.given.value_or(0);
        own.cost += cents_of(link.cost);
        if (link.rents()) {
            ++own.venues;
            own.nearest_s = std::min(own.nearest_s.value_or(link.walk_s.value_or(0.0)), link.walk_s.value_or(0.0));
        } else {
            sums[link.giver].shared_out += link.given.value_or(0);
        }
    }
    return sums;
}

void check_school(const SchoolRow& school, const LinkSums& sums, Check& check)
{
    for (const Channel channel : {Channel::rent, Channel::share}) {
        check.same({school.id}, column_of(channel), school.given[channel].value_or(0), "links.given_m2", sums.given[channel]);
    }
    check.same({school.id}, "schools.shared_out_m2", school.shared_out.value_or(0), "links.given_m2", sums.shared_out);
    if (school.has_figures()) {
        check.same({school.id}, "schools.residual_m2", school.residual, "gap_m2 - given", school.gap.value_or(0) - school.received());
        check.at_most({school.id}, "schools received", school.received(), "schools.gap_m2", school.gap.value_or(0));
    }
    for (const Channel channel : all_channels) {
        check.at_least({school.id}, column_of(channel), school.given[channel].value_or(0), "0", 0);
    }
    if (school.venues_in_reach) {
        check.same_number({school.id}, "schools.venues_in_reach", school.venues_in_reach, "links", static_cast<double>(sums.venues), 0.0);
        check.same_number({school.id}, "schools.nearest_venue_s", school.nearest_venue_s, "links.walk_s", sums.nearest_s, walk_tolerance_s,
                          "s");
    }
}

} // namespace

Check check_sums(const Result& all)
{
    Check check("sums");
    const std::vector<LinkSums> sums = sums_of_links(all);
    for (std::size_t s = 0; s < sums.size(); ++s) {
        check_school(all.schools[s], sums[s], check);
    }
    return check;
}

namespace {

/// What a school shares out, and what it makes of its own ground.
void check_school_as_giver(const Result& all, const SchoolRow& school, Check& check)
{
    const Area out = school.shared_out.value_or(0);
    check.at_most({school.id}, "schools.shared_out_m2", out, "schools.surplus_m2", school.surplus.value_or(0));
    check.holds(out == 0 || status_of(ground_after(school), school.required.value_or(0), all.rules().floor) == "meets", Fault::differs,
                {school.id}, "schools.status_after", school.status_after, "shared_out_m2", "meets");
    check.at_most({school.id}, "schools.basement_m2", school.given[Channel::basement].value_or(0), "schools.basement_usable_m2",
                  school.basement_usable.value_or(0));
    check.at_most({school.id}, "schools.expand_m2", school.given[Channel::expand].value_or(0), "schools.expand_possible_m2",
                  school.expand_possible.value_or(0));
}

} // namespace

Check check_givers(const Result& all)
{
    Check check("givers");
    std::vector<Area> rented(all.venues.size());
    std::vector<std::int64_t> schools(all.venues.size());
    for (const LinkRow& link : all.links) {
        check.at_least({link.from_school, link.to_id}, "links.given_m2", link.given.value_or(0), "0", 0);
        if (link.rents() && link.giver != nobody) {
            rented[link.giver] += link.given.value_or(0);
            ++schools[link.giver];
        }
    }
    for (std::size_t v = 0; v < rented.size(); ++v) {
        const VenueRow& venue = all.venues[v];
        check.same({venue.id}, "venues.rented_m2", venue.rented.value_or(0), "links.given_m2", rented[v]);
        check.at_most({venue.id}, "venues.rented_m2", rented[v], "venues.area_m2", venue.area.value_or(0));
        check.same({venue.id}, "venues.left_m2", venue.left.value_or(0), "area_m2 - rented_m2", venue.area.value_or(0) - rented[v]);
        if (venue.schools_in_reach) {
            check.same_number({venue.id}, "venues.schools_in_reach", venue.schools_in_reach, "links", static_cast<double>(schools[v]), 0.0);
        }
    }
    for (const SchoolRow& school : all.schools) {
        check_school_as_giver(all, school, check);
    }
    return check;
}

} // namespace fieldgap::verify
