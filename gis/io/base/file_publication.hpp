#pragma once
// Files that appear whole or not at all: made in a folder of their own beside the target, synced, then renamed.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace gis {

/// A new folder beside a file, with a name that nothing else has, locked as long as this process lives. It goes away, with all that is in
/// it, when this does; those of processes that were killed go away when a later one makes its own there.
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
    int lock_ = -1; ///< of the file `lock` in it
};

/// Removes the folders of this process that are there yet: for a process that ends without unwinding (cli/interrupt.hpp). Waits for a
/// publication that has begun. From any thread.
void remove_unfinished_folders();

/// Writes bytes to a new file. Throws WriteError.
void write_file(const std::filesystem::path& file, const std::string& bytes);

/// Brings a file's or folder's content to the disk. Throws WriteError, for a full disk may show only here.
void sync_to_disk(const std::filesystem::path& path);

/// What becomes of a file that has the target's name already.
enum class Existing : std::uint8_t { keep, replace };

struct Publication
{
    std::filesystem::path made; ///< synced, in the folder beside the targets
    std::filesystem::path target;
};

/// Gives files, all made in `work`, their names: all of them or none, also where this process is killed in the middle (then the next one
/// that makes a FolderBeside there puts back what was). Of several runs that want one new name, one gets it. Throws WriteError:
/// `output_exists` where a name is taken that is to be kept.
void publish_files(const FolderBeside& work, const std::vector<Publication>& files, Existing existing);

} // namespace gis
