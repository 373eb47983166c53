// Five hundred random edits of random towns: causes sum to the change, and an edit of one kind has no other cause.
#include "domain/compare/comparison.hpp"
#include "support/catch.hpp"
#include "support/crow_town.hpp"

#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

class Dice
{
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    int whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }
    bool one_in(int count) { return whole(1, count) == 1; }
    /// Hundredths.
    double m2(int low, int high) { return whole(low * 100, high * 100) / 100.0; }
    gis::Point place() { return {whole(0, 150000) / 100.0, whole(0, 150000) / 100.0}; }

private:
    std::mt19937 engine_;
};

std::string id_of(int number)
{
    return std::string(1, static_cast<char>('A' + number));
}

CrowTown random_town(Dice& dice)
{
    CrowTown town;
    town.settings.channels[Channel::share].on = dice.one_in(2);
    town.settings.channels[Channel::basement].on = dice.one_in(3);
    town.settings.plan.as_of = Date{2021, 6, 30};
    const int schools = dice.whole(3, 9);
    for (int s = 0; s < schools; ++s) {
        School& one = town.add_school(id_of(s), dice.whole(100, 1500), dice.m2(0, 9000), dice.place());
        one.district = dice.one_in(4) ? "" : dice.one_in(2) ? "North" : "South";
        one.basement_usable_m2 = dice.one_in(3) ? dice.m2(0, 900) : 0.0;
        if (dice.one_in(3)) {
            one.pupils[Stage::junior] = dice.whole(50, 600);
            one.has_stage[Stage::junior] = true;
        }
        if (dice.one_in(5)) {
            one.outdoor_m2 = dice.m2(0, 9000);
        }
    }
    for (int v = dice.whole(1, 5); v > 0; --v) {
        town.add_venue("V" + std::to_string(9 - v), dice.m2(0, 4000), dice.place());
    }
    for (int l = dice.whole(0, 3); l > 0; --l) {
        const Date until = dice.one_in(2) ? Date{2021, 8, 31} : Date{2025, 8, 31};
        const auto school = SchoolIndex(static_cast<std::uint32_t>(dice.whole(0, schools - 1)));
        const auto venue = static_cast<std::uint32_t>(dice.whole(0, static_cast<int>(town.city.venues.size()) - 1));
        town.city.leases.push_back({std::to_string(9 - l), school, venue, dice.m2(1, 1500), until, ""});
    }
    std::stable_sort(town.city.leases.begin(), town.city.leases.end(), [](const Lease& a, const Lease& b) { return a.until > b.until; });
    return town;
}

std::string any_school(Dice& dice, const CrowTown& town)
{
    return town.city.schools[static_cast<std::size_t>(dice.whole(0, static_cast<int>(town.city.schools.size()) - 1))].id;
}

/// One kind of part of a town, changed.
struct Edit
{
    Cause cause;
    void (*make)(Dice& dice, CrowTown& town);
};

void other_pupils(Dice& dice, CrowTown& town)
{
    town.of(any_school(dice, town)).pupils[Stage::primary] = dice.whole(100, 1500);
}

void other_field(Dice& dice, CrowTown& town)
{
    const std::string id = any_school(dice, town);
    if (!town.of(id).outdoor_m2) {
        town.add_field(id, FieldKind::outdoor, dice.m2(1, 3000));
    }
}

void hall_built(Dice& dice, CrowTown& town)
{
    town.add_field(any_school(dice, town), FieldKind::indoor, dice.m2(1, 3000));
}

void basement_dug(Dice& dice, CrowTown& town)
{
    town.add_field(any_school(dice, town), FieldKind::special, dice.m2(1, 2000));
}

void figure_reported(Dice& dice, CrowTown& town)
{
    town.of(any_school(dice, town)).outdoor_m2 = dice.m2(1, 9000);
}

void leases_end(Dice&, CrowTown& town)
{
    town.settings.plan.as_of = Date{2021, 9, 30};
}

void street_closed(Dice& dice, CrowTown& town)
{
    for (int i = 0; i < 4; ++i) {
        town.closed.insert({any_school(dice, town), town.city.venues.front().id});
        town.closed.insert({any_school(dice, town), any_school(dice, town)});
    }
}

void venue_resized(Dice& dice, CrowTown& town)
{
    town.city.venues.front().area_m2 = dice.m2(0, 4000);
}

void standard_raised(Dice& dice, CrowTown& town)
{
    town.settings.standard.of_stage[Stage::primary] = StageStandard::per_pupil(7.5 + dice.whole(1, 100) / 100.0);
}

