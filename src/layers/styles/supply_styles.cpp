#include "layers/styles/supply_styles.hpp"

#include "gis/io/qgis/qgis_form.hpp"
#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/style_looks.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::StyleClass;
using words::Text;
using words::translate;

constexpr const char* venue_size = R"(coalesce(scale_linear(sqrt("area_m2"), 0, 150, 1.2, 4), 1.2))";
constexpr const char* given_width = R"(scale_linear(sqrt("given_m2"), 0, 80, 0.5, 2.4))";
/// On the sheet of a school its own alone.
constexpr const char* of_the_sheet = R"((@atlas_pagename IS NULL OR "from_school" = attribute(@atlas_feature, 'school_id')))";

} // namespace

std::string venue_body(int far_scale)
{
    const auto square = [](const std::string& colour) { return gis::marker({colour, 1.2, venue_size, "square", "60,60,60,255"}); };
    return gis::by_rule({{R"("rented_m2" > 0)", translate(Text::style_rented), square(blue), far_scale},
                         {R"(coalesce("rented_m2", 0) <= 0 AND "schools_in_reach" > 0)", translate(Text::style_in_reach),
                          square("190,215,240,255"), far_scale},
                         {"ELSE", translate(Text::style_out_of_reach),
                          gis::marker({"245,245,245,255", 1.2, "", "square", "180,180,180,255"}), far_scale}}) +
           gis::labels({R"("name")", 7.0, "20,60,120,255", street_scale, false, false}) +
           gis::display_expression(R"(coalesce("name", "venue_id"))");
}

std::string link_body(int far_scale)
{
    const auto used = [&](const char* channel, Text label, const char* colour) {
        return StyleClass{std::string(R"("given_m2" > 0 AND "channel" = ')") + channel + "' AND " + of_the_sheet, translate(label),
                          gis::line({colour, 0.8, false, given_width}), far_scale};
    };
    return gis::by_rule({used("share", Text::style_share, violet), used("rent", Text::style_rent, blue)}) +
           gis::display_expression(R"("from_school" || ' - ' || "to_id")");
}

std::string link_in_reach_body()
{
    return gis::by_rule(
               {{R"("given_m2" = 0)", translate(Text::style_unused), gis::line({faded(grey, 200), 0.25, true, ""}), quarter_scale}}) +
           gis::display_expression(R"("from_school" || ' - ' || "to_id")");
}

std::string gate_option_body(int far_scale)
{
    const std::string size = R"(coalesce(scale_linear(sqrt("gain_m2"), 0, 80, 2.6, 6), 2.6))";
    const std::string width = R"(coalesce(scale_linear(sqrt("gain_m2"), 0, 80, 0.8, 3), 0.8))";
    return gis::by_rule({{R"("kind" = 'gate')", translate(Text::style_option_gate),
                          gis::marker({orange, 2.6, size, "diamond", "60,60,60,255"}), far_scale},
                         {R"("kind" = 'link')", translate(Text::style_option_link), gis::line({orange, 0.8, false, width}), far_scale}}) +
           gis::labels({R"(round("gain_m2") || ' m2')", 7.0, "120,60,0,255", street_scale, false, false}) +
           gis::display_expression(R"("option_id")");
}

std::string unreached_body()
{
    const auto because = [](const char* reason, Text label, const char* colour) {
        return StyleClass{std::string(R"("reason" = ')") + reason + "'", translate(label), gis::line({faded(colour, 190), 0.25, true, ""}),
                          quarter_scale};
    };
    return gis::by_rule({because("too_far", Text::style_too_far, grey), because("detour", Text::style_detour, brown),
                         because("not_connected", Text::style_not_connected, red), because("no_entry", Text::style_no_entry, violet)}) +
           gis::display_expression(R"("from_school" || ' - ' || "to_id" || ': ' || "reason")");
}

} // namespace fieldgap
