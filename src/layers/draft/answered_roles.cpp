#include "layers/draft/answered_roles.hpp"

#include "layers/config/config_paths.hpp"

#include <cstdint>
#include <numeric>
#include <optional>
#include <string>

namespace fieldgap {
namespace {

class AnsweredRoles
{
public:
    AnsweredRoles(CityGuess& guess, const Answers& answers) : guess_(guess), answers_(answers) {}

    std::vector<Answered> all()
    {
        std::vector<Answered> list;
        for (const Role role : all_roles) {
            const std::string table = "inputs." + std::string(name_of(role)) + ".";
            const std::vector<std::string> paths = answers_.texts(table + "path");
            Answered answer{role, {}, {}};
            for (const std::string& path : paths) {
                answer_by(config::resolved(path, answers_.folder().string()), table, answer);
            }
            if (!paths.empty()) {
                list.push_back(answer);
            }
        }
        return list;
    }

private:
    /// The candidate that an answered path means; made where nothing spoke for it.
    std::optional<std::size_t> candidate_of(Role role, const std::string& path, const std::string& table)
    {
        const std::string layer = answers_.text(table + "layer").value_or("");
        const std::string where = answers_.text(table + "where").value_or("");
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < guess_.candidates.size(); ++i) {
            const SurveyedLayer& surveyed = *guess_.facts[guess_.candidates[i].layer].layer;
            const bool is_it = guess_.candidates[i].role == role && surveyed.path == path && (layer.empty() || surveyed.layer == layer);
            found = is_it && (!found || guess_.candidates[i].where == where) ? std::optional(i) : found;
        }
        return found ? found : made_candidate(role, path, layer);
    }

    std::optional<std::size_t> made_candidate(Role role, const std::string& path, const std::string& layer)
    {
        for (std::size_t i = 0; i < guess_.facts.size(); ++i) {
            if (guess_.facts[i].layer->path == path && (layer.empty() || guess_.facts[i].layer->layer == layer)) {
                std::vector<std::uint32_t> rows(guess_.facts[i].layer->rows.features.size());
                std::iota(rows.begin(), rows.end(), 0U);
                guess_.candidates.push_back({role, i, "", std::move(rows), {}});
                return guess_.candidates.size() - 1;
            }
        }
        return std::nullopt;
    }

    void answer_by(const std::string& opened, const std::string& table, Answered& answer)
    {
        if (const auto candidate = candidate_of(answer.role, opened, table)) {
            answer.candidates.push_back(*candidate);
            return;
        }
        for (std::size_t i = 0; i < guess_.survey.osm.size(); ++i) {
            answer.osm = guess_.survey.osm[i].path == opened ? std::optional(i) : answer.osm;
        }
    }

    CityGuess& guess_;
    const Answers& answers_;
};

} // namespace

std::vector<Answered> answered_roles(CityGuess& guess, const Answers& answers)
{
    return AnsweredRoles(guess, answers).all();
}

} // namespace fieldgap
