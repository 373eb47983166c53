#include "domain/walk/entry.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/school_ids.hpp"
#include "domain/walk/no_entry.hpp"
#include "gis/geometry/index.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace fieldgap {
namespace {

/// Outlines of campuses and venues in one list: campuses first.
std::vector<const gis::MultiPolygon*> outlines_of(const City& city)
{
    std::vector<const gis::MultiPolygon*> outlines;
    for (const Campus& campus : city.campuses) {
        outlines.push_back(&campus.ground);
    }
    for (const Venue& venue : city.venues) {
        outlines.push_back(&venue.ground);
    }
    return outlines;
}

/// Gates sorted to their owners, by source.
class Gates
{
public:
    Gates(const City& city, const Ownership& owns) : city_(city), owns_(owns), outlines_(outlines_of(city)), schools_(city.schools)
    {
        of_school_.resize(city.schools.size());
        of_venue_.resize(city.venues.size());
        for (std::size_t v = 0; v < city.venues.size(); ++v) {
            venues_.emplace(city.venues[v].id, v);
        }
        for (const Estate& estate : city.estates) {
            estates_.emplace(estate.id, 0);
        }
        for (const Venue& place : city.new_venues) {
            places_.emplace(place.id, 0);
        }
    }

    /// False where the owner that it names is unknown.
    bool add(const Gate& gate, Findings& findings)
    {
        if (gate.owner_id.empty()) {
            add_by_outline(gate, findings);
            return true;
        }
        return add_by_id(gate);
    }

    const GatesBySource& of_school(std::size_t school) const { return of_school_[school]; }
    const GatesBySource& of_venue(std::size_t venue) const { return of_venue_[venue]; }

private:
    static bool may_be(const Gate& gate, OwnerKind kind) { return !gate.owner_kind || *gate.owner_kind == kind; }

    void open_school(std::size_t school, const Gate& gate)
    {
        of_school_[index(owns_.main_of[school])][slot(gate.source)].push_back(gate.at);
    }

    bool open_venue(std::size_t venue, const Gate& gate)
    {
        if (!gate.schools_only) {
            of_venue_[venue][slot(gate.source)].push_back(gate.at);
        }
        return true;
    }

    bool add_by_id(const Gate& gate)
    {
        if (may_be(gate, OwnerKind::school)) {
            if (const auto school = schools_.find(gate.owner_id)) {
                open_school(index(*school), gate);
                return true;
            }
        }
        if (may_be(gate, OwnerKind::venue)) {
            if (const auto it = venues_.find(gate.owner_id); it != venues_.end()) {
                return open_venue(it->second, gate);
            }
        }
        return (may_be(gate, OwnerKind::estate) && estates_.contains(gate.owner_id)) ||
               (may_be(gate, OwnerKind::venue) && places_.contains(gate.owner_id));
    }

    void add_by_outline(const Gate& gate, Findings& findings)
    {
        bool opens_any = false;
        for (const std::uint32_t i : outlines_.with_outline_near(gate.at, gate_reach_m)) {
            opens_any = (i < city_.campuses.size() ? add_to_campus(i, gate) : add_to_venue(i - city_.campuses.size(), gate)) || opens_any;
        }
        // Every town has many OSM entrances that lead elsewhere; a gate of one's own is meant to open something.
        if (!opens_any && gate.source == EntrySource::gate && (!gate.owner_kind || *gate.owner_kind != OwnerKind::estate)) {
            findings.push_back({IssueCode::gate_without_outline, "gates", gate.id, gate.at, {}});
        }
    }

    bool add_to_campus(std::size_t campus, const Gate& gate)
    {
        if (!may_be(gate, OwnerKind::school)) {
            return false;
        }
        std::vector<std::size_t> mains;
        for (const SchoolIndex school : owns_.schools_of_campus[campus]) {
            mains.push_back(index(owns_.main_of[index(school)]));
        }
        std::sort(mains.begin(), mains.end());
        mains.erase(std::unique(mains.begin(), mains.end()), mains.end());
        for (const std::size_t main : mains) {
            open_school(main, gate);
        }
        return true;
    }

