#pragma once
// A layer of a result as JSON, column by column: names of columns stand once, and like stands beside like, which deflates well.

#include "gis/io/geopackage/geopackage.hpp"
#include "gis/io/merging/sqlite_connection.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace fieldgap {

/// Text as JSON; what is no UTF-8 is replaced.
std::string json_text(const std::string& text);

/// To four places: nothing on the page is shown to more; null where it is not finite.
std::string json_number(double value);

class LayerColumns
{
public:
    explicit LayerColumns(const std::vector<gis::Column>& columns);

    /// The columns' cells of a row from position `first` on.
    void add(const gis::SqliteStatement& row, int first);
    std::size_t rows() const { return rows_; }

    /// {"school_id":[..],"name":[..]}
    std::string json() const;

private:
    struct Filled
    {
        gis::Column column;
        std::string cells; ///< joined by commas
    };

    std::vector<Filled> columns_;
    std::size_t rows_ = 0;
};

} // namespace fieldgap
