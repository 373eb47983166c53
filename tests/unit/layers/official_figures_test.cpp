#include "layers/matching/official_figures.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

TEST_CASE("an official figure is that of the table which gave it, the enrolment table's where it replaces one", "[official]")
{
    std::vector<School> schools = {school("A", 100), school("B", 100), school("C", 100)};
    schools[0].outdoor_m2 = 1000.0;
    schools[0].indoor_m2 = 200.0;
    schools[1].outdoor_m2 = 1000.0;
    const OfficialFigures of_register(schools);
    schools[0].outdoor_m2 = 900.0;
    schools[2].special_m2 = 50.0;
    std::reverse(schools.begin(), schools.end()); // schools are found by id
    const OfficialFigures joined(schools);
    const FigureSources sources = joined.sources(of_register, schools);
    CHECK(sources.at("A") == FigureSource{"enrolment.outdoor_m2", "schools.indoor_m2", ""});
    CHECK(sources.at("B") == FigureSource{"schools.outdoor_m2", "", ""});
    CHECK(sources.at("C") == FigureSource{"", "", "enrolment.special_m2"});
}

TEST_CASE("a part of sports_m2 comes from the column that gave the whole", "[official]")
{
    std::vector<School> schools = {school("A", 100), school("B", 100)};
    schools[0].indoor_m2 = 200.0;
    const OfficialFigures of_register(schools);
    schools[0].sports_m2 = 1200.0;
    schools[1].sports_m2_per_pupil = 7.0;
    const OfficialFigures joined(schools);
    schools[0].outdoor_m2 = 1000.0;
    schools[1].outdoor_m2 = 700.0;
    schools[1].indoor_m2 = 0.0;
    const FigureSources sources = joined.sources(of_register, schools);
    CHECK(sources.at("A") == FigureSource{"enrolment.sports_m2", "schools.indoor_m2", ""});
    CHECK(sources.at("B") == FigureSource{"enrolment.sports_m2_per_pupil", "enrolment.sports_m2_per_pupil", ""});
}
