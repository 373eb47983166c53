#include "layers/guess/choose_roles.hpp"

#include "layers/guess/same_layout.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace fieldgap {
namespace {

class RoleChooser
{
public:
    RoleChooser(std::vector<Candidate>& candidates, const std::vector<LayerFacts>& layers, const std::vector<OsmGuess>& osm)
        : candidates_(candidates), layers_(layers), osm_(osm)
    {
        order_.resize(candidates.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return candidates[a].score() != candidates[b].score() ? candidates[a].score() > candidates[b].score()
                                                                  : candidates[a].role < candidates[b].role;
        });
    }

    void take(const Answered& answer)
    {
        RoleChoice& choice = chosen_[answer.role];
        choice.role = answer.role;
        if (!answer.candidates.empty()) {
            choice.candidates = answer.candidates;
            choice.together = answer.candidates.size();
            std::for_each(answer.candidates.begin(), answer.candidates.end(), [this](std::size_t i) { use(i); });
        } else if (answer.osm) {
            choice.osm = {*answer.osm};
        }
    }

    std::vector<RoleChoice> choose()
    {
        for (const std::size_t i : order_) {
            const Candidate& candidate = candidates_[i];
            if (candidate.score() >= enough_points && !chosen_.contains(candidate.role) && !is_used(candidate)) {
                choose_among_layers(i);
            }
        }
        for (const Role role : all_roles) {
            if (!chosen_.contains(role)) {
                choose_among_osm(role);
            }
        }
        std::vector<RoleChoice> list;
        for (auto& [role, choice] : chosen_) {
            name_loser(choice);
            list.push_back(std::move(choice));
        }
        return list;
    }

private:
    void use(std::size_t i)
    {
        if (candidates_[i].where.empty()) {
            used_.insert(candidates_[i].layer);
        }
    }

    bool is_used(const Candidate& candidate) const { return candidate.where.empty() && used_.contains(candidate.layer); }

