// Standards with a constant and with steps by pupils, by hand and against trying every area (docs/standards.md 1.2).
#include "domain/city/stage_standard.hpp"
#include "domain/gap/gap.hpp"
#include "domain/seats/least_ground.hpp"
#include "domain/standard/need.hpp"
#include "support/catch.hpp"

#include <random>

using namespace fieldgap;

namespace {

/// Up to 100 pupils 2500 m2, up to 200 5000 m2, then 2000 m2 and 20 for each.
const StageStandard by_size({{1, 2500.0, 0.0}, {101, 5000.0, 0.0}, {201, 2000.0, 20.0}});
const StageStandard with_constant({{1, 400.0, 7.5}});

Standard with(const StageStandard& primary, const StageStandard& junior, Split split = Split::weights)
{
    Standard standard;
    standard.of_stage = {{primary, junior, std::nullopt}};
    standard.split = split;
    return standard;
}

double required_m2(const PerStage<std::int64_t>& pupils, const Standard& standard)
{
    return need(pupils, standard).required->square_metres();
}

class Chance
{
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}

    std::int64_t upto(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random_); }

    /// One to four steps, a few pupils apart, none of which asks for less than the one before.
    StageStandard standard()
    {
        std::vector<StandardStep> steps;
        std::int64_t from = 1;
        for (std::int64_t left = upto(3); left >= 0; --left) {
            StandardStep step{from, static_cast<double>(upto(3000)), static_cast<double>(upto(120)) / 10.0};
            step.base_m2 += 0.01;
            steps.push_back(step);
            if (first_fall(steps)) {
                steps.pop_back();
            }
            from += 1 + upto(60);
        }
        return StageStandard(steps);
    }

    Standard city_standard()
    {
        Standard standard;
        standard.split = upto(2) == 0 ? Split::required : Split::weights;
        for (const Stage stage : all_stages) {
            const std::int64_t kind = upto(3);
            standard.of_stage[stage] = kind == 0 && stage == Stage::senior ? std::nullopt
                                       : kind == 1 ? std::optional(StageStandard::per_pupil(static_cast<double>(1 + upto(150)) / 10.0))
                                                   : std::optional(this->standard());
        }
        return standard;
    }

private:
    std::mt19937_64 random_;
};

/// Whether each stage of a school with this ground meets its standard by its share.
bool meets_all(const Need& of, double ground_m2, const Standard& standard)
{
    return std::all_of(all_stages.begin(), all_stages.end(), [&](Stage stage) {
        const bool is_judged = of.pupils[stage] > 0 && standard.of_stage[stage];
        return !is_judged || stage_state(of, stage, ExactArea::rounded(gis::SquareMetres(ground_m2)), standard).status == Status::meets;
    });
}

} // namespace

TEST_CASE("a standard with a constant asks for it once, and for each pupil besides", "[need]")
{
    CHECK(with_constant.required_m2(0.0) == 0.0);
    CHECK(with_constant.required_m2(100.0) == 1150.0);
    CHECK(with_constant.m2_per_pupil(100.0) == 11.5);
    CHECK(required_m2({{100, 0, 0}}, with(with_constant, with_constant)) == 1150.0);
    CHECK(required_m2({{1080, 0, 0}}, with(with_constant, with_constant)) == 8500.0);
    CHECK(StageStandard::per_pupil(10.2).m2_per_pupil(3.0) == 10.2); // to the last bit, for any number of pupils
    CHECK(StageStandard::per_pupil(10.2) == StageStandard({{1, 0.0, 10.2}}));
}

TEST_CASE("of steps by pupils the one with the greatest beginning that is not above them holds", "[need]")
{
    const std::vector<std::pair<double, double>> of_pupils = {{0, 0},      {1, 2500},   {100, 2500}, {101, 5000},
                                                              {200, 5000}, {201, 6020}, {300, 8000}, {1000, 22000}};
    for (const auto& [pupils, wanted_m2] : of_pupils) {
        CAPTURE(pupils);
        CHECK(by_size.required_m2(pupils) == wanted_m2);
    }
    CHECK(by_size.m2_per_pupil(100.0) == 25.0);
    CHECK(required_m2({{0, 101, 0}}, with(with_constant, by_size)) == 5000.0);
    CHECK(StageStandard({{0, 100.0, 0.0}, {2, 200.0, 0.0}}).required_m2(1.0) == 100.0);
}

