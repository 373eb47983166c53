// Estates and sites in small towns: every number worked out by hand, and against trying every number of households.
#include "domain/city/issue_code.hpp"
#include "domain/screening/screening.hpp"
#include "domain/screening/serve_estates.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// 1 cell is 100 m. North of the river the primary schools A and B, south of it the junior school C; one bridge below E.
/// From E: B 300 m, A 400 m, C 800 m. From F: C 800 m, A 1200 m, B 1100 m. V lies 100 m behind B and 800 m from A.
const char* const river_town = R"(
    A---E--B-V
        |
        |
        |
    F---+---C
)";

struct Town
{
    AsciiTown page{river_town, metres_per_cell(100)};
    gis::WalkNetwork streets = page.network();
    City city;
    Settings settings;
    Findings findings;

    Town()
    {
        // Surplus: A 600 m2 (80 pupils), B 75 m2 (10 pupils), C 510 m2 (50 pupils). Seats: A 100, B 50, C 100.
        city.schools = {at('A', school("A", 400), 3600.0), at('B', school("B", 400), 3075.0), at('C', school("C", 0, 500), 5610.0)};
        city.schools[0].capacity[Stage::primary] = 500;
        city.schools[1].classes[Stage::primary] = 10;
        city.schools[2].capacity[Stage::junior] = 600;
    }

    School at(char place, School one, double outdoor_m2) const
    {
        one.at = page.at(place);
        one.outdoor_m2 = outdoor_m2;
        return one;
    }

    void add_venue(double area_m2)
    {
        Venue venue;
        venue.id = "V";
        venue.at = page.at('V');
        venue.area_m2 = area_m2;
        city.venues = {venue};
        settings.channels[Channel::rent] = {true, 60.0, std::nullopt};
    }

    Estate site(char place, double households) const
    {
        Estate one;
        one.id = std::string(1, place);
        one.at = page.at(place);
        one.phase = EstatePhase::planned;
        one.households = households;
        one.first_phase_year = 2022;
        return one;
    }

    WalkNetworkView walking() const { return WalkNetworkView{&streets, {}}; }
    Results results() const
    {
        return analyse(city, walking(), settings, [](Step) {});
    }
    Screening screened(const std::vector<Estate>& sites) { return screen({city, results(), walking(), settings}, sites, findings); }
    SiteScreening screened_one(const Estate& site) { return screened({site}).alone.front(); }
};

double pupils_to(const SiteScreening& screening, const City& city, const std::string& school)
{
    double sum = 0.0;
    for (const SiteLink& link : screening.links) {
        sum += city.schools[index(link.school)].id == school ? link.pupils.pupils() : 0.0;
    }
    return sum;
}

bool has_reason(const Reasons& reasons, ReasonCode code, const std::string& school)
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& one) { return one.code == code && one.school_id == school; });
}

} // namespace

