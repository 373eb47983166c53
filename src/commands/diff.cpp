#include "commands/diff.hpp"

#include "cli/terminal.hpp"
#include "commands/tables/diff_page.hpp"
#include "domain/compare/comparison.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "layers/changes/change_layers.hpp"
#include "layers/changes/change_summary.hpp"
#include "layers/styles/styles.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

gis::GeoPackageTarget target_of(const DiffOptions& options)
{
    gis::GeoPackageTarget target;
    target.path = options.output_path;
    target.overwrite = options.common.overwrite;
    target.timestamp_s = timestamp_s();
    return target;
}

void admit(Invocation& call, const DiffOptions& options, const gis::GeoPackageTarget& target)
{
    std::vector<gis::NamedFile> outputs;
    if (!target.path.empty()) {
        outputs = {{translate(Text::file_output), target.path}, {translate(Text::file_project), gis::project_file_of(target).string()}};
    }
    call.admit({{translate(Text::file_old_result), options.old_path}, {translate(Text::file_new_result), options.new_path}}, outputs);
    if (!target.path.empty()) {
        gis::check_target(target);
    }
}

void write(const gis::GeoPackageTarget& target, const gis::CityPlane& plane, const ComparedPair& pair)
{
    gis::make_folder_of(target);
    gis::GeoPackage file(target, plane);
    write_changes(file, pair);
    file.metadata(change_provenance(FIELDGAP_VERSION, pair));
    file.styles(translate(Text::diff_title, {pair.after.facts.city}), change_styles());
    gis::throw_if_interrupted();
    file.publish();
}

} // namespace

void DiffOptions::declare(cli::CommandLine& line)
{
    line.word("OLD.gpkg", old_path, translate(Text::cli_help_diff_old));
    line.word("NEW.gpkg", new_path, translate(Text::cli_help_diff_new));
    line.text("-o,--output", "DIFF.gpkg", output_path, translate(Text::cli_help_diff_output));
    line.flag("--json", json, translate(Text::cli_help_diff_json));
}

void DiffOptions::check(std::string_view name) const
{
    if (old_path.empty() || new_path.empty()) {
        throw gis::UsageError(translate(Text::cli_diff_nothing, {name, name}));
    }
}

int carry_out(const DiffOptions& options, cli::Log& log)
{
    if (options.common.has_set) {
        log.warning(translate(Text::cli_set_unused, {DiffOptions::command}));
    }
    Invocation call(DiffOptions::command, options.common, log);
    gis::GeoPackageTarget target = target_of(options);
    admit(call, options, target);

    call.step(Text::step_read_result, 50);
    ReadResult before = read_result(options.old_path);
    ReadResult after = read_result(options.new_path);
    const gis::CityPlane plane(middle_of(after.values.schools.empty() ? before.values : after.values));
    bring_to_plane(before.values, plane);
    bring_to_plane(after.values, plane);
    call.step(Text::step_diff, 95);
    const auto differing = differences(before.facts, after.facts);
    const Comparison compared = comparison(before.values, after.values);
    const ComparedPair pair{before, after, compared, differing};
    for (const ResultDifference& difference : differing) {
        log.warning(difference.sentence);
    }
    if (!target.path.empty()) {
        call.step(Text::step_write, 99);
        target.crs = after.crs;
        write(target, plane, pair);
    }
    call.end_steps();
    if (options.json) {
        cli::print(change_json(pair));
    } else if (options.common.loudness != cli::Loudness::quiet) {
        cli::print_page(diff_page(pair));
    }
    if (!target.path.empty()) {
        log.info(translate(Text::run_written, {target.path}));
    }
    return static_cast<int>(cli::ExitCode::done);
}

} // namespace fieldgap
