// Every square metre of a school in rows that add up, and what each of them comes from.
#include "domain/proof/future_gaps.hpp"
#include "domain/proof/ledger.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <map>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

std::vector<LedgerRow> ledger_of(const City& city, const Settings& settings = {}, const FigureSources& sources = {})
{
    const Results results = measured(city, settings);
    return ledger({city, results, WalkNetworkView(), settings}, sources);
}

std::map<LedgerBasis, std::int64_t> sums(const std::vector<LedgerRow>& rows, std::size_t school)
{
    std::map<LedgerBasis, std::int64_t> sum;
    for (const LedgerRow& row : rows) {
        if (row.school == SchoolIndex(school)) {
            sum[row.basis] += row.m2.hundredths();
        }
    }
    return sum;
}

std::int64_t own(const std::vector<LedgerRow>& rows, std::size_t school)
{
    auto sum = sums(rows, school);
    return sum[LedgerBasis::own_outdoor] + sum[LedgerBasis::own_indoor] + sum[LedgerBasis::own_special] + sum[LedgerBasis::official];
}

/// One row a line: basis, m2, from_id, rule.
std::string page(const std::vector<LedgerRow>& rows)
{
    std::string text;
    for (const LedgerRow& row : rows) {
        const std::int64_t hundredths = row.m2.hundredths();
        text += std::string(name_of(row.basis)) + " " + std::to_string(hundredths / 100) + "." + std::to_string(hundredths % 100) + " " +
                row.from_id + " " + std::to_string(row.rule) + "\n";
    }
    return text;
}

/// A school of 400 pupils (3000 m2) with a pitch, a hall and a roof.
City one_school()
{
    City city;
    city.schools = {school("A", 400)};
    city.campuses = {campus("CA", "A", rectangle(0, 0, 100, 100))};
    city.fields = {field("f", rectangle(0, 0, 50, 20)), field("h", rectangle(60, 0, 20, 20), FieldKind::indoor),
                   field("r", rectangle(60, 60, 10, 20), FieldKind::special)};
    return city;
}

} // namespace

TEST_CASE("each field that counts is a row of its own, and what is lacking is the last", "[ledger]")
{
    CHECK(page(ledger_of(one_school())) == "own_outdoor 1000.0 f 1\nown_indoor 400.0 h 1\nown_special 200.0 r 1\nunassigned 1400.0  10\n");
}

TEST_CASE("an official figure stands in place of the fields of its kind", "[ledger]")
{
    City city = one_school();
    city.schools[0].outdoor_m2 = 1500.25;
    city.schools[0].special_m2 = 0.0;
    const FigureSources sources = {{"A", {"enrolment.sports_m2", "", "schools.special_m2"}}};
    CHECK(page(ledger_of(city, {}, sources)) == "own_indoor 400.0 h 1\nofficial 1500.25 enrolment.sports_m2 1\nunassigned 1099.75  10\n");

    Settings settings;
    settings.standard.area_source = AreaSource::drawn;
    CHECK(own(ledger_of(city, settings), 0) == 160000);
}

TEST_CASE("what does not count under the regime is no row", "[ledger]")
{
    Settings settings;
    settings.standard.regime = national_regime;
    City city = one_school();
    CHECK(sums(ledger_of(city, settings), 0).count(LedgerBasis::own_special) == 0);
    city.schools[0].special_m2 = 300.0;
    CHECK(own(ledger_of(city, settings), 0) == 140000);
    city.schools[0].dense = true;
    CHECK(own(ledger_of(city, settings), 0) == 170000);
}