TEST_CASE("a site by the river, every number", "[screening]")
{
    Town town;
    const Screening screening = town.screened({town.site('E', 1000)});
    const SiteScreening& site = screening.alone.front();
    const SiteRow& row = site.row;
    CHECK(row.estate.pupils[Stage::primary].pupils == Approx(126.0));
    CHECK(row.estate.pupils[Stage::junior].pupils == Approx(61.6));
    REQUIRE(row.estate.nearest[Stage::primary]);
    CHECK(town.city.schools[index(row.estate.nearest[Stage::primary]->school)].id == "B");
    CHECK(row.estate.nearest[Stage::primary]->walk_m == Approx(300.0).margin(0.05));
    CHECK(row.estate.nearest[Stage::junior]->walk_m == Approx(800.0).margin(0.05));
    CHECK(row.estate.nearest[Stage::junior]->walk_s == Approx(600.0).margin(0.05));
    CHECK(row.estate.seats[Stage::primary] == 50);
    CHECK(row.estate.seats[Stage::junior] == 100);
    CHECK(row.estate.covered == true);
    // B is nearer and takes 50, A the other 76; C takes 61.6.
    CHECK(pupils_to(site, town.city, "B") == 50.0);
    CHECK(pupils_to(site, town.city, "A") == 76.0);
    CHECK(pupils_to(site, town.city, "C") == 61.6);
    CHECK((*row.seats_short)[Stage::primary].pupils() == 0.0);
    // 126 x 7.5 + 61.6 x 10.2 = 945 + 628.32; gaps: B 375 - 75 = 300, A none, C 628.32 - 510 = 118.32.
    CHECK(row.extra_required->square_metres() == 1573.32);
    CHECK(row.extra_gap->square_metres() == 418.32);
    CHECK(row.estate.per_student_m2 == Approx((3600.0 + 3075.0 + 5610.0) / (1300.0 + 187.6)));
    CHECK(row.estate.verdict == Verdict::fail);
    CHECK(has_reason(row.estate.reasons, ReasonCode::gap_grows, "B"));
    CHECK(has_reason(row.estate.reasons, ReasonCode::gap_grows, "C"));
    // B's ten pupils of surplus: 79 x 0.126 = 9.954, 80 x 0.126 = 10.08.
    CHECK(row.carries_households == 79);
    REQUIRE(row.binding);
    CHECK(row.binding->school_id == "B");
    CHECK(row.binding->stage == Stage::primary);
    CHECK(row.binding->kind == BindingKind::standard);
    CHECK(row.carries_conditional == 79);
    CHECK(row.new_school->all_classes() == 0);
    REQUIRE(site.affected.size() == 3);
    CHECK(site.affected[1].before.assessment.gap.square_metres() == 0.0);
    CHECK(site.affected[1].after.assessment.gap.square_metres() == 300.0);
    CHECK(site.affected[2].after.assessment.required.square_metres() == 5728.32);
    const gis::Line route = route_of({town.city, town.results(), town.walking(), town.settings}, screening.walks, site.links.back().walk);
    CHECK(gis::distance_m(route.front(), town.page.at('E')) < 0.01);
    CHECK(gis::distance_m(route.back(), town.page.at('C')) < 0.01);
}

TEST_CASE("one household fewer passes and one more does not", "[screening]")
{
    Town town;
    CHECK(town.screened_one(town.site('E', 79)).row.estate.verdict == Verdict::pass);
    CHECK(town.screened_one(town.site('E', 80)).row.estate.verdict == Verdict::fail);
    CHECK(town.screened_one(town.site('E', 79)).row.estate.reasons.empty());
}

TEST_CASE("a venue makes the site conditional until the junior school falls short", "[screening]")
{
    Town town;
    town.add_venue(1000.0);
    const SiteScreening eighty = town.screened_one(town.site('E', 80));
    CHECK(eighty.row.estate.verdict == Verdict::conditional);
    REQUIRE(eighty.row.estate.reasons.size() == 1);
    CHECK(eighty.row.estate.reasons[0].code == ReasonCode::rent_more);
    CHECK(eighty.row.estate.reasons[0].school_id == "B");
    CHECK(eighty.row.estate.reasons[0].other_id == "V");
    CHECK(eighty.row.estate.reasons[0].amount == 0.6);
    CHECK(eighty.row.venues_in_reach == 1);
    CHECK(eighty.row.carries_households == 79);
    // C's 50 pupils of surplus: 811 x 0.0616 = 49.958, 812 x 0.0616 = 50.019.
    CHECK(eighty.row.carries_conditional == 811);
    REQUIRE(eighty.row.binding_conditional);
    CHECK(eighty.row.binding_conditional->school_id == "C");
    CHECK(eighty.row.binding_conditional->kind == BindingKind::standard);
    CHECK(town.screened_one(town.site('E', 811)).row.estate.verdict == Verdict::conditional);
    CHECK(town.screened_one(town.site('E', 812)).row.estate.verdict == Verdict::fail);
    REQUIRE(eighty.affected.size() == 2);
    CHECK(eighty.affected[0].after.school_allocation.given[Channel::rent].square_metres() == 0.6);
}

