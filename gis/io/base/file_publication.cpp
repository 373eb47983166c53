#include "gis/io/base/file_publication.hpp"

#include "gis/error.hpp"
#include "gis/io/base/descriptor.hpp"
#include "gis/io/base/unfinished_folders.hpp"
#include "words/words.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <mutex>
#include <set>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace gis {
namespace {

namespace fs = std::filesystem;
using words::Text;

[[noreturn]] void fail(const fs::path& path, const std::string& why)
{
    throw WriteError(words::translate(Text::output_not_written, {path.string(), why}));
}

/// The folders of this process that are there now. The mutex is held while files are published as well.
struct Unfinished
{
    std::mutex mutex;
    std::set<fs::path> folders;
};

Unfinished& unfinished()
{
    static Unfinished all;
    return all;
}

/// Keeps other processes from publishing in the same folder meanwhile. Where a file system has no such lock, the steps are still atomic
/// one by one.
class FolderLock
{
public:
    explicit FolderLock(const fs::path& folder) : folder_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        while (folder_.number() >= 0 && flock(folder_.number(), LOCK_EX) != 0 && errno == EINTR) {
        }
    }

private:
    Descriptor folder_;
};

/// Whether the file system knows no rename that spares what is there.
bool is_not_supported(int error)
{
    return error == EINVAL || error == ENOSYS || error == ENOTSUP || error == EPERM;
}

void rename_to_new_name(const Publication& file)
{
    const char* from = file.made.c_str();
    const char* to = file.target.c_str();
    bool done = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0;
    if (!done && is_not_supported(errno)) {
        done = link(from, to) == 0 && unlink(from) == 0;
    }
    if (!done && is_not_supported(errno)) { // neither: take the name with an empty file, then replace that
        const int taken = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        done = taken >= 0 && close(taken) == 0 && std::rename(from, to) == 0;
    }
    if (!done && errno == EEXIST) {
        throw WriteError(words::translate(Text::output_exists, {file.target.string()}));
    }
    if (!done) {
        fail(file.target, std::strerror(errno));
    }
}

void rename_over(const Publication& file)
{
    if (std::rename(file.made.c_str(), file.target.c_str()) != 0) {
        fail(file.target, std::strerror(errno));
    }
}

/// What undoing needs. The last file needs no copy: what fails there has not replaced it.
void keep_what_is_there(const fs::path& work, const std::vector<Publication>& files)
{
    for (std::size_t i = 0; i + 1 < files.size(); ++i) {
        const char* target = files[i].target.c_str();
        const fs::path kept = kept_file(work, i);
        const bool is_kept = link(target, kept.c_str()) == 0 || errno == ENOENT || std::rename(target, kept.c_str()) == 0;
        if (!is_kept) {
            fail(files[i].target, std::strerror(errno));
        }
    }
}

} // namespace

FolderBeside::FolderBeside(const fs::path& target)
{
    const fs::path parent = fs::absolute(target).parent_path(); // a bare name has none of its own
    clear_dead_folders(parent);
    std::string name = (parent / (std::string(unfinished_prefix) + "XXXXXX")).string();
    if (mkdtemp(name.data()) == nullptr) {
        fail(target, std::strerror(errno));
    }
    path_ = name;
    lock_ = lock_new_folder(path_);
    const std::lock_guard lock(unfinished().mutex);
    unfinished().folders.insert(path_);
}

FolderBeside::~FolderBeside()
{
    const std::lock_guard lock(unfinished().mutex);
    std::error_code ignored;
    fs::remove_all(path_, ignored);
    unfinished().folders.erase(path_);
    if (lock_ >= 0) {
        close(lock_);
    }
}

void remove_unfinished_folders()
{
    const std::lock_guard lock(unfinished().mutex);
    for (const fs::path& folder : unfinished().folders) {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
}

void write_file(const fs::path& file, const std::string& bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        fail(file, std::strerror(errno));
    }
}

void sync_to_disk(const fs::path& path)
{
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    const bool synced = file.number() >= 0 && fsync(file.number()) == 0;
    const int error = errno;
    // Some file systems of servers cannot sync a folder and say so with EINVAL: the rename stands all the same.
    if (!synced && error != EINVAL) {
        fail(path, std::strerror(error));
    }
}

void publish_files(const FolderBeside& work, const std::vector<Publication>& files, Existing existing)
{
    const std::lock_guard lock(unfinished().mutex);
    const FolderLock folder(work.path().parent_path());
    const std::vector<NamedTogether> together = named_together(files);
    if (files.size() > 1) {
        write_undo_list(work.path(), together);
    }
    try {
        if (existing == Existing::replace) {
            keep_what_is_there(work.path(), files);
        }
        for (const Publication& file : files) {
            existing == Existing::keep ? rename_to_new_name(file) : rename_over(file);
        }
    } catch (...) {
        undo_publication(work.path(), together);
        throw;
    }
    sync_to_disk(work.path().parent_path());
}

} // namespace gis
