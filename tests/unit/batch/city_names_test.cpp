#include "batch/cities/city_names.hpp"

#include "support/catch.hpp"

namespace fieldgap {
namespace {

TEST_CASE("a city's name is kept where it can be a folder's")
{
    CHECK(file_name_of("Heping") == "Heping");
    CHECK(file_name_of("和平区 (天津)") == "和平区 (天津)");
    CHECK(file_name_of("Saint-Étienne") == "Saint-Étienne");
}

TEST_CASE("what no folder may be called becomes _")
{
    CHECK(file_name_of("a/b\\c:d*e?f\"g<h>i|j") == "a_b_c_d_e_f_g_h_i_j");
    CHECK(file_name_of("../../etc") == "_.._.._etc");
    CHECK(file_name_of("..") == "_");
    CHECK(file_name_of(".hidden") == "_.hidden");
    CHECK(file_name_of("") == "_");
    CHECK(file_name_of("  Heping . ") == "Heping");
    CHECK(file_name_of("a\nb\x1b[31m") == "a_b_[31m");
    CHECK(file_name_of("a\xff") == "a_");
}

TEST_CASE("a long name is cut between letters")
{
    std::string name;
    for (int i = 0; i < 60; ++i) {
        name += "津";
    }
    CHECK(file_name_of(name).size() == 99);
}

TEST_CASE("cities of one name get numbers, whatever their capitals")
{
    CityNames names;
    CHECK(names.unique("Heping") == "Heping");
    CHECK(names.unique("HEPING") == "HEPING_2");
    CHECK(names.unique("Heping") == "Heping_3");
    CHECK(names.unique("Heping_3") == "Heping_3_2");
    CHECK(names.unique("all.gpkg") == "all.gpkg_2");
}

} // namespace
} // namespace fieldgap
