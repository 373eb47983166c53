#include "layers/draft/city_guess.hpp"

#include "layers/draft/draft_input.hpp"
#include "words/nearest.hpp"
#include "words/toml_text.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Only where there is a choice: what a single file has needs no measuring.
void measure_streets(CityGuess& guess)
{
    const auto is_network = [](const Candidate& one) { return one.role == Role::network && one.score() >= enough_points; };
    const auto has_streets = [](const OsmGuess& one) { return one.count.contains(Role::network); };
    const auto sources = std::count_if(guess.candidates.begin(), guess.candidates.end(), is_network) +
                         std::count_if(guess.osm.begin(), guess.osm.end(), has_streets);
    if (sources < 2) {
        return;
    }
    const std::vector<gis::Point> schools = school_places(guess.candidates, guess.facts, guess.known_schools());
    for (Candidate& candidate : guess.candidates) {
        if (is_network(candidate)) {
            candidate.streets = supply_of(guess.facts[candidate.layer].layer->rows, schools);
            candidate.evidence.push_back({0, candidate.streets.text()});
        }
    }
    for (std::size_t file = 0; file < guess.osm.size(); ++file) {
        if (has_streets(guess.osm[file])) {
            guess.osm[file].streets = supply_of(guess.survey.osm[file].file.streets, schools);
            guess.osm[file].evidence[Role::network] += "; " + guess.osm[file].streets.text();
        }
    }
}

} // namespace

CityGuess::CityGuess(const Survey& looked_at, const std::filesystem::path& folder_of_config) : survey(looked_at), folder(folder_of_config)
{
    for (const SurveyedLayer& layer : survey.layers) {
        facts.push_back(facts_of(layer));
    }
    for (const SurveyedOsm& file : survey.osm) {
        osm.push_back(guess_osm(file.file));
    }
    candidates = candidates_of(facts);
    relate(candidates, facts, known_schools());
    measure_streets(*this);
}

KnownSchools CityGuess::known_schools() const
{
    const auto most = std::max_element(osm.begin(), osm.end(),
                                       [](const OsmGuess& a, const OsmGuess& b) { return a.known.ids.size() < b.known.ids.size(); });
    return most == osm.end() ? KnownSchools() : most->known;
}

std::string CityGuess::written(const std::string& path) const
{
    return written_path(path, folder);
}

std::string CityGuess::literal_of(const std::vector<std::string>& paths) const
{
    std::vector<std::string> literals;
    for (const std::string& path : paths) {
        literals.push_back(words::toml_text(written(path)));
    }
    return literals.size() == 1 ? literals.front() : "[" + words::joined(literals) + "]";
}

std::string CityGuess::choice_of_osm(std::size_t file, Role role) const
{
    return "path = " + words::toml_text(written(survey.osm[file].path)) + ": " + osm[file].evidence.at(role);
}

} // namespace fieldgap
