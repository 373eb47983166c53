#include "cli/command_line.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"
#include "words/words.hpp"

using namespace fieldgap;

namespace {

struct Parsed
{
    std::string word;
    std::optional<std::string> value;
    bool flag = false;
};

Parsed parsed(std::vector<std::string> arguments)
{
    Parsed of;
    cli::CommandLine line("report", words::Text::cli_about_report);
    line.word("RESULT", of.word, "the result");
    line.optional_text("--register", "[REGISTER.gpkg]", of.value, "the register");
    line.flag("-q,--quiet", of.flag, "say little");
    line.parse(std::move(arguments));
    return of;
}

} // namespace

TEST_CASE("a value that may be left out is absent, empty or what is given", "[command line]")
{
    CHECK_FALSE(parsed({"city.gpkg"}).value);
    CHECK(parsed({"city.gpkg", "--register"}).value == "");
    CHECK(parsed({"city.gpkg", "--register", "--quiet"}).value == "");
    CHECK(parsed({"city.gpkg", "--register", "-q"}).flag);
    CHECK(parsed({"city.gpkg", "--register", "r.gpkg"}).value == "r.gpkg");
    CHECK(parsed({"city.gpkg", "--register=r.gpkg"}).value == "r.gpkg");
    CHECK(parsed({"--register", "r.gpkg", "city.gpkg"}).word == "city.gpkg");
    CHECK(parsed({"--register", "--", "city.gpkg"}).word == "city.gpkg");
}

TEST_CASE("an empty value is refused, as a script would not mean it, and twice is once too often", "[command line]")
{
    CHECK_THROWS_AS(parsed({"city.gpkg", "--register", ""}), gis::UsageError);
    CHECK_THROWS_AS(parsed({"city.gpkg", "--register", "a.gpkg", "--register", "b.gpkg"}), gis::UsageError);
}

TEST_CASE("help and man page show the placeholder with its brackets", "[command line]")
{
    std::optional<std::string> value;
    cli::CommandLine line("report", words::Text::cli_about_report);
    line.optional_text("--register", "[REGISTER.gpkg]", value, "the register");
    CHECK(line.help().find("--register [REGISTER.gpkg]") != std::string::npos);
    CHECK(line.options().back().value == "[REGISTER.gpkg]");
    CHECK_FALSE(line.options().back().repeats);
}
