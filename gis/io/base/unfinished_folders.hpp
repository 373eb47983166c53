#pragma once
// What a process that was killed leaves behind: its folder of unfinished files, and files that got their names one without the other.

#include "gis/io/base/file_publication.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace gis {

inline constexpr std::string_view unfinished_prefix = ".unfinished-geopackage.";

/// Locks a folder that was just made, for as long as the number returned is open; -1 where the file system has no locks.
int lock_new_folder(const std::filesystem::path& folder);

/// Undoes publications broken off in `parent`, and removes the folders there whose process has ended. What cannot be told or removed stays.
void clear_dead_folders(const std::filesystem::path& parent);

/// Where the file is kept that the i-th one replaces.
std::filesystem::path kept_file(const std::filesystem::path& work, std::size_t i);

/// A file that gets its name together with others: enough to take the name away again, and from no other file.
struct NamedTogether
{
    std::filesystem::path made;
    std::filesystem::path target;
    ino_t inode = 0; ///< of what was made
};
std::vector<NamedTogether> named_together(const std::vector<Publication>& files);

/// Notes them down in `work`, for a later process. Throws WriteError.
void write_undo_list(const std::filesystem::path& work, const std::vector<NamedTogether>& files);

/// Puts back what was, unless the last file has its name: then all have.
void undo_publication(const std::filesystem::path& work, const std::vector<NamedTogether>& files) noexcept;

} // namespace gis
