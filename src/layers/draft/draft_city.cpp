#include "layers/draft/draft_city.hpp"

#include "gis/io/source/source_path.hpp"
#include "layers/columns/columns.hpp"
#include "layers/columns/coordinate_columns.hpp"
#include "layers/config/config_paths.hpp"
#include "layers/draft/draft_datum.hpp"
#include "layers/draft/draft_input.hpp"
#include "layers/draft/draft_sections.hpp"
#include "layers/guess/choose_roles.hpp"
#include "layers/guess/chosen_streets.hpp"
#include "layers/guess/resolve_coordinates.hpp"
#include "words/nearest.hpp"
#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

class CityDraft
{
public:
    CityDraft(const Survey& survey, const Answers& answers, const fs::path& folder) : survey_(survey), answers_(answers), folder_(folder)
    {
        for (const SurveyedLayer& layer : survey.layers) {
            facts_.push_back(facts_of(layer));
        }
        for (const SurveyedOsm& file : survey.osm) {
            osm_.push_back(guess_osm(file.file));
        }
        candidates_ = candidates_of(facts_);
        relate(candidates_, facts_, known_schools());
        measure_streets();
    }

    Draft draft(const std::string& city_name)
    {
        std::vector<Candidate> unasked = candidates_;
        guessed_ = choose_roles(unasked, facts_, osm_, {});
        const auto answered = all_answered();
        choices_ = choose_roles(candidates_, facts_, osm_, answered);
        drop_residential_without_network();
        resolved_ = resolved_coordinates(facts_, candidates_, choices_, known_schools(), chosen_streets(survey_, candidates_, choices_));
        Draft draft;
        for (const RoleChoice& choice : choices_) {
            draft.inputs.push_back(input_of(choice));
        }
        add_unknown_inputs(draft);
        ask_for_schools(draft);
        std::sort(draft.inputs.begin(), draft.inputs.end(), [](const DraftInput& a, const DraftInput& b) { return a.role < b.role; });
        ask_once_for_datum(draft, answers_);
        for (DraftInput& input : draft.inputs) {
            keep_answers(input, answers_);
        }
        add_sections(draft, answers_, city_name);
        ask_once_for_crs(draft);
        add_not_used(draft);
        return draft;
    }

private:
    /// Only where there is a choice: what a single file has needs no measuring.
    void measure_streets()
    {
        const auto is_network = [](const Candidate& one) { return one.role == Role::network && one.score() >= enough_points; };
        const auto has_streets = [](const OsmGuess& one) { return one.count.contains(Role::network); };
        const auto sources =
            std::count_if(candidates_.begin(), candidates_.end(), is_network) + std::count_if(osm_.begin(), osm_.end(), has_streets);
        if (sources < 2) {
            return;
        }
        const std::vector<gis::Point> schools = school_places(candidates_, facts_, known_schools());
        for (Candidate& candidate : candidates_) {
            if (is_network(candidate)) {
                candidate.streets = supply_of(facts_[candidate.layer].layer->rows, schools);
                candidate.evidence.push_back({0, candidate.streets.text()});
            }
        }
        for (std::size_t file = 0; file < osm_.size(); ++file) {
            if (has_streets(osm_[file])) {
                osm_[file].streets = supply_of(survey_.osm[file].file.streets, schools);
                osm_[file].evidence[Role::network] += "; " + osm_[file].streets.text();
            }
        }
    }

    KnownSchools known_schools() const
    {
        const auto most = std::max_element(osm_.begin(), osm_.end(),
                                           [](const OsmGuess& a, const OsmGuess& b) { return a.known.ids.size() < b.known.ids.size(); });
        return most == osm_.end() ? KnownSchools() : most->known;
    }

    std::string written(const std::string& path) const { return written_path(path, folder_); }

