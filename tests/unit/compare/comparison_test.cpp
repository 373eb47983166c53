// Two results compared: every cause by hand.
#include "domain/compare/comparison.hpp"
#include "support/catch.hpp"
#include "support/crow_town.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// A needs 7500 m2 and has 5000, B needs 3000 and has 1000; V has 1000 m2, nearer to A.
CrowTown two_schools()
{
    CrowTown town;
    town.add_school("A", 1000, 5000.0, {0.0, 0.0});
    town.add_school("B", 400, 1000.0, {500.0, 0.0});
    town.add_venue("V", 1000.0, {200.0, 0.0});
    return town;
}

const SchoolChange& change_of(const Comparison& found, const ComparedResult& before, const ComparedResult& after, const std::string& id)
{
    const auto same = std::find_if(found.schools.begin(), found.schools.end(),
                                   [&](const SchoolChange& change) { return change.school(before, after).id == id; });
    REQUIRE(same != found.schools.end());
    return *same;
}

/// A comparison with everything at hand.
struct Compared
{
    ComparedResult before, after;
    Comparison found;

    Compared(const CrowTown& old_town, const CrowTown& new_town)
        : before(old_town.result()), after(new_town.result()), found(comparison(before, after))
    {
        for (const SchoolChange& change : found.schools) {
            if (change.is_known) {
                CHECK(change.by.sum() == change.change());
            }
        }
        CHECK(found.city.by.sum() == found.city.change);
    }

    const SchoolChange& of(const std::string& id) const { return change_of(found, before, after, id); }
    double by(const std::string& id, Cause cause) const { return of(id).by[cause].square_metres(); }
    double change(const std::string& id) const { return of(id).change().square_metres(); }
    /// The change of all schools is of these causes alone.
    void is_by(std::initializer_list<Cause> causes) const
    {
        for (const SchoolChange& change : found.schools) {
            for (const Cause cause : all_causes) {
                if (std::find(causes.begin(), causes.end(), cause) == causes.end()) {
                    INFO(change.school(before, after).id << " by " << name_of(cause));
                    CHECK(change.by[cause] == ExactArea());
                }
            }
        }
    }
};

} // namespace

TEST_CASE("a result compared with itself is unchanged, and nothing is worked out", "[compare]")
{
    const CrowTown town = two_schools();
    const Compared same(town, town);
    CHECK(same.found.city.count(ChangeKind::unchanged) == 2);
    CHECK(same.found.city.change == ExactArea());
    CHECK(same.found.city.residual_before.square_metres() == 3500.0);
    same.is_by({});
}

TEST_CASE("twenty pupils more are twenty times the standard", "[compare]")
{
    CrowTown later = two_schools();
    later.of("A").pupils[Stage::primary] = 1020;
    const Compared found(two_schools(), later);
    CHECK(found.of("A").kind == ChangeKind::worse);
    CHECK(found.by("A", Cause::pupils) == 150.0);
    found.is_by({Cause::pupils});
}

TEST_CASE("what more pupils of one school take from another is by pupils there too", "[compare]")
{
    CrowTown town = two_schools();
    town.of("A").pupils[Stage::primary] = 700; // lacks 250, B has 750 of V
    CrowTown later = town;
    later.of("A").pupils[Stage::primary] = 720;
    const Compared found(town, later);
    CHECK(found.change("A") == 0.0);
    CHECK(found.of("A").kind == ChangeKind::unchanged);
    CHECK(found.by("B", Cause::pupils) == 150.0);
    CHECK(found.of("B").kind == ChangeKind::worse);
}

TEST_CASE("a field that goes opens a gap, a hall that is built closes one", "[compare]")
{
    CrowTown town = two_schools();
    town.of("A").pupils[Stage::primary] = 600; // lacks nothing
    CrowTown later = town;
    later.remove_fields("A");
    later.add_field("A", FieldKind::outdoor, 3000.0);
    Compared found(town, later);
    CHECK(found.of("A").kind == ChangeKind::opened);
    CHECK(found.by("A", Cause::outdoor) == 500.0);  // 1500 less V
    CHECK(found.by("B", Cause::outdoor) == 1000.0); // V goes to A
    found.is_by({Cause::outdoor});

    CrowTown built = later;
    built.add_field("A", FieldKind::indoor, 1500.0);
    const Compared closed(later, built);
    CHECK(closed.of("A").kind == ChangeKind::closed);
    CHECK(closed.by("A", Cause::indoor) == -500.0);
    CHECK(closed.by("B", Cause::indoor) == -1000.0);
    closed.is_by({Cause::indoor});
}

TEST_CASE("a reported figure in place of a drawn one is by official figures", "[compare]")
{
    CrowTown later = two_schools();
    later.of("A").outdoor_m2 = 5600.0;
    later.add_field("A", FieldKind::special, 100.0);
    const Compared found(two_schools(), later);
    CHECK(found.by("A", Cause::official) == -600.0);
    CHECK(found.by("A", Cause::special) == -100.0);
    found.is_by({Cause::official, Cause::special});
}

