#include "commands/init.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/geopackage/geopackage.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "layers/draft/draft_city.hpp"
#include "layers/draft/draft_input.hpp"
#include "layers/draft/draft_sections.hpp"
#include "layers/guess/survey.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

fs::path absolute(const std::string& path)
{
    std::error_code error;
    const fs::path found = fs::absolute(path, error);
    const fs::path normal = (error ? fs::path(path) : found).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

bool is_config(const fs::path& path)
{
    std::error_code error;
    return path.extension() == ".toml" && !fs::is_directory(path, error);
}

/// A file's name up to its first dot.
std::string bare_name(const fs::path& path)
{
    const std::string name = path.filename().string();
    const std::size_t dot = name.find('.', 1);
    return name.substr(0, dot);
}

bool says_nothing(const std::string& name)
{
    const std::set<std::string> common = {"data",   "gis",    "shp",   "shape",    "shapes", "input",
                                          "inputs", "layers", "files", "download", "数据"};
    return common.contains(words::lower_ascii(name));
}

/// `heping_district` as `Heping District`; of a folder `data` the name of the one above it.
std::string city_name_of(fs::path path)
{
    while (says_nothing(bare_name(path)) && path.has_parent_path() && path.parent_path() != path.root_path()) {
        path = path.parent_path();
    }
    std::string name = bare_name(path);
    bool begins = true;
    for (char& letter : name) {
        letter = letter == '_' || letter == '-' ? ' ' : letter;
        letter = begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(letter))) : letter;
        begins = letter == ' ';
    }
    return words::valid_utf8(name);
}

/// What is to be looked at, and the config among it.
struct Request
{
    std::vector<fs::path> paths;
    Answers answers;
    fs::path config; ///< the one given, or empty
};

bool is_under(const fs::path& path, const fs::path& above)
{
    const fs::path relative = path.lexically_relative(above);
    return !relative.empty() && *relative.begin() != "..";
}

void add_named_input(const std::string& path, Request& request)
{
    const fs::path file = (request.config.parent_path() / path).lexically_normal();
    std::error_code error;
    const bool is_seen =
        std::any_of(request.paths.begin(), request.paths.end(), [&](const fs::path& seen) { return is_under(file, seen); });
    if (!path.starts_with("/vsi") && !is_seen && fs::exists(file, error)) {
        request.paths.push_back(file);
    }
}

/// Files that a config names, but for those in what is looked at anyway and those that are not there.
void add_named_inputs(Request& request)
{
    for (const std::string& key : request.answers.keys()) {
        const bool is_of_input = key.starts_with("inputs.") && key.ends_with(".path");
        for (const std::string& path : is_of_input ? request.answers.texts(key) : std::vector<std::string>()) {
            add_named_input(path, request);
        }
    }
}

Request request_of(const InitOptions& options)
{
    Request request;
    for (const std::string& written : options.paths) {
        const fs::path path = absolute(written);
        if (!is_config(path)) {
            request.paths.push_back(path);
        } else if (request.config.empty()) {
            request.config = path;
            request.answers = Answers(path, options.common.settings);
        } else {
            throw gis::UsageError(translate(Text::init_two_configs, {request.config.string(), path.string()}));
        }
    }
    const auto& before = request.answers.looked_at();
    request.paths.insert(request.paths.end(), before.begin(), before.end());
    add_named_inputs(request);
    std::sort(request.paths.begin(), request.paths.end());
    request.paths.erase(std::unique(request.paths.begin(), request.paths.end()), request.paths.end());
    return request;
}

fs::path output_of(const InitOptions& options, const Request& request)
{
    if (!options.output_path.empty()) {
        return absolute(options.output_path);
    }
    return request.config.empty() ? absolute(bare_name(absolute(options.paths.front())) + ".toml") : request.config;
}

/// What is looked at, and the config that is asked to be looked at again, unless it is to be written anew.
std::vector<gis::NamedFile> inputs_of(const Request& request, const fs::path& output)
{
    std::vector<gis::NamedFile> files;
    for (const fs::path& path : request.paths) {
        files.push_back({"FILE|DIR", path.string()});
    }
    if (!request.config.empty() && request.config != output) {
        files.push_back({translate(Text::file_config), request.config.string()});
    }
    return files;
}

/// The config as it is to be written to `file`: its result must not take the place of an input.
Draft draft_of(const Survey& seen, const Request& request, const std::vector<gis::NamedFile>& inputs, const fs::path& file)
{
    const fs::path& named_after = request.paths.empty() ? request.config : request.paths.front();
    Draft draft = draft_city(seen, request.answers, file.parent_path(), city_name_of(named_after));
    const std::string result = fs::path(file).replace_extension(".gpkg").string();
    if (!request.answers.text("output.path") && gis::is_one_of(inputs, result)) {
        add_output_path(draft, fs::path(result).filename().replace_extension(".result.gpkg").string());
    }
    for (const fs::path& path : request.paths) {
        draft.looked_at.push_back(written_path(path.string(), file.parent_path()));
    }
    return draft;
}

void write_whole(const fs::path& file, const std::string& text, gis::Existing existing)
{
    const gis::FolderBeside folder(file);
    const fs::path draft = folder.path() / file.filename();
    gis::write_file(draft, text);
    gis::sync_to_disk(draft);
    gis::publish_files(folder, {{draft, file}}, existing);
}

void say_questions(const std::vector<std::string>& questions, const std::string& file, cli::Log& log)
{
    if (questions.empty()) {
        return log.info(translate(Text::init_written, {file, file}));
    }
    log.warning(translate(Text::init_written_open, {file, questions.size()}));
    for (const std::string& question : questions) {
        log.warning(question);
    }
}

} // namespace

void InitOptions::declare(cli::CommandLine& line)
{
    line.words("FILE|DIR", paths, translate(Text::cli_help_init_paths));
    line.text("-o,--output", "CITY.toml", output_path, translate(Text::cli_help_init_output));
}

void InitOptions::check(std::string_view) const
{
    if (paths.empty()) {
        throw gis::UsageError(translate(Text::cli_init_nothing));
    }
}

int carry_out(const InitOptions& options, cli::Log& log)
{
    Invocation call(InitOptions::command, options.common, log);
    const Request request = request_of(options);
    if (const auto language = words::language_named(request.answers.text("output.lang").value_or(""))) {
        words::set_language(*language);
    }
    if (request.config.empty() && options.common.has_set) {
        log.warning(translate(Text::cli_set_unused, {InitOptions::command}));
    }
    const fs::path file = output_of(options, request);
    const gis::GeoPackageTarget target{file.string(), options.common.overwrite, "", 0, false};
    const std::vector<gis::NamedFile> inputs = inputs_of(request, file);
    call.admit(inputs, {{translate(Text::file_config), file.string()}});
    gis::check_target(target);
    call.step(Text::step_read, 80);
    const Survey seen = survey(request.paths, options.common.threads);
    call.step(Text::step_guess, 95);
    const Draft draft = draft_of(seen, request, inputs, file);
    gis::throw_if_interrupted();
    gis::make_folder_of(target);
    write_whole(file, config_text(draft), options.common.overwrite ? gis::Existing::replace : gis::Existing::keep);
    call.end_steps();
    for (const PassedOver& passed : seen.passed_over) {
        log.detail(translate(Text::init_passed_over, {passed.path, passed.reason}));
    }
    say_questions(questions_of(draft), file.string(), log);
    return static_cast<int>(cli::ExitCode::done);
}

} // namespace fieldgap
