#pragma once
// Sites without gates whose outlines touch are 0 s apart (docs/rules.md rule 6).

#include "domain/walk/entry.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// The outlines of sites that are entered by their outline. Borrowed from the City.
struct OpenOutlines
{
    std::vector<Site> site; ///< no outlines where a site has gates or takes no part
    std::vector<gis::Box> box;
    std::vector<std::uint32_t> owner; ///< of each box

    void add(const Site& of_site, bool takes_part);
};

struct TouchingPair
{
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

/// Pairs whose outlines come within 1 cm or overlap, by a, then b. `same_list`: no site touches itself.
std::vector<TouchingPair> touching_pairs(const OpenOutlines& a, const OpenOutlines& b, bool same_list);

/// The closest two entries as a line of two points; both `fallback` where one site has none.
gis::Line touching_line(const std::vector<gis::Point>& a, const std::vector<gis::Point>& b, gis::Point fallback);

} // namespace fieldgap
