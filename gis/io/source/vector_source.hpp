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
    std::string wkt;                    ///< of WKT, GeoJSON, or pairs such as `117.2,39.13`
    bool is_north_first = false;        ///< of pairs: latitude stands first
    std::optional<WebDatum> datum = {}; ///< what the headings say that the degrees are in: WGS 84 is `none`; nothing where they say nothing
    std::string datum_beside = {};      ///< the heading of the other coordinates that tell, where the columns' own do not

    bool is_empty() const { return wkt.empty() && (x.empty() || y.empty()); }
};

/// The head of a table and its first rows.
struct TableSample
{
    std::vector<std::string> columns;
    std::vector<std::vector<std::optional<std::string>>> rows; ///< as wide as `columns`
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
    bool is_datum_said = false;     ///< `datum` is the user's word, also where it is none
    bool swap_xy = false;           ///< the file has north or latitude first
    std::optional<Helmert> helmert; ///< from the file's local plane to that of `crs`
    CoordinateColumns coordinates;  ///< for tables: which columns hold them; goes before a geometry of the file's own
    /// Asked where neither is there, and for the datum of those that the user names.
    CoordinateColumns (*find_coordinates)(const TableSample& table, const CoordinateColumns& named) = nullptr;
    std::optional<int> head_row; ///< for tables: the first row of the head (1-based), and how many it has, where the user says so
    std::optional<int> head_rows;
    bool (*is_known_heading)(const std::string& heading) = nullptr; ///< helps to find the head of a table
    bool remote = false;
    std::string copies_in; ///< the folder in which the path is that of a copy: messages name the original
    bool needs_crs = true; ///< false for tables that bring no geometry
};

} // namespace gis
