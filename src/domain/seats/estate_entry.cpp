#include "domain/seats/estate_entry.hpp"

#include "gis/geometry/index.hpp"

#include <string_view>
#include <unordered_map>

namespace fieldgap {
namespace {

bool opens_estates(const Gate& gate)
{
    return !gate.schools_only && (!gate.owner_kind || *gate.owner_kind == OwnerKind::estate);
}

std::vector<GatesBySource> gates_of(std::span<const Estate> estates, std::span<const Gate> gates)
{
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t e = 0; e < estates.size(); ++e) {
        by_id.emplace(estates[e].id, e);
    }
    const gis::PolygonIndex outlines(estates);
    std::vector<GatesBySource> result(estates.size());
    for (const Gate& gate : gates) {
        if (!opens_estates(gate)) {
            continue;
        }
        if (!gate.owner_id.empty()) {
            if (const auto found = by_id.find(gate.owner_id); found != by_id.end()) {
                result[found->second][slot(gate.source)].push_back(gate.at);
            }
            continue;
        }
        for (const std::uint32_t e : outlines.with_outline_near(gate.at, gate_reach_m)) {
            result[e][slot(gate.source)].push_back(gate.at);
        }
    }
    return result;
}

} // namespace

Site estate_site(const Estate& estate)
{
    Site site;
    if (!estate.ground.empty()) {
        site.outlines.push_back({estate.id, &estate.ground});
    } else if (estate.at) {
        site.points.push_back({estate.id, *estate.at});
    }
    return site;
}

std::vector<Entries> estate_entries(std::span<const Estate> estates, std::span<const Gate> gates)
{
    const auto of_estate = gates_of(estates, gates);
    std::vector<Entries> entries;
    for (std::size_t e = 0; e < estates.size(); ++e) {
        entries.push_back(entries_of(estate_site(estates[e]), of_estate[e]));
    }
    return entries;
}

} // namespace fieldgap
