#pragma once
// Where things may stand: streets and the parcels beside them.

#include "domain/city/city.hpp"
#include "synth/land/parcel.hpp"
#include "synth/land/random.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace fieldgap {

/// A street with its tags as in OSM; an empty tag is absent.
struct Street
{
    gis::Line line;
    std::string highway;
    std::string name;
    std::string foot;
    std::string access;
    bool bridge = false;
};

/// How many parcels of each kind are wanted.
struct LandOrder
{
    std::size_t campuses = 5;
    std::size_t venues = 2;
    std::size_t sites = 3;
};

/// No two parcels overlap. There are exactly as many campuses as were ordered, at most as many venues and sites.
struct Land
{
    gis::Point centre;           ///< degrees: of the CityPlane in which all else is
    std::string crs;             ///< in which the layers are written
    std::vector<Street> streets; ///< empty where they are those of a file
    std::vector<Parcel> campuses;
    std::vector<Parcel> venues;
    std::vector<Parcel> estates;
    std::vector<Parcel> sites;
    std::vector<District> districts; ///< cover all parcels, share only their borders
};

/// How many districts a city has, as columns and rows.
struct DistrictGrid
{
    int columns = 1;
    int rows = 1;
};
DistrictGrid district_grid(std::size_t campuses);

/// `position` counts the districts of the city, from 0.
District district(int position, gis::MultiPolygon ground);

} // namespace fieldgap