TEST_CASE("seats bind where the ground is ample", "[screening]")
{
    Town town;
    for (School& one : town.city.schools) {
        one.outdoor_m2 = 20000.0;
    }
    const SiteScreening site = town.screened_one(town.site('E', 2000));
    // 150 primary seats hold 1190 households (149.94), 100 junior seats 1623.
    CHECK(site.row.carries_households == 1190);
    REQUIRE(site.row.binding);
    CHECK(site.row.binding->school_id == "A");
    CHECK(site.row.binding->kind == BindingKind::seats);
    // 252 - 150 and 123.2 - 100.
    CHECK((*site.row.seats_short)[Stage::primary].pupils() == 102.0);
    CHECK((*site.row.seats_short)[Stage::junior].pupils() == 23.2);
    CHECK(site.row.new_school->classes[Stage::primary] == 3);
    CHECK(site.row.new_school->classes[Stage::junior] == 1);
    CHECK(site.row.new_school->field_m2 == 6288.0 + 8533.0);
    CHECK(site.row.new_school->reward_yuan == 3 * 150000.0 + 250000.0);
    CHECK(site.row.estate.verdict == Verdict::fail);
}

TEST_CASE("across the river no primary school is near enough", "[screening]")
{
    Town town;
    const SiteScreening site = town.screened_one(town.site('F', 100));
    CHECK(site.row.estate.verdict == Verdict::fail);
    CHECK(site.row.estate.covered == false);
    CHECK(site.row.carries_households == 0);
    REQUIRE(site.row.binding);
    CHECK(site.row.binding->kind == BindingKind::walk);
    CHECK(site.row.binding->school_id == "B");
    CHECK(has_reason(site.row.estate.reasons, ReasonCode::no_school_in_walk, "B"));
    CHECK(site.row.estate.nearest[Stage::primary]->walk_m == Approx(1100.0).margin(0.05));
}

TEST_CASE("reasons of a site name what it needs itself, not what planned estates need that come first", "[screening]")
{
    Town town;
    // No surplus at A and B: every pupil more is 7.5 m2 of V, in reach of both. E takes the seats of B, the nearer school, first.
    town.city.schools[0].outdoor_m2 = 3000.0;
    town.city.schools[1].outdoor_m2 = 3000.0;
    town.settings.walk.minutes = 12.0; // A to V: 900 m
    town.add_venue(5000.0);
    Estate first = town.site('E', 0);
    first.id = "first";
    first.pupils[Stage::primary] = 50.0;
    first.pupils[Stage::junior] = 0.0;
    first.first_phase_year = 2020;
    town.city.estates = {first};
    Estate site = town.site('E', 0);
    site.pupils[Stage::primary] = 10.0;
    site.pupils[Stage::junior] = 0.0;
    const SiteScreening after_first = town.screened_one(site);
    REQUIRE(after_first.row.estate.verdict == Verdict::conditional);
    REQUIRE(after_first.row.estate.reasons.size() == 1);
    CHECK(after_first.row.estate.reasons[0].school_id == "A");
    CHECK(after_first.row.estate.reasons[0].amount == 75.0);
    CHECK(after_first.row.extra_gap->square_metres() == 75.0);
    CHECK(after_first.row.estate.seats[Stage::primary] == 0); // B had 50

    town.settings.estates.planned_first = false;
    const SiteScreening alone = town.screened_one(site);
    CHECK(alone.row.estate.reasons[0].school_id == "B");
    CHECK(alone.row.estate.seats[Stage::primary] == 50);
}

TEST_CASE("a site without homes passes nothing", "[screening]")
{
    Town town;
    const SiteRow row = town.screened_one(town.site('E', 0)).row;
    CHECK(row.estate.verdict == Verdict::unknown);
    REQUIRE(row.estate.reasons.size() == 1);
    CHECK(row.estate.reasons[0].code == ReasonCode::no_pupils);
}

