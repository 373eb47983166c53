#include "layers/draft/draft_city.hpp"

#include "layers/config/config_paths.hpp"
#include "layers/draft/answered_roles.hpp"
#include "layers/draft/chosen_input.hpp"
#include "layers/draft/city_guess.hpp"
#include "layers/draft/draft_datum.hpp"
#include "layers/draft/draft_input.hpp"
#include "layers/draft/draft_sections.hpp"
#include "layers/draft/left_over.hpp"
#include "layers/guess/choose_roles.hpp"
#include "layers/guess/chosen_streets.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

class CityDraft
{
public:
    CityDraft(const Survey& survey, const Answers& answers, const fs::path& folder) : guess_(survey, folder), answers_(answers) {}

    Draft draft(const std::string& city_name)
    {
        std::vector<Candidate> unasked = guess_.candidates;
        guess_.guessed = choose_roles(unasked, guess_.facts, guess_.osm, {});
        const auto answered = answered_roles(guess_, answers_);
        guess_.choices = choose_roles(guess_.candidates, guess_.facts, guess_.osm, answered);
        drop_residential_without_network();
        guess_.resolved = resolved_coordinates(guess_.facts, guess_.candidates, guess_.choices, guess_.known_schools(),
                                               chosen_streets(guess_.survey, guess_.candidates, guess_.choices));
        Draft draft;
        for (const RoleChoice& choice : guess_.choices) {
            draft.inputs.push_back(input_of(guess_, choice));
        }
        add_unknown_inputs(draft);
        ask_for_schools(guess_, draft);
        std::sort(draft.inputs.begin(), draft.inputs.end(), [](const DraftInput& a, const DraftInput& b) { return a.role < b.role; });
        ask_once_for_datum(draft, answers_);
        for (DraftInput& input : draft.inputs) {
            keep_answers(input, answers_);
        }
        add_sections(draft, answers_, city_name);
        ask_once_for_crs(draft);
        add_not_used(guess_, draft);
        return draft;
    }

private:
    void drop_residential_without_network()
    {
        const auto has = [&](Role role) {
            return std::any_of(guess_.choices.begin(), guess_.choices.end(), [&](const RoleChoice& choice) { return choice.role == role; });
        };
        const bool is_asked_for = answers_.has_table("inputs.network") || answers_.has_table("inputs.residential");
        if (!has(Role::network) && !is_asked_for) {
            guess_.choices.erase(std::remove_if(guess_.choices.begin(), guess_.choices.end(),
                                                [](const RoleChoice& choice) { return choice.role == Role::residential; }),
                                 guess_.choices.end());
        }
    }

    const CrsReadings& readings_of(Role role) const
    {
        const auto choice =
            std::find_if(guess_.choices.begin(), guess_.choices.end(), [&](const RoleChoice& each) { return each.role == role; });
        return guess_.facts[guess_.candidates[choice->candidates.front()].layer].layer->readings;
    }

    /// Inputs without CRS come from one hand: one answer serves all that the same readings are possible for.
    void ask_once_for_crs(Draft& draft) const
    {
        std::vector<DraftInput*> asking;
        for (DraftInput& input : draft.inputs) {
            const auto key = open_crs_of(input);
            if (key != input.keys.end() && !readings_of(input.role).list.empty() && is_reading(readings_of(input.role).list.front())) {
                asking.push_back(&input);
            }
        }
        const bool is_answered = answers_.text("city.crs").has_value();
        if (asking.empty() || (asking.size() == 1 && !is_answered)) {
            return;
        }
        CrsReadings shared = readings_of(asking.front()->role);
        for (const DraftInput* input : asking) {
            keep_those_in(shared, readings_of(input->role));
        }
        if (!is_answered && shared.list.size() < 2) {
            return;
        }
        if (!is_answered) {
            draft.before.front().keys.push_back(crs_question(shared, translate(Text::init_crs_of_city, {shared.evidence})));
        }
        for (DraftInput* input : asking) {
            leave_to_city(*input, readings_of(input->role).list.front().reading.swap_xy);
        }
    }

    static std::vector<DraftKey>::iterator open_crs_of(DraftInput& input)
    {
        return std::find_if(input.keys.begin(), input.keys.end(), [](const DraftKey& key) { return key.name == "crs" && key.is_open(); });
    }

    static void keep_those_in(CrsReadings& shared, const CrsReadings& other)
    {
        std::erase_if(shared.list, [&](const gis::CrsCandidate& one) {
            return std::none_of(other.list.begin(), other.list.end(),
                                [&](const gis::CrsCandidate& each) { return each.reading.crs == one.reading.crs; });
        });
        for (gis::CrsCandidate& one : shared.list) {
            one.reading.swap_xy = false; // stands at the input
        }
    }

    static void leave_to_city(DraftInput& input, bool is_swapped)
    {
        const auto key = open_crs_of(input);
        const auto after = input.keys.erase(key);
        input.comments.push_back(translate(Text::init_crs_by_city));
        if (is_swapped) {
            input.keys.insert(after, {"swap_xy", "true", translate(Text::init_swapped), {}});
        }
    }

    /// Inputs of the answers whose file was not among those looked at: all that is said of them is kept.
    void add_unknown_inputs(Draft& draft) const
    {
        for (const Role role : all_roles) {
            const std::string table = "inputs." + std::string(name_of(role));
            const bool is_there =
                std::any_of(draft.inputs.begin(), draft.inputs.end(), [&](const DraftInput& input) { return input.role == role; });
            if (const auto literal = answers_.literal(table + ".path"); !is_there && literal) {
                draft.inputs.push_back({role, {}, {{"path", answered_paths(table), translate(Text::init_as_answered), {}}}, {}});
            }
        }
    }

    std::string answered_paths(const std::string& table) const
    {
        std::vector<std::string> paths = answers_.texts(table + ".path");
        for (std::string& path : paths) {
            path = config::resolved(path, answers_.folder().string());
        }
        return guess_.literal_of(paths);
    }

    CityGuess guess_;
    const Answers& answers_;
};

} // namespace

Draft draft_city(const Survey& survey, const Answers& answers, const fs::path& folder, const std::string& city_name)
{
    return CityDraft(survey, answers, folder).draft(city_name);
}

} // namespace fieldgap
