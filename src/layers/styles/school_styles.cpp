#include "layers/styles/school_styles.hpp"

#include "gis/io/qgis/qgis_form.hpp"
#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/style_looks.hpp"
#include "words/words.hpp"

#include <cmath>
#include <utility>
#include <vector>

namespace fieldgap {
namespace {

using gis::StyleClass;
using words::Text;
using words::text_of;
using words::translate;

struct StatusLook
{
    const char* status;
    Text label;
    const char* colour;
};
constexpr StatusLook statuses[] = {{"short", Text::style_short, red},
                                   {"near", Text::style_near, yellow},
                                   {"meets", Text::style_meets, green},
                                   {"unknown", Text::style_unknown, grey},
                                   {"none", Text::style_none, light_grey}};

constexpr double least_mm = 2.0;
constexpr double most_mm = 8.0;
constexpr double most_m2 = 10'000.0; ///< a large ground
constexpr double far_share = 0.6;    ///< of the size on maps further out than city_map_scale

double size_mm(double m2)
{
    return least_mm + (most_mm - least_mm) * std::sqrt(m2 / most_m2);
}

/// On paper the area of the sign follows what is lacking: 0 m2 is a dot.
std::string size_of(const std::string& column, int dots_from_scale)
{
    const std::string size =
        words::fill(R"(coalesce(scale_linear(sqrt("{}"), 0, {}, {}, {}), {}))", {column, std::sqrt(most_m2), least_mm, most_mm, least_mm});
    const std::string dot = dots_from_scale == at_any_scale ? "" : words::fill("WHEN @map_scale > {} THEN 1.4 ", {dots_from_scale});
    return words::fill("CASE {}WHEN @map_scale > {} THEN {} * {} ELSE {} END", {dot, city_map_scale, far_share, size, size});
}

gis::SizeLegend sizes_of(Text title, Text label, const std::string& size)
{
    gis::SizeLegend legend;
    legend.title = translate(title);
    for (const auto& [m2, number] : {std::pair(1'000.0, "1,000"), std::pair(5'000.0, "5,000"), std::pair(10'000.0, "10,000")}) {
        legend.sizes.push_back({size_mm(m2), translate(label, {number})});
    }
    legend.symbol = gis::marker({"255,255,255,0", least_mm, size, "circle", "60,60,60,255"});
    return legend;
}

/// Those that lack something are named first, the others only near by.
std::string school_labels(const std::string& column, Text lacks)
{
    const std::string name = R"(coalesce("name", "school_id"))";
    const std::string amount = gis::sentence(text_of(lacks), {words::fill(R"(format_number("{}", 0))", {column})});
    return gis::labels({words::fill(R"(CASE WHEN "{}" > 0 THEN {} || '\n' || {} WHEN @map_scale <= {} THEN {} END)",
                                    {column, name, amount, street_scale, name}),
                        8.0, "30,30,30,255", city_map_scale, false, false});
}

gis::Symbol school_marker(const char* colour, const std::string& size)
{
    return gis::marker({colour, least_mm, size, "circle", "255,255,255,255"});
}

} // namespace

std::string school_body(int dots_from_scale)
{
    const std::string size = size_of("gap_m2", dots_from_scale);
    std::vector<StyleClass> classes;
    for (const StatusLook& look : statuses) {
        classes.push_back({look.status, translate(look.label), school_marker(look.colour, size)});
    }
    classes.push_back({"branch", translate(Text::style_branch), school_marker(grey, size)});
    classes.push_back({"", translate(Text::style_other), school_marker(light_grey, size)});
    return gis::by_value("status", classes, sizes_of(Text::print_gap, Text::style_gap_of, size)) +
           school_labels("gap_m2", Text::style_gap_of) + gis::display_expression(R"(coalesce("name", "school_id"))");
}

std::string school_after_body(int dots_from_scale)
{
    const std::string size = size_of("residual_m2", dots_from_scale);
    return gis::by_value("status_after",
                         {{"short", translate(Text::style_short_after), school_marker(red, size)},
                          {"near", translate(Text::style_near_after), school_marker(yellow, size)},
                          {"meets", translate(Text::style_closed_after), school_marker(green, size)},
                          {"", translate(Text::style_other), school_marker(light_grey, size)}},
                         sizes_of(Text::print_remains, Text::style_lacks_of, size)) +
           school_labels("residual_m2", Text::style_lacks_of) + gis::display_expression(R"(coalesce("name", "school_id"))");
}

namespace {

constexpr StatusLook issue_states[] = {{"reopened", Text::style_issue_reopened, violet}, {"overdue", Text::style_issue_overdue, red},
                                       {"open", Text::style_issue_open, orange},         {"in_work", Text::style_issue_in_work, yellow},
                                       {"claimed", Text::style_issue_claimed, blue},     {"closed", Text::style_issue_closed, green}};

/// Until when and who, of schools that are not struck off yet.
std::string strike_off_labels()
{
    return gis::labels({R"(CASE WHEN "state" <> 'closed' THEN coalesce("name", "school_id") || )"
                        R"(CASE WHEN coalesce("due", "unit") IS NULL THEN '' ELSE '\n' || concat("due", ' ', "unit") END END)",
                        8.0, "30,30,30,255", city_map_scale, false, false});
}

} // namespace

std::string strike_off_body(int dots_from_scale)
{
    const std::string size = size_of("current_gap_m2", dots_from_scale);
    std::vector<StyleClass> classes;
    for (const StatusLook& look : issue_states) {
        classes.push_back({look.status, translate(look.label), school_marker(look.colour, size)});
    }
    return gis::by_value("state", classes, sizes_of(Text::print_gap_now, Text::style_lacks_now, size)) + strike_off_labels() +
           gis::display_expression(R"(coalesce("name", "school_id"))");
}

std::string campus_body()
{
    std::vector<StyleClass> classes;
    for (const StatusLook& look : statuses) {
        classes.push_back({look.status, translate(look.label), gis::fill({faded(look.colour, 45), faded(look.colour, 160), 0.3})});
    }
    classes.push_back({"branch", translate(Text::style_branch), gis::fill({faded(grey, 30), faded(grey, 160), 0.3, true})});
    classes.push_back({"", translate(Text::style_other), gis::fill({faded(grey, 20), faded(grey, 160), 0.3, true})});
    return gis::by_value("status", classes) + gis::display_expression(R"(coalesce("name", "campus_id"))");
}

std::string field_body()
{
    return gis::by_value("kind", {{"outdoor", translate(Text::style_outdoor), gis::fill({"140,200,110,210", "70,130,50,255", 0.2})},
                                  {"indoor", translate(Text::style_indoor), gis::fill({"215,150,90,210", "150,90,40,255", 0.2})},
                                  {"special", translate(Text::style_special), gis::fill({"150,120,200,210", "90,60,150,255", 0.2})},
                                  {"", translate(Text::style_other), gis::fill({"190,190,190,180", "110,110,110,255", 0.2})}}) +
           gis::display_expression(R"("field_id")");
}

} // namespace fieldgap
