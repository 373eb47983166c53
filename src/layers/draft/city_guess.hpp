#pragma once
// What was looked at, and what is guessed of it: what all steps of a draft read.

#include "layers/guess/choose_roles.hpp"
#include "layers/guess/resolve_coordinates.hpp"
#include "layers/guess/survey.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace fieldgap {

struct CityGuess
{
    /// Facts, candidates and their streets; the choices are made later. Borrows both.
    CityGuess(const Survey& looked_at, const std::filesystem::path& folder_of_config);

    KnownSchools known_schools() const;

    /// The path as it stands in the config.
    std::string written(const std::string& path) const;
    /// As the config to be written names them: a text, or a list of several.
    std::string literal_of(const std::vector<std::string>& paths) const;
    std::string choice_of_osm(std::size_t file, Role role) const;

    const Survey& survey;
    const std::filesystem::path& folder; ///< of the config to be written
    std::vector<LayerFacts> facts;
    std::vector<OsmGuess> osm;
    std::vector<Candidate> candidates;
    std::vector<RoleChoice> guessed; ///< without the answers
    std::vector<RoleChoice> choices;
    ResolvedCoordinates resolved;
};

} // namespace fieldgap
