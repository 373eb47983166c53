#pragma once
// Sites without gates whose outlines touch are 0 s apart (docs/rules.md rule 6).

#include "domain/walk/group_entries.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

inline constexpr double touch_m = 0.01; ///< outlines so near touch

/// Polygons that are entered by their outline, site by site; none of those that take no part. Borrowed from the City.
struct OpenOutlines
{
    std::vector<const gis::Polygon*> polygon;
    std::vector<gis::Box> box;
    std::vector<std::uint32_t> owner; ///< of each polygon: position of its site

    OpenOutlines(const std::vector<Entries>& sites, const std::vector<bool>& takes_part);
};

struct TouchingPair
{
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

/// Pairs of sites with polygons that come within 1 cm or overlap, by a, then b. `same_list`: no site touches itself.
std::vector<TouchingPair> touching_pairs(const OpenOutlines& a, const OpenOutlines& b, bool same_list);

/// The closest two entries as a line of two points; both `fallback` where one site has none.
gis::Line touching_line(const std::vector<gis::Point>& a, const std::vector<gis::Point>& b, gis::Point fallback);

} // namespace fieldgap
