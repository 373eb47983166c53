#include "layers/styles/change_styles.hpp"

#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/style_looks.hpp"

#include <string_view>

namespace fieldgap {

using words::Text;

namespace {

/// Most schools of a city do not change: small dots, to see where in the city the others lie.
constexpr const char* unchanged = "unchanged";

} // namespace

std::vector<ChangeLook> change_looks()
{
    return {{"opened", Text::diff_style_opened, red},     {"closed", Text::diff_style_closed, green},
            {"worse", Text::diff_style_worse, orange},    {"better", Text::diff_style_better, blue},
            {"new", Text::diff_style_new, violet},        {"gone", Text::diff_style_gone, brown},
            {unchanged, Text::diff_style_unchanged, grey}};
}

std::string change_body(const ChangeLook& look)
{
    const bool has_moved = look.layer != std::string_view(unchanged);
    const std::string size = has_moved ? R"(coalesce(scale_linear(sqrt(abs("change_m2")), 0, 100, 1.8, 7), 1.8))" : "1.0";
    const std::string name = R"(coalesce("name", "school_id"))";
    const std::string change = R"(if("change_m2" > 0, '+', '') || format_number("change_m2", 0) || ' m2')";
    return gis::single_symbol(gis::marker({look.colour, 1.8, size, "circle", "255,255,255,255"})) +
           gis::labels({"CASE WHEN \"change_m2\" <> 0 THEN " + name + R"( || '\n' || )" + change + " END", 7.5, "30,30,30,255",
                        quarter_scale, false, false}) +
           gis::display_expression(name);
}

} // namespace fieldgap
