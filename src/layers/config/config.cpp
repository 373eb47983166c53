#include "layers/config/config.hpp"

#include "gis/error.hpp"
#include "gis/io/source/source_path.hpp"
#include "layers/columns/columns.hpp"
#include "layers/columns/coordinate_columns.hpp"
#include "layers/config/config_json.hpp"
#include "layers/config/config_paths.hpp"
#include "layers/config/config_schema.hpp"
#include "layers/config/programme_keys.hpp"
#include "layers/config/programme_list.hpp"
#include "layers/config/template_paths.hpp"
#include "layers/config/tree/config_tree.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <filesystem>

namespace fieldgap {
namespace {

using config::Assignment;
using words::Text;
using words::translate;

constexpr std::string_view open_question = "?";

using Questions = std::vector<const Assignment*>;

void add_questions(const std::vector<Assignment>& assignments, Questions& questions);

void add_questions(const Assignment& assignment, Questions& questions)
{
    const auto* const text = std::get_if<std::string>(&assignment.value);
    const auto* const list = std::get_if<std::vector<std::string>>(&assignment.value);
    if ((text != nullptr && *text == open_question) ||
        (list != nullptr && std::find(list->begin(), list->end(), open_question) != list->end())) {
        questions.push_back(&assignment);
    }
    if (const auto* const tree = std::get_if<config::Tree>(&assignment.value)) {
        add_questions(tree->keys, questions);
    }
    if (const auto* const trees = std::get_if<std::vector<config::Tree>>(&assignment.value)) {
        for (const config::Tree& tree : *trees) {
            add_questions(tree.keys, questions);
        }
    }
}

void add_questions(const std::vector<Assignment>& assignments, Questions& questions)
{
    for (const Assignment& assignment : assignments) {
        add_questions(assignment, questions);
    }
}

bool is_open(const Assignment& assignment)
{
    Questions questions;
    add_questions(assignment, questions);
    return !questions.empty();
}

// Each is named in one go: a planner answers them all in one sitting.
void refuse_open_questions(const std::vector<Assignment>& assignments, const std::string& path)
{
    Questions open;
    add_questions(assignments, open);
    std::vector<std::string> questions;
    for (const Assignment* const question : open) {
        questions.push_back(translate(Text::config_question, {question->key, question->where}));
    }
    if (!questions.empty()) {
        throw gis::UsageError(translate(Text::config_open_questions, {path, words::joined(questions)}));
    }
}

void apply_all(const std::vector<Assignment>& assignments, Config& config)
{
    const config::Schema schema;
    for (const auto& assignment : assignments) {
        // A question in an unknown key is an unknown key first of all.
        if (!is_open(assignment) || !(schema.find(assignment.key) || assignment.key == config::programme_list)) {
            schema.apply(assignment, config);
        }
    }
    refuse_open_questions(assignments, config.path);
}

bool has_table(const std::vector<Assignment>& assignments, const std::string& name)
{
    return std::any_of(assignments.begin(), assignments.end(), [&name](const Assignment& assignment) { return assignment.key == name; });
}

void open_inputs(const std::vector<Assignment>& assignments, Config& config)
{
    for (const auto role : all_roles) {
        const bool has_key = role == Role::new_venues && has_table(assignments, config::candidates_key);
        if (has_key || has_table(assignments, "inputs." + std::string(name_of(role)))) {
            auto& source = config.inputs[role].source;
            source.role = name_of(role);
            source.needs_crs = role != Role::enrolment && role != Role::leases && role != Role::yields && role != Role::indicators;
        }
    }
}

void open_channels(const std::vector<Assignment>& assignments, Config& config)
{
    for (const auto channel : all_channels) {
        config.settings.channels[channel].on = has_table(assignments, "channels." + std::string(name_of(channel)));
    }
}

std::string column_or_nothing(const InputSpec& input, const std::string& name)
{
    const auto found = input.columns.find(name);
    return found == input.columns.end() ? "" : found->second;
}

void resolve_input(InputSpec& input, const std::string& folder, const std::string& path)
{
    auto& source = input.source;
    if (source.path.empty()) {
        throw gis::UsageError(translate(Text::config_path_missing, {path, source.role}));
    }
    for (const std::string& path_given : paths_of(input)) {
        input.written_paths.push_back(config::shown_path(path_given));
    }
    input.written_path = words::joined(input.written_paths);
    for (std::string& further : input.further_paths) {
        further = config::resolved(further, folder);
    }
    source.path = config::resolved(source.path, folder);
    source.coordinates = {column_or_nothing(input, "x"), column_or_nothing(input, "y"), column_or_nothing(input, "wkt")};
    source.is_known_heading = is_known_heading;
    source.find_coordinates = source.needs_crs ? coordinate_columns_of : nullptr;
    if (source.coordinates.x.empty() != source.coordinates.y.empty()) {
        throw gis::UsageError(translate(Text::config_x_without_y, {path, source.role}));
    }
}

/// A part of a transformation is none, and without the plane it leads to it has no place on the globe.
void refuse_half_helmert(const std::vector<Assignment>& assignments, const InputSpec& input, const std::string& path)
{
    if (!input.source.helmert) {
        return;
    }
    const std::string table = "inputs." + input.source.role + ".helmert";
    for (const char* const parameter : {"east_m", "north_m", "scale", "rotation_deg"}) {
        if (!has_table(assignments, table + "." + parameter)) {
            throw gis::UsageError(translate(Text::config_helmert_half, {path, table, parameter}));
        }
    }
    if (input.source.crs.empty()) {
        throw gis::UsageError(translate(Text::config_helmert_without_crs, {path, table, input.source.role}));
    }
}

void resolve_output(Config& config, const std::filesystem::path& file)
{
    const auto folder = file.parent_path();
    auto& path = config.output.path;
    path = path.empty() ? free_output_path((folder / file.stem()).string() + ".gpkg", config) : config::resolved(path, folder.string());
}

void refuse_missing_inputs(const Config& config, const std::string& path)
{
    const auto is_given = [&config](Role role) { return config.inputs.contains(role); };
    const auto& channels = config.settings.channels;
    if (!is_given(Role::schools)) {
        throw gis::UsageError(translate(Text::config_schools_missing, {path}));
    }
    const char* const walker = channels[Channel::rent].on    ? "[channels] rent"
                               : channels[Channel::share].on ? "[channels] share"
                               : is_given(Role::residential) ? "[inputs.residential]"
                                                             : nullptr;
    if (walker != nullptr && !is_given(Role::network)) {
        throw gis::UsageError(translate(Text::config_network_missing, {path, walker}));
    }
    if (config.settings.walk.slope && !is_given(Role::dem)) {
        throw gis::UsageError(translate(Text::config_dem_missing, {path}));
    }
}

/// Rates without years, or years that run backwards, would be no projection.
void refuse_half_projection(const std::vector<Assignment>& assignments, const Config& config, const std::string& path)
{
    const ProjectionSettings& projection = config.settings.projection;
    if (!has_table(assignments, "projection")) {
        return;
    }
    if (!projection.first_year || !projection.until) {
        throw gis::UsageError(translate(Text::config_projection_half, {path, projection.first_year ? "until" : "first_year"}));
    }
    if (*projection.until < *projection.first_year) {
        throw gis::UsageError(translate(Text::config_projection_backwards, {path, *projection.until, *projection.first_year}));
    }
}

/// The places are one file by one name, and how many are to be chosen says nothing without them.
void refuse_doubtful_candidates(const std::vector<Assignment>& assignments, const Config& config, const std::string& path)
{
    if (has_table(assignments, config::candidates_key) && has_table(assignments, "inputs.new_venues.path")) {
        throw gis::UsageError(translate(Text::config_candidates_twice, {path}));
    }
    const bool is_asked_for = std::any_of(assignments.begin(), assignments.end(),
                                          [](const Assignment& assignment) { return assignment.key.starts_with("new_venues."); });
    if (is_asked_for && !config.inputs.contains(Role::new_venues)) {
        throw gis::UsageError(translate(Text::config_candidates_missing, {path}));
    }
}

/// Without a day nothing can be said of what is overdue, and no clock is read.
void resolve_register(Config& config, const std::string& folder, const std::string& path)
{
    RegisterSpec& file = config.register_file;
    if (file.path.empty()) {
        return;
    }
    if (!config.settings.strike_off.as_of) {
        throw gis::UsageError(translate(Text::config_register_no_day, {path}));
    }
    file.written_path = config::shown_path(file.path);
    file.path = config::resolved(file.path, folder);
}

void refuse_budget_without_limit(const Config& config, const std::string& path)
{
    const AllocationSettings& allocation = config.settings.allocation;
    if (allocation.objective == Objective::budget && !allocation.budget_per_year) {
        throw gis::UsageError(translate(Text::config_budget_missing, {path}));
    }
}

/// The year for which figures of several years are taken.
std::optional<std::int64_t> year_of_run(const Settings& settings)
{
    const auto day = settings.day_of_run();
    return day ? std::optional<std::int64_t>(day->year) : settings.projection.first_year;
}

std::filesystem::path absolute(const std::string& path)
{
    std::error_code error;
    const auto found = std::filesystem::absolute(path, error);
    return (error ? std::filesystem::path(path) : found).lexically_normal();
}

} // namespace

std::vector<std::string> paths_of(const InputSpec& input)
{
    std::vector<std::string> paths = {input.source.path};
    paths.insert(paths.end(), input.further_paths.begin(), input.further_paths.end());
    return paths;
}

std::vector<gis::NamedFile> input_files_of(const Config& config)
{
    std::vector<gis::NamedFile> files;
    for (const auto& [role, input] : config.inputs) {
        for (const std::string& path : paths_of(input)) {
            files.push_back({"[inputs." + std::string(name_of(role)) + "]", path});
        }
    }
    return files;
}

std::string free_output_path(const std::string& path, const Config& config)
{
    return gis::is_one_of(input_files_of(config), path) ? std::filesystem::path(path).replace_extension(".result.gpkg").string() : path;
}

Config read_config(const std::string& path, const std::vector<std::string>& overrides, const std::string& city_folder)
{
    auto assignments = config::read_assignments(path, overrides);
    const auto file = absolute(path);
    const auto folder = city_folder.empty() ? file.parent_path() : absolute(city_folder);
    if (!city_folder.empty()) {
        config::fit_to_folder(assignments, city_folder);
    }
    Config config;
    config.path = path; // as the user knows it, for messages
    config.city_name = file.stem().string();
    open_inputs(assignments, config);
    open_channels(assignments, config);
    apply_all(assignments, config);
    refuse_doubtful_candidates(assignments, config, path);
    for (auto& [role, input] : config.inputs) {
        resolve_input(input, folder.string(), path);
        input.source.is_datum_said = has_table(assignments, "inputs." + input.source.role + ".datum");
        refuse_half_helmert(assignments, input, path);
        input.as_of = year_of_run(config.settings);
    }
    resolve_output(config, folder / file.filename());
    resolve_register(config, folder.string(), path);
    refuse_missing_inputs(config, path);
    refuse_half_projection(assignments, config, path);
    refuse_budget_without_limit(config, path);
    config::refuse_doubtful_programmes(assignments, config);
    config.path = file.string();
    config.as_json = config::as_json(config);
    return config;
}

} // namespace fieldgap
