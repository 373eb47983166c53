// The certificate of a city, read as somebody reads it who has the result and no solver.
#include "domain/gap/open_channels.hpp"
#include "domain/proof/certificate.hpp"
#include "domain/transport/allocation_network.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <map>
#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// A school that needs 3000 m2 and lacks some of it, or has more.
School school_at(const AsciiTown& town, char place, double lacks_m2)
{
    School one = school(std::string(1, place), 400, 0, town.at(place));
    one.outdoor_m2 = 3000.0 - lacks_m2;
    return one;
}

Venue venue_at(const AsciiTown& town, char place, double area_m2, double price_per_m2)
{
    Venue one;
    one.id = std::string(1, place);
    one.at = town.at(place);
    one.area_m2 = area_m2;
    one.price_per_m2 = price_per_m2;
    return one;
}

struct Certified
{
    Results results;
    std::vector<CertificateRow> rows;
};

Certified certified(const AsciiTown& town, const City& city, const Settings& settings)
{
    const gis::WalkNetwork network = town.network();
    const WalkNetworkView walking{&network, {}};
    Certified all{analyse(city, walking, settings, [](Step) {}), {}};
    all.rows = certificate_of({city, all.results, walking, settings});
    return all;
}

using Price = std::pair<std::int64_t, std::int64_t>; ///< 0.0001 yuan, ms
using Name = std::pair<CertifiedKind, std::string>;

Price sum(Price a, Price b)
{
    return {a.first + b.first, a.second + b.second};
}

/// Arc by arc, with the rows and what a result holds beside them.
class Reader
{
public:
    Reader(const City& city, const Settings& settings, const Certified& all) : city_(city), settings_(settings), all_(all)
    {
        for (const CertificateRow& row : all.rows) {
            const std::string id = row.id + (row.channel ? "/" + std::string(name_of(*row.channel)) : "");
            REQUIRE(row_.emplace(Name(row.kind, id), row).second);
        }
        for (const CountedLease& lease : all.results.allocation.leases) {
            leased_[lease.pair] += lease.counted;
            given_ -= lease.counted.hundredths();
        }
        given_ += all.results.allocation.closed.hundredths();
    }

    void check()
    {
        pairs(Channel::rent, all_.results.reach.rent.pairs, all_.results.allocation.given_by_rent);
        pairs(Channel::share, all_.results.reach.share.pairs, all_.results.allocation.given_by_share);
        for (std::size_t s = 0; s < city_.schools.size(); ++s) {
            on_campus(Channel::basement, s);
            on_campus(Channel::expand, s);
        }
        for (const auto& [giver, given] : from_) {
            above(giver, given);
        }
        for (const auto& [district, given] : through_district_) {
            over_arc(channel_of(district), district, {}, given, left(district));
        }
        for (const auto& [name, row] : row_) {
            if (row.kind == CertifiedKind::channel) {
                const auto cap = row.capacity ? std::optional(left(name)) : std::nullopt;
                over_arc({}, name, {}, through_channel_[name], cap);
            }
        }
        schools();
        if (is_cut()) {
            CHECK(cut_ == given_);
        }
    }

    std::int64_t cut() const { return cut_; }

private:
    bool is_cut() const { return !all_.rows.empty() && all_.rows.front().cut.has_value(); }
    bool has(const Name& name) const { return row_.contains(name); }
    bool is_beyond(const Name& name) const { return !name.second.empty() && *row_.at(name).cut; }
    Price price(const Name& name) const
    {
        return name.second.empty() ? Price() : Price(*row_.at(name).price_cost, *row_.at(name).price_walk);
    }
    Name school_name(std::size_t s) const { return {CertifiedKind::school, city_.schools[s].id}; }
    static Name channel_name(Channel channel) { return {CertifiedKind::channel, std::string(name_of(channel))}; }
    static Name channel_of(const Name& district) { return {CertifiedKind::channel, district.second.substr(district.second.find('/') + 1)}; }

    /// Whose cap stands before a place: everything west of the middle is Heping, the rest Hedong.
    Name above_of(Channel channel, double x) const
    {
        const Name district(CertifiedKind::district, std::string(x < 0 ? "Heping" : "Hedong") + "/" + std::string(name_of(channel)));
        return has(district) ? district : channel_name(channel);
    }

