#pragma once
// Read the city (or take it as it was prepared), read the sites, screen them, write.

#include "commands/invocation.hpp"
#include "words/words.hpp"

#include <optional>

namespace fieldgap {

/// `fieldgap screen CITY.toml --sites FILE | --site TEXT [--households N] [--prepared FILE] [-o OUT.gpkg] [--json]`: the verdicts on
/// stdout. Output: NAME.sites.gpkg.
struct ScreenOptions : CityOptions
{
    static constexpr std::string_view command = "screen";
    static constexpr words::Text about = words::Text::cli_about_screen;

    std::string sites_path; ///< either this or site_text
    std::string site_text;
    std::optional<std::uint64_t> households, population; ///< of site_text
    std::string prepared_path;                           ///< empty: the city is read

    void declare(cli::CommandLine& line);
    void check(std::string_view name) const;
};

int carry_out(const ScreenOptions& options, cli::Log& log);

} // namespace fieldgap