void settings_changed(Dice& dice, CrowTown& town)
{
    if (dice.one_in(2)) {
        town.settings.channels[Channel::rent].cap_m2 = dice.m2(0, 4000);
    } else {
        town.settings.walk.minutes = dice.whole(2, 20);
    }
}

void schools_merged(Dice& dice, CrowTown& town)
{
    const std::string into = any_school(dice, town);
    const std::string from = any_school(dice, town);
    const bool is_parent = std::any_of(town.city.schools.begin(), town.city.schools.end(),
                                       [&](const School& one) { return one.parent_id == into || one.parent_id == from; });
    if (into != from && town.of(into).parent_id.empty() && town.of(from).parent_id.empty() && !is_parent) {
        town.of(from).parent_id = into;
    }
}

constexpr Edit edits[] = {
    {Cause::pupils, other_pupils},     {Cause::outdoor, other_field},      {Cause::indoor, hall_built},
    {Cause::special, basement_dug},    {Cause::official, figure_reported}, {Cause::leases, leases_end},
    {Cause::walk, street_closed},      {Cause::allocation, venue_resized}, {Cause::standard, standard_raised},
    {Cause::config, settings_changed}, {Cause::merger, schools_merged},
};

void sums_hold(const Comparison& found)
{
    ChangeSums all;
    for (const SchoolChange& change : found.schools) {
        CHECK((!change.is_known || change.by.sum() == change.change()));
    }
    for (const DistrictChanges& district : found.districts) {
        CHECK(district.sums.by.sum() == district.sums.change);
        all.change += district.sums.change;
        all.by += district.sums.by;
    }
    CHECK(found.city.by.sum() == found.city.change);
    CHECK(found.city.by.m2 == all.by.m2);
    CHECK(found.city.change == all.change);
    CHECK(found.city.residual_after - found.city.residual_before == found.city.change + found.city.known_now - found.city.unknown_now);
}

/// New schools and gone ones, unknown pupils, and several edits together.
CrowTown edited_at_will(Dice& dice, CrowTown town)
{
    for (int i = dice.whole(1, 6); i > 0; --i) {
        edits[static_cast<std::size_t>(dice.whole(0, static_cast<int>(std::size(edits)) - 1))].make(dice, town);
    }
    if (dice.one_in(4)) {
        town.add_school("Z", dice.whole(100, 900), dice.m2(0, 5000), dice.place());
    }
    if (dice.one_in(4)) {
        town.of(any_school(dice, town)).pupils[Stage::primary].reset();
    }
    if (dice.one_in(4) && town.city.leases.empty()) {
        town.remove_school(any_school(dice, town));
    }
    return town;
}

} // namespace

TEST_CASE("causes sum to the change over five hundred random edits, and backwards it is the opposite", "[compare]")
{
    for (std::uint32_t seed = 1; seed <= 500; ++seed) {
        INFO("seed " << seed);
        Dice dice(seed);
        const CrowTown town = random_town(dice);
        const ComparedResult before = town.result();
        const ComparedResult after = edited_at_will(dice, town).result();
        const Comparison there = comparison(before, after);
        sums_hold(there);
        const Comparison back = comparison(after, before);
        sums_hold(back);
        CHECK(back.city.change == ExactArea() - there.city.change);
        const Comparison same = comparison(after, after);
        CHECK(same.city.count(ChangeKind::unchanged) == static_cast<std::int64_t>(same.schools.size()));
        CHECK(same.city.change == ExactArea());
    }
}

TEST_CASE("an edit of one kind has that cause alone, and sharing where partners changed with it", "[compare]")
{
    for (std::uint32_t seed = 1; seed <= 500; ++seed) {
        const Edit& edit = edits[seed % std::size(edits)];
        INFO("seed " << seed << " " << name_of(edit.cause));
        Dice dice(seed);
        const CrowTown town = random_town(dice);
        CrowTown later = town;
        edit.make(dice, later);
        const Comparison found = comparison(town.result(), later.result());
        sums_hold(found);
        for (const SchoolChange& change : found.schools) {
            for (const Cause cause : all_causes) {
                const bool may_be = cause == edit.cause || (cause == Cause::sharing && town.settings.channels[Channel::share].on);
                INFO(name_of(cause) << " " << change.by[cause].square_metres());
                CHECK((may_be || change.by[cause] == ExactArea()));
            }
        }
    }
}