    void over_arc(const Name& tail, const Name& head, Price price_of_it, std::int64_t given, std::optional<std::int64_t> capacity)
    {
        const Price there = sum(price(tail), price_of_it);
        CAPTURE(tail.second, head.second, given, capacity.value_or(-1));
        CHECK((given == capacity || there >= price(head)));
        CHECK((given == 0 || there <= price(head)));
        if (is_cut() && !is_beyond(tail) && is_beyond(head)) {
            REQUIRE(capacity);
            cut_ += *capacity;
        }
    }

    void pairs(Channel channel, const std::vector<ReachedPair>& pairs, const std::vector<ExactArea>& given)
    {
        const bool rents = channel == Channel::rent;
        for (std::uint32_t i = 0; i < pairs.size(); ++i) {
            const ReachedPair& pair = pairs[i];
            const Name giver(rents ? CertifiedKind::venue : CertifiedKind::partner,
                             rents ? city_.venues[pair.giver].id : city_.schools[pair.giver].id);
            const Name taker = school_name(index(pair.school));
            if (!has(taker) || !has(giver)) {
                continue;
            }
            const std::int64_t beyond_leases = given[i].hundredths() - (rents ? leased_[i].hundredths() : 0);
            over_arc(giver, taker, {*row_.at(giver).price_of_ground, std::llround(pair.walk_s * 1e3)}, beyond_leases, std::nullopt);
            from_[giver] += beyond_leases;
            to_[taker] += beyond_leases;
            if (rents) {
                leased_from_[giver] += leased_[i].hundredths();
                leased_from_[channel_name(channel)] += leased_[i].hundredths();
                if (const Name before = above_of(channel, city_.venues[pair.giver].at.x); before != channel_name(channel)) {
                    leased_from_[before] += leased_[i].hundredths();
                }
                leased_to_[taker] += leased_[i].hundredths();
            }
        }
    }

    void on_campus(Channel channel, std::size_t s)
    {
        const Name taker = school_name(s);
        const MeasuredCity measured = measured_city(city_, all_.results, settings_);
        if (!has(taker) || !has(channel_name(channel))) {
            return;
        }
        const std::int64_t given = all_.results.allocation.of_school[s].given[channel].hundredths();
        const Name before = above_of(channel, city_.schools[s].at.x);
        over_arc(before, taker, {*row_.at(channel_name(channel)).price_of_ground, 0}, given,
                 possible_on_campus(measured, channel, s).hundredths());
        to_[taker] += given;
        let_through(before, given);
    }

    void above(const Name& giver, std::int64_t given)
    {
        const bool rents = giver.first == CertifiedKind::venue;
        double x = 0.0;
        for (const Venue& venue : city_.venues) {
            x = rents && venue.id == giver.second ? venue.at.x : x;
        }
        for (const School& school : city_.schools) {
            x = !rents && school.id == giver.second ? school.at.x : x;
        }
        const Name before = above_of(rents ? Channel::rent : Channel::share, x);
        over_arc(before, giver, {}, given, left(giver));
        let_through(before, given);
    }

    void let_through(const Name& before, std::int64_t given)
    {
        if (before.first == CertifiedKind::district) {
            through_district_[before] += given;
            through_channel_[channel_of(before)] += given;
        } else {
            through_channel_[before] += given;
        }
    }

    std::int64_t left(const Name& name) { return std::max<std::int64_t>(row_.at(name).capacity->hundredths() - leased_from_[name], 0); }

    /// The sink is on the side of the short ones, and its price between those who received something and those left short.
    void schools()
    {
        std::optional<Price> most_of_served, least_of_short;
        for (std::size_t s = 0; s < city_.schools.size(); ++s) {
            if (const Name taker = school_name(s); has(taker)) {
                const std::int64_t gap = row_.at(taker).capacity->hundredths() - leased_to_[taker];
                if (to_[taker] > 0) {
                    most_of_served = std::max(most_of_served.value_or(price(taker)), price(taker));
                }
                if (to_[taker] < gap) {
                    least_of_short = std::min(least_of_short.value_or(price(taker)), price(taker));
                    CHECK((!is_cut() || is_beyond(taker)));
                }
                cut_ += is_cut() && !is_beyond(taker) ? gap : 0;
            }
        }
        CHECK((!most_of_served || !least_of_short || *most_of_served <= *least_of_short));
    }

    const City& city_;
    const Settings& settings_;
    const Certified& all_;
    std::map<Name, CertificateRow> row_;
    std::map<std::size_t, ExactArea> leased_; ///< by pair
    std::map<Name, std::int64_t> from_, to_, through_channel_, through_district_, leased_from_, leased_to_;
    std::int64_t given_ = 0; ///< beyond leases
    std::int64_t cut_ = 0;
};

