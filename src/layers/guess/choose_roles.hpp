#pragma once
// Which candidate serves which role: a clear winner is taken, of several about equally good ones the user chooses.

#include "layers/guess/guess_osm.hpp"
#include "layers/guess/guess_role.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// What serves one role: a candidate, an OSM file, or a question between several of one sort. Positions in the lists given.
struct RoleChoice
{
    Role role = Role::schools;
    std::vector<std::size_t> candidates;       ///< the best first
    std::vector<std::size_t> osm;              ///< the same among OSM files
    std::optional<std::size_t> loser;          ///< the best candidate that was not taken
    std::optional<std::size_t> osm_loser = {}; ///< an OSM file whose streets a layer's outdo
    std::size_t together = 1;                  ///< so many of the first candidates are parts of one input

    /// Several would do as well: a question.
    bool is_open() const { return candidates.size() + osm.size() > (candidates.empty() ? 1 : together); }
};

/// What the user says of a role: the candidates or the OSM file, if any.
struct Answered
{
    Role role = Role::schools;
    std::vector<std::size_t> candidates; ///< of several files each
    std::optional<std::size_t> osm;
};

/// In the order of the roles. Files that are parts of one input (same_layout.hpp) serve together. A layer serves one role as a whole, and
/// more by filters; what layers leave open OSM files fill. Of streets layers and OSM files are weighed against each other
/// (street_supply.hpp). Without schools, campuses are taken for the schools.
std::vector<RoleChoice> choose_roles(std::vector<Candidate>& candidates, const std::vector<LayerFacts>& layers,
                                     const std::vector<OsmGuess>& osm, const std::vector<Answered>& answered);

} // namespace fieldgap
