#include "layers/draft_input.hpp"

#include "gis/io/source_path.hpp"
#include "layers/draft_columns.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::say;
using words::Text;

constexpr const char* zip_prefix = "/vsizip/{";

/// The first text with letters that the encoding decides about.
std::string foreign_sample(const gis::VectorLayer& rows)
{
    const auto is_foreign = [](const std::string& text) {
        return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x80; });
    };
    for (const std::string& heading : rows.columns) {
        if (is_foreign(heading)) {
            return shortened(heading);
        }
    }
    for (const gis::VectorFeature& row : rows.features) {
        for (const auto& value : row.values) {
            if (value && is_foreign(*value)) {
                return shortened(*value);
            }
        }
    }
    return {};
}

std::string datum_word(gis::WebDatum datum)
{
    return datum == gis::WebDatum::gcj02 ? "gcj02" : "bd09";
}

std::string described(const gis::CoordinateReading& reading)
{
    std::string text = "crs = " + toml_text(reading.crs);
    text += reading.swap_xy ? ", swap_xy = true" : "";
    return reading.datum == gis::WebDatum::none ? text : text + ", datum = " + toml_text(datum_word(reading.datum));
}

void add_crs(DraftInput& input, const SurveyedLayer& layer)
{
    const auto& readings = layer.readings.list;
    if (readings.size() == 1) {
        input.keys.push_back({"crs", toml_text(readings.front().crs), layer.readings.evidence, {}});
        if (readings.front().swap_xy) {
            input.keys.push_back({"swap_xy", "true", say(Text::init_swapped), {}});
        }
        if (readings.front().datum != gis::WebDatum::none) {
            input.keys.push_back({"datum", toml_text(datum_word(readings.front().datum)), "", {}});
        }
        return;
    }
    std::vector<std::string> choices;
    for (const gis::CoordinateReading& reading : readings) {
        choices.push_back(described(reading));
    }
    if (choices.empty()) {
        choices.push_back(say(Text::init_crs_unknown));
    }
    input.keys.push_back({"crs", open_question_literal, layer.readings.evidence, choices});
}

std::string shape_word(const LayerFacts& facts)
{
    switch (facts.shape) {
    case Shape::points: return say(Text::init_points);
    case Shape::lines: return say(Text::init_lines);
    case Shape::polygons: return say(Text::init_polygons);
    case Shape::table: break;
    }
    return say(Text::init_rows);
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
        text += text.empty() ? piece.text : turns ? say(Text::init_but, {piece.text}) : "; " + piece.text;
        speaks_against = speaks_against || turns;
    }
    return text;
}

std::string choice_of(const Candidate& candidate, const LayerFacts& facts, const fs::path& folder)
{
    std::string text = "path = " + toml_text(written_path(facts.layer->path, folder));
    text += facts.layer->layer.empty() ? "" : ", layer = " + toml_text(facts.layer->layer);
    text += candidate.where.empty() ? "" : ", where = " + toml_text(candidate.where);
    const std::string why = reasons(candidate);
    return why.empty() ? text : text + ": " + why;
}

DraftInput draft_of_layer(const Candidate& candidate, const LayerFacts& facts, const fs::path& folder)
{
    const SurveyedLayer& layer = *facts.layer;
    DraftInput input{candidate.role, {}, {}, {}};
    const std::string crs = layer.rows.crs_authority.empty() ? layer.rows.crs_name : layer.rows.crs_authority;
    std::string what = say(Text::init_taken, {candidate.rows.size(), shape_word(facts)});
    what += layer.lacks_crs || crs.empty() || !layer.rows.has_geometry ? "" : ", " + say(Text::init_declares, {crs});
    const std::string why = reasons(candidate);
    input.comments.push_back(why.empty() ? what : what + ": " + why);
    input.keys.push_back({"path", toml_text(written_path(layer.path, folder)), "", {}});
    if (!layer.layer.empty()) {
        input.keys.push_back({"layer", toml_text(layer.layer), "", {}});
    }
    if (!candidate.where.empty()) {
        input.keys.push_back(
            {"where", toml_text(candidate.where), say(Text::init_filtered, {candidate.rows.size(), layer.rows.features.size()}), {}});
    }
    if (layer.rows.encoding_guessed && layer.rows.encoding != "UTF-8") {
        input.keys.push_back({"encoding", toml_text(layer.rows.encoding), say(Text::init_encoding, {foreign_sample(layer.rows)}), {}});
    }
    if (layer.lacks_crs && candidate.role != Role::enrolment && candidate.role != Role::leases) {
        add_crs(input, layer);
    }
    draft_columns(input, candidate, facts);
    return input;
}

} // namespace fieldgap
