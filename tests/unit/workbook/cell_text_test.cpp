#include "workbook/cell_text.hpp"

#include "support/catch.hpp"

using namespace fieldgap;

TEST_CASE("a text that fits stays as it is", "[workbook]")
{
    CHECK(cell_text("=1+1", 32767, "..") == "=1+1");
    CHECK(cell_text("校", 1, "..") == "校");
    CHECK(cell_text("", 10, "..").empty());
}

TEST_CASE("a text that is too long is cut between characters and says so", "[workbook]")
{
    CHECK(cell_text("abcdef", 5, "..") == "abc..");
    CHECK(cell_text("a🏫🏫b", 5, "..") == "a🏫.."); // a school takes two units of UTF-16
    CHECK(cell_text("a🏫🏫b", 4, "..") == "a..");
}

TEST_CASE("what XML cannot hold is replaced", "[workbook]")
{
    CHECK(cell_text("a\uFFFFb\uFFFE", 9, "..") == "a\uFFFDb\uFFFD");
    CHECK(cell_text("a\xff", 9, "..") == "a\uFFFD");
}

TEST_CASE("columns are neither too narrow nor too wide, and Chinese counts double", "[workbook]")
{
    CHECK(column_width_for("a") == 10.0);
    CHECK(column_width_for("第十七初级中学") == 16.0);
    CHECK(column_width_for(std::string(500, 'a')) == 62.0);
}

TEST_CASE("a text that looks like the number of a letter stays that text", "[workbook]")
{
    CHECK(cell_text("_x0041_", 32767, "..") == "_x005F_x0041_");
    CHECK(cell_text("_x004_ _y0041_", 32767, "..") == "_x004_ _y0041_");
    CHECK(cell_text("a\x02z", 32767, "..") == "a_x0002_z");
}
