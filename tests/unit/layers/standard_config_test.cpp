// Standards of stages in a config: numbers, constants, steps; what is refused, and where.
#include "gis/error.hpp"
#include "layers/config/config.hpp"
#include "layers/draft/config_answers.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <nlohmann/json.hpp>

using namespace fieldgap;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;

namespace {

const std::string least = "[inputs.schools]\npath = \"schools.shp\"\n";

Config read(const std::string& standards, const std::vector<std::string>& overrides = {})
{
    const TemporaryFolder folder;
    return read_config(folder.with("heping.toml", least + standards), overrides);
}

StageStandard primary(const std::string& standards, const std::vector<std::string>& overrides = {})
{
    return *read(standards, overrides).settings.standard.of_stage[Stage::primary];
}

std::string refusal(const std::string& standards, const std::vector<std::string>& overrides = {})
{
    try {
        read(standards, overrides);
    } catch (const gis::UsageError& error) {
        return error.what();
    }
    return "";
}

nlohmann::json written(const std::string& standards)
{
    return nlohmann::json::parse(read(standards).as_json)["standards"];
}

const StageStandard by_size({{1, 2500.0, 0.0}, {101, 5000.0, 0.0}, {201, 2000.0, 20.0}});
const std::string one_line = "steps = [ { from_pupils = 1, base_m2 = 2500 }, { from_pupils = 101, base_m2 = 5000 }, "
                             "{ from_pupils = 201, base_m2 = 2000, per_pupil = 20 } ]";
const std::string steps = "steps = [ { from_pupils = 1, base_m2 = 2500 }, { from_pupils = 101, base_m2 = 5000 },\n"
                          "  { from_pupils = 201, base_m2 = 2000, per_pupil = 20 } ]";

} // namespace

TEST_CASE("a standard is a number, a constant with m2 per pupil, or steps", "[config]")
{
    CHECK(primary("[standards]\nprimary = 8\n") == StageStandard::per_pupil(8.0));
    CHECK(primary("[standards]\nprimary = { base_m2 = 400, per_pupil = 7.5 }\n") == StageStandard({{1, 400.0, 7.5}}));
    CHECK(primary("[standards]\nprimary = { base_m2 = 400 }\n") == StageStandard({{1, 400.0, 0.0}}));
    CHECK(primary("[standards]\nprimary.per_pupil = 7.5\n") == StageStandard::per_pupil(7.5));
    CHECK(primary("[standards.primary]\n" + steps + "\n") == by_size);
    CHECK(primary("[standards]\nprimary = { " + one_line + " }\n") == by_size);
    CHECK(primary("[[standards.primary.steps]]\nfrom_pupils = 1\nbase_m2 = 2500\n[[standards.primary.steps]]\nfrom_pupils = 101\n"
                  "base_m2 = 5000\n[[standards.primary.steps]]\nfrom_pupils = 201\nbase_m2 = 2000\nper_pupil = 20\n") == by_size);
    const auto senior = read("[standards]\nsenior = { base_m2 = 100 }\n").settings.standard.of_stage;
    CHECK(senior[Stage::senior] == StageStandard({{1, 100.0, 0.0}}));
    CHECK(senior[Stage::primary] == StageStandard::per_pupil(7.5));
}

TEST_CASE("a whole standard or a part of it is put in by --set", "[config]")
{
    const std::string table = "[standards]\nprimary = { base_m2 = 400, per_pupil = 7.5 }\n";
    CHECK(primary(table, {"standards.primary=8"}) == StageStandard::per_pupil(8.0));
    CHECK(primary(table, {"standards.primary.base_m2=500"}) == StageStandard({{1, 500.0, 7.5}}));
    CHECK(primary(table, {"standards.primary={ base_m2 = 500 }"}) == StageStandard({{1, 500.0, 0.0}}));
    CHECK(primary(table, {"standards.primary={ steps = [ { from_pupils = 1, per_pupil = 9 } ] }"}) == StageStandard::per_pupil(9.0));
    // A number stays as m2 per pupil: that of the config, else the usual one.
    CHECK(primary("[standards]\nprimary = 8\n", {"standards.primary.base_m2=400"}) == StageStandard({{1, 400.0, 8.0}}));
    CHECK(primary("", {"standards.primary.base_m2=400"}) == StageStandard({{1, 400.0, 7.5}}));
    CHECK(primary("", {"standards.primary.base_m2=400", "standards.primary.per_pupil=6"}) == StageStandard({{1, 400.0, 6.0}}));
    CHECK(primary("[standards]\nprimary = 8\n", {"standards.primary.steps=[ { from_pupils = 0, base_m2 = 900 } ]"}) ==
          StageStandard({{0, 900.0, 0.0}}));
    CHECK(read("", {"standards.senior.base_m2=400"}).settings.standard.of_stage[Stage::senior] == StageStandard({{1, 400.0, 0.0}}));
    CHECK_THAT(
        refusal("", {"standards.primary.bas_m2=400"}),
        EndsWith("--set standards.primary.bas_m2: unknown key 'standards.primary.bas_m2'; did you mean 'standards.primary.base_m2'?"));
}

