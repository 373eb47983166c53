#include "gis/walking/access_sights.hpp"

#include "gis/interrupt.hpp"

#include <tbb/parallel_for.h>

namespace gis {
namespace {

std::vector<AccessSight> sights_of(const Access& access, const EdgeIndex& edges)
{
    std::vector<AccessSight> sights;
    if (access.square == no_square) {
        return sights;
    }
    std::vector<std::uint32_t> squares = edges.other_squares(access);
    squares.insert(squares.begin(), access.square);
    for (const std::uint32_t square : squares) {
        for (const Sight& sight : sights_from(edges.network().squares[square], access.on_edge)) {
            sights.push_back({sight.node, sight.metres, square});
        }
    }
    return sights;
}

} // namespace

void add_sights(SiteAccesses& sites, const EdgeIndex& edges)
{
    std::vector<std::vector<AccessSight>> of_access(sites.access.size());
    tbb::parallel_for(std::size_t{0}, of_access.size(), [&](std::size_t access) {
        throw_if_interrupted();
        of_access[access] = sights_of(sites.access[access], edges);
    });
    sites.first_sight = {0};
    sites.sight.clear();
    for (const std::vector<AccessSight>& sights : of_access) {
        sites.sight.insert(sites.sight.end(), sights.begin(), sights.end());
        sites.first_sight.push_back(static_cast<std::uint32_t>(sites.sight.size()));
    }
}

} // namespace gis
