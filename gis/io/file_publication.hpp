#pragma once
// Files that appear whole or not at all: made in a folder of their own beside the target, synced, then renamed.

#include <filesystem>
#include <string>

namespace gis {

/// A new folder beside a file, with a name that nothing else has. It goes away, with all that is in it, when this does.
class FolderBeside
{
public:
    /// Throws WriteError when it cannot be made.
    explicit FolderBeside(const std::filesystem::path& target);
    ~FolderBeside();
    FolderBeside(const FolderBeside&) = delete;
    FolderBeside& operator=(const FolderBeside&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Removes the folders of this process that are there yet: for a process that ends without unwinding (cli/interrupt.hpp). From any thread.
void remove_unfinished_folders();

/// Writes bytes to a new file. Throws WriteError.
void write_file(const std::filesystem::path& file, const std::string& bytes);

/// Brings a file's or folder's content to the disk. Throws WriteError, for a full disk may show only here.
void sync_to_disk(const std::filesystem::path& path);

/// Renames over `to`, in one step. Throws WriteError.
void publish_file(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace gis