    /// The candidate that an answered path means; made where nothing spoke for it.
    std::optional<std::size_t> candidate_of(Role role, const std::string& path, const std::string& table)
    {
        const std::string layer = answers_.text(table + "layer").value_or("");
        const std::string where = answers_.text(table + "where").value_or("");
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const SurveyedLayer& surveyed = *facts_[candidates_[i].layer].layer;
            const bool is_it = candidates_[i].role == role && surveyed.path == path && (layer.empty() || surveyed.layer == layer);
            found = is_it && (!found || candidates_[i].where == where) ? std::optional(i) : found;
        }
        return found ? found : made_candidate(role, path, layer);
    }

    std::optional<std::size_t> made_candidate(Role role, const std::string& path, const std::string& layer)
    {
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            if (facts_[i].layer->path == path && (layer.empty() || facts_[i].layer->layer == layer)) {
                std::vector<std::uint32_t> rows(facts_[i].layer->rows.features.size());
                std::iota(rows.begin(), rows.end(), 0U);
                candidates_.push_back({role, i, "", std::move(rows), {}});
                return candidates_.size() - 1;
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
        for (std::size_t i = 0; i < survey_.osm.size(); ++i) {
            answer.osm = survey_.osm[i].path == opened ? std::optional(i) : answer.osm;
        }
    }

    std::vector<Answered> all_answered()
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

    void drop_residential_without_network()
    {
        const auto has = [&](Role role) {
            return std::any_of(choices_.begin(), choices_.end(), [&](const RoleChoice& choice) { return choice.role == role; });
        };
        const bool is_asked_for = answers_.has_table("inputs.network") || answers_.has_table("inputs.residential");
        if (!has(Role::network) && !is_asked_for) {
            choices_.erase(
                std::remove_if(choices_.begin(), choices_.end(), [](const RoleChoice& choice) { return choice.role == Role::residential; }),
                choices_.end());
        }
    }

    /// The guess alone would have come to something else.
    bool is_by_answer(const RoleChoice& choice) const
    {
        return std::none_of(guessed_.begin(), guessed_.end(), [&](const RoleChoice& guess) {
            return guess.role == choice.role && guess.candidates == choice.candidates && guess.osm == choice.osm;
        });
    }

    DraftInput input_of(const RoleChoice& choice) const
    {
        DraftInput input = choice.is_open()            ? question_of(choice)
                           : choice.candidates.empty() ? input_of_osm(choice)
                                                       : input_of_files(choice);
        if (is_by_answer(choice)) {
            input.keys.front().comment = translate(Text::init_as_answered);
        }
        if (choice.loser && !choice.is_open()) {
            const Candidate& loser = candidates_[*choice.loser];
            input.comments.push_back(translate(Text::init_loser, {choice_of(loser, facts_[loser.layer], folder_)}));
        }
        if (choice.osm_loser && !choice.is_open()) {
            input.comments.push_back(translate(Text::init_loser, {choice_of_osm(*choice.osm_loser, choice.role)}));
        }
        if (choice.role == Role::fields && !choice.is_open()) {
            input.comments.push_back(translate(choice.osm.empty() ? Text::init_complete_layer : Text::init_complete_osm));
        }
        return input;
    }

    DraftInput input_of_layer(const Candidate& candidate) const
    {
        const auto resolved = resolved_.crs.find(candidate.layer);
        const auto open_datum = resolved_.open_datums.find(candidate.layer);
        return draft_of_layer(candidate, facts_[candidate.layer], folder_, resolved == resolved_.crs.end() ? nullptr : &resolved->second,
                              open_datum == resolved_.open_datums.end() ? nullptr : &open_datum->second);
    }

    /// The first file speaks for all of one layout; coordinates are settled by whichever could be compared.
    DraftInput input_of_files(const RoleChoice& choice) const
    {
        const auto is_settled = [this](std::size_t i) { return resolved_.crs.contains(candidates_[i].layer); };
        const auto settled = std::find_if(choice.candidates.begin(), choice.candidates.end(), is_settled);
        DraftInput input = input_of_layer(candidates_[settled == choice.candidates.end() ? choice.candidates.front() : *settled]);
        if (choice.candidates.size() > 1) {
            std::size_t rows = 0;
            for (const std::size_t i : choice.candidates) {
                rows += candidates_[i].rows.size();
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
            paths.push_back(facts_[candidates_[choice.candidates[i]].layer].layer->path);
        }
        return literal_of(paths);
    }

    /// As the config to be written names them: a text, or a list of several.
    std::string literal_of(const std::vector<std::string>& paths) const
    {
        std::vector<std::string> literals;
        for (const std::string& path : paths) {
            literals.push_back(words::toml_text(written(path)));
        }
        return literals.size() == 1 ? literals.front() : "[" + words::joined(literals) + "]";
    }

    const CrsReadings& readings_of(Role role) const
    {
        const auto choice = std::find_if(choices_.begin(), choices_.end(), [&](const RoleChoice& each) { return each.role == role; });
        return facts_[candidates_[choice->candidates.front()].layer].layer->readings;
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

    DraftInput question_of(const RoleChoice& choice) const
    {
        DraftKey path{"path", open_question_literal, translate(Text::init_several), {}};
        if (choice.together > 1) {
            path.choices.push_back("path = " + paths_literal(choice) + ": " + translate(Text::init_parts, {choice.together}));
        }
        for (const std::size_t i : choice.candidates) {
            path.choices.push_back(choice_of(candidates_[i], facts_[candidates_[i].layer], folder_));
        }
        for (const std::size_t i : choice.osm) {
            path.choices.push_back(choice_of_osm(i, choice.role));
        }
        return {choice.role, {}, {path}, {}};
    }

    std::string choice_of_osm(std::size_t file, Role role) const
    {
        return "path = " + words::toml_text(written(survey_.osm[file].path)) + ": " + osm_[file].evidence.at(role);
    }

    DraftInput input_of_osm(const RoleChoice& choice) const
    {
        const std::size_t file = choice.osm.front();
        const auto evidence = osm_[file].evidence.find(choice.role);
        DraftInput input{choice.role, {}, {{"path", words::toml_text(written(survey_.osm[file].path)), "", {}}}, {}};
        if (evidence != osm_[file].evidence.end()) {
            input.comments.push_back(evidence->second);
        }
        if (choice.role == Role::districts) {
            const auto level = osm_[file].admin_level;
            input.keys.push_back({"admin_level", level ? std::to_string(*level) : open_question_literal, osm_[file].level_evidence, {}});
        }
        return input;
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
        return literal_of(paths);
    }

    /// What is said of a list of schools whose coordinate columns are there and blank; empty for any other.
    std::string list_without_places(const LayerFacts& facts) const
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
                   : translate(Text::init_list_without_places, {written(facts.layer->path), rows.features.size(), words::joined(blank)});
    }

    void ask_for_schools(Draft& draft) const
    {
        const bool has_schools =
            std::any_of(draft.inputs.begin(), draft.inputs.end(), [](const DraftInput& input) { return input.role == Role::schools; });
        if (has_schools) {
            return;
        }
        constexpr std::size_t most = 12;
        DraftKey path{"path", open_question_literal, translate(Text::init_no_schools), {}};
        for (const LayerFacts& facts : facts_) {
            if (facts.shape == Shape::table && facts.school_name_share >= 0.5 && path.choices.size() < most) {
                std::string list = list_without_places(facts);
                path.choices.push_back(list.empty() ? choice_of_columns(facts, folder_) : std::move(list));
            }
        }
        for (const LayerFacts& facts : facts_) {
            if ((facts.shape == Shape::points || facts.shape == Shape::polygons) && path.choices.size() < most) {
                path.choices.push_back(choice_of({}, facts, folder_));
            }
        }
        if (path.choices.empty()) {
            path.choices.push_back(translate(Text::init_no_places));
        }
        draft.inputs.push_back({Role::schools, {}, {path}, {}});
    }

    void add_not_used(Draft& draft) const
    {
        std::set<std::size_t> used;
        for (const RoleChoice& choice : choices_) {
            for (const std::size_t i : choice.candidates) {
                used.insert(candidates_[i].layer);
            }
        }
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            if (!used.contains(i)) {
                const std::string& layer = facts_[i].layer->layer;
                draft.not_used.push_back(words::toml_text(written(facts_[i].layer->path)) +
                                         (layer.empty() ? "" : ", layer " + words::toml_text(layer)) + ": " + why_not(i));
            }
        }
        for (const PassedOver& file : survey_.passed_over) {
            draft.not_used.push_back(words::toml_text(written(file.path)) + ": " + file.reason);
        }
    }

    std::string why_not(std::size_t layer) const
    {
        if (is_of_sites(facts_[layer])) {
            return translate(Text::init_sites);
        }
        const Candidate* best = nullptr;
        for (const Candidate& candidate : candidates_) {
            if (candidate.layer == layer && (best == nullptr || candidate.score() > best->score())) {
                best = &candidate;
            }
        }
        return best == nullptr || best->score() <= 0 ? translate(Text::init_fits_nothing)
                                                     : translate(Text::init_fits_little, {name_of(best->role), reasons(*best)});
    }

    const Survey& survey_;
    const Answers& answers_;
    const fs::path& folder_;
    std::vector<LayerFacts> facts_;
    std::vector<OsmGuess> osm_;
    std::vector<Candidate> candidates_;
    std::vector<RoleChoice> guessed_; ///< without the answers
    std::vector<RoleChoice> choices_;
    ResolvedCoordinates resolved_;
};

} // namespace

Draft draft_city(const Survey& survey, const Answers& answers, const fs::path& folder, const std::string& city_name)
{
    return CityDraft(survey, answers, folder).draft(city_name);
}

} // namespace fieldgap
