#include "domain/standard/need.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

Need of(std::int64_t primary, std::int64_t junior, std::int64_t senior = 0, const Standard& standard = {})
{
    return need({{primary, junior, senior}}, standard);
}

} // namespace

TEST_CASE("a single-stage school needs the standard times its pupils", "[need]")
{
    CHECK(of(1080, 0).required->square_metres() == 8100.0); // GP-1
    CHECK(of(0, 900).required->square_metres() == 9180.0);  // GP-3
    CHECK(of(0, 900).weighted_pupils == 900.0);
}

TEST_CASE("a nine-year school needs what its junior pupils need at weight 1.1", "[need]")
{
    const Need sp2 = of(600, 300);
    CHECK(sp2.weighted_pupils == Approx(930.0));
    CHECK(sp2.required->square_metres() == 8623.64);             // the example of rule 3
    CHECK(sp2.share(Stage::primary) * 9300.0 == Approx(6000.0)); // SP-1
    CHECK(sp2.share(Stage::junior) * 9300.0 == Approx(3300.0));
}

TEST_CASE("a nine-year school of equal stages splits its ground 0.476 to 0.524", "[need]")
{
    const Need sp3 = of(1000, 1000);
    CHECK(sp3.share(Stage::primary) == Approx(0.476190).margin(1e-6));
    CHECK(sp3.share(Stage::junior) == Approx(0.523810).margin(1e-6));
}

TEST_CASE("a complete secondary school weighs senior pupils 1.2", "[need]")
{
    const Need sp4 = of(0, 600, 500);
    CHECK(sp4.share(Stage::junior) == 0.5);
    CHECK(sp4.required->square_metres() == 12240.0);
}

TEST_CASE("a twelve-year school weighs 1, 1.1 and 1.32", "[need]")
{
    const Need sp5 = of(500, 500, 500);
    CHECK(sp5.weighted_pupils == Approx(1710.0));
    CHECK(sp5.share(Stage::primary) * 17100.0 == Approx(5000.0));
    CHECK(sp5.share(Stage::junior) * 17100.0 == Approx(5500.0));
    CHECK(sp5.share(Stage::senior) * 17100.0 == Approx(6600.0));
}

TEST_CASE("split by required needs the plain sum of the standards", "[need]")
{
    Standard standard;
    standard.split = Split::required;
    CHECK(of(600, 300, 0, standard).required->square_metres() == 7560.0);
    CHECK(of(600, 300, 400, standard).share(Stage::senior) == 0.0);
}

TEST_CASE("senior pupils alone need nothing unless a standard is configured", "[need]")
{
    CHECK_FALSE(of(0, 0, 800).required);
    Standard standard;
    standard.of_stage[Stage::senior] = StageStandard::per_pupil(12.0);
    CHECK(of(0, 0, 800, standard).required->square_metres() == 9600.0);
}

TEST_CASE("areas are rounded half up to hundredths", "[need]")
{
    CHECK(ExactArea::rounded(gis::SquareMetres(1.005)).hundredths() == 101);
    CHECK(ExactArea::rounded(gis::SquareMetres(1.0049)).hundredths() == 100);
    CHECK(ExactArea::rounded(gis::SquareMetres(8623.636363)).hundredths() == 862364);
    CHECK(ExactArea::rounded(gis::SquareMetres(0.0)).hundredths() == 0);
}
