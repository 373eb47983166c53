#include "layers/styles/walk_styles.hpp"

#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/style_looks.hpp"
#include "words/words.hpp"

#include <iterator>
#include <vector>

namespace fieldgap {
namespace {

using gis::StyleClass;
using words::Text;
using words::translate;

/// Thresholds in minutes, the nearest last: it is drawn on top.
struct MinutesLook
{
    double upto;
    const char* colour;
};
constexpr MinutesLook minutes_looks[] = {{15.0, "120,180,215,255"}, {10.0, "65,145,200,255"}, {5.0, "25,95,160,255"}};
constexpr const char* far_colour = "180,200,215,255";

std::string above(double minutes)
{
    return R"("minutes" > )" + std::to_string(static_cast<int>(minutes));
}

} // namespace

std::string walk_area_body()
{
    // On the sheet of a school its own alone.
    const std::string shown = R"((@atlas_pagename IS NULL OR "school_id" = attribute(@atlas_feature, 'school_id')) AND )";
    const auto area = [](const std::string& colour) { return gis::fill({colour, colour, 0.1}); };
    std::vector<StyleClass> classes = {{shown + above(minutes_looks[0].upto), translate(Text::style_walk_area_far, {minutes_looks[0].upto}),
                                        area(far_colour), city_map_scale}};
    for (std::size_t i = 0; i < std::size(minutes_looks); ++i) {
        const bool is_nearest = i + 1 == std::size(minutes_looks);
        const std::string upto = R"("minutes" <= )" + std::to_string(static_cast<int>(minutes_looks[i].upto));
        classes.push_back({shown + (is_nearest ? upto : upto + " AND " + above(minutes_looks[i + 1].upto)),
                           translate(Text::style_walk_area_upto, {minutes_looks[i].upto}), area(minutes_looks[i].colour), city_map_scale});
    }
    return gis::by_rule(classes) + gis::layer_opacity(0.35) + gis::display_expression(R"("school_id" || ': ' || "minutes" || ' min')");
}

std::string street_body()
{
    constexpr double thin_mm = 0.2;
    constexpr double near_min = 5.0;
    constexpr const char* near_grey = "130,130,130,255";
    constexpr const char* far_grey = "190,190,190,255";
    const std::string walked = R"("access" = 'walked' AND "minutes" )";
    const std::string near = std::to_string(static_cast<int>(near_min));
    return gis::by_rule(
               {{walked + "> " + near, translate(Text::style_street_far, {near_min}), gis::line({far_grey, thin_mm, false, ""})},
                {walked + "<= " + near, translate(Text::style_street_upto, {near_min}), gis::line({near_grey, thin_mm, false, ""})},
                {R"("access" = 'private')", translate(Text::style_street_private), gis::line({near_grey, thin_mm, true, ""})}}) +
           gis::display_expression(R"(coalesce("highway", '') || ' ' || "minutes" || ' min')");
}

} // namespace fieldgap