TEST_CASE("a site of two lots is entered by the gate of one and by the outline of the other", "[screening]")
{
    Town town;
    Estate site = town.site('E', 100);
    const gis::Point e = town.page.at('E');
    const gis::Point f = town.page.at('F');
    site.ground = rectangle(e.x - 20.0, e.y + 10.0, 40.0, 40.0);
    site.ground.push_back(rectangle(f.x - 20.0, f.y - 60.0, 40.0, 40.0).front()); // 20 m from the street, 800 m from C
    Gate gate;
    gate.id = "g";
    gate.owner_id = "E";
    gate.owner_kind = OwnerKind::estate;
    gate.at = {e.x, e.y + 10.0};
    town.city.gates = {gate};
    const SiteRow row = town.screened_one(site).row;
    CHECK(row.estate.entry_source == EntrySource::gate);
    CHECK(row.estate.nearest[Stage::junior]->walk_m ==
          Approx(800.0).margin(0.05)); // from F's lot: 20 m and 780 m, as far as from E less 10 m
    CHECK(count(town.findings, IssueCode::part_without_gate) == 1);
}

TEST_CASE("a planned school that opens in time makes the site conditional", "[screening]")
{
    Town town;
    School planned;
    planned.id = "P";
    planned.phase = SchoolPhase::planned;
    planned.has_stage[Stage::primary] = true;
    planned.capacity[Stage::primary] = 360;
    planned.open_year = 2022;
    town.city.schools.push_back(town.at('F', planned, 3000.0));
    const SiteScreening in_time = town.screened_one(town.site('F', 100));
    CHECK(in_time.row.estate.verdict == Verdict::conditional);
    REQUIRE(in_time.row.estate.reasons.size() == 1);
    CHECK(in_time.row.estate.reasons[0].code == ReasonCode::planned_school);
    CHECK(in_time.row.estate.reasons[0].amount == 12.6);
    CHECK(in_time.row.carries_households == 0);
    // C's 50 junior pupils again; P has seats for 2857 households.
    CHECK(in_time.row.carries_conditional == 811);
    Estate too_early = town.site('F', 100);
    too_early.first_phase_year = 2021;
    CHECK(town.screened_one(too_early).row.estate.verdict == Verdict::fail);
    town.city.schools.back().outdoor_m2 = std::nullopt;
    CHECK(town.screened_one(town.site('F', 100)).row.estate.verdict == Verdict::unknown);
}

TEST_CASE("numbers that are missing are named and never pass", "[screening]")
{
    Town town;
    Estate nobody_knows = town.site('E', 10);
    nobody_knows.households = std::nullopt;
    const SiteScreening unknown = town.screened_one(nobody_knows);
    CHECK(unknown.row.estate.verdict == Verdict::unknown);
    CHECK(unknown.row.estate.reasons.size() == 2);
    CHECK(unknown.row.estate.reasons[0].code == ReasonCode::pupils_unknown);
    CHECK_FALSE(unknown.row.carries_households);
    CHECK_FALSE(unknown.row.seats_short);

    town.city.schools[2].capacity[Stage::junior] = std::nullopt;
    const SiteScreening seats = town.screened_one(town.site('E', 10));
    CHECK(seats.row.estate.verdict == Verdict::unknown);
    CHECK(has_reason(seats.row.estate.reasons, ReasonCode::seats_unknown, "C"));
    CHECK(seats.row.carries_households == 0);

    // The seats of A are not needed: B holds 1.26 pupils.
    town.city.schools[2].capacity[Stage::junior] = 600;
    town.city.schools[0].capacity[Stage::primary] = std::nullopt;
    CHECK(town.screened_one(town.site('E', 10)).row.estate.verdict == Verdict::pass);
}

