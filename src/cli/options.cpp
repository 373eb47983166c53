#include "cli/options.hpp"

#include "cli/command_line.hpp"
#include "gis/error.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <thread>

namespace fieldgap::cli {
namespace {

using words::Text;
using words::translate;

constexpr Range thread_range = {1, 1024};

std::vector<std::string> language_names()
{
    return {words::language_names.begin(), words::language_names.end()};
}

unsigned all_cores()
{
    const auto cores = std::uint64_t{std::thread::hardware_concurrency()};
    return static_cast<unsigned>(std::clamp(cores, thread_range.low, thread_range.high));
}

} // namespace

std::string version_line(std::string_view version)
{
    return translate(Text::cli_version, {version}) + "\n";
}

CommonLine::CommonLine(CommandLine& line, CommonOptions& common) : line_(line), common_(common)
{
    common_.threads = all_cores();
    declare();
}

void CommonLine::declare()
{
    line_.flag("-q,--quiet", quiet_, translate(Text::cli_help_quiet));
    line_.flag("-v,--verbose", verbose_, translate(Text::cli_help_verbose));
    line_.text("--log-json", "FILE", common_.json_log_path, translate(Text::cli_help_log_json));
    line_.number("--threads", "N", common_.threads, thread_range, translate(Text::cli_help_threads, {thread_range.low, thread_range.high}));
    line_.flag("--overwrite", common_.overwrite, translate(Text::cli_help_overwrite));
    line_.texts("--set", "KEY=VALUE", common_.settings, translate(Text::cli_help_set));
    line_.text("--lang", "en|zh", lang_, translate(Text::cli_help_lang, {words::joined(language_names())}));
    line_.flag("-h,--help", help_, translate(Text::cli_help_help));
    line_.flag("--version", version_, translate(Text::cli_help_version));
}

std::optional<Answer> CommonLine::parse(std::vector<std::string> arguments, std::string_view version)
{
    line_.parse(std::move(arguments));
    if (help_) {
        return Answer{line_.help()};
    }
    if (version_) {
        return Answer{version_line(version)};
    }
    check();
    fill();
    return std::nullopt;
}

void CommonLine::check() const
{
    if (quiet_ && verbose_) {
        throw gis::UsageError(translate(Text::cli_quiet_and_verbose, {line_.name()}));
    }
    if (!lang_.empty() && !words::language_named(lang_)) {
        throw gis::UsageError(translate(Text::cli_lang_unknown, {line_.name(), lang_, words::joined(language_names())}));
    }
    for (const auto& setting : common_.settings) {
        if (setting.find('=') == std::string::npos || setting.starts_with('=')) {
            throw gis::UsageError(translate(Text::cli_set_without_key, {line_.name(), setting}));
        }
    }
}

void CommonLine::fill()
{
    common_.loudness = quiet_ ? Loudness::quiet : verbose_ ? Loudness::verbose : Loudness::normal;
    common_.has_set = !common_.settings.empty();
    if (!lang_.empty()) {
        common_.settings.push_back("output.lang=" + lang_);
    }
}

} // namespace fieldgap::cli
