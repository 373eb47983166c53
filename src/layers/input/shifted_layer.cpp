#include "layers/input/shifted_layer.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/io/crs/look_alikes.hpp"
#include "words/words.hpp"

#include <array>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

std::string words_of(const LayerVerdict& verdict, const FitLayer& layer)
{
    if (!verdict.cure) {
        return translate(Text::fit_offset, {verdict.offset_m.x, verdict.offset_m.y});
    }
    if (verdict.cure->crs != layer.reading.crs) {
        return translate(Text::fit_crs, {verdict.cure->crs});
    }
    switch (verdict.cure->datum) {
    case gis::WebDatum::gcj02: return translate(Text::fit_gcj02);
    case gis::WebDatum::bd09: return translate(Text::fit_bd09);
    case gis::WebDatum::none: break;
    }
    return translate(Text::fit_no_datum, {layer.reading.datum == gis::WebDatum::bd09 ? "bd09" : "gcj02"});
}

std::string cure_of(const LayerVerdict& verdict, const FitLayer& layer)
{
    if (!verdict.cure) {
        return translate(Text::fit_cure_none);
    }
    constexpr std::array<const char*, 3> datums = {"datum = \"none\"", "datum = \"gcj02\"", "datum = \"bd09\""};
    const std::string line =
        verdict.cure->crs != layer.reading.crs ? gis::config_lines(*verdict.cure) : datums[static_cast<std::size_t>(verdict.cure->datum)];
    return translate(Text::fit_cure_line, {name_of(layer.role), line});
}

} // namespace

FitLayer layer_as_read(Role role, const InputFiles& files, const gis::Point& middle_deg)
{
    FitLayer layer;
    layer.role = role;
    if (const auto reading = files.readings.find(role); reading != files.readings.end()) {
        layer.reading = reading->second;
        layer.alternatives = gis::look_alikes(layer.reading, files.layers.at(role).crs_authority, middle_deg);
    }
    return layer;
}

void add_shifted(const FitLayer& layer, const LayerVerdict& verdict, Findings& findings)
{
    const std::string as = words_of(verdict, layer);
    const std::string cure = cure_of(verdict, layer);
    findings.push_back({IssueCode::layer_shifted,
                        std::string(name_of(layer.role)),
                        "",
                        {},
                        {as, verdict.tested, verdict.agree_then, verdict.agree_declared, cure}});
}

} // namespace fieldgap
