#include "layers/draft/draft_input.hpp"

#include "gis/io/crs/crs_list.hpp"
#include "gis/io/crs/look_alikes.hpp"
#include "gis/io/source/source_path.hpp"
#include "layers/draft/draft_columns.hpp"
#include "words/ascii.hpp"
#include "words/toml_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

/// A person can weigh no more.
constexpr std::size_t most_readings_shown = 6;

constexpr const char* zip_prefix = "/vsizip/{";

/// The first text with letters that the encoding decides about.
std::string foreign_sample(const gis::VectorLayer& rows)
{
    for (const std::string& heading : rows.columns) {
        if (!words::is_ascii(heading)) {
            return shortened(heading);
        }
    }
    for (const gis::VectorFeature& row : rows.features) {
        for (const auto& value : row.values) {
            if (value && !words::is_ascii(*value)) {
                return shortened(*value);
            }
        }
    }
    return {};
}

std::string datum_word(gis::WebDatum datum)
{
    constexpr std::array<const char*, 3> words = {"none", "gcj02", "bd09"};
    return words[static_cast<std::size_t>(datum)];
}

void add_swap(DraftInput& input, const gis::SourceCrs& reading)
{
    if (reading.swap_xy) {
        input.keys.push_back({"swap_xy", "true", translate(Text::init_swapped), {}});
    }
}

/// `datum_why`, where the layer itself says in which datum it is.
void add_reading(DraftInput& input, const gis::SourceCrs& reading, const std::string& evidence, const std::string& datum_why = "")
{
    input.keys.push_back({"crs", words::toml_text(reading.crs), evidence, {}});
    add_swap(input, reading);
    if (reading.datum != gis::WebDatum::none || !datum_why.empty()) {
        input.keys.push_back({"datum", words::toml_text(datum_word(reading.datum)), datum_why, {}});
    }
}

/// Of what a layer declares only that is written which another reading is proved for.
void add_correction(DraftInput& input, const SurveyedLayer& layer, const ResolvedCrs* resolved)
{
    if (resolved == nullptr) {
        add_swap(input, layer.reading);
    } else if (resolved->reading.crs != layer.reading.crs) {
        add_reading(input, resolved->reading, resolved->evidence);
    } else {
        input.keys.push_back({"datum", words::toml_text(datum_word(resolved->reading.datum)), resolved->evidence, {}});
        add_swap(input, resolved->reading);
    }
}

void add_question(DraftInput& input, const SurveyedLayer& layer)
{
    input.keys.push_back(crs_question(layer.readings, translate(Text::init_crs_alike, {layer.readings.evidence})));
}

void ask_for_datum(DraftInput& input, const std::string& why)
{
    input.keys.push_back({"datum",
                          open_question_literal,
                          why,
                          {"\"gcj02\": " + translate(Text::init_datum_gcj02), "\"bd09\": " + translate(Text::init_datum_bd09),
                           "\"none\": " + translate(Text::init_datum_none)}});
}

void add_crs(DraftInput& input, const SurveyedLayer& layer, const ResolvedCrs* resolved)
{
    const auto& readings = layer.readings.list;
    if (!layer.lacks_crs) {
        add_correction(input, layer, resolved);
    } else if (resolved != nullptr) {
        add_reading(input, resolved->reading, resolved->evidence);
    } else if (readings.size() == 1 && is_reading(readings.front())) {
        const std::string why = translate(Text::init_crs_why, {layer.readings.evidence, readings.front().evidence});
        add_reading(input, readings.front().reading, why, layer.readings.datum_why);
    } else {
        add_question(input, layer);
    }
}

void add_encoding(DraftInput& input, const gis::VectorLayer& rows)
{
    std::vector<std::string> choices;
    for (const gis::EncodingReading& one : rows.encoding_choices) {
        choices.push_back(translate(Text::init_encoding_choice, {"encoding = " + words::toml_text(one.encoding), one.sample}));
    }
    if (!choices.empty()) {
        input.keys.push_back({"encoding", open_question_literal, translate(Text::init_encoding_alike), std::move(choices)});
    } else if (rows.encoding_guessed && rows.encoding != "UTF-8") {
        input.keys.push_back({"encoding", words::toml_text(rows.encoding), translate(Text::init_encoding, {foreign_sample(rows)}), {}});
    }
}

std::string shape_word(const LayerFacts& facts)
{
    switch (facts.shape) {
    case Shape::points: return translate(Text::init_points);
    case Shape::lines: return translate(Text::init_lines);
    case Shape::polygons: return translate(Text::init_polygons);
    case Shape::table: break;
    }
    return translate(Text::init_rows);
}

} // namespace

