#include "gis/walking/source_searches.hpp"

#include "gis/interrupt.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <utility>

namespace gis {
namespace {

constexpr std::size_t sources_a_task = 16;

/// The walks of one source, wherever they were found.
struct OfSource
{
    std::uint32_t part = 0;
    std::uint32_t first_walk = 0;
    std::uint32_t walk_count = 0;
};

/// The sources that have something to search for, near ones one after the other: each finds the streets of the last still in the cache.
std::vector<std::uint32_t> sources_by_place(const SiteAccesses& sources, const std::vector<bool>* taking_part)
{
    std::vector<std::pair<EdgeId, std::uint32_t>> by_edge;
    for (std::uint32_t source = 0; source < sources.site_count(); ++source) {
        if ((taking_part == nullptr || (*taking_part)[source]) && !sources.of(source).empty()) {
            by_edge.emplace_back(sources.of(source).front().edge, source);
        }
    }
    std::sort(by_edge.begin(), by_edge.end());
    std::vector<std::uint32_t> order;
    order.reserve(by_edge.size());
    for (const auto& edge_and_source : by_edge) {
        order.push_back(edge_and_source.second);
    }
    return order;
}

/// The walks in the order of the sources.
Walks in_order(const std::vector<Walks>& parts, const std::vector<OfSource>& of_source)
{
    std::size_t walks = 0;
    std::size_t arcs = 0;
    for (const Walks& part : parts) {
        walks += part.walk.size();
        arcs += part.arc.size();
    }
    Walks all;
    all.walk.reserve(walks);
    all.arc.reserve(arcs);
    for (const OfSource& source : of_source) {
        for (std::uint32_t i = 0; i < source.walk_count; ++i) {
            const Walks& part = parts[source.part];
            Walk walk = part.walk[source.first_walk + i];
            const auto route = std::span(part.arc).subspan(walk.first_arc, walk.arc_count);
            walk.first_arc = static_cast<std::uint32_t>(all.arc.size());
            all.walk.push_back(walk);
            all.arc.insert(all.arc.end(), route.begin(), route.end());
        }
    }
    return all;
}

} // namespace

Walks walks_of_sources(const SearchContext& ground, const std::vector<bool>* taking_part)
{
    const std::vector<std::uint32_t> order = sources_by_place(ground.sources, taking_part);
    std::vector<OfSource> of_source(ground.sources.site_count());
    std::vector<Walks> parts((order.size() + sources_a_task - 1) / sources_a_task);
    tbb::enumerable_thread_specific<WalkSearch> searches([&ground] { return WalkSearch(ground); });
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
        WalkSearch& search = searches.local();
        const std::size_t end = std::min((part + 1) * sources_a_task, order.size());
        for (std::size_t i = part * sources_a_task; i < end; ++i) {
            throw_if_interrupted();
            const std::size_t before = parts[part].walk.size();
            search.append_walks(order[i], parts[part]);
            of_source[order[i]] = {static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(before),
                                   static_cast<std::uint32_t>(parts[part].walk.size() - before)};
        }
    });
    return in_order(parts, of_source);
}

} // namespace gis
