#pragma once
// Towns without streets, where everybody walks as the crow flies, and their results as a comparison reads them.

#include "domain/analysis/analysis.hpp"
#include "domain/compare/compared_result.hpp"
#include "domain/gap/open_channels.hpp"
#include "support/small_city.hpp"

#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace fieldgap::test {

struct CrowTown
{
    City city;
    Settings settings;
    std::set<std::pair<std::string, std::string>> closed; ///< pairs that no street joins: a school and whom it would walk to

    CrowTown()
    {
        settings.channels[Channel::rent].on = true;
        settings.channels[Channel::rent].cost_per_m2 = 60.0;
        settings.channels[Channel::share].cost_per_m2 = 10.0;
    }

    /// With so much drawn ground outdoors, on a campus of its own.
    School& add_school(const std::string& id, std::int64_t primary, double outdoor_m2, gis::Point at)
    {
        city.schools.push_back(school(id, primary, 0, at));
        city.schools.back().name = "School " + id;
        city.campuses.push_back(campus("c" + id, id, rectangle(at.x - 5.0, at.y - 5.0, 200.0, 100.0)));
        add_field(id, FieldKind::outdoor, outdoor_m2);
        return city.schools.back();
    }

    /// Far from everything, where it meets no other ground.
    void add_field(const std::string& school_id, FieldKind kind, double m2)
    {
        if (m2 <= 0.0) {
            return;
        }
        Field field;
        field.id = "f" + std::to_string(100000 + next_field_++);
        field.school_id = school_id;
        field.kind = kind;
        if (kind == FieldKind::indoor) {
            field.floor_m2 = m2;
            field.at = gis::Point{-1e5, -1e5};
        } else {
            const double y = 1e5 + 1000.0 * static_cast<double>(next_field_);
            field.ground = rectangle(1e5, y, m2 / 10.0, 10.0);
        }
        city.fields.push_back(std::move(field));
    }

    void add_venue(const std::string& id, double m2, gis::Point at)
    {
        Venue one;
        one.id = id;
        one.at = at;
        one.area_m2 = m2;
        city.venues.push_back(std::move(one));
    }

    School& of(const std::string& id)
    {
        return *std::find_if(city.schools.begin(), city.schools.end(), [&](const School& one) { return one.id == id; });
    }

    void remove_school(const std::string& id)
    {
        std::erase_if(city.schools, [&](const School& one) { return one.id == id; });
        std::erase_if(city.campuses, [&](const Campus& one) { return one.school_id == id; });
        std::erase_if(city.fields, [&](const Field& one) { return one.school_id == id; });
    }

    void remove_fields(const std::string& id)
    {
        std::erase_if(city.fields, [&](const Field& one) { return one.school_id == id; });
    }

    Results analysed() const
    {
        Results r = measure(city, settings);
        const MeasuredCity measured = measured_city(city, r, settings);
        for (std::size_t s = 0; s < city.schools.size(); ++s) {
            if (!has_figures(city, r.owns, SchoolIndex(s))) {
                continue;
            }
            for (std::uint32_t v = 0; v < city.venues.size(); ++v) {
                if (city.venues[v].rentable && r.venue_grounds[v].is_venue) {
                    add_pair(r.reach.rent, r, s, v, city.venues[v].id, {city.venues[v].at});
                }
            }
            for (std::uint32_t p = 0; p < city.schools.size(); ++p) {
                if (settings.channels[Channel::share].on && r.assessments[s].has_figures() && r.assessments[s].gap > ExactArea() &&
                    r.assessments[p].has_figures() && r.assessments[p].surplus > ExactArea()) {
                    add_pair(r.reach.share, r, s, p, city.schools[p].id, places_of(r, p));
                }
            }
        }
        r.allocation = allocate(measured, r.reach);
        return r;
    }

    ComparedResult result() const
    {
        const Results r = analysed();
        const MeasuredCity measured = measured_city(city, r, settings);
        ComparedResult found;
        found.settings = settings;
        found.config = config();
        found.districts = city.districts;
        for (std::size_t s = 0; s < city.schools.size(); ++s) {
            found.schools.push_back(compared(measured, r, s));
        }
        for (std::size_t v = 0; v < city.venues.size(); ++v) {
            const Venue& one = city.venues[v];
            found.venues.push_back({one.id, r.venue_grounds[v].area, one.rentable, one.price_per_m2, one.at});
        }
        for (const ReachedPair& pair : r.reach.rent.pairs) {
            found.rent.push_back({static_cast<std::uint32_t>(index(pair.school)), pair.giver, pair.walk_s});
        }
        for (const ReachedPair& pair : r.reach.share.pairs) {
            found.share.push_back({static_cast<std::uint32_t>(index(pair.school)), pair.giver, pair.walk_s});
        }
        for (const Lease& lease : city.leases) {
            if (fate_of(measured, r.reach, lease) != LeaseFate::lapsed) {
                found.leases.push_back(lease);
                found.leases.back().school = r.owns.main_of[index(lease.school)];
            }
        }
        return found;
    }

private:
    int next_field_ = 0;