TEST_CASE("parts of a pupil below a step stay below what its first whole pupil needs", "[need]")
{
    CHECK(by_size.required_m2(0.126) == 2500.0);
    CHECK(by_size.required_m2(100.999) == 2500.0);
    CHECK(by_size.required_m2(100.0 + 0.2 + 0.8 - 1e-13) == 5000.0); // a computing error keeps nobody below a step
    // 10 m2 for each of a hundred, 5 m2 for each further one.
    const StageStandard rising({{1, 0.0, 10.0}, {101, 500.0, 5.0}});
    CHECK(rising.required_m2(100.0) == 1000.0);
    CHECK(rising.required_m2(100.4) == Approx(1004.0));
    CHECK(rising.required_m2(100.8) == 1005.0); // not 1008
    CHECK(rising.required_m2(101.0) == 1005.0);
}

TEST_CASE("steps that ask for less where pupils are more are found", "[need]")
{
    const auto fall = [](std::vector<StandardStep> steps) { return first_fall(steps); };
    CHECK_FALSE(fall({{1, 2500.0, 0.0}, {101, 5000.0, 0.0}, {201, 2000.0, 20.0}}));
    CHECK(fall({{1, 2500.0, 0.0}, {101, 5000.0, 0.0}, {201, 900.0, 20.0}}) == 2); // 4920 after 5000
    CHECK(fall({{1, 0.0, 7.5}, {101, 0.0, 7.4}}) == 1);                           // 747.4 after 750
    CHECK_FALSE(fall({{1, 0.0, 10.0}, {101, 500.0, 5.0}}));
    CHECK_FALSE(fall({{1, 0.0, 10.0}, {101, 1000.0, 0.0}})); // as much for one pupil more
}

TEST_CASE("a nine-year school with a constant for one stage needs what that stage or the other binds", "[need]")
{
    // 400 m2 and 7.5 for each of 600 are 8.1667 m2 for a pupil, less than 10.2 / 1.1: as without the constant.
    CHECK(required_m2({{600, 300, 0}}, with(with_constant, StageStandard::per_pupil(10.2))) == 8623.64);
    // 1200 m2 and 7.5 for each are 9.5 m2: 930 x 9.5.
    const Standard standard = with(StageStandard({{1, 1200.0, 7.5}}), StageStandard::per_pupil(10.2));
    CHECK(required_m2({{600, 300, 0}}, standard) == 8835.0);
    // By required: 5700 + 3060, and each stage has just that of it.
    const Standard by_required = with(StageStandard({{1, 1200.0, 7.5}}), StageStandard::per_pupil(10.2), Split::required);
    const Need sum = need({{600, 300, 0}}, by_required);
    CHECK(sum.required->square_metres() == 8760.0);
    CHECK(sum.weight[Stage::primary] == 9.5);
    CHECK(sum.share(Stage::primary) * 8760.0 == Approx(5700.0));
    const StageState primary = stage_state(sum, Stage::primary, ExactArea::whole(8000), by_required);
    CHECK(primary.gap_m2 == Approx(5700.0 - 8000.0 * 5700.0 / 8760.0));
    CHECK(primary.status == Status::near); // 0.913 of it
}

