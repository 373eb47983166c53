#include "batch/out_folder.hpp"

#include "gis/error.hpp"
#include "words/words.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

constexpr std::string_view lock_name = ".batch.lock";

void make_folder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder, error)) {
        throw gis::WriteError(translate(Text::batch_folder_not_made, {folder.string(), error ? error.message() : std::strerror(ENOTDIR)}));
    }
}

std::string absolute(const std::string& path)
{
    std::error_code error;
    const fs::path found = fs::absolute(path, error).lexically_normal();
    return error ? path : (found.has_filename() ? found : found.parent_path()).string();
}

} // namespace

OutFolder::OutFolder(const std::string& path) : path_(absolute(path))
{
    make_folder(path_);
    const std::string file = (fs::path(path_) / lock_name).string();
    lock_ = std::make_unique<gis::Descriptor>(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (lock_->number() < 0) {
        throw gis::WriteError(translate(Text::batch_folder_not_made, {path_, std::strerror(errno)}));
    }
    // Where the file system has no locks, two batches on one folder cannot be told.
    if (flock(lock_->number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        throw gis::WriteError(translate(Text::batch_folder_taken, {path_}));
    }
}

OutFolder OutFolder::only_named(const std::string& path)
{
    OutFolder folder;
    folder.path_ = absolute(path);
    return folder;
}

std::string OutFolder::journal() const
{
    return (fs::path(path_) / "batch.sqlite").string();
}

std::string OutFolder::all() const
{
    return (fs::path(path_) / "all.gpkg").string();
}

std::string OutFolder::pieces() const
{
    return (fs::path(path_) / ".pieces").string();
}

std::string OutFolder::log_of_cut(std::size_t map) const
{
    return (fs::path(pieces()) / ("cut-" + std::to_string(map + 1) + ".log")).string();
}

std::string OutFolder::folder_of(const std::string& city) const
{
    return (fs::path(path_) / city).string();
}

std::string OutFolder::result_of(const std::string& city) const
{
    return (fs::path(path_) / city / (city + ".gpkg")).string();
}

std::string OutFolder::log_of(const std::string& city) const
{
    return (fs::path(path_) / city / (city + ".log")).string();
}

void OutFolder::make_pieces_folder() const
{
    make_folder(pieces());
}

void OutFolder::make_folder_of(const std::string& city) const
{
    make_folder(folder_of(city));
}

bool OutFolder::has_journal() const
{
    std::error_code error;
    return fs::exists(journal(), error);
}

} // namespace fieldgap