TEST_CASE("a standard stands in the provenance in full and reads back as the same", "[config]")
{
    CHECK(written("[standards]\nprimary = 8\n")["primary"] == 8.0);
    CHECK(written("[standards]\nprimary = { per_pupil = 8 }\n")["primary"] == 8.0);
    CHECK(written("[standards]\nprimary = { base_m2 = 400, per_pupil = 7.5 }\n")["primary"].dump() ==
          R"({"base_m2":400.0,"per_pupil":7.5})");
    const auto of_steps = written("[standards.primary]\n" + steps + "\n")["primary"];
    CHECK(of_steps.dump() == R"({"steps":[{"base_m2":2500.0,"from_pupils":1,"per_pupil":0.0},)"
                             R"({"base_m2":5000.0,"from_pupils":101,"per_pupil":0.0},)"
                             R"({"base_m2":2000.0,"from_pupils":201,"per_pupil":20.0}]})");
    std::string again = "[standards.primary]\nsteps = [";
    for (const auto& step : of_steps["steps"]) {
        again += "{ from_pupils = " + step["from_pupils"].dump() + ", base_m2 = " + step["base_m2"].dump() +
                 ", per_pupil = " + step["per_pupil"].dump() + " },";
    }
    CHECK(primary(again + "]\n") == by_size);
}

TEST_CASE("a standard that cannot be meant is refused with its place and what would be right", "[config]")
{
    struct Wrong
    {
        std::string standards, says;
    };
    const std::string first = "primary = { steps = [ { from_pupils = 1, base_m2 = 2500 }, ";
    const std::vector<Wrong> all = {
        {"primary = \"much\"\n", ":4:1: standards.primary is 'much'; a number from 0.01 to 1000 m2 per pupil, or a table such as "
                                 "{ base_m2 = 400, per_pupil = 7.5 } would be right"},
        {"primary = [7.5]\n", ":4:1: standards.primary is a list; a number"},
        {"primary = 0\n", ":4:1: standards.primary is 0; a number from 0.01 to 1000 m2 per pupil would be right"},
        {"primary = { base_m = 400 }\n", ":4:13: unknown key 'standards.primary.base_m'; did you mean 'standards.primary.base_m2'?"},
        {"primary = { wall = 400 }\n", ":4:13: unknown key 'standards.primary.wall'; [standards.primary] knows base_m2, per_pupil, steps"},
        {"primry = { base_m2 = 400 }\n", ":4:1: unknown key 'standards.primry'; did you mean 'standards.primary'?"},
        {"primary = { base_m2 = -400, per_pupil = 7.5 }\n", ":4:13: standards.primary.base_m2 is -400; a number from 0 to 1000000 m2 "
                                                            "would be right"},
        {"primary = { per_pupil = 7.5, base_m2 = nan }\n", ":4:30: standards.primary.base_m2 is nan; a number from 0 to 1000000 m2"},
        {"primary = { base_m2 = 0 }\n",
         ":4:1: standards.primary asks for no ground; a base_m2 or per_pupil of at least 0.01 would be right"},
        {"primary = {}\n", ":4:1: standards.primary asks for no ground"},
        {"primary = { per_pupil = 7.5, steps = [ { from_pupils = 1, base_m2 = 5 } ] }\n",
         ":4:13: standards.primary has steps, and per_pupil beside them; keep one of the two"},
        {"primary = { steps = [] }\n", ":4:13: standards.primary.steps is a list; a list of tables such as [ { from_pupils = 1"},
        {"primary = { steps = 5 }\n", ":4:13: standards.primary.steps is 5; a list of tables"},
        {"primary = { steps = [ { base_m2 = 5 } ] }\n", ":4:25: a step of standards.primary.steps has no from_pupils; add it"},
        {"primary = { steps = [ { from_pupils = 101, base_m2 = 5 } ] }\n",
         ":4:25: the first step of standards.primary.steps begins with 101 pupils, and schools with fewer would have no standard; "
         "from_pupils = 1 would be right"},
        {first + "{ from_pupils = 1, base_m2 = 2600 } ] }\n",
         ":4:62: a step of standards.primary.steps begins with 1 pupils, and the one before it with 1; from_pupils that rise"},
        {first + "{ from_pupil = 10, base_m2 = 2600 } ] }\n", ":4:62: unknown key 'standards.primary.steps.from_pupil'; did you mean "
                                                              "'standards.primary.steps.from_pupils'?"},
        {first + "{ from_pupils = 10.5, base_m2 = 2600 } ] }\n",
         ":4:62: standards.primary.steps.from_pupils is 10.5; a whole number from 0"},
        {first + "{ from_pupils = 10, base_m2 = -1 } ] }\n", ":4:80: standards.primary.steps.base_m2 is -1; a number from 0"},
        {first + "{ from_pupils = 10 } ] }\n", ":4:62: standards.primary.steps asks for no ground"},
        {first + "\n{ from_pupils = 101, base_m2 = 900, per_pupil = 10 } ] }\n",
         ":5:3: by standards.primary.steps a school of 100 pupils would need 2500 m2, and one of 101 pupils 1910 m2; a step that asks for "
         "no less than the one before it would be right"},
    };
    for (const Wrong& one : all) {
        CHECK_THAT(refusal("[standards]\n" + one.standards), Contains("heping.toml" + one.says));
    }
}

TEST_CASE("init writes a standard down again as one value", "[config]")
{
    const TemporaryFolder folder;
    const std::string file = folder.with("heping.toml", least +
                                                            "[walk]\nspeeds = [60, 66.7]\n[standards]\njunior = { base_m2 = 600 }\n"
                                                            "[standards.primary]\n" +
                                                            steps + "\n");
    const Answers answers(file, {"standards.senior.base_m2=50", "standards.junior.per_pupil=9"});
    CHECK(answers.literal("standards.primary") == "{ steps = [{ from_pupils = 1, base_m2 = 2500 }, { from_pupils = 101, base_m2 = 5000 }, "
                                                  "{ from_pupils = 201, base_m2 = 2000, per_pupil = 20 }] }");
    CHECK(answers.literal("standards.junior") == "{ base_m2 = 600, per_pupil = 9 }");
    CHECK(answers.literal("standards.senior") == "{ base_m2 = 50 }");
    CHECK(answers.literal("walk.speeds") == "[60.0, 66.7]");
}