TEST_CASE("the parts of a shared campus add up to own_m2 of each school, which is rounded once", "[ledger]")
{
    City city;
    city.schools = {school("A", 400), school("B", 0, 300, {6.0, 6.0})};
    city.campuses = {campus("C", "", rectangle(0, 0, 100, 100))};
    for (int i = 0; i < 7; ++i) {
        city.fields.push_back(field("f" + std::to_string(i), rectangle(0, i * 10.0, 33.33 + i, 7.77)));
    }
    const Results results = measured(city);
    const Settings settings;
    const auto rows = ledger({city, results, WalkNetworkView(), settings}, {});
    for (const std::size_t s : {0U, 1U}) {
        CHECK(own(rows, s) == results.assessments[s].own.hundredths());
    }
    REQUIRE(rows.size() == 16);
    for (const LedgerRow& row : rows) {
        const double share = row.school == SchoolIndex(0) ? 3000.0 / 6060.0 : 3060.0 / 6060.0;
        if (row.basis == LedgerBasis::own_outdoor) {
            const auto position = static_cast<std::size_t>(row.from_id[1] - '0');
            CHECK(row.m2.square_metres() == Approx(results.drawn.of_field[position].counted_m2 * share).margin(0.01));
            CHECK(row.rule == 2);
        }
    }
}

TEST_CASE("a branch brings its fields and figures to its main school", "[ledger]")
{
    City city = one_school();
    city.schools.push_back(school("B", 0, 0, {205.0, 5.0}));
    city.schools[1].parent_id = "A";
    city.campuses.push_back(campus("CB", "B", rectangle(200, 0, 50, 50)));
    city.fields.push_back(field("t", rectangle(200, 0, 20, 10)));
    city.schools[1].indoor_m2 = 300.5;
    city.schools[0].outdoor_m2 = 900.0;
    CHECK(page(ledger_of(city)) ==
          "own_outdoor 200.0 t 2\nown_indoor 400.0 h 1\nown_special 200.0 r 1\nofficial 900.0  1\nofficial 300.50  2\n"
          "unassigned 999.50  10\n");
}

TEST_CASE("schools without figures have no rows", "[ledger]")
{
    City city = one_school();
    city.schools.push_back(school("U", 100, 0, {500.0, 5.0})); // its ground is unknown
    city.schools[0].pupils[Stage::primary] = std::nullopt;
    CHECK(ledger_of(city).empty());
}

namespace {

/// 1 cell is 100 m. A and P lie near V, B near V and W.
const char* const street_page = R"(
    P--A-V---B--W
)";

/// Gaps of A and B: 1000 and 4000 m2; V has 3000, W 500; P can share 600, A has a basement of 120 m2, B a reserve of 90.
struct StreetTown
{
    AsciiTown town{street_page, metres_per_cell(100)};
    City city;
    Settings settings;
    Results results;

    StreetTown()
    {
        city.schools = {at('A', 500, 2750.0), at('B', 1000, 3500.0), at('P', 200, 2100.0)};
        city.schools[0].basement_usable_m2 = 120.0;
        city.schools[1].expand_possible_m2 = 90.0;
        city.venues = {venue_at('V', 3000.0), venue_at('W', 500.0)};
        city.venues[1].price_per_m2 = 33.333;
        for (const Channel channel : all_channels) {
            settings.channels[channel].on = true;
            settings.channels[channel].cost_per_m2 = 7.77;
        }
    }

    School at(char place, std::int64_t primary, double outdoor_m2) const
    {
        School one = school(std::string(1, place), primary, 0, town.at(place));
        one.outdoor_m2 = outdoor_m2;
        return one;
    }

    Venue venue_at(char place, double area_m2) const
    {
        Venue one;
        one.id = std::string(1, place);
        one.at = town.at(place);
        one.area_m2 = area_m2;
        return one;
    }

    void lease(std::uint32_t school, std::uint32_t venue, double m2, const std::string& number, std::optional<Date> until)
    {
        city.leases.push_back({number, SchoolIndex(school), venue, m2, until, ""});
    }

    std::vector<LedgerRow> rows()
    {
        const gis::WalkNetwork network = town.network();
        const WalkNetworkView walking{&network, {}};
        results = analyse(city, walking, settings, [](Step) {});
        return ledger({city, results, walking, settings}, {});
    }

    std::vector<FutureGap> gaps_ahead() const { return future_gaps({city, results, WalkNetworkView(), settings}); }
};