    /// Of a main school and its branches.
    std::vector<gis::Point> places_of(const Results& r, std::size_t main) const
    {
        std::vector<gis::Point> places;
        for (const SchoolIndex row : r.owns.rows_of_main[main]) {
            places.push_back(city.schools[index(row)].at);
        }
        return places;
    }

    void add_pair(ReachedPairs& pairs, const Results& r, std::size_t s, std::uint32_t giver, const std::string& id,
                  const std::vector<gis::Point>& places) const
    {
        double walk_m = 1e9;
        for (const gis::Point from : places_of(r, s)) {
            for (const gis::Point to : places) {
                walk_m = std::min(walk_m, gis::distance_m(from, to));
            }
        }
        const double walk_s = std::round(walk_m / settings.walk.speed_m_per_min * 60.0 * 1000.0) / 1000.0;
        if (walk_s <= settings.walk.minutes * 60.0 && !closed.contains({city.schools[s].id, id})) {
            pairs.pairs.push_back({SchoolIndex(s), giver, walk_s, walk_m, touching});
        }
    }

    ComparedSchool compared(const MeasuredCity& measured, const Results& r, std::size_t s) const
    {
        const School& one = city.schools[s];
        const Assessment& state = r.assessments[s];
        ComparedSchool found;
        found.id = one.id;
        found.name = one.name;
        found.district = one.district;
        found.at = one.at;
        found.is_dense = one.dense;
        found.status = state.status;
        if (!r.owns.is_main(SchoolIndex(s))) {
            found.parent_id = city.schools[index(r.owns.main_of[s])].id;
            return found;
        }
        for (const SchoolIndex row : r.owns.rows_of_main[s]) {
            for (const CampusIndex c : r.owns.campuses_of_school[index(row)]) {
                const gis::MultiPolygon& ground = city.campuses[index(c)].ground;
                found.ground.insert(found.ground.end(), ground.begin(), ground.end());
            }
        }
        found.pupils_known = r.enrolled[s].is_known;
        for (const Stage stage : all_stages) {
            found.pupils[stage] = r.enrolled[s].pupils[stage].value_or(0);
        }
        const auto& supply = r.supplies[s];
        found.ground_known = supply.own.has_value();
        found.kinds[0] = {ExactArea::rounded(gis::SquareMetres(supply.outdoor_m2.value_or(0.0))), one.outdoor_m2.has_value()};
        found.kinds[1] = {ExactArea::rounded(gis::SquareMetres(supply.indoor_m2.value_or(0.0))), one.indoor_m2.has_value()};
        found.kinds[2] = {ExactArea::rounded(gis::SquareMetres(supply.special_m2.value_or(0.0))), one.special_m2.has_value()};
        if (state.has_figures()) {
            found.own = state.own;
            found.gap = state.gap;
            found.surplus = state.surplus;
            found.residual = state.gap - r.allocation.of_school[s].received();
            found.basement = possible_on_campus(measured, Channel::basement, s);
            found.expand = possible_on_campus(measured, Channel::expand, s);
        }
        return found;
    }

    std::map<std::string, std::string> config() const
    {
        std::map<std::string, std::string> values;
        for (const Stage stage : all_stages) {
            const auto& standard = settings.standard.of_stage[stage];
            values["standards." + std::string(name_of(stage))] = std::to_string(standard ? standard->m2_per_pupil(1.0) : 0.0);
        }
        values["standards.regime"] = settings.standard.regime.name;
        values["walk.minutes"] = std::to_string(settings.walk.minutes);
        values["walk.speed_m_per_min"] = std::to_string(settings.walk.speed_m_per_min);
        for (const Channel channel : all_channels) {
            const ChannelSettings& one = settings.channels[channel];
            values["channels." + std::string(name_of(channel))] =
                std::to_string(one.on) + " " + std::to_string(one.cost_per_m2) + " " + std::to_string(one.cap_m2.value_or(-1.0));
        }
        return values;
    }
};

} // namespace fieldgap::test