const CertificateRow& row_of(const Certified& all, CertifiedKind kind, const std::string& id)
{
    for (const CertificateRow& row : all.rows) {
        if (row.kind == kind && row.id == id) {
            return row;
        }
    }
    throw std::out_of_range("no row " + id);
}

/// In yuan and seconds.
std::pair<double, double> price_of(const Certified& all, CertifiedKind kind, const std::string& id)
{
    const CertificateRow& row = row_of(all, kind, id);
    return {static_cast<double>(row.price_cost.value()) / 1e4, static_cast<double>(row.price_walk.value()) / 1e3};
}

/// One cell is one minute. A to E are schools, V to X venues: docs/allocation.md draws it.
const char* const five_schools_page = "A----V---B-----W-----C------X--D--E";

struct FiveSchools
{
    AsciiTown town{five_schools_page, metres_per_cell(80)};
    City city;
    Settings settings;

    FiveSchools()
    {
        city.schools = {school_at(town, 'A', 600.0), school_at(town, 'B', 400.0), school_at(town, 'C', 500.0), school_at(town, 'D', 800.0),
                        school_at(town, 'E', 600.0)};
        city.schools[4].basement_usable_m2 = 200.0;
        city.venues = {venue_at(town, 'V', 900.0, 60.0), venue_at(town, 'W', 1200.0, 80.0), venue_at(town, 'X', 900.0, 50.0)};
        settings.channels[Channel::rent].on = true;
        settings.channels[Channel::basement].on = true;
        settings.channels[Channel::basement].cost_per_m2 = 45.0;
    }
};

/// Schools that lack or have more, venues, basements, leases, caps: whatever the seed brings.
struct RandomTown
{
    AsciiTown town{"A-V-B---W-C-----X-D-Y-E--F--z", metres_per_cell(100)};
    City city;
    Settings settings;

    explicit RandomTown(unsigned seed) : random(seed)
    {
        for (const char place : std::string("ABCDEF")) {
            city.schools.push_back(school_at(town, place, upto(14) * 100.0 - 400.0));
            if (upto(2) == 0) {
                city.schools.back().basement_usable_m2 = upto(5) * 100.0;
            }
        }
        for (const char place : std::string("VWXY")) {
            city.venues.push_back(venue_at(town, place, upto(9) * 100.0, upto(2) * 30.0));
        }
        for (int lease = upto(3); lease > 0; --lease) {
            const auto school = SchoolIndex(static_cast<std::size_t>(upto(5)));
            city.leases.push_back(
                {std::to_string(lease), school, static_cast<std::uint32_t>(upto(3)), 50.0 + upto(5) * 100.0, Date{2022, 12, 31}, ""});
        }
        city.districts = {{"1", "Heping", rectangle(-5000.0, -5000.0, 5000.0, 10000.0)},
                          {"2", "Hedong", rectangle(0.0, -5000.0, 5000.0, 10000.0)}};
        for (const Channel channel : all_channels) {
            ChannelSettings& one = settings.channels[channel];
            one.on = upto(4) != 0;
            one.cost_per_m2 = upto(3) * 15.0;
            if (upto(3) == 0) {
                one.cap_m2 = upto(9) * 100.0;
            }
            if (upto(3) == 0) {
                one.district_caps_m2 = {{"Heping", upto(6) * 100.0}};
            }
        }
    }

    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random); }

    std::mt19937 random;
};

} // namespace

