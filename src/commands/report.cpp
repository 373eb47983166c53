#include "commands/report.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "quarter/read_quarter.hpp"
#include "report/page_template.hpp"
#include "report/quarter_json.hpp"
#include "report/report_data.hpp"
#include "report/report_page.hpp"
#include "workbook/workbook.hpp"

#include <algorithm>
#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

/// That of --lang, else the one in which the result was made.
words::Language page_language(const ReportOptions& options, const ReportData& data)
{
    const auto& settings = options.common.settings;
    const bool is_asked_for =
        std::any_of(settings.begin(), settings.end(), [](const std::string& setting) { return setting.starts_with("output.lang="); });
    return is_asked_for ? words::language() : words::language_named(data.language).value_or(words::Language::en);
}

void write_whole(const gis::GeoPackageTarget& target, const std::string& page)
{
    gis::make_folder_of(target);
    const fs::path file = gis::file_of(target);
    const gis::FolderBeside folder(file);
    const fs::path draft = folder.path() / file.filename();
    gis::write_file(draft, page);
    gis::sync_to_disk(draft);
    gis::throw_if_interrupted();
    gis::publish_files(folder, {{draft, file}}, target.overwrite ? gis::Existing::replace : gis::Existing::keep);
}

std::vector<gis::NamedFile> inputs_of(const ReportOptions& options)
{
    std::vector<gis::NamedFile> inputs = {{translate(Text::file_result), options.result_path}};
    if (options.register_path && !options.register_path->empty()) {
        inputs.push_back({translate(Text::quarter_file_register), *options.register_path});
    }
    return inputs;
}

std::optional<quarter::QuarterReport> read_quarter_of(const ReportOptions& options, cli::Log& log)
{
    if (!options.register_path) {
        return std::nullopt;
    }
    quarter::QuarterReport report = quarter::read_quarter(options.result_path, *options.register_path);
    if (report.is_of_other_run()) {
        log.warning(
            translate(Text::quarter_other_run, {*options.register_path, text_of(*report.last), options.result_path, report.day_of_result}));
    }
    return report;
}

} // namespace

void ReportOptions::declare(cli::CommandLine& line)
{
    line.word("RESULT", result_path, translate(Text::cli_help_report_result));
    line.text("-o,--output", "REPORT.html", output_path, translate(Text::cli_help_report_output));
    line.text("--xlsx", "OUT.xlsx", workbook_path, translate(Text::cli_help_run_xlsx));
    line.optional_text("--register", "[REGISTER.gpkg]", register_path, translate(Text::cli_help_report_register));
}

void ReportOptions::check(std::string_view name) const
{
    if (result_path.empty()) {
        const bool took_it = register_path && !register_path->empty();
        throw gis::UsageError(took_it ? translate(Text::cli_report_register_first, {name, *register_path, name, *register_path})
                                      : translate(Text::cli_report_nothing, {name, name}));
    }
}

int carry_out(const ReportOptions& options, cli::Log& log)
{
    if (page_template().empty()) {
        throw gis::UsageError(translate(Text::report_not_built, {ReportOptions::command}));
    }
    if (options.common.has_set) {
        log.warning(translate(Text::cli_set_unused, {ReportOptions::command}));
    }
    Invocation call(ReportOptions::command, options.common, log);
    const std::string output =
        options.output_path.empty() ? fs::path(options.result_path).replace_extension(".html").string() : options.output_path;
    const gis::GeoPackageTarget target{output, options.common.overwrite, "", 0, false};
    const WorkbookTarget workbook{options.workbook_path, options.common.overwrite, timestamp_s()};
    std::vector<gis::NamedFile> outputs = {{translate(Text::file_output), output}};
    if (!workbook.path.empty()) {
        outputs.push_back({translate(Text::file_workbook), workbook.path});
    }
    call.admit(inputs_of(options), outputs);
    gis::check_target(target);
    if (!workbook.path.empty()) {
        check_workbook_target(workbook);
    }

    call.step(Text::step_read_result, 60);
    const auto quarter = read_quarter_of(options, log);
    const ReportData data = read_report_data(options.result_path, quarter ? quarter_json(*quarter) : std::string());
    call.step(Text::step_page, workbook.path.empty() ? 99 : 80);
    const words::Language language = page_language(options, data);
    write_whole(target, report_page(data, language));
    if (!workbook.path.empty()) {
        call.step(Text::step_workbook, 99);
        words::set_language(language); // it speaks as the page does
        write_workbook(options.result_path, workbook, {}, quarter ? &*quarter : nullptr);
    }
    call.end_steps();
    log.info(translate(Text::run_written, {output}));
    return static_cast<int>(cli::ExitCode::done);
}

} // namespace fieldgap