TEST_CASE("planned estates whose homes come first take their seats first", "[screening]")
{
    Town town;
    for (School& one : town.city.schools) {
        one.outdoor_m2 = 20000.0;
    }
    Estate first = town.site('E', 800); // 100.8 primary, 49.28 junior pupils
    first.id = "first";
    first.first_phase_year = 2021;
    town.city.estates = {first};
    // 49.2 primary seats are left: 390 x 0.126 = 49.14.
    CHECK(town.screened_one(town.site('E', 300)).row.carries_households == 390);
    town.settings.estates.planned_first = false;
    CHECK(town.screened_one(town.site('E', 300)).row.carries_households == 1190);
    town.settings.estates.planned_first = true;
    town.city.estates[0].first_phase_year = 2023;
    CHECK(town.screened_one(town.site('E', 300)).row.carries_households == 1190);
    town.city.estates[0].phase = EstatePhase::existing;
    town.city.estates[0].first_phase_year = 2021;
    CHECK(town.screened_one(town.site('E', 300)).row.carries_households == 1190);
}

TEST_CASE("sites stand alone, together, and one upon the other by their order", "[screening]")
{
    Town town;
    for (School& one : town.city.schools) {
        one.outdoor_m2 = 20000.0;
    }
    Estate one = town.site('E', 800);
    Estate two = town.site('E', 800);
    two.id = "G";
    const Screening alone = town.screened({one, two});
    CHECK(alone.alone[0].row.estate.verdict == Verdict::pass);
    CHECK(alone.alone[1].row.estate.verdict == Verdict::pass);
    CHECK(alone.together.row.estate.verdict == Verdict::fail);
    CHECK((*alone.together.row.seats_short)[Stage::primary].pupils() == Approx(51.6));
    CHECK(alone.together.row.estate.pupils[Stage::primary].pupils == Approx(201.6));
    one.order = 2;
    two.order = 1;
    const Screening ordered = town.screened({one, two});
    CHECK(ordered.alone[1].row.estate.verdict == Verdict::pass);
    CHECK(ordered.alone[0].row.estate.verdict == Verdict::fail);
    CHECK(ordered.alone[0].row.carries_households == 390);
}

TEST_CASE("a catchment overrides the shorter way", "[screening]")
{
    Town town;
    const gis::Point e = town.page.at('E');
    town.city.catchments = {{"K", "A", Stage::primary, rectangle(e.x - 50.0, e.y - 50.0, 100.0, 100.0)}};
    const SiteScreening site = town.screened_one(town.site('E', 100));
    CHECK(pupils_to(site, town.city, "A") == 12.6);
    CHECK(pupils_to(site, town.city, "B") == 0.0);
    CHECK(site.row.estate.verdict == Verdict::pass);
    town.city.catchments[0].school_id = "nowhere";
    CHECK(pupils_to(town.screened_one(town.site('E', 100)), town.city, "B") == 12.6);
    CHECK(count(town.findings, IssueCode::catchment_school_unknown) == 1);
}

TEST_CASE("the city's estates: existing ones take no seats, planned ones share them", "[screening]")
{
    Town town;
    for (School& one : town.city.schools) {
        one.outdoor_m2 = 20000.0;
    }
    Estate existing = town.site('E', 5000);
    existing.id = "D";
    existing.phase = EstatePhase::existing;
    Estate one = town.site('E', 800);
    Estate two = town.site('E', 800);
    two.id = "G";
    town.city.estates = {existing, one, two};
    const EstateTable table = serve_estates({town.city, town.results(), town.walking(), town.settings}, town.findings);
    CHECK_FALSE(table.rows[0].verdict);
    CHECK(table.rows[0].covered == true);
    CHECK(table.rows[0].per_student_m2 == Approx(40000.0 / 900.0));
    // 201.6 pupils for 150 seats: one of the two estates has all it needs at most.
    CHECK((table.rows[1].verdict == Verdict::fail || table.rows[2].verdict == Verdict::fail));
    town.city.estates[2].households = 300.0;
    const EstateTable fits = serve_estates({town.city, town.results(), town.walking(), town.settings}, town.findings);
    CHECK(fits.rows[1].verdict == Verdict::pass);
    CHECK(fits.rows[2].verdict == Verdict::pass);
}

