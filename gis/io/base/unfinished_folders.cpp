#include "gis/io/base/unfinished_folders.hpp"

#include "gis/io/base/descriptor.hpp"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gis {
namespace {

namespace fs = std::filesystem;

// The lock gets this name only once it is held: a folder without it is being made just now, or is of a version without locks.
constexpr const char* lock_name = "lock";
constexpr const char* new_lock_name = "lock.new";
constexpr const char* undo_list_name = "undo";
constexpr std::chrono::hours surely_dead{24};

bool is_ours(const fs::path& folder)
{
    struct stat status = {};
    return lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && (status.st_uid == geteuid() || geteuid() == 0);
}

bool is_old(const fs::path& folder)
{
    std::error_code error;
    const auto changed = fs::last_write_time(folder, error);
    return !error && fs::file_time_type::clock::now() - changed > surely_dead;
}

/// 0 where there is no file.
ino_t inode_of(const fs::path& file)
{
    struct stat status = {};
    return lstat(file.c_str(), &status) == 0 ? status.st_ino : 0;
}

std::vector<NamedTogether> undo_list_of(const fs::path& work)
{
    std::ifstream file(work / undo_list_name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::string> texts;
    for (std::size_t begin = 0, end = 0; (end = bytes.find('\0', begin)) != std::string::npos; begin = end + 1) {
        texts.push_back(bytes.substr(begin, end - begin));
    }
    std::vector<NamedTogether> files;
    for (std::size_t i = 0; i + 2 < texts.size(); i += 3) {
        // Only names beside the folder itself: whatever else stands there was not written by us.
        files.push_back({work / fs::path(texts[i]).filename(), work.parent_path() / fs::path(texts[i + 1]).filename(),
                         std::strtoull(texts[i + 2].c_str(), nullptr, 10)});
    }
    return files;
}

void clear_folder(const fs::path& folder)
{
    const Descriptor lock(open((folder / lock_name).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    const bool is_dead = lock.number() >= 0 ? flock(lock.number(), LOCK_EX | LOCK_NB) == 0 : is_old(folder);
    if (is_dead) {
        undo_publication(folder, undo_list_of(folder));
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
}

} // namespace

int lock_new_folder(const fs::path& folder)
{
    const int lock = open((folder / new_lock_name).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    std::error_code ignored;
    if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0) {
        fs::rename(folder / new_lock_name, folder / lock_name, ignored);
    }
    return lock;
}

void clear_dead_folders(const fs::path& parent)
{
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator entry(parent, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().filename().string().starts_with(unfinished_prefix) && is_ours(entry->path())) {
            folders.push_back(entry->path());
        }
    }
    for (const fs::path& folder : folders) {
        clear_folder(folder);
    }
}

fs::path kept_file(const fs::path& work, std::size_t i)
{
    return work / ("kept." + std::to_string(i));
}

std::vector<NamedTogether> named_together(const std::vector<Publication>& files)
{
    std::vector<NamedTogether> named;
    for (const Publication& file : files) {
        named.push_back({file.made, file.target, inode_of(file.made)});
    }
    return named;
}

void write_undo_list(const fs::path& work, const std::vector<NamedTogether>& files)
{
    std::string bytes;
    for (const NamedTogether& file : files) {
        bytes += file.made.filename().string() + '\0' + file.target.filename().string() + '\0' + std::to_string(file.inode) + '\0';
    }
    const fs::path draft = work / "undo.new";
    write_file(draft, bytes);
    sync_to_disk(draft);
    std::error_code ignored;
    fs::rename(draft, work / undo_list_name, ignored);
}

void undo_publication(const fs::path& work, const std::vector<NamedTogether>& files) noexcept
{
    if (files.empty() || inode_of(files.back().made) == 0) {
        return;
    }
    for (std::size_t i = 0; i + 1 < files.size(); ++i) {
        const ino_t there = inode_of(files[i].target);
        const bool is_made = there == files[i].inode;
        std::error_code error;
        if (inode_of(kept_file(work, i)) != 0 && (is_made || there == 0)) {
            fs::rename(kept_file(work, i), files[i].target, error);
        } else if (is_made) {
            fs::remove(files[i].target, error);
        }
    }
}

} // namespace gis
