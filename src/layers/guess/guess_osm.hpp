#pragma once
// What an OSM file holds for each role, counted by its tags.

#include "layers/guess/guess_relations.hpp"
#include "layers/guess/survey.hpp"

#include <map>
#include <optional>
#include <string>

namespace fieldgap {

struct OsmGuess
{
    std::map<Role, std::size_t> count;    ///< roles of which the file holds nothing are absent
    std::map<Role, std::string> evidence; ///< the tags, counted
    StreetSupply streets = {};            ///< where it has any
    std::optional<int> admin_level;       ///< of the districts
    std::string level_evidence;           ///< the levels that there are
    KnownSchools known;                   ///< schools and their grounds, ids and names
};

/// Districts are the coarsest administrative level, below states, of which at least three hold schools, else at least two (that are whole
/// in the file, where it has no schools).
OsmGuess guess_osm(const gis::OsmFile& file);

} // namespace fieldgap
