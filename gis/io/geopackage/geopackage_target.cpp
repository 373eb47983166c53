#include "gis/io/geopackage/geopackage_target.hpp"
#include "gis/error.hpp"
#include "gis/io/geopackage/geopackage.hpp"
#include "words/words.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <unistd.h>

namespace gis {
namespace {

namespace fs = std::filesystem;
using words::Text;

void check_folder(const GeoPackageTarget& target, const fs::path& folder)
{
    std::error_code error;
    if (fs::is_directory(folder, error)) {
        if (access(folder.c_str(), W_OK | X_OK) != 0) {
            throw WriteError(words::translate(Text::output_folder_closed, {target.path, folder.string(), std::strerror(errno)}));
        }
    } else if (fs::exists(folder, error) || !fs::is_directory(folder.parent_path(), error)) {
        throw WriteError(words::translate(Text::output_no_folder, {target.path, folder.string()}));
    }
}

void check_file(const GeoPackageTarget& target, const fs::path& file)
{
    std::error_code error;
    const auto status = fs::status(file, error);
    if (!fs::exists(status)) {
        return;
    }
    if (!fs::is_regular_file(status)) {
        throw WriteError(words::translate(Text::output_no_file, {file.string()}));
    }
    if (!target.overwrite) {
        throw WriteError(words::translate(Text::output_exists, {file.string()}));
    }
}

/// SQLite would replay such a file into the new one.
void check_side_files(const fs::path& file)
{
    for (const char* ending : {"-wal", "-shm", "-journal"}) {
        const fs::path side = file.string() + ending;
        std::error_code error;
        if (fs::exists(fs::symlink_status(side, error))) {
            throw WriteError(words::translate(Text::output_open_elsewhere, {file.string(), side.filename().string()}));
        }
    }
}

} // namespace

fs::path file_of(const GeoPackageTarget& target)
{
    std::error_code error;
    const fs::path file = fs::weakly_canonical(fs::absolute(target.path, error), error);
    return error ? fs::path(target.path) : file;
}

fs::path project_file_of(const GeoPackageTarget& target)
{
    return file_of(target).replace_extension(".qgz");
}

void make_folder_of(const GeoPackageTarget& target)
{
    const fs::path folder = file_of(target).parent_path();
    std::error_code error;
    fs::create_directory(folder, error);
    if (error) {
        throw WriteError(words::translate(Text::output_folder_closed, {target.path, folder.string(), error.message()}));
    }
}

void check_target(const GeoPackageTarget& target)
{
    const fs::path file = file_of(target);
    if (target.path.empty() || !file.has_filename()) {
        throw WriteError(words::translate(Text::output_no_file, {target.path}));
    }
    check_folder(target, file.parent_path());
    check_file(target, file);
    check_side_files(file);
    if (target.with_project) {
        check_file(target, project_file_of(target));
    }
}

} // namespace gis
