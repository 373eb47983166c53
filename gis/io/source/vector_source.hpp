#pragma once
// What to read, and what the user says about it.

#include "gis/io/crs/source_crs.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gis {

/// Columns of a table that hold coordinates; empty texts where there are none.
struct CoordinateColumns
{
    std::string x;
    std::string y;
    std::string wkt;

    bool is_empty() const { return wkt.empty() && (x.empty() || y.empty()); }
};

/// What to read and what the user says about it. Empty texts mean: not said.
struct VectorSource
{
    std::string path; ///< a file, a folder, /vsizip/..; other /vsi and URLs only with `remote`
    std::string role; ///< the input's name in messages, such as `schools`
    std::string layer;
    std::string where; ///< OGR SQL filter
    std::string encoding;
    std::string crs; ///< any text that PROJ takes; replaces the layer's own
    WebDatum datum = WebDatum::none;
    bool swap_xy = false;           ///< the file has north or latitude first
    std::optional<Helmert> helmert; ///< from the file's local plane to that of `crs`
    CoordinateColumns coordinates;  ///< for tables: which columns hold them; goes before a geometry of the file's own
    CoordinateColumns (*find_coordinates)(const std::vector<std::string>& columns) = nullptr; ///< asked where neither is there
    std::optional<int> head_row; ///< for tables: the first row of the head (1-based), and how many it has, where the user says so
    std::optional<int> head_rows;
    bool (*is_known_heading)(const std::string& heading) = nullptr; ///< helps to find the head of a table
    bool remote = false;
    bool needs_crs = true; ///< false for tables that bring no geometry
};

} // namespace gis
