#pragma once
// A GeoPackage whose layers go into another one. It may be damaged, or not what it seems: nothing of it is believed unseen.

#include "gis/io/crs/crs.hpp"
#include "gis/io/merging/sqlite_connection.hpp"
#include "gis/io/source/sqlite_input.hpp"
#include "gis/io/source/sqlite_patience.hpp"
#include "words/value.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gis {

/// A layer as the file describes it. Its columns are those behind `fid` and `geom`.
struct InputLayer
{
    LayerSchema schema;
    std::int64_t srs_id = 0; ///< the number of its system in this file
};

/// Every function throws Error, naming the file, where it is damaged or holds what this program does not write.
class MergeInput
{
public:
    /// Opens the file; edits beside it that are not in it yet are seen, and nothing of it changes.
    explicit MergeInput(const std::string& path);
    MergeInput(const MergeInput&) = delete;
    MergeInput& operator=(const MergeInput&) = delete;

    const std::string& path() const { return path_; }
    /// In the order in which they stand in the file; all whose names and columns may go into SQL.
    const std::vector<InputLayer>& layers() const { return layers_; }
    bool has(const std::string& layer) const;
    /// The first document in gpkg_metadata; empty where there is none.
    std::string metadata() const;
    /// The system that layers of the file name by this number.
    Crs crs_of(std::int64_t srs_id) const;

    /// Throws where pages of the layer contradict each other: rows of such pages may vanish without an error.
    void check_pages(const std::string& layer) const;

    /// All rows of a layer, in its order: `fid`, `geom` (NULL where it has none), then these columns (NULL where it has not got one).
    SqliteStatement rows(const LayerSchema& layer, const std::vector<Column>& columns) const;
    /// A row came: the patience with the file begins anew.
    void row_came() { patience_.renew(); }

    [[noreturn]] void refuse(words::Text what, const std::string& value) const;

private:
    void read_layers();
    bool is_table(const std::string& name) const;
    std::vector<Column> columns_of(const std::string& layer, bool has_geometry) const;

    std::string path_;
    SqliteInput file_;
    SqlitePatience patience_;
    SqliteConnection connection_;
    std::vector<InputLayer> layers_;
};

} // namespace gis