    bool add_to_venue(std::size_t venue, const Gate& gate) { return may_be(gate, OwnerKind::venue) && open_venue(venue, gate); }

    const City& city_;
    const Ownership& owns_;
    gis::PolygonIndex outlines_;
    SchoolIds schools_;
    std::unordered_map<std::string_view, std::size_t> venues_, estates_, places_;
    std::vector<GatesBySource> of_school_, of_venue_;
};

} // namespace

void report_parts_without_gate(const Entries& entries, const std::string& owner_id, std::string_view layer, Findings& findings)
{
    for (const PartWithoutGate& part : entries.without_gate) {
        const std::string_view of_part = part.has_ground ? layer : "schools"; // branches alone have parts without ground
        findings.push_back({IssueCode::part_without_gate, std::string(of_part), std::string(part.id), part.where, {owner_id}});
    }
}

SiteEntries entries(const City& city, const Ownership& owns, Findings& findings)
{
    Gates gates(city, owns);
    SiteEntries result;
    for (std::uint32_t g = 0; g < city.gates.size(); ++g) {
        if (!gates.add(city.gates[g], findings)) {
            result.gates_of_nobody.push_back(g);
        }
    }
    result.of_school.resize(city.schools.size());
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (owns.is_main(SchoolIndex(s))) {
            result.of_school[s] = entries_of(school_site(city, owns, SchoolIndex(s)), gates.of_school(s));
            report_parts_without_gate(result.of_school[s], city.schools[s].id, "campuses", findings);
        }
    }
    for (std::size_t v = 0; v < city.venues.size(); ++v) {
        result.of_venue.push_back(entries_of(venue_site(city.venues[v]), gates.of_venue(v)));
        report_parts_without_gate(result.of_venue[v], city.venues[v].id, "venues", findings);
    }
    return result;
}

void report_gates_of_nobody(const City& city, const SiteEntries& site_entries, std::span<const Estate> sites, Findings& findings)
{
    constexpr std::array<const char*, 3> kinds = {"school", "venue", "estate"};
    for (const std::uint32_t g : site_entries.gates_of_nobody) {
        const Gate& gate = city.gates[g];
        if (std::none_of(sites.begin(), sites.end(), [&](const Estate& site) { return site.id == gate.owner_id; })) {
            const char* kind = gate.owner_kind ? kinds[static_cast<std::size_t>(*gate.owner_kind)] : "school, venue or estate";
            findings.push_back({IssueCode::gate_owner_unknown, "gates", gate.id, gate.at, {gate.owner_id, kind}});
        }
    }
}

SiteAccess access_points(const MeasuredCity& measured, const SiteEntries& site_entries, const gis::WalkNetwork& streets, Findings& findings)
{
    const City& city = measured.city;
    const double snap_m = measured.settings.walk.snap_m;
    const gis::EdgeIndex edges(streets);
    SiteAccess result{joined(edges, site_entries.of_school, snap_m), joined(edges, site_entries.of_venue, snap_m)};
    NoEntry no_entry(streets, snap_m);
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (has_figures(city, measured.owns, SchoolIndex(s)) && result.of_school.of(s).empty()) {
            const auto points = all_points(site_entries.of_school[s]);
            findings.push_back(no_entry.of("schools", city.schools[s].id, city.schools[s].at, points));
        }
    }
    for (std::size_t v = 0; v < city.venues.size(); ++v) {
        // Far from every school nothing is known of the streets, and nobody asks.
        if (city.venues[v].rentable && result.of_venue.of(v).empty() && streets.is_whole_at(city.venues[v].at)) {
            const auto points = all_points(site_entries.of_venue[v]);
            findings.push_back(no_entry.of("venues", city.venues[v].id, city.venues[v].at, points));
        }
    }
    return result;
}

} // namespace fieldgap
