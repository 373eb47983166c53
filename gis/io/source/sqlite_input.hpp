#pragma once
// SQLite files (GeoPackage, SpatiaLite) as their last finished edit left them, without a byte of theirs changed.

#include "gis/io/source/vector_source.hpp"

#include <memory>
#include <string>
#include <vector>

namespace gis {

class FolderBeside;

/// The files beside an SQLite file that hold edits of it which are not in the file itself yet, or not taken back yet; of any path.
std::vector<std::string> pending_edits(const std::string& path);

/// Where edits are pending, a private copy in which they are settled, gone with this; else the file itself.
class SqliteInput
{
public:
    /// Of any file; other files than SQLite's are left as they are. Throws Error where the copy cannot be made, or the file is written
    /// to all the while.
    SqliteInput(const VectorSource& source, const std::string& path);
    ~SqliteInput();
    SqliteInput(const SqliteInput&) = delete;
    SqliteInput& operator=(const SqliteInput&) = delete;

    /// What is to be opened.
    const std::string& path() const { return path_; }
    /// True where opening it in the common way would make files beside it: SQLite is to take it for unchangeable.
    bool is_immutable() const { return is_immutable_; }

private:
    void copy_with(const VectorSource& source, const std::vector<std::string>& edits);
    void settle(const VectorSource& source) const;

    std::string path_;
    bool is_immutable_ = false;
    std::unique_ptr<FolderBeside> folder_;
};

} // namespace gis