TEST_CASE("a lease that ends gives its ground back to who is nearer", "[compare]")
{
    CrowTown town = two_schools();
    town.city.leases.push_back({"1", SchoolIndex(1), 0, 1000.0, Date{2021, 6, 30}, ""});
    town.settings.plan.as_of = Date{2021, 6, 30};
    CrowTown later = town;
    later.settings.plan.as_of = Date{2021, 7, 1};
    const Compared found(town, later);
    CHECK(found.by("A", Cause::leases) == -1000.0);
    CHECK(found.by("B", Cause::leases) == 1000.0);
    CHECK(found.found.city.change == ExactArea());
    found.is_by({Cause::leases});
}

TEST_CASE("schools that merge pool their ground, and their pupils count for the survivor first", "[compare]")
{
    CrowTown town;
    town.add_school("A", 600, 4000.0, {0.0, 0.0});   // lacks 500
    town.add_school("B", 400, 3500.0, {500.0, 0.0}); // 500 more than it needs
    CrowTown later = town;
    later.of("B").parent_id = "A";
    later.of("A").pupils[Stage::primary] = 620;
    const Compared found(town, later);
    REQUIRE(found.found.schools.size() == 1);
    CHECK(found.of("A").residual_before->square_metres() == 500.0);
    CHECK(found.of("A").residual_after->square_metres() == 150.0);
    CHECK(found.by("A", Cause::pupils) == 150.0);
    CHECK(found.by("A", Cause::merger) == -500.0);
    found.is_by({Cause::pupils, Cause::merger});

    const Compared split(later, town);
    CHECK(split.of("A").kind == ChangeKind::worse);
    CHECK(split.by("A", Cause::pupils) == -150.0);
    CHECK(split.by("A", Cause::merger) == 500.0);
    CHECK(split.of("B").kind == ChangeKind::unchanged);
    CHECK(split.of("B").residual_before == ExactArea());
    CHECK(split.found.city.count(ChangeKind::added) == 0);
}

TEST_CASE("a school whose ground lies in that of another has merged with it, and one whose id alone changed is the same", "[compare]")
{
    CrowTown town;
    town.add_school("A", 600, 4000.0, {0.0, 0.0});
    town.add_school("B", 400, 3500.0, {500.0, 0.0});
    town.add_school("C", 100, 0.0, {5000.0, 0.0});
    CrowTown later = town;
    later.remove_school("B");
    later.of("A").pupils[Stage::primary] = 1000;
    later.city.campuses.push_back(campus("cB", "A", rectangle(495.0, -5.0, 200.0, 100.0)));
    later.add_field("A", FieldKind::outdoor, 3500.0);
    later.of("C").id = "D";
    for (Campus& one : later.city.campuses) {
        one.school_id = one.school_id == "C" ? "D" : one.school_id;
    }
    for (Field& one : later.city.fields) {
        one.school_id = one.school_id == "C" ? "D" : one.school_id;
    }
    std::sort(later.city.campuses.begin(), later.city.campuses.end(), [](const Campus& a, const Campus& b) { return a.id < b.id; });
    const Compared found(town, later);
    CHECK(found.by("A", Cause::merger) == -500.0);
    CHECK(found.of("D").kind == ChangeKind::unchanged);
    CHECK(found.found.city.count(ChangeKind::gone) == 0);
    CHECK(found.found.city.count(ChangeKind::added) == 0);
    found.is_by({Cause::merger, Cause::pupils});
}

TEST_CASE("a partner that has less to share opens the gap of who took it, by sharing", "[compare]")
{
    CrowTown town;
    town.settings.channels[Channel::share].on = true;
    town.add_school("A", 600, 4000.0, {0.0, 0.0});
    town.add_school("B", 400, 3500.0, {500.0, 0.0});
    CrowTown later = town;
    later.of("B").pupils[Stage::primary] = 440; // 200 left
    const Compared found(town, later);
    CHECK(found.of("A").kind == ChangeKind::opened);
    CHECK(found.by("A", Cause::sharing) == 300.0);
    found.is_by({Cause::sharing});
}

TEST_CASE("a partner that nobody needed before is in reach as it is now", "[compare]")
{
    CrowTown town;
    town.settings.channels[Channel::share].on = true;
    town.add_school("A", 500, 4000.0, {0.0, 0.0}); // lacks nothing yet
    town.add_school("B", 400, 3500.0, {500.0, 0.0});
    CrowTown later = town;
    later.of("A").pupils[Stage::primary] = 600;
    const Compared found(town, later);
    CHECK(found.change("A") == 0.0);
    found.is_by({});
}