TEST_CASE("the five schools of docs-allocation have the prices and the cut of paper and pencil", "[certificate]")
{
    using Pair = std::pair<double, double>;
    const FiveSchools five;
    const Certified all = certified(five.town, five.city, five.settings);
    REQUIRE(all.rows.size() == 10);
    CHECK(all.results.allocation.closed.square_metres() == 2600.0);
    CHECK(price_of(all, CertifiedKind::channel, "rent") == Pair(0.0, 0.0));
    CHECK(price_of(all, CertifiedKind::channel, "basement") == Pair(0.0, 0.0));
    CHECK(price_of(all, CertifiedKind::venue, "V") == Pair(20.0, 120.0));
    CHECK(price_of(all, CertifiedKind::venue, "W") == Pair(0.0, 0.0));
    CHECK(price_of(all, CertifiedKind::venue, "X") == Pair(30.0, 60.0));
    CHECK(price_of(all, CertifiedKind::school, "A") == Pair(80.0, 420.0));
    CHECK(price_of(all, CertifiedKind::school, "B") == Pair(80.0, 360.0));
    CHECK(price_of(all, CertifiedKind::school, "C") == Pair(80.0, 360.0));
    CHECK(price_of(all, CertifiedKind::school, "D") == Pair(80.0, 240.0));
    CHECK(price_of(all, CertifiedKind::school, "E") == Pair(80.0, 420.0));
    for (const CertificateRow& row : all.rows) {
        CHECK(row.cut == (row.id == "X" || row.id == "D" || row.id == "E"));
    }
    Reader reader(five.city, five.settings, all);
    reader.check();
    CHECK(reader.cut() == 260000);
}

TEST_CASE("rows hold capacities with leases in them, and prices of ground", "[certificate]")
{
    FiveSchools five;
    five.city.leases = {{"1", SchoolIndex(1), 0, 400.0, Date{2022, 12, 31}, ""}};
    five.city.schools.push_back(school_at(five.town, 'A', -50.0));
    five.city.schools.back().id = "P";
    five.settings.channels[Channel::share].on = true;
    five.settings.channels[Channel::share].cost_per_m2 = 10.5;
    five.settings.channels[Channel::rent].cap_m2 = 5000.0;
    five.settings.channels[Channel::rent].cost_per_m2 = 61.0;
    const Certified all = certified(five.town, five.city, five.settings);
    CHECK(row_of(all, CertifiedKind::school, "B").capacity == ExactArea::whole(400)); // all of it leased
    CHECK(row_of(all, CertifiedKind::venue, "V").capacity == ExactArea::whole(900));
    CHECK(row_of(all, CertifiedKind::venue, "V").price_of_ground == 600000);
    CHECK(row_of(all, CertifiedKind::partner, "P").capacity == ExactArea::whole(50));
    CHECK(row_of(all, CertifiedKind::partner, "P").price_of_ground == 105000);
    CHECK(row_of(all, CertifiedKind::channel, "rent").capacity == ExactArea::whole(5000));
    CHECK(row_of(all, CertifiedKind::channel, "rent").price_of_ground == 610000);
    CHECK(!row_of(all, CertifiedKind::channel, "share").capacity);
    CHECK_THROWS_AS(row_of(all, CertifiedKind::channel, "expand"), std::out_of_range);
    CHECK_THROWS_AS(row_of(all, CertifiedKind::school, "P"), std::out_of_range);
    Reader(five.city, five.settings, all).check();
}

TEST_CASE("who reads the rows beside the result finds the proof whole, whatever caps and leases there are", "[certificate]")
{
    for (unsigned seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        RandomTown town(seed);
        if (seed % 4 == 0) {
            town.settings.allocation.objective = Objective::budget;
            town.settings.allocation.budget_per_year = 5000.0 * (seed % 16);
        }
        const Certified all = certified(town.town, town.city, town.settings);
        Reader(town.city, town.settings, all).check();
    }
}

TEST_CASE("a cap of a district has a row where somebody lies in it", "[certificate]")
{
    FiveSchools five;
    const gis::Point v = five.town.at('V');
    five.city.districts = {{"1", "Heping", rectangle(v.x - 50.0, v.y - 50.0, 100.0, 100.0)},
                           {"2", "Hedong", rectangle(v.x - 50.0, v.y + 500.0, 100.0, 100.0)}};
    five.settings.channels[Channel::rent].district_caps_m2 = {{"1", 700.0}, {"Hedong", 10.0}};
    const Certified all = certified(five.town, five.city, five.settings);
    const CertificateRow& row = row_of(all, CertifiedKind::district, "1");
    CHECK(row.channel == Channel::rent);
    CHECK(row.capacity == ExactArea::whole(700));
    CHECK(all.rows.back().id == "1");
}

TEST_CASE("where lots are asked for, rows have capacities and neither cut nor price", "[certificate]")
{
    FiveSchools five;
    five.settings.channels[Channel::rent].min_lot_m2 = 100.0;
    const Certified all = certified(five.town, five.city, five.settings);
    REQUIRE(all.rows.size() == 10);
    for (const CertificateRow& row : all.rows) {
        CHECK(!row.cut);
        CHECK(!row.price_cost);
        CHECK(!row.price_walk);
    }
}