TEST_CASE("a school of unknown stage nearby leaves open whether an estate is covered", "[screening]")
{
    Town town;
    Estate existing = town.site('F', 100);
    existing.phase = EstatePhase::existing;
    town.city.estates = {existing};
    const auto covered = [&] {
        return serve_estates({town.city, town.results(), town.walking(), town.settings}, town.findings).rows[0].covered;
    };
    CHECK(covered() == false); // B is 1100 m away
    town.city.schools.push_back(town.at('F', school("Q", 0), 1000.0));
    town.city.schools.back().has_stage = {};
    CHECK_FALSE(covered());
    town.city.schools.back().kind = SchoolKind::vocational;
    CHECK(covered() == false);
}

TEST_CASE("a school already short binds at once", "[screening]")
{
    Town town;
    town.city.schools[1].outdoor_m2 = 2000.0;
    const SiteScreening site = town.screened_one(town.site('E', 10));
    CHECK(site.row.carries_households == 0);
    CHECK(site.row.binding->school_id == "B");
    CHECK(site.row.binding->kind == BindingKind::standard);
}

TEST_CASE("shared ground is not there for new pupils until it is allocated again", "[screening]")
{
    Town town;
    // A has 600 m2 too many, B lacks 500 and takes them from A, 700 m away.
    town.city.schools[1].outdoor_m2 = 2500.0;
    town.city.schools[1].classes[Stage::primary] = 8; // no seats at B
    town.settings.channels[Channel::share] = {true, 10.0, std::nullopt};
    const SiteScreening site = town.screened_one(town.site('E', 200));
    // 100 m2 are left to A: 13.333 pupils, 105 x 0.126 = 13.23.
    CHECK(site.row.carries_households == 105);
    CHECK(site.row.binding->school_id == "A");
    CHECK(site.row.estate.verdict == Verdict::fail);
    town.add_venue(500.0);
    const SiteScreening rents = town.screened_one(town.site('E', 200));
    CHECK(rents.row.estate.verdict == Verdict::conditional);
    CHECK(rents.row.estate.reasons[0].code == ReasonCode::rent_more);
}

namespace {

/// Schools A and B of both stages with little room, C of junior pupils; a venue; a channel or two.
void make_random(Town& town, std::mt19937_64& random)
{
    const auto upto = [&](std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random); };
    for (School& one : town.city.schools) {
        const bool is_combined = upto(1) == 0;
        for (const Stage stage : compulsory_stages) {
            if (is_combined || one.pupils[stage].value_or(0) > 0) {
                one.has_stage[stage] = true;
                one.pupils[stage] = 300 + upto(50);
                one.capacity[stage] = *one.pupils[stage] + upto(20);
            }
        }
        one.outdoor_m2 = 2000.0 + static_cast<double>(upto(5000));
    }
    town.settings.limits.max_school_combined = 620 + static_cast<int>(upto(100));
    town.settings.estates.max_walk_m = {{900.0, 1300.0, 0.0}};
    town.settings.estates.pupils_per_1000 = {{30.0 + static_cast<double>(upto(60)), 20.0 + static_cast<double>(upto(60)), 0.0}};
    town.add_venue(static_cast<double>(upto(400)));
    town.settings.channels[Channel::share] = {upto(1) == 0, 10.0, std::nullopt};
}

/// The largest number of households whose verdict is at least so good.
std::int64_t largest_with(const Screening& screening, Verdict verdict)
{
    std::int64_t largest = 0;
    for (std::size_t h = 0; h < screening.alone.size(); ++h) {
        largest = *screening.alone[h].row.estate.verdict <= verdict ? static_cast<std::int64_t>(h) : largest;
    }
    return largest;
}

} // namespace