std::string written_path(const std::string& path, const fs::path& folder)
{
    const std::string prefix = zip_prefix;
    const std::size_t close = path.rfind('}');
    if (path.starts_with(prefix) && close != std::string::npos) {
        return prefix + written_path(path.substr(prefix.size(), close - prefix.size()), folder) + path.substr(close);
    }
    const fs::path relative = fs::path(path).lexically_relative(folder);
    return relative.empty() || gis::is_remote(path) ? path : relative.string();
}

std::string reasons(const Candidate& candidate)
{
    std::vector<Evidence> sorted = candidate.evidence;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Evidence& a, const Evidence& b) { return a.points > b.points; });
    std::string text;
    bool speaks_against = false;
    for (const Evidence& piece : sorted) {
        const bool turns = piece.points < 0 && !speaks_against;
        if (text.empty()) {
            text = piece.text;
        } else {
            text = turns ? text + translate(Text::init_but, {piece.text}) : translate(Text::list_join, {text, piece.text});
        }
        speaks_against = speaks_against || turns;
    }
    return text;
}

DraftKey crs_question(const CrsReadings& readings, const std::string& comment)
{
    DraftKey key{"crs", open_question_literal, comment, crs_choices(readings), ""};
    std::size_t shown = 0;
    for (const gis::CrsCandidate& one : readings.list) {
        if (is_reading(one) && shown < most_readings_shown) {
            key.brief += (shown == 0 ? "" : " | ") + words::toml_text(one.reading.crs) + (one.reading.swap_xy ? ", swap_xy = true" : "");
            ++shown;
        }
    }
    return key;
}

std::vector<std::string> crs_choices(const CrsReadings& readings)
{
    std::vector<std::string> choices;
    for (const gis::CrsCandidate& one : readings.list) {
        if (is_reading(one) && choices.size() < most_readings_shown) {
            const std::string name = one.name.empty() ? gis::crs_name(one.reading.crs) : one.name;
            choices.push_back(gis::config_lines(one.reading) + ": " +
                              translate(Text::init_crs_choice, {name, one.evidence, one.centre.x, one.centre.y}));
        }
    }
    const bool is_local = !readings.list.empty() && !is_reading(readings.list.front());
    if (choices.empty()) {
        choices.push_back(is_local ? readings.list.front().evidence : translate(Text::init_crs_unknown));
    } else if (choices.size() < readings.list.size()) {
        choices.push_back(translate(Text::init_crs_not_declared, {readings.list.size() - choices.size()}));
    }
    return choices;
}

std::string choice_of(const Candidate& candidate, const LayerFacts& facts, const fs::path& folder)
{
    std::string text = "path = " + words::toml_text(written_path(facts.layer->path, folder));
    text += facts.layer->layer.empty() ? "" : ", layer = " + words::toml_text(facts.layer->layer);
    text += candidate.where.empty() ? "" : ", where = " + words::toml_text(candidate.where);
    const std::string why = reasons(candidate);
    return why.empty() ? text : text + ": " + why;
}

std::string choice_of_columns(const LayerFacts& facts, const fs::path& folder)
{
    return "path = " + words::toml_text(written_path(facts.layer->path, folder)) + R"(, columns = { x = "..", y = ".." }: )" +
           lack_of_coordinates(facts);
}

DraftInput draft_of_layer(const Candidate& candidate, const LayerFacts& facts, const fs::path& folder, const ResolvedCrs* resolved,
                          const OpenDatum* open_datum)
{
    const SurveyedLayer& layer = *facts.layer;
    DraftInput input{candidate.role, {}, {}, {}};
    const std::string crs = layer.rows.crs_authority.empty() ? layer.rows.crs_name : layer.rows.crs_authority;
    std::string what = translate(Text::init_taken, {candidate.rows.size(), shape_word(facts)});
    what += layer.lacks_crs || crs.empty() || !layer.rows.has_geometry ? "" : ", " + translate(Text::init_declares, {crs});
    const std::string why = reasons(candidate);
    input.comments.push_back(why.empty() ? what : what + ": " + why);
    input.keys.push_back({"path", words::toml_text(written_path(layer.path, folder)), "", {}});
    if (!layer.layer.empty()) {
        input.keys.push_back({"layer", words::toml_text(layer.layer), "", {}});
    }
    if (!candidate.where.empty()) {
        input.keys.push_back({"where",
                              words::toml_text(candidate.where),
                              translate(Text::init_filtered, {candidate.rows.size(), layer.rows.features.size()}),
                              {}});
    }
    add_encoding(input, layer.rows);
    if (layer.rows.has_geometry && candidate.role != Role::enrolment && candidate.role != Role::leases &&
        candidate.role != Role::indicators) {
        add_crs(input, layer, resolved);
        if (open_datum != nullptr && open_datum->is_question) {
            ask_for_datum(input, open_datum->why);
        } else if (open_datum != nullptr) {
            input.comments.push_back(open_datum->why);
        }
    }
    draft_columns(input, candidate, facts);
    return input;
}

} // namespace fieldgap
