#pragma once
// The members of the values of a City, one by one, so that all of them can be kept in a file. A count that does not fit its struct does not
// compile: nobody can add a member and forget it here. What can be copied as bytes needs no entry.

#include "domain/analysis/analysis.hpp"
#include "gis/io/source/file_digest.hpp"
#include "layers/input/read_city.hpp"

#include <cstddef>

namespace fieldgap::members {

template <class T>
inline constexpr std::size_t count = 0;

template <>
inline constexpr std::size_t count<gis::Polygon> = 2;
template <>
inline constexpr std::size_t count<gis::WalkNetwork> = 16;
template <>
inline constexpr std::size_t count<gis::StreetKind> = 2;
template <>
inline constexpr std::size_t count<gis::SiteAccesses> = 4;
template <>
inline constexpr std::size_t count<gis::Walks> = 2;
template <>
inline constexpr std::size_t count<gis::FileDigest> = 2;
template <>
inline constexpr std::size_t count<City> = 15;
template <>
inline constexpr std::size_t count<School> = 34;
template <>
inline constexpr std::size_t count<Campus> = 5;
template <>
inline constexpr std::size_t count<Field> = 9;
template <>
inline constexpr std::size_t count<Venue> = 10;
template <>
inline constexpr std::size_t count<Gate> = 6;
template <>
inline constexpr std::size_t count<District> = 3;
template <>
inline constexpr std::size_t count<Estate> = 12;
template <>
inline constexpr std::size_t count<Catchment> = 4;
template <>
inline constexpr std::size_t count<DwellingYield> = 3;
template <>
inline constexpr std::size_t count<Lease> = 6;
template <>
inline constexpr std::size_t count<Finding> = 8;
template <>
inline constexpr std::size_t count<WhatIf> = 4;
template <>
inline constexpr std::size_t count<InputRecord> = 10;
template <>
inline constexpr std::size_t count<Results> = 12;
template <>
inline constexpr std::size_t count<Ownership> = 5;
template <>
inline constexpr std::size_t count<DrawnGround> = 5;
template <>
inline constexpr std::size_t count<CampusShares> = 1;
template <>
inline constexpr std::size_t count<Reach> = 4;
template <>
inline constexpr std::size_t count<SiteAccess> = 2;
template <>
inline constexpr std::size_t count<ReachedPairs> = 2;
template <>
inline constexpr std::size_t count<Allocation> = 12;
template <>
inline constexpr std::size_t count<DistrictCapUse> = 4;
template <>
inline constexpr std::size_t count<Districts> = 4;
template <>
inline constexpr std::size_t count<DistrictFigures> = 4;

/// Calls `visit` with every member in its order.
template <class T, class Visit>
void of(T& thing, Visit&& visit)
{
    constexpr std::size_t n = count<std::remove_const_t<T>>;
    static_assert(n > 0, "an entry above is missing");
    if constexpr (n == 1) {
        auto& [a] = thing;
        visit(a);
    } else if constexpr (n == 2) {
        auto& [a, b] = thing;
        visit(a, b);
    } else if constexpr (n == 3) {
        auto& [a, b, c] = thing;
        visit(a, b, c);
    } else if constexpr (n == 4) {
        auto& [a, b, c, d] = thing;
        visit(a, b, c, d);
    } else if constexpr (n == 5) {
        auto& [a, b, c, d, e] = thing;
        visit(a, b, c, d, e);
    } else if constexpr (n == 6) {
        auto& [a, b, c, d, e, f] = thing;
        visit(a, b, c, d, e, f);
    } else if constexpr (n == 7) {
        auto& [a, b, c, d, e, f, g] = thing;
        visit(a, b, c, d, e, f, g);
    } else if constexpr (n == 8) {
        auto& [a, b, c, d, e, f, g, h] = thing;
        visit(a, b, c, d, e, f, g, h);
    } else if constexpr (n == 9) {
        auto& [a, b, c, d, e, f, g, h, i] = thing;
        visit(a, b, c, d, e, f, g, h, i);
    } else if constexpr (n == 10) {
        auto& [a, b, c, d, e, f, g, h, i, j] = thing;
        visit(a, b, c, d, e, f, g, h, i, j);
    } else if constexpr (n == 11) {
        auto& [a, b, c, d, e, f, g, h, i, j, k] = thing;
        visit(a, b, c, d, e, f, g, h, i, j, k);
    } else if constexpr (n == 12) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l] = thing;
        visit(a, b, c, d, e, f, g, h, i, j, k, l);
    } else if constexpr (n == 13) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = thing;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m);
    } else if constexpr (n == 14) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n1] = thing;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n1);
    } else if constexpr (n == 15) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n1, o] = thing;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n1, o);
    } else if constexpr (n == 16) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n1, o, p] = thing;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n1, o, p);
    } else {
        static_assert(n == 34);
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n1, o, p, q, r, s, t, u, v, w, x, y, z, a2, b2, c2, d2, e2, f2, g2, h2] = thing;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n1, o, p, q, r, s, t, u, v, w, x, y, z, a2, b2, c2, d2, e2, f2, g2, h2);
    }
}

} // namespace fieldgap::members