TEST_CASE("the households a site carries are those that trying every number finds", "[screening]")
{
    const std::uint64_t seed = 7;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 25; ++round) {
        Town town;
        make_random(town, random);
        std::vector<Estate> sites;
        for (int households = 0; households < 700; ++households) {
            sites.push_back(town.site('E', households));
            sites.back().id = std::to_string(10000 + households);
        }
        const Screening screening = town.screened(sites);
        CAPTURE(round);
        const SiteRow& row = screening.alone.front().row;
        CHECK(row.carries_households == largest_with(screening, Verdict::pass));
        CHECK(row.carries_conditional == largest_with(screening, Verdict::conditional));
        CHECK(screening.alone.back().row.estate.verdict == Verdict::fail);
        for (const SiteScreening& site : screening.alone) {
            CHECK((site.row.estate.verdict == Verdict::pass || !site.row.estate.reasons.empty()));
        }
    }
}

namespace {

/// A constant for one stage, steps for the other; in schools of both stages sometimes next to nobody of one.
void make_stepped(Town& town, std::mt19937_64& random)
{
    const auto upto = [&](std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random); };
    Standard& standard = town.settings.standard;
    const double jump_m2 = static_cast<double>(upto(300));
    const std::int64_t from = 305 + upto(40);
    const StageStandard stepped({{1, 1500.0, 2.0}, {from, 1500.0 + jump_m2, 2.0}, {from + 12, 1500.0 + 2.0 * jump_m2, 2.0}});
    const StageStandard constant({{1, static_cast<double>(upto(800)), 5.0}});
    const bool is_turned = upto(1) == 0;
    standard.of_stage = {{is_turned ? stepped : constant, is_turned ? constant : stepped, std::nullopt}};
    standard.split = upto(2) == 0 ? Split::required : Split::weights;
    for (School& one : town.city.schools) {
        const Stage few = upto(1) == 0 ? Stage::primary : Stage::junior;
        const bool is_combined = one.pupils[Stage::primary].value_or(0) > 0 && one.pupils[Stage::junior].value_or(0) > 0;
        if (is_combined && upto(1) == 0) {
            one.pupils[few] = upto(6);
            one.capacity[few] = *one.pupils[few] + upto(30);
        }
    }
}

} // namespace

TEST_CASE("under constants and steps too a site carries what trying every number finds", "[screening]")
{
    const std::uint64_t seed = 13;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    int passed_again = 0; // sites that pass with more households than some with which they do not
    for (int round = 0; round < 60; ++round) {
        Town town;
        make_random(town, random);
        make_stepped(town, random);
        std::vector<Estate> sites;
        for (int households = 0; households < 700; ++households) {
            sites.push_back(town.site('E', households));
            sites.back().id = std::to_string(10000 + households);
        }
        const Screening screening = town.screened(sites);
        CAPTURE(round);
        const SiteRow& row = screening.alone.front().row;
        const std::int64_t passing = largest_with(screening, Verdict::pass);
        CHECK(row.carries_households == passing);
        CHECK(row.carries_conditional == largest_with(screening, Verdict::conditional));
        for (std::int64_t h = 0; h < passing; ++h) {
            if (screening.alone[static_cast<std::size_t>(h)].row.estate.verdict != Verdict::pass) {
                ++passed_again;
                break;
            }
        }
    }
    CHECK(passed_again > 0);
}

TEST_CASE("more households never make the verdict better", "[screening]")
{
    const std::uint64_t seed = 11;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 10; ++round) {
        Town town;
        make_random(town, random);
        town.settings.limits.max_school_combined = 2500; // stages do not compete for room
        Verdict last = Verdict::pass;
        for (double households = 1.0; households < 600.0; households += 7.0) {
            const Verdict verdict = *town.screened_one(town.site('E', households)).row.estate.verdict;
            CAPTURE(round, households);
            CHECK(verdict >= last);
            last = verdict;
        }
    }
}
