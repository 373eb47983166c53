#include "layers/draft/chosen_input.hpp"

#include "layers/draft/draft_input.hpp"
#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

class ChosenInput
{
public:
    explicit ChosenInput(const CityGuess& guess) : guess_(guess) {}

    DraftInput input_of(const RoleChoice& choice) const
    {
        DraftInput input = choice.is_open()            ? question_of(choice)
                           : choice.candidates.empty() ? input_of_osm(choice)
                                                       : input_of_files(choice);
        if (is_by_answer(choice)) {
            input.keys.front().comment = translate(Text::init_as_answered);
        }
        if (choice.loser && !choice.is_open()) {
            const Candidate& loser = guess_.candidates[*choice.loser];
            input.comments.push_back(translate(Text::init_loser, {choice_of(loser, guess_.facts[loser.layer], guess_.folder)}));
        }
        if (choice.osm_loser && !choice.is_open()) {
            input.comments.push_back(translate(Text::init_loser, {guess_.choice_of_osm(*choice.osm_loser, choice.role)}));
        }
        if (choice.role == Role::fields && !choice.is_open()) {
            input.comments.push_back(translate(choice.osm.empty() ? Text::init_complete_layer : Text::init_complete_osm));
        }
        return input;
    }

private:
    /// The guess alone would have come to something else.
    bool is_by_answer(const RoleChoice& choice) const
    {
        return std::none_of(guess_.guessed.begin(), guess_.guessed.end(), [&](const RoleChoice& guess) {
            return guess.role == choice.role && guess.candidates == choice.candidates && guess.osm == choice.osm;
        });
    }

    DraftInput input_of_layer(const Candidate& candidate) const
    {
        const auto resolved = guess_.resolved.crs.find(candidate.layer);
        const auto open_datum = guess_.resolved.open_datums.find(candidate.layer);
        return draft_of_layer(candidate, guess_.facts[candidate.layer], guess_.folder,
                              resolved == guess_.resolved.crs.end() ? nullptr : &resolved->second,
                              open_datum == guess_.resolved.open_datums.end() ? nullptr : &open_datum->second);
    }

    /// The first file speaks for all of one layout; coordinates are settled by whichever could be compared.
    DraftInput input_of_files(const RoleChoice& choice) const
    {
        const auto is_settled = [this](std::size_t i) { return guess_.resolved.crs.contains(guess_.candidates[i].layer); };
        const auto settled = std::find_if(choice.candidates.begin(), choice.candidates.end(), is_settled);
        DraftInput input = input_of_layer(guess_.candidates[settled == choice.candidates.end() ? choice.candidates.front() : *settled]);
        if (choice.candidates.size() > 1) {
            std::size_t rows = 0;
            for (const std::size_t i : choice.candidates) {
                rows += guess_.candidates[i].rows.size();
            }
            input.keys.front().literal = paths_literal(choice);
            input.comments.insert(input.comments.begin(), translate(Text::init_files_together, {choice.candidates.size(), rows}));
        }
        return input;
    }

    std::string paths_literal(const RoleChoice& choice) const
    {
        std::vector<std::string> paths;
        for (std::size_t i = 0; i < choice.together; ++i) {
            paths.push_back(guess_.facts[guess_.candidates[choice.candidates[i]].layer].layer->path);
        }
        return guess_.literal_of(paths);
    }

    DraftInput question_of(const RoleChoice& choice) const
    {
        DraftKey path{"path", open_question_literal, translate(Text::init_several), {}};
        if (choice.together > 1) {
            path.choices.push_back("path = " + paths_literal(choice) + ": " + translate(Text::init_parts, {choice.together}));
        }
        for (const std::size_t i : choice.candidates) {
            path.choices.push_back(choice_of(guess_.candidates[i], guess_.facts[guess_.candidates[i].layer], guess_.folder));
        }
        for (const std::size_t i : choice.osm) {
            path.choices.push_back(guess_.choice_of_osm(i, choice.role));
        }
        return {choice.role, {}, {path}, {}};
    }

    DraftInput input_of_osm(const RoleChoice& choice) const
    {
        const std::size_t file = choice.osm.front();
        const auto evidence = guess_.osm[file].evidence.find(choice.role);
        DraftInput input{choice.role, {}, {{"path", words::toml_text(guess_.written(guess_.survey.osm[file].path)), "", {}}}, {}};
        if (evidence != guess_.osm[file].evidence.end()) {
            input.comments.push_back(evidence->second);
        }
        if (choice.role == Role::districts) {
            const auto level = guess_.osm[file].admin_level;
            input.keys.push_back(
                {"admin_level", level ? std::to_string(*level) : open_question_literal, guess_.osm[file].level_evidence, {}});
        }
        return input;
    }

    const CityGuess& guess_;
};

} // namespace

DraftInput input_of(const CityGuess& guess, const RoleChoice& choice)
{
    return ChosenInput(guess).input_of(choice);
}

} // namespace fieldgap