TEST_CASE("few pupils of one stage ask by their small share for much, and more of them for less", "[need]")
{
    const Standard standard = with(with_constant, StageStandard::per_pupil(10.2));
    CHECK(required_m2({{1, 300, 0}}, standard) == 134882.5); // 331 x 407.5
    CHECK(required_m2({{10, 300, 0}}, standard) == 16150.0); // 340 x 47.5
    CHECK(required_m2({{100, 300, 0}}, standard) == 4945.0); // 430 x 11.5
    CHECK_FALSE(required_never_falls(standard));
    const Standard by_required = with(with_constant, StageStandard::per_pupil(10.2), Split::required);
    CHECK(required_never_falls(by_required));
    CHECK(required_never_falls(Standard()));
    CHECK(required_m2({{1, 300, 0}}, by_required) == 3467.5);
    CHECK(required_m2({{10, 300, 0}}, by_required) == 3535.0);
}

TEST_CASE("what a school needs is the least area with which each stage meets its standard", "[need]")
{
    Chance chance(3);
    for (int round = 0; round < 3000; ++round) {
        const Standard standard = chance.city_standard();
        const PerStage<std::int64_t> pupils = {{chance.upto(2) * chance.upto(150), chance.upto(2) * chance.upto(150), chance.upto(60)}};
        const Need of = need(pupils, standard);
        CAPTURE(round, pupils[Stage::primary], pupils[Stage::junior], pupils[Stage::senior]);
        if (!of.required || *of.required < ExactArea::whole(1)) {
            continue;
        }
        // Found by halving, which knows nothing of the formula.
        double short_m2 = 0.0;
        double enough_m2 = 1e7;
        while (enough_m2 - short_m2 > 0.004) {
            const double middle_m2 = (short_m2 + enough_m2) / 2.0;
            (meets_all(of, middle_m2, standard) ? enough_m2 : short_m2) = middle_m2;
        }
        CHECK(of.required->square_metres() == Approx(enough_m2).epsilon(1e-8).margin(0.016));
    }
}

TEST_CASE("the bound of what a school needs is none above it and never falls with pupils", "[need]")
{
    Chance chance(5);
    for (int round = 0; round < 2000; ++round) {
        const Standard standard = chance.city_standard();
        PerStage<double> pupils = {{static_cast<double>(chance.upto(120)), static_cast<double>(chance.upto(120)), 0.0}};
        ExactArea last_bound, last;
        for (int more = 0; more < 6; ++more) {
            const ExactArea needed = required_area(pupils, standard).value_or(ExactArea());
            const ExactArea bound = least_required_area(pupils, standard).value_or(ExactArea());
            CAPTURE(round, more);
            CHECK(bound <= needed + ExactArea::hundredths(1));
            CHECK(bound >= last_bound);
            if (required_never_falls(standard)) {
                CHECK(needed >= last);
            }
            last_bound = bound;
            last = needed;
            pupils[chance.upto(1) == 0 ? Stage::primary : Stage::junior] += static_cast<double>(chance.upto(20'000)) / 1000.0;
        }
    }
}

TEST_CASE("the lightest load of a school is that of every split between its stages that asks least", "[need]")
{
    Chance chance(7);
    for (int round = 0; round < 400; ++round) {
        const Standard standard = chance.city_standard();
        SchoolStanding one;
        one.is_enrolment_known = true;
        one.seats.takes_in = {{true, true, false}};
        one.enrolled = {{static_cast<double>(chance.upto(80)), static_cast<double>(chance.upto(80)), 0.0}};
        const PupilLoad taken = {{ExactPupils::thousandths(chance.upto(2000)), ExactPupils::thousandths(chance.upto(2000)), {}}};
        const std::int64_t all = 1 + chance.upto(1500); // thousandths, so that every split can be tried
        const PupilLoad load = {{ExactPupils::thousandths(all), {}, {}}};
        const auto required = [&](const PupilLoad& split) { return *required_as(LoadCount::lower_bound, one, taken + split, standard); };
        ExactArea least = ExactArea::whole(1'000'000'000);
        for (std::int64_t primary = 0; primary <= all; ++primary) {
            least = std::min(least, required({{ExactPupils::thousandths(primary), ExactPupils::thousandths(all - primary), {}}}));
        }
        CAPTURE(round);
        CHECK(required(lightest_load(one, taken, load, standard)) == least);
    }
}
