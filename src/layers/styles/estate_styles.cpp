#include "layers/styles/estate_styles.hpp"

#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/style_looks.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::StyleClass;
using words::Text;
using words::translate;

} // namespace

std::string residential_body()
{
    const auto planned = [](const char* verdict, Text label, const char* colour) {
        return StyleClass{std::string(R"("verdict" = ')") + verdict + "'", translate(label), gis::fill({faded(colour, 60), colour, 0.8})};
    };
    const auto existing = [](const char* covered, Text label, const std::string& colour) {
        return StyleClass{std::string(R"("phase" = 'existing' AND "covered" )") + covered, translate(label),
                          gis::fill({faded(colour, 40), faded(colour, 110), 0.15})};
    };
    return gis::by_rule({existing("= true", Text::style_estate_covered, green), existing("= false", Text::style_estate_uncovered, orange),
                         existing("IS NULL", Text::style_estate_not_known, grey), planned("pass", Text::style_estate_pass, green),
                         planned("conditional", Text::style_estate_conditional, yellow), planned("fail", Text::style_estate_fail, red),
                         planned("unknown", Text::style_estate_unknown, grey)}) +
           gis::labels({R"(CASE WHEN "phase" = 'planned' THEN "name" END)", 7.0, "90,60,20,255", street_scale, false, false}) +
           gis::display_expression(R"(coalesce("name", "estate_id"))");
}

std::string phasing_body()
{
    const auto dashed = [](const std::string& colour) { return gis::fill({faded(colour, 0), colour, 1.0, true}); };
    return gis::by_rule({{R"("legacy" = true)", translate(Text::style_phasing_legacy), dashed(violet)},
                         {R"("legacy" = false AND "in_step" = true)", translate(Text::style_phasing_in_step), dashed(green)},
                         {R"("legacy" = false AND "in_step" = false)", translate(Text::style_phasing_late), dashed(red)},
                         {R"("legacy" = false AND "in_step" IS NULL)", translate(Text::style_phasing_unknown), dashed(grey)}}) +
           gis::display_expression(R"("estate_id" || ' - ' || coalesce("school_name", "school_id"))");
}

std::string site_body()
{
    struct VerdictLook
    {
        const char* verdict;
        Text label;
        const char* colour;
    };
    std::vector<StyleClass> classes;
    for (const VerdictLook& look :
         {VerdictLook{"pass", Text::style_pass, green}, VerdictLook{"conditional", Text::style_conditional, yellow},
          VerdictLook{"fail", Text::style_fail, red}, VerdictLook{"unknown", Text::style_verdict_unknown, grey}}) {
        classes.push_back({look.verdict, translate(look.label), gis::fill({faded(look.colour, 110), look.colour, 0.5})});
    }
    return gis::by_value("verdict", classes) +
           gis::labels({R"(coalesce("name", "estate_id"))", 8.0, "30,30,30,255", quarter_scale, true, false}) +
           gis::display_expression(R"(coalesce("name", "estate_id") || ': ' || "verdict")");
}

std::string site_link_body()
{
    const std::string width = R"(scale_linear(sqrt("pupils"), 0, 25, 0.4, 2.2))";
    const auto to = [&](const char* stage, Text label, const char* colour) {
        return StyleClass{std::string(R"("estate_id" <> '*' AND "stage" = ')") + stage + "'", translate(label),
                          gis::line({colour, 0.8, false, width})};
    };
    return gis::by_rule({to("primary", Text::style_to_primary, blue), to("junior", Text::style_to_junior, violet)}) +
           gis::display_expression(R"("estate_id" || ' - ' || "school_id")");
}

std::string affected_body()
{
    const std::string growth = R"(coalesce("gap_m2_after" - "gap_m2_before", 0))";
    const std::string size = "scale_linear(sqrt(max(0, " + growth + ")), 0, 60, 2.4, 7)";
    return gis::by_rule({{R"("estate_id" <> '*' AND )" + growth + " > 0", translate(Text::style_gap_grows),
                          gis::marker({red, 2.4, size, "circle", "255,255,255,255"})},
                         {R"("estate_id" <> '*' AND )" + growth + " <= 0", translate(Text::style_gap_same),
                          gis::marker({green, 2.4, "", "circle", "255,255,255,255"})}}) +
           gis::labels({R"("school_id")", 7.0, "30,30,30,255", street_scale, false, false}) +
           gis::display_expression(R"("estate_id" || ': ' || "school_id")");
}

} // namespace fieldgap
