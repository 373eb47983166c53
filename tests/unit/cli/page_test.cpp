#include "cli/page.hpp"

#include "support/catch.hpp"

using namespace fieldgap::cli;

TEST_CASE("a page has its colours only where they are wanted", "[page]")
{
    Page page(std::string("need "));
    page.add("###", Colour::blue);
    page.add("\n");
    CHECK(shown(page, false) == "need ###\n");
    CHECK(shown(page, true) == "need \x1b[34m###\x1b[0m\n");
}

TEST_CASE("what comes from a file can colour nothing", "[page]")
{
    Page page;
    page.add("\x1b[31mred\u202e\n", Colour::bold);
    CHECK(shown(page, false) == "\\x1b[31mred\\u202e\n");
    CHECK(shown(page, true) == "\x1b[1m\\x1b[31mred\\u202e\n\x1b[0m");
}

TEST_CASE("no blocks are drawn where stdout is no terminal", "[page]")
{
    CHECK_FALSE(draws_blocks()); // ctest reads it through a pipe
}