TEST_CASE("another standard, a cap and a shorter walk are told apart", "[compare]")
{
    CrowTown later = two_schools();
    later.settings.standard.of_stage[Stage::primary] = StageStandard::per_pupil(8.0);
    const Compared standard(two_schools(), later);
    CHECK(standard.by("A", Cause::standard) == 500.0);
    CHECK(standard.by("B", Cause::standard) == 200.0);
    standard.is_by({Cause::standard});

    CrowTown capped = two_schools();
    capped.settings.channels[Channel::rent].cap_m2 = 400.0;
    const Compared cap(two_schools(), capped);
    CHECK(cap.by("A", Cause::config) == 600.0);
    cap.is_by({Cause::config});

    CrowTown short_walk = two_schools();
    short_walk.settings.walk.minutes = 2.0; // 160 m
    const Compared walk(two_schools(), short_walk);
    CHECK(walk.by("A", Cause::config) == 1000.0);
    walk.is_by({Cause::config});
    const Compared longer(short_walk, two_schools());
    CHECK(longer.by("A", Cause::config) == -1000.0);
    longer.is_by({Cause::config});
}

TEST_CASE("a channel that is opened counts with what was there, by settings", "[compare]")
{
    CrowTown town = two_schools();
    town.of("A").basement_usable_m2 = 700.0;
    CrowTown later = town;
    later.settings.channels[Channel::basement].on = true;
    const Compared found(town, later);
    CHECK(found.by("A", Cause::config) == -700.0);
    found.is_by({Cause::config});
}

TEST_CASE("a street that is closed is by the walk, a venue that shrinks by the allocation", "[compare]")
{
    CrowTown closed = two_schools();
    closed.closed.insert({"A", "V"});
    const Compared walk(two_schools(), closed);
    CHECK(walk.by("A", Cause::walk) == 1000.0);
    CHECK(walk.by("B", Cause::walk) == -1000.0);
    walk.is_by({Cause::walk});

    CrowTown smaller = two_schools();
    smaller.city.venues[0].area_m2 = 700.0;
    const Compared resized(two_schools(), smaller);
    CHECK(resized.by("A", Cause::allocation) == 300.0);
    resized.is_by({Cause::allocation});

    CrowTown unrented = two_schools();
    unrented.city.venues[0].rentable = false;
    const Compared kept(two_schools(), unrented);
    CHECK(kept.by("A", Cause::allocation) == 1000.0);
    kept.is_by({Cause::allocation});

    CrowTown another = two_schools();
    another.add_venue("W", 300.0, {0.0, 100.0});
    const Compared added(two_schools(), another);
    CHECK(added.found.city.change.square_metres() == -300.0);
    added.is_by({Cause::allocation});
}

TEST_CASE("a school that is new brings its pupils and its ground, one that is gone takes its need with it", "[compare]")
{
    CrowTown later = two_schools();
    later.add_school("C", 100, 200.0, {5000.0, 0.0});
    const Compared founded(two_schools(), later);
    CHECK(founded.of("C").kind == ChangeKind::added);
    CHECK(founded.of("C").residual_before == ExactArea());
    CHECK(founded.by("C", Cause::pupils) == 750.0);
    CHECK(founded.by("C", Cause::outdoor) == -200.0);
    founded.is_by({Cause::pupils, Cause::outdoor});

    const Compared gone(later, two_schools());
    CHECK(gone.of("C").kind == ChangeKind::gone);
    CHECK(gone.by("C", Cause::pupils) == -550.0);
    CHECK(gone.found.city.residual_after.square_metres() == 3500.0);
    gone.is_by({Cause::pupils});
}

TEST_CASE("unknown before or after is neither zero nor a change", "[compare]")
{
    CrowTown later = two_schools();
    later.of("A").pupils[Stage::primary].reset();
    const Compared lost(two_schools(), later);
    CHECK(lost.of("A").kind == ChangeKind::unchanged);
    CHECK_FALSE(lost.of("A").is_known);
    CHECK(lost.by("B", Cause::pupils) == -1000.0); // V is free for it
    CHECK(lost.found.city.unknown == 1);
    CHECK(lost.found.city.unknown_now.square_metres() == 1500.0);
    CHECK(lost.found.city.residual_after - lost.found.city.residual_before ==
          lost.found.city.change + lost.found.city.known_now - lost.found.city.unknown_now);

    const Compared learned(later, two_schools());
    CHECK(learned.of("A").kind == ChangeKind::unchanged);
    CHECK(learned.found.city.known_now.square_metres() == 1500.0);
}

TEST_CASE("districts sum to the city, schools in none of them last", "[compare]")
{
    CrowTown town = two_schools();
    town.of("B").district = "Heping";
    CrowTown later = town;
    later.of("A").pupils[Stage::primary] = 1020;
    later.of("B").pupils[Stage::primary] = 410;
    const Compared found(town, later);
    REQUIRE(found.found.districts.size() == 2);
    CHECK(found.found.districts[0].district == "Heping");
    CHECK(found.found.districts[0].sums.change.square_metres() == 75.0);
    CHECK(found.found.districts[1].district.empty());
    CHECK(found.found.districts[1].sums.by[Cause::pupils].square_metres() == 150.0);
}
