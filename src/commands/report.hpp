#pragma once
// A result as one page for a browser.

#include "commands/invocation.hpp"
#include "words/words.hpp"

#include <optional>
#include <string>

namespace fieldgap {

/// `fieldgap report OUT.gpkg [-o REPORT.html] [--xlsx OUT.xlsx] [--register [REGISTER.gpkg]]`
struct ReportOptions
{
    static constexpr std::string_view command = "report";
    static constexpr words::Text about = words::Text::cli_about_report;

    cli::CommonOptions common;
    std::string result_path;
    std::string output_path;                  ///< empty: the result's name with .html
    std::string workbook_path;                ///< empty: no workbook
    std::optional<std::string> register_path; ///< absent: no quarter; empty: the result's own copies

    void declare(cli::CommandLine& line);
    void check(std::string_view name) const;
};

/// Throws gis::UsageError where the program was built without the page.
int carry_out(const ReportOptions& options, cli::Log& log);

} // namespace fieldgap