    /// Nothing better is open to its layer as a whole.
    bool is_best_of_its_layer(const Candidate& candidate) const
    {
        return !candidate.where.empty() || std::none_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
            return other.layer == candidate.layer && other.where.empty() && other.role != candidate.role && !chosen_.contains(other.role) &&
                   other.score() > candidate.score();
        });
    }

    /// Two layers that are both schools as a whole are two cities or two years: seldom is one clearly right.
    static int margin(const Candidate& winner, const Candidate& rival)
    {
        constexpr int wide_margin = 45;
        const bool are_schools = winner.role == Role::schools && winner.where.empty() && rival.where.empty();
        return are_schools ? wide_margin : clear_margin;
    }

    void choose_among_layers(std::size_t best)
    {
        const Candidate& winner = candidates_[best];
        RoleChoice choice{winner.role, parts_with(best), {}, {}};
        choice.together = choice.candidates.size();
        for (const std::size_t i : order_) {
            const Candidate& candidate = candidates_[i];
            const bool is_part = std::find(choice.candidates.begin(), choice.candidates.end(), i) != choice.candidates.end();
            const bool is_near = candidate.score() >= std::max(enough_points, winner.score() - margin(winner, candidate) + 1);
            if (candidate.role == winner.role && is_near && !is_part && !is_used(candidate) && is_best_of_its_layer(candidate)) {
                choice.candidates.push_back(i);
            }
        }
        if (winner.role == Role::network) {
            weigh_streets(choice);
        }
        for (const std::size_t i : choice.candidates) {
            use(i);
        }
        chosen_[winner.role] = std::move(choice);
    }

    /// The best candidate and all that are parts of one input with it, by their paths.
    std::vector<std::size_t> parts_with(std::size_t best) const
    {
        std::vector<std::size_t> parts = {best};
        for (const std::size_t i : order_) {
            const Candidate& candidate = candidates_[i];
            const bool may_be = i != best && candidate.role == candidates_[best].role && candidate.where.empty() &&
                                candidates_[best].where.empty() && candidate.score() >= enough_points && !is_used(candidate) &&
                                is_best_of_its_layer(candidate);
            if (may_be && std::all_of(parts.begin(), parts.end(), [&](std::size_t part) {
                    return are_parts_of_one(candidate.role, layers_[candidates_[part].layer], layers_[candidate.layer]);
                })) {
                parts.push_back(i);
            }
        }
        std::sort(parts.begin(), parts.end(), [this](std::size_t a, std::size_t b) { return candidates_[a].layer < candidates_[b].layer; });
        return parts;
    }

    /// A stray layer of lines does not stand before the streets of an OSM file.
    void weigh_streets(RoleChoice& choice) const
    {
        std::vector<StreetSupply> supplies;
        for (const std::size_t i : choice.candidates) {
            supplies.push_back(candidates_[i].streets);
        }
        std::vector<std::size_t> files;
        for (std::size_t file = 0; file < osm_.size(); ++file) {
            if (count(file, Role::network) > 0) {
                files.push_back(file);
                supplies.push_back(osm_[file].streets);
            }
        }
        if (files.empty()) {
            return;
        }
        const std::vector<bool> is_plausible = plausible_ones(supplies);
        std::vector<std::size_t> layers;
        std::size_t together = 0;
        for (std::size_t i = 0; i < choice.candidates.size(); ++i) {
            if (is_plausible[i]) {
                layers.push_back(choice.candidates[i]);
                together += i < choice.together ? 1U : 0U;
            }
        }
        choice.together = std::max<std::size_t>(together, 1);
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (is_plausible[choice.candidates.size() + i]) {
                choice.osm.push_back(files[i]);
            } else {
                choice.osm_loser = choice.osm_loser.value_or(files[i]);
            }
        }
        choice.candidates = std::move(layers);
    }

    std::size_t count(std::size_t file, Role role) const
    {
        const auto found = osm_[file].count.find(role);
        return found == osm_[file].count.end() ? 0 : found->second;
    }

    /// The file that holds most of them; a question where another has at least half as many.
    void choose_among_osm(Role role)
    {
        std::size_t most = 0;
        for (std::size_t file = 0; file < osm_.size(); ++file) {
            most = std::max(most, count(file, role));
        }
        RoleChoice choice{role, {}, {}, {}};
        for (std::size_t file = 0; file < osm_.size() && most > 0; ++file) {
            if (count(file, role) * 2 > most) {
                choice.osm.push_back(file);
            }
        }
        if (!choice.osm.empty()) {
            chosen_[role] = std::move(choice);
        }
    }

    /// Of what was far behind nothing is said.
    void name_loser(RoleChoice& choice) const
    {
        const int best = choice.candidates.empty() ? 0 : candidates_[choice.candidates.front()].score();
        for (const std::size_t i : order_) {
            const bool is_in = std::find(choice.candidates.begin(), choice.candidates.end(), i) != choice.candidates.end();
            const bool is_elsewhere = is_used(candidates_[i]) && !is_in;
            if (candidates_[i].role == choice.role && !is_in && !is_elsewhere &&
                candidates_[i].score() >= std::max(enough_points, best / 2)) {
                choice.loser = i;
                return;
            }
        }
    }

    std::vector<Candidate>& candidates_;
    const std::vector<LayerFacts>& layers_;
    const std::vector<OsmGuess>& osm_;
    std::vector<std::size_t> order_; ///< of the candidates, the best first
    std::map<Role, RoleChoice> chosen_;
    std::set<std::size_t> used_; ///< layers that serve a role as a whole
};

/// Grounds that name their schools are schools enough.
void take_campuses_for_schools(std::vector<Candidate>& candidates, const std::vector<OsmGuess>& osm)
{
    Candidate* best = nullptr;
    for (Candidate& candidate : candidates) {
        if (candidate.role == Role::schools && candidate.score() >= enough_points) {
            return;
        }
        if (candidate.role == Role::campuses && candidate.score() >= enough_points &&
            (best == nullptr || candidate.score() > best->score())) {
            best = &candidate;
        }
    }
    const bool osm_has_schools =
        std::any_of(osm.begin(), osm.end(), [](const OsmGuess& file) { return file.count.contains(Role::schools); });
    if (best != nullptr && !osm_has_schools) {
        best->role = Role::schools;
        best->evidence.push_back({0, words::translate(words::Text::init_campuses_as_schools)});
    }
}

} // namespace

std::vector<RoleChoice> choose_roles(std::vector<Candidate>& candidates, const std::vector<LayerFacts>& layers,
                                     const std::vector<OsmGuess>& osm, const std::vector<Answered>& answered)
{
    const bool asks_for_schools =
        std::none_of(answered.begin(), answered.end(), [](const Answered& one) { return one.role == Role::schools; });
    if (asks_for_schools) {
        take_campuses_for_schools(candidates, osm);
    }
    RoleChooser chooser(candidates, layers, osm);
    for (const Answered& answer : answered) {
        chooser.take(answer);
    }
    return chooser.choose();
}

} // namespace fieldgap
