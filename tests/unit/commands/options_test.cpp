#include "commands/commands.hpp"

#include "gis/error.hpp"
#include "support/catch.hpp"

using namespace fieldgap;
using Catch::Matchers::Contains;
using fieldgap::cli::Answer;
using fieldgap::cli::Loudness;

namespace {

using Arguments = std::vector<std::string>;

template <class Options>
Options parsed(const Arguments& arguments)
{
    return std::get<Options>(parse(arguments, "1.2.3"));
}

std::string refusal(const Arguments& arguments)
{
    try {
        parse(arguments, "1.2.3");
    } catch (const gis::UsageError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("run takes a config, an output and the common options", "[options]")
{
    const auto run = parsed<RunOptions>({"run", "city.toml", "-o", "out.gpkg", "--json", "--threads", "3", "--overwrite", "-v",
                                         "--log-json", "log", "--set", "walk.minutes=15", "--set", "a.b=[\"x\", 'y']", "--lang", "en"});
    CHECK(run.config_path == "city.toml");
    CHECK(run.output_path == "out.gpkg");
    CHECK(run.json);
    CHECK(run.common.threads == 3);
    CHECK(run.common.overwrite);
    CHECK(run.common.loudness == Loudness::verbose);
    CHECK(run.common.json_log_path == "log");
    CHECK(run.common.settings == Arguments{"walk.minutes=15", "a.b=[\"x\", 'y']", "output.lang=en"});
}

TEST_CASE("check takes what run takes", "[options]")
{
    const auto check = parsed<CheckOptions>({"check", "city.toml", "-o", "issues.gpkg", "--json", "-q"});
    CHECK(check.config_path == "city.toml");
    CHECK(check.output_path == "issues.gpkg");
    CHECK(check.json);
    CHECK(check.common.loudness == Loudness::quiet);
    CHECK_THROWS_WITH(parse({"check"}, "1"), Catch::Matchers::Contains("fieldgap check: no config given"));
}

TEST_CASE("what is not given has its default, threads all cores", "[options]")
{
    const auto run = parsed<RunOptions>({"run", "city.toml"});
    CHECK(run.output_path.empty());
    CHECK(run.common.threads >= 1);
    CHECK(run.common.loudness == Loudness::normal);
    CHECK_FALSE(run.common.overwrite);
    const auto synth = parsed<SynthOptions>({"synth"});
    CHECK(synth.folder == "synthetic_city");
    CHECK(synth.schools == 20);
    CHECK(synth.seed == 1);
}

TEST_CASE("options may stand before the command, between words and as one word with =", "[options]")
{
    CHECK(parsed<RunOptions>({"-q", "run", "city.toml"}).common.loudness == Loudness::quiet);
    CHECK(parsed<RunOptions>({"run", "--threads=2", "city.toml"}).common.threads == 2);
    CHECK(parsed<RunOptions>({"run", "--set", "a=1", "city.toml"}).config_path == "city.toml");
    CHECK(parsed<RunOptions>({"run", "--", "-city.toml"}).config_path == "-city.toml");
    CHECK(parsed<SynthOptions>({"synth", "--schools", "5", "--seed", "9223372036854775807"}).seed == 9223372036854775807U);
}

TEST_CASE("help and version are answers, also of a command without its words", "[options]")
{
    CHECK(parsed<Answer>({"--version"}).text == "fieldgap 1.2.3\n");
    CHECK(parsed<Answer>({"run", "--version"}).text == "fieldgap 1.2.3\n");
    CHECK_THAT(parsed<Answer>({"--help"}).text, Contains("run") && Contains("synth") && Contains("130"));
    CHECK_THAT(parsed<Answer>({"run", "--help"}).text, Contains("--overwrite") && Contains("CONFIG") && Contains("--json"));
    CHECK_THAT(parsed<Answer>({"synth", "-h"}).text, Contains("--schools") && Contains("5 to 20000"));
}

TEST_CASE("help is given in the language that is asked for, wherever it is asked for", "[options]")
{
    for (const Arguments& asked : {Arguments{"--help", "--lang", "zh"}, {"--lang", "zh", "--help"}, {"--lang=zh", "-h"}}) {
        CAPTURE(asked);
        CHECK_THAT(parsed<Answer>(asked).text, Contains("命令：") && Contains("退出码"));
    }
    CHECK_THAT(parsed<Answer>({"run", "--help", "--lang", "zh"}).text, Contains("城市的配置文件"));
    CHECK_THAT(refusal({"run", "--lang", "zh"}), Contains("没有给出配置文件"));
    CHECK_THAT(parsed<Answer>({"--help", "--lang", "en"}).text, Contains("exit status"));
}

TEST_CASE("wrong usage names the nearest valid word", "[options]")
{
    CHECK_THAT(refusal({}), Contains("no command") && Contains("run, check, screen, batch, diff, verify, init, report, synth"));
    CHECK_THAT(refusal({"rnu", "city.toml"}), Contains("unknown command 'rnu'; did you mean 'run'?"));
    CHECK_THAT(refusal({"strike", "old.gpkg"}),
               Contains("unknown command 'strike'; commands: run, check, screen, batch, diff, verify, init, report, synth"));
    CHECK_THAT(refusal({"verify"}), Contains("no result given"));
    CHECK_THAT(refusal({"run", "city.toml", "--overwrit"}), Contains("unknown option '--overwrit'; did you mean '--overwrite'?"));
    CHECK_THAT(refusal({"run", "city.toml", "--thread=3"}), Contains("unknown option '--thread'; did you mean '--threads'?"));
    CHECK_THAT(refusal({"run", "city.toml", "--elephants"}), Contains("options: ") && Contains("--threads"));
    CHECK_THAT(refusal({"run", "a.toml", "b.toml"}), Contains("'b.toml' is one word too many"));
    CHECK_THAT(refusal({"run"}), Contains("no config given"));
    CHECK_THAT(refusal({"run", ""}), Contains("no config given"));
    CHECK_THAT(refusal({"synth", "city"}), Contains("'city' is one word too many"));
}

TEST_CASE("values out of bounds are refused with the bounds", "[options]")
{
    for (const std::string threads : {"0", "1025", "-1", "two", "1.5", "", " 4", "4x", "99999999999999999999"}) {
        CAPTURE(threads);
        CHECK_THAT(refusal({"run", "city.toml", "--threads", threads}), Contains("from 1 to 1024"));
    }
    CHECK_THAT(refusal({"synth", "--schools", "4"}), Contains("'4' is no whole number from 5 to 20000"));
    CHECK_THAT(refusal({"synth", "--schools", "20001"}), Contains("from 5 to 20000"));
    CHECK_THAT(refusal({"run", "c", "--lang", "fr"}), Contains("known languages: en, zh"));
    CHECK_THAT(refusal({"run", "c", "--set", "walk.minutes"}), Contains("no KEY=VALUE"));
    CHECK_THAT(refusal({"run", "c", "--set"}), Contains("--set has no value"));
    CHECK_THAT(refusal({"run", "c", "-o"}), Contains("has no value"));
    CHECK_THAT(refusal({"run", "c", "-o", ""}), Contains("is empty"));
    CHECK_THAT(refusal({"run", "c", "-o", "a", "-o", "b"}), Contains("more than once"));
    CHECK_THAT(refusal({"run", "c", "--threads", "1", "--threads", "2"}), Contains("more than once"));
    CHECK_THAT(refusal({"run", "c", "--json=yes"}), Contains("takes no value"));
    CHECK_THAT(refusal({"run", "c", "-q", "-v"}), Contains("choose one"));
    CHECK(refusal({"run", "c", "-q", "-q"}).empty());
}

TEST_CASE("odd words never end in anything but options or a refusal", "[options]")
{
    for (const std::string odd :
         {"", "-", "--", "---", "=", "-=", "--=", "--set=", "--threads=", "[a,b]", "{", "\xff", "-ov", "-qv", "%%", "++"}) {
        CAPTURE(odd);
        CHECK_NOTHROW(refusal({odd}));
        CHECK_NOTHROW(refusal({"run", odd}));
        CHECK_NOTHROW(refusal({"run", "c", odd, "x"}));
        CHECK_NOTHROW(refusal({"synth", odd}));
    }
}
