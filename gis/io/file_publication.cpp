#include "gis/io/file_publication.hpp"

#include "gis/error.hpp"
#include "words/words.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <mutex>
#include <set>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace gis {
namespace {

using words::Text;

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& why)
{
    throw WriteError(words::say(Text::output_not_written, {path.string(), why}));
}

/// The folders of this process that are there now.
struct Unfinished
{
    std::mutex mutex;
    std::set<std::filesystem::path> folders;
};

Unfinished& unfinished()
{
    static Unfinished all;
    return all;
}

} // namespace

FolderBeside::FolderBeside(const std::filesystem::path& target)
{
    std::string name = (target.parent_path() / ".unfinished-geopackage.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        fail(target, std::strerror(errno));
    }
    path_ = name;
    const std::lock_guard lock(unfinished().mutex);
    unfinished().folders.insert(path_);
}

FolderBeside::~FolderBeside()
{
    const std::lock_guard lock(unfinished().mutex);
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
    unfinished().folders.erase(path_);
}

void remove_unfinished_folders()
{
    const std::lock_guard lock(unfinished().mutex);
    for (const std::filesystem::path& folder : unfinished().folders) {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
}

void write_file(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        fail(file, std::strerror(errno));
    }
}

void sync_to_disk(const std::filesystem::path& path)
{
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && fsync(file) == 0;
    const int error = errno;
    if (file >= 0) {
        close(file);
    }
    // Some file systems of servers cannot sync a folder and say so with EINVAL: the rename stands all the same.
    if (!synced && error != EINVAL) {
        fail(path, std::strerror(error));
    }
}

void publish_file(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error) {
        fail(to, error.message());
    }
}

} // namespace gis
