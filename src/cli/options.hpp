#pragma once
// What every command takes on the command line, checked as far as it can be without reading a file.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap::cli {

class CommandLine;

/// How much is said on stderr. `quiet`: only what changes the exit code.
enum class Loudness : std::uint8_t { quiet, normal, verbose };

struct CommonOptions
{
    Loudness loudness = Loudness::normal;
    std::string json_log_path; ///< empty: none
    unsigned threads = 1;      ///< 1..1024; `parse` puts in all cores where --threads is not given
    bool overwrite = false;
    std::vector<std::string> settings; ///< KEY=VALUE of --set, in their order; --lang is among them as output.lang
    bool has_set = false;              ///< --set itself was given
};

/// --help and --version: the text for stdout, and nothing else is to be done.
struct Answer
{
    std::string text;
};

/// What --version says.
std::string version_line(std::string_view version);

/// Options that every command takes, and what of them is an Answer (--help, --version).
class CommonLine
{
public:
    explicit CommonLine(CommandLine& line, CommonOptions& common);

    /// Parses all, checks the common options and fills them in. Returns the answer to --help or --version.
    std::optional<Answer> parse(std::vector<std::string> arguments, std::string_view version);

private:
    void declare();
    void check() const;
    void fill();

    CommandLine& line_;
    CommonOptions& common_;
    std::string lang_;
    bool help_ = false;
    bool version_ = false;
    bool quiet_ = false;
    bool verbose_ = false;
};

} // namespace fieldgap::cli
