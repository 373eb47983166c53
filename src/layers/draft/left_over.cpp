#include "layers/draft/left_over.hpp"

#include "layers/columns/coordinate_columns.hpp"
#include "layers/draft/draft_input.hpp"
#include "words/nearest.hpp"
#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// What is said of a list of schools whose coordinate columns are there and blank; empty for any other.
std::string list_without_places(const CityGuess& guess, const LayerFacts& facts)
{
    const gis::VectorLayer& rows = facts.layer->rows;
    std::vector<std::string> blank;
    const gis::CoordinateColumns named = coordinate_columns_of({rows.columns, {}}, {});
    for (const std::string& heading : {named.x, named.y, named.wkt}) {
        if (const auto column = rows.column(heading); !heading.empty() && column && is_blank_throughout(rows, *column)) {
            blank.push_back(heading);
        }
    }
    return blank.empty()
               ? ""
               : translate(Text::init_list_without_places, {guess.written(facts.layer->path), rows.features.size(), words::joined(blank)});
}

std::string why_not(const CityGuess& guess, std::size_t layer)
{
    if (is_of_sites(guess.facts[layer])) {
        return translate(Text::init_sites);
    }
    const Candidate* best = nullptr;
    for (const Candidate& candidate : guess.candidates) {
        if (candidate.layer == layer && (best == nullptr || candidate.score() > best->score())) {
            best = &candidate;
        }
    }
    return best == nullptr || best->score() <= 0 ? translate(Text::init_fits_nothing)
                                                 : translate(Text::init_fits_little, {role_word(best->role), reasons(*best)});
}

} // namespace

void ask_for_schools(const CityGuess& guess, Draft& draft)
{
    const bool has_schools =
        std::any_of(draft.inputs.begin(), draft.inputs.end(), [](const DraftInput& input) { return input.role == Role::schools; });
    if (has_schools) {
        return;
    }
    constexpr std::size_t most = 12;
    DraftKey path{"path", open_question_literal, translate(Text::init_no_schools), {}};
    for (const LayerFacts& facts : guess.facts) {
        if (facts.shape == Shape::table && facts.school_name_share >= 0.5 && path.choices.size() < most) {
            std::string list = list_without_places(guess, facts);
            path.choices.push_back(list.empty() ? choice_of_columns(facts, guess.folder) : std::move(list));
        }
    }
    for (const LayerFacts& facts : guess.facts) {
        if ((facts.shape == Shape::points || facts.shape == Shape::polygons) && path.choices.size() < most) {
            path.choices.push_back(choice_of({}, facts, guess.folder));
        }
    }
    if (path.choices.empty()) {
        path.choices.push_back(translate(Text::init_no_places));
    }
    draft.inputs.push_back({Role::schools, {}, {path}, {}});
}

void add_not_used(const CityGuess& guess, Draft& draft)
{
    std::set<std::size_t> used;
    for (const RoleChoice& choice : guess.choices) {
        for (const std::size_t i : choice.candidates) {
            used.insert(guess.candidates[i].layer);
        }
    }
    for (std::size_t i = 0; i < guess.facts.size(); ++i) {
        if (!used.contains(i)) {
            const std::string& layer = guess.facts[i].layer->layer;
            draft.not_used.push_back(words::toml_text(guess.written(guess.facts[i].layer->path)) +
                                     (layer.empty() ? "" : ", layer " + words::toml_text(layer)) + ": " + why_not(guess, i));
        }
    }
    for (const PassedOver& file : guess.survey.passed_over) {
        draft.not_used.push_back(words::toml_text(guess.written(file.path)) + ": " + file.reason);
    }
}

} // namespace fieldgap
