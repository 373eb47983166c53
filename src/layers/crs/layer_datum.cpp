#include "layers/crs/layer_datum.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/datum.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/io/vector/vector_columns.hpp"
#include "layers/columns/map_maker.hpp"
#include "layers/crs/city_centre.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

std::string headings_of(const gis::CoordinateColumns& columns)
{
    return columns.wkt.empty() ? "'" + columns.x + "', '" + columns.y + "'" : "'" + columns.wkt + "'";
}

std::string config_word(gis::WebDatum datum)
{
    constexpr std::array<const char*, 3> words = {"none", "gcj02", "bd09"};
    return words[static_cast<std::size_t>(datum)];
}

/// Web maps move nothing elsewhere.
bool is_where_maps_are_shifted(const gis::VectorLayer& in_degrees)
{
    const std::vector<gis::Point> places = layer_positions(in_degrees);
    return !places.empty() && gis::is_in_mainland_china(gis::median(places));
}

void note_unknown_datum(const gis::VectorLayer& layer, const InputSpec& spec, Findings& findings)
{
    const std::vector<gis::Point> places = layer_positions(layer);
    if (places.empty() || spec.source.helmert || layer.crs_text.empty()) {
        return;
    }
    if (const auto datum = gis::datum_without_transformation(layer.crs_text, gis::median(places))) {
        findings.push_back({IssueCode::datum_without_transformation, spec.source.role, "", {}, {*datum}});
    }
}

} // namespace

std::optional<DatumSign> datum_sign_of(const gis::VectorLayer& rows)
{
    const gis::CoordinateColumns& columns = rows.coordinates;
    if (columns.is_empty()) {
        return std::nullopt;
    }
    if (columns.datum) {
        const std::string datum = name_of(*columns.datum);
        return DatumSign{*columns.datum, true,
                         columns.datum_beside.empty()
                             ? translate(Text::datum_by_heading, {headings_of(columns), datum})
                             : translate(Text::datum_by_other_pair, {headings_of(columns), datum, columns.datum_beside})};
    }
    if (const auto maker = map_maker_of(gis::sample_of(rows))) {
        return DatumSign{maker->datum, false, translate(Text::datum_by_maker, {maker->signs, maker->name, name_of(maker->datum)})};
    }
    return std::nullopt;
}

gis::VectorSource with_datum_of_headings(const gis::VectorLayer& layer, gis::VectorSource source)
{
    const auto& datum = layer.coordinates.datum;
    const bool is_in_degrees = source.crs.empty() ? layer.crs_text.empty() : gis::is_in_degrees(source.crs);
    if (datum && is_in_degrees) {
        source.crs = source.crs.empty() ? "EPSG:4326" : source.crs;
        source.datum = source.is_datum_said ? source.datum : *datum;
    }
    return source;
}

void note_datum(const gis::VectorLayer& layer, const InputSpec& spec, Findings& findings)
{
    note_unknown_datum(layer, spec, findings);
    const auto sign = datum_sign_of(layer);
    const bool is_shifted = sign && sign->datum != gis::WebDatum::none;
    if (!is_shifted || spec.source.is_datum_said || spec.source.helmert || !gis::is_in_degrees(layer.crs_text) ||
        !is_where_maps_are_shifted(layer)) {
        return;
    }
    const IssueCode code = sign->is_declared ? IssueCode::datum_by_heading : IssueCode::datum_doubtful;
    findings.push_back({code, spec.source.role, "", {}, {sign->text, spec.source.role, config_word(sign->datum)}});
}

std::string name_of(gis::WebDatum datum)
{
    constexpr std::array<const char*, 3> names = {"WGS 84", "GCJ-02", "BD-09"};
    return names[static_cast<std::size_t>(datum)];
}

} // namespace fieldgap
