#include "layers/styles/city_styles.hpp"

#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/style_looks.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::StyleClass;
using words::Text;
using words::translate;

} // namespace

std::string district_body()
{
    return gis::single_symbol(gis::fill({"255,255,255,0", "90,90,90,255", 0.4, true})) +
           gis::labels({R"("name")", 10.0, "90,90,90,255", city_scale, true, true}) +
           gis::display_expression(R"(coalesce("name", "district_id"))");
}

std::string issue_body()
{
    struct Severity
    {
        const char* name;
        Text label;
        const char* colour;
    };
    std::vector<StyleClass> classes;
    for (const Severity& severity : {Severity{"info", Text::style_info, blue}, Severity{"warning", Text::style_warning, brown},
                                     Severity{"error", Text::style_error, red}}) {
        const auto add = [&](const char* kind, const gis::Symbol& symbol) {
            const std::string when = std::string("\"severity\" = '") + severity.name + "' AND geometry_type($geometry) = '" + kind + "'";
            classes.push_back({when, translate(severity.label), symbol});
        };
        add("Point", gis::marker({severity.colour, 2.6, "", "triangle", "255,255,255,255"}));
        add("Line", gis::line({severity.colour, 0.6, false, ""}));
        add("Polygon", gis::fill({faded(severity.colour, 30), severity.colour, 0.5, true}));
    }
    return gis::by_rule(classes) + gis::display_expression(R"("code" || ' ' || coalesce("feature_id", ''))");
}

} // namespace fieldgap
