#include "layers/styles/venue_styles.hpp"

#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/style_looks.hpp"
#include "words/words.hpp"

namespace fieldgap {

std::string venue_option_body(int far_scale)
{
    using words::Text;
    using words::translate;
    const std::string size = R"(coalesce(scale_linear(sqrt("gain_m2"), 0, 100, 2.2, 7), 2.2))";
    const auto star = [&](const char* colour) { return gis::marker({colour, 2.2, size, "star", "60,60,60,255"}); };
    return gis::by_rule({{R"("chosen" = false)", translate(Text::style_venue_not_chosen), star(light_grey), far_scale},
                         {R"("chosen" = true)", translate(Text::style_venue_chosen), star(violet), far_scale}}) +
           gis::labels({R"(CASE WHEN "chosen" = true THEN "rank" || ': ' || round("joint_gain_m2") || ' m2' END)", 7.0, "70,30,110,255",
                        street_scale, false, false}) +
           gis::display_expression(R"("candidate_id")");
}

} // namespace fieldgap
