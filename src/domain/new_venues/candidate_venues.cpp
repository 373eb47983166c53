#include "domain/new_venues/candidate_venues.hpp"

#include <utility>

namespace fieldgap {
namespace {

constexpr const char* layer_of_places = "new_venues";

std::vector<Venue> places_of(const City& city, const NewVenueSettings& settings)
{
    std::vector<Venue> places = city.new_venues;
    for (Venue& place : places) {
        place.area_m2 = place.area_m2 ? place.area_m2 : settings.area_m2;
    }
    return places;
}

City with_places(const City& city, std::vector<Venue> places)
{
    City other;
    other.schools = city.schools;
    other.campuses = city.campuses;
    other.gates = city.gates;
    other.districts = city.districts;
    other.venues = std::move(places);
    return other;
}

Settings renting_only(Settings settings)
{
    settings.channels[Channel::share].on = false;
    return settings;
}

/// Of the city itself everything has been said before.
void take_findings_of_places(const Findings& found, Findings& findings)
{
    for (Finding finding : found) {
        if (finding.layer == "venues") {
            finding.layer = layer_of_places;
            findings.push_back(std::move(finding));
        }
    }
}

/// Today's venues stand in the way as campuses do, whatever their size: they are not given up for a new one.
std::vector<VenueGround> grounds_of(const AnalysedCity& analysed, const std::vector<Venue>& places, Findings& findings)
{
    City taken;
    taken.campuses = analysed.city.campuses;
    for (std::size_t v = 0; v < analysed.city.venues.size(); ++v) {
        const Venue& venue = analysed.city.venues[v];
        if (venue.gives_ground && !venue.ground.empty() && analysed.results.venue_grounds[v].is_venue) {
            taken.campuses.push_back({venue.id, "", venue.name, venue.ground, false});
        }
    }
    taken.venues = places;
    return venue_grounds(taken, findings);
}

} // namespace

CandidateVenues::CandidateVenues(const AnalysedCity& analysed, Findings& findings)
    : city_(with_places(analysed.city, places_of(analysed.city, analysed.settings.new_venues))),
      settings_(renting_only(analysed.settings)), measured_{city_,
                                                            settings_,
                                                            analysed.results.owns,
                                                            analysed.results.drawn,
                                                            analysed.results.shares,
                                                            analysed.results.enrolled,
                                                            analysed.results.needs,
                                                            analysed.results.supplies,
                                                            analysed.results.assessments,
                                                            {}}
{
    Findings found;
    grounds_ = grounds_of(analysed, city_.venues, found);
    measured_.venue_grounds = grounds_;
    reach_ = pairs_within_walk(measured_, analysed.walking, found);
    take_findings_of_places(found, findings);
}

} // namespace fieldgap
