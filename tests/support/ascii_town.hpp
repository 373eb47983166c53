#pragma once
// Street networks drawn as text, so that a test's town can be seen.
//
//     S---+---V     letters and digits are named places, `+` is a corner without a name
//         |         `-` and `|` are streets, `=` and `:` the same as steps (along and up the page)
//     *===!         `!` is a corner that bars the way, `*` a crossing with signals
//     P~~~?         `~` and `;` are private ways (along and up the page), `?` is a corner that bars the way but for private ways
//
// A street runs from one place or corner to the next; it needs both. Every cell is `cell_m` wide and high. Places that no street touches
// are there too (sites beside the streets). The page lies around 117.2 E 39.1 N, north up, its middle at (0, 0) of the plane.

#include "gis/walking/bounded_search.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct MetresPerCell
{
    double metres = 1.0;
};

inline MetresPerCell metres_per_cell(double metres)
{
    return {metres};
}

class AsciiTown
{
public:
    AsciiTown(std::string_view page, MetresPerCell cell) : cell_m_(cell.metres), plane_(gis::Point{117.2, 39.1}), rows_(rows_of(page))
    {
        streets_.first_ref.push_back(0);
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            for (std::size_t column = 0; column < rows_[row].size(); ++column) {
                add_place(row, column);
            }
        }
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            for (std::size_t column = 0; column < rows_[row].size(); ++column) {
                add_street(row, column, 0, 1, "-=~");
                add_street(row, column, 1, 0, "|:;");
            }
        }
    }

    const gis::CityPlane& plane() const { return plane_; }
    const gis::Streets& streets() const { return streets_; }
    gis::WalkNetwork network() const { return gis::build_walk_network(streets_, plane_); }

    /// A named place, in the CityPlane and in degrees.
    gis::Point at(char name) const { return places_.at(name); }
    gis::Point degrees(char name) const { return plane_.to_degrees(places_.at(name)); }

    /// A point so many metres east and north of a named place, in the CityPlane.
    gis::Point beside(char name, double east_m, double north_m) const { return {at(name).x + east_m, at(name).y + north_m}; }

    /// Named places, each a site of one entry, joined to the network. A place without a street within `snap_m` has no access.
    static gis::SiteAccesses joined(const gis::WalkNetwork& network, const std::vector<gis::Point>& entries, double snap_m = 100.0)
    {
        const gis::EdgeIndex edges(network);
        gis::SiteAccesses sites;
        for (const gis::Point& entry : entries) {
            sites.add_site(edges.accesses(entry, snap_m));
        }
        return sites;
    }

    gis::SiteAccesses joined(const gis::WalkNetwork& network, std::string_view names, double snap_m = 100.0) const
    {
        std::vector<gis::Point> entries;
        for (const char name : names) {
            entries.push_back(at(name));
        }
        return joined(network, entries, snap_m);
    }

private:
    static bool is_place(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
    static bool is_corner(char c) { return is_place(c) || std::string_view("+!?*").find(c) != std::string_view::npos; }

    static std::uint8_t flags_of(char corner)
    {
        return corner == '!'   ? gis::node_barred
               : corner == '?' ? gis::node_private
               : corner == '*' ? std::uint8_t{gis::node_signal | gis::node_lights}
                               : std::uint8_t{0};
    }

    static std::vector<std::string> rows_of(std::string_view page)
    {
        std::vector<std::string> rows(1);
        for (const char c : page) {
            if (c == '\n') {
                rows.emplace_back();
            } else {
                rows.back().push_back(c);
            }
        }
        return rows;
    }

    char cell(std::size_t row, std::size_t column) const
    {
        return row < rows_.size() && column < rows_[row].size() ? rows_[row][column] : ' ';
    }

    gis::Point point_at(std::size_t row, std::size_t column) const
    {
        std::size_t widest = 0;
        for (const std::string& line : rows_) {
            widest = std::max(widest, line.size());
        }
        return {(static_cast<double>(column) - static_cast<double>(widest) / 2.0) * cell_m_,
                (static_cast<double>(rows_.size()) / 2.0 - static_cast<double>(row)) * cell_m_};
    }

    void add_place(std::size_t row, std::size_t column)
    {
        const char c = cell(row, column);
        if (!is_corner(c)) {
            return;
        }
        if (is_place(c) && !places_.emplace(c, point_at(row, column)).second) {
            throw std::invalid_argument(std::string("the place '") + c + "' is drawn twice");
        }
        nodes_.emplace(std::pair(row, column), static_cast<std::uint32_t>(streets_.node.size()));
        streets_.node.push_back(plane_.to_degrees(point_at(row, column)));
        streets_.node_flags.push_back(flags_of(c));
    }

    /// The street that begins at this corner and goes down or right over cells of one of the kinds: plain, steps, private.
    void add_street(std::size_t row, std::size_t column, std::size_t down, std::size_t right, std::string_view kinds)
    {
        const char kind = cell(row + down, column + right);
        if (!is_corner(cell(row, column)) || kinds.find(kind) == std::string_view::npos) {
            return;
        }
        std::size_t to_row = row + down;
        std::size_t to_column = column + right;
        while (cell(to_row, to_column) == kind) {
            to_row += down;
            to_column += right;
        }
        if (!is_corner(cell(to_row, to_column))) {
            throw std::invalid_argument("a street ends in nothing in row " + std::to_string(to_row));
        }
        streets_.ref.push_back(nodes_.at({row, column}));
        streets_.ref.push_back(nodes_.at({to_row, to_column}));
        streets_.first_ref.push_back(static_cast<std::uint32_t>(streets_.ref.size()));
        streets_.line_flags.push_back(kind == kinds[1] ? gis::line_steps : kind == kinds[2] ? gis::line_private : std::uint8_t{0});
        streets_.line_kind.push_back(0);
    }

    double cell_m_;
    gis::CityPlane plane_;
    std::vector<std::string> rows_;
    std::map<char, gis::Point> places_;
    std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> nodes_;
    gis::Streets streets_;
};