void check_sums(const StreetTown& street, const std::vector<LedgerRow>& rows)
{
    for (std::size_t s = 0; s < street.city.schools.size(); ++s) {
        const Assessment& state = street.results.assessments[s];
        const SchoolAllocation& given = street.results.allocation.of_school[s];
        auto sum = sums(rows, s);
        CHECK(own(rows, s) == state.own.hundredths());
        CHECK(sum[LedgerBasis::rent] == given.given[Channel::rent].hundredths());
        CHECK(sum[LedgerBasis::share] == given.given[Channel::share].hundredths());
        CHECK(sum[LedgerBasis::basement] == given.given[Channel::basement].hundredths());
        CHECK(sum[LedgerBasis::expand] == given.given[Channel::expand].hundredths());
        CHECK(sum[LedgerBasis::unassigned] == (state.gap - given.received()).hundredths());
        double cost = 0.0;
        for (const LedgerRow& row : rows) {
            cost += row.school == SchoolIndex(s) ? row.cost.value_or(0.0) : 0.0;
        }
        CHECK(cost == Approx(given.cost).margin(0.001));
    }
}

} // namespace

TEST_CASE("what is given has its giver, its walk and its cost", "[ledger]")
{
    StreetTown street;
    const auto rows = street.rows();
    check_sums(street, rows);
    std::size_t seen = 0;
    for (const LedgerRow& row : rows) {
        if (row.basis == LedgerBasis::share) {
            CHECK(row.from_id == "P");
            CHECK(row.walk_s.value() == Approx(225.0));
            ++seen;
        } else if (row.basis == LedgerBasis::basement || row.basis == LedgerBasis::expand) {
            CHECK(row.from_id == street.city.schools[index(row.school)].id);
            CHECK(!row.walk_s);
            ++seen;
        }
        CHECK(row.cost.has_value() == (row.basis >= LedgerBasis::rent && row.basis <= LedgerBasis::expand));
        CHECK(!row.lease);
    }
    CHECK(seen == 3);
}

TEST_CASE("each lease that counts is a row, and what is rented beyond them is another", "[ledger]")
{
    StreetTown street;
    street.settings.plan.as_of = Date{2021, 12, 31};
    street.settings.plan.until = Date{2025, 6, 30};
    street.lease(1, 0, 700.55, "M-2", Date{2025, 6, 30});
    street.lease(1, 0, 300.0, "M-1", Date{2024, 2, 28});
    street.lease(1, 1, 9999.0, "M-4", Date{2022, 12, 31});
    street.lease(1, 1, 10.0, "M-5", Date{2022, 12, 31}); // nothing is left of W
    street.lease(0, 0, 50.0, "M-3", Date{2021, 12, 30}); // has lapsed
    const auto rows = street.rows();
    check_sums(street, rows);
    std::string leased;
    std::size_t beyond = 0;
    for (const LedgerRow& row : rows) {
        if (row.lease) {
            const Lease& lease = street.city.leases[*row.lease];
            leased += row.from_id + " " + lease.number + " " + std::to_string(row.m2.hundredths()) + "\n";
        } else if (row.basis == LedgerBasis::rent && row.school == SchoolIndex(1)) {
            CHECK(row.from_id == "V");
            CHECK(leased.empty()); // it stands before the leases of the same venue
            ++beyond;
        }
    }
    CHECK(leased == "V M-1 30000\nV M-2 70055\nW M-4 50000\n");
    CHECK(beyond == 1);

    const auto gaps = street.gaps_ahead();
    REQUIRE(gaps.size() == 2);
    CHECK(gaps[0].from == Date{2023, 1, 1});
    CHECK(gaps[0].m2.hundredths() == 50000);
    CHECK(gaps[1].from == Date{2024, 2, 29});
    CHECK(street.city.leases[gaps[1].lease].number == "M-1");
}

TEST_CASE("a lease without end, or in a plan without one, opens no gap ahead", "[ledger]")
{
    StreetTown street;
    street.lease(1, 0, 300.0, "1", std::nullopt);
    street.lease(0, 0, 200.0, "2", Date{2023, 11, 30});
    CHECK(!street.rows().empty());
    CHECK(street.gaps_ahead().empty());
    street.settings.plan.until = Date{2030, 12, 31};
    REQUIRE(street.gaps_ahead().size() == 1);
    CHECK(street.gaps_ahead()[0].from == Date{2023, 12, 1});
}
