#include "layers/input/local_inputs.hpp"

#include "gis/error.hpp"
#include "gis/io/base/file_publication.hpp"
#include "gis/io/source/remote_copy.hpp"
#include "gis/io/source/source_path.hpp"
#include "layers/input/input_files.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace fieldgap {
namespace {

std::unique_ptr<gis::FolderBeside> folder_for(const gis::VectorSource& source)
{
    try {
        return std::make_unique<gis::FolderBeside>(std::filesystem::temp_directory_path() / "inputs");
    } catch (const gis::Interrupted&) {
        throw;
    } catch (const std::exception& problem) {
        throw gis::Error(words::translate(words::Text::source_not_fetched, {source.role, gis::shown(source), problem.what()}));
    }
}

/// In the order in which a config is read.
std::vector<std::string*> paths_in(InputSpec& spec)
{
    std::vector<std::string*> paths = {&spec.source.path};
    for (std::string& path : spec.further_paths) {
        paths.push_back(&path);
    }
    return paths;
}

} // namespace

LocalInputs::LocalInputs(Config config) : config_(std::move(config))
{
    for (auto& [role, spec] : config_.inputs) {
        const std::vector<std::string*> paths = paths_in(spec);
        const bool has_remote_file = std::any_of(paths.begin(), paths.end(), [](const auto* path) { return gis::is_remote_file(*path); });
        if (!is_read(config_, role) || !has_remote_file) {
            continue;
        }
        gis::VectorSource source = spec.source;
        for (std::string* path : paths) {
            source.path = *path;
            *path = here(source);
        }
        spec.source.copies_in = folder_->path().string();
        spec.source.remote = std::any_of(paths.begin(), paths.end(), [](const auto* path) { return gis::is_remote(*path); });
    }
}

LocalInputs::~LocalInputs() = default;

std::string LocalInputs::here(const gis::VectorSource& source)
{
    if (!gis::is_remote_file(source.path)) {
        return source.path;
    }
    folder_ = folder_ ? std::move(folder_) : folder_for(source);
    gis::copy_here(source, folder_->path());
    return gis::copied_path(source.path, folder_->path());
}

} // namespace fieldgap
