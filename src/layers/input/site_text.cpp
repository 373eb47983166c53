#include "layers/input/site_text.hpp"

#include "gis/error.hpp"
#include "gis/io/crs/coordinate_text.hpp"
#include "gis/io/vector/vector_columns.hpp"
#include "words/ascii.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

using Json = nlohmann::json;
using words::Text;
using words::translate;

constexpr const char* place_column = "place";

gis::UsageError refusal(Text why, const std::string& text)
{
    return gis::UsageError(translate(why, {shown_site(text)}));
}

/// Brackets in brackets, as no geometry has them: what follows calls itself for each.
bool is_too_deep(const std::string& text)
{
    constexpr std::ptrdiff_t most = 32;
    std::ptrdiff_t depth = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth > most) {
            return true;
        }
    }
    return false;
}

/// The geometry of a feature, or of a collection of one; what is a geometry already stays.
std::string bare_geometry(const std::string& text)
{
    Json json = is_too_deep(text) ? Json() : Json::parse(text, nullptr, false);
    if (json.is_object() && json.contains("features")) {
        const Json& features = json["features"];
        if (!features.is_array() || features.size() != 1) {
            throw refusal(Text::site_json_wrong, text);
        }
        json = Json(features.front());
    }
    if (json.is_object() && json.contains("geometry")) {
        json = Json(json["geometry"]);
    }
    if (!json.is_object() || !json.contains("type")) {
        throw refusal(Text::site_json_wrong, text);
    }
    return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

/// LON,LAT with a comma, a semicolon or a blank between them, as WKT.
std::string point_text(const std::string& text)
{
    std::size_t cut = text.find_first_of(",;");
    cut = cut == std::string::npos ? text.find_first_of(" \t") : cut;
    if (cut == std::string::npos) {
        throw refusal(Text::site_not_read, text);
    }
    const auto east = gis::coordinate_of(words::trimmed(text.substr(0, cut)));
    const auto north = gis::coordinate_of(words::trimmed(text.substr(cut + 1)));
    if (!east || !north) {
        throw refusal(Text::site_not_read, text);
    }
    return words::fill("POINT ({:.12g} {:.12g})", {*east, *north});
}

std::string geometry_text(const std::string& text)
{
    if (text.starts_with('{')) {
        return bare_geometry(text);
    }
    return text.find('(') == std::string::npos && !text.empty() ? point_text(text) : text;
}

bool is_place(const gis::Geometry& geometry)
{
    return std::holds_alternative<gis::Point>(geometry) || std::holds_alternative<gis::MultiPolygon>(geometry);
}

} // namespace

std::string shown_site(const std::string& text)
{
    constexpr std::size_t most_bytes = 60;
    std::string line = text.substr(0, most_bytes);
    while (line.size() < text.size() && !line.empty() && (static_cast<unsigned char>(text[line.size()]) & 0xC0U) == 0x80U) {
        line.pop_back(); // not in the middle of a character
    }
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return line.size() < text.size() ? line + "..." : line;
}

gis::VectorLayer layer_of_site(const std::string& text)
{
    gis::VectorLayer layer;
    layer.columns = {place_column};
    layer.coordinates.wkt = place_column;
    layer.encoding = "UTF-8";
    gis::VectorFeature row;
    row.row = 1;
    row.values = {geometry_text(std::string(words::trimmed(text)))};
    layer.features.push_back(std::move(row));
    gis::read_geometry_columns(layer, {});
    const gis::VectorFeature& read = layer.features.front();
    if (std::holds_alternative<std::monostate>(read.geometry)) {
        if (read.geometry_problem.empty() || read.geometry_problem == "empty") {
            throw refusal(text.find('{') == 0 ? Text::site_json_wrong : Text::site_not_read, text);
        }
        throw gis::UsageError(translate(Text::site_empty, {shown_site(text), read.geometry_problem}));
    }
    if (!is_place(read.geometry)) {
        throw refusal(Text::site_not_ground, text);
    }
    return layer;
}

namespace {

void refuse_latitude(const gis::Box& degrees, const std::string& text)
{
    constexpr double pole = 90.0;
    for (const double latitude : {degrees.min_y, degrees.max_y}) {
        if (std::fabs(latitude) > pole) {
            throw gis::UsageError(translate(Text::site_latitude, {shown_site(text), latitude}));
        }
    }
}

} // namespace

std::string crs_of_site(const gis::Geometry& geometry, const std::string& text, const std::string& schools_crs)
{
    constexpr double most_degrees = 180.0;
    const gis::Box box = gis::bounds(geometry);
    const bool is_degrees =
        std::max({std::fabs(box.min_x), std::fabs(box.max_x), std::fabs(box.min_y), std::fabs(box.max_y)}) <= most_degrees;
    if (is_degrees) {
        refuse_latitude(box, text);
        return "EPSG:4326";
    }
    if (schools_crs.empty()) {
        throw refusal(Text::site_crs_unknown, text);
    }
    return schools_crs;
}

} // namespace fieldgap
