#include "layers/styles/bottleneck_style.hpp"

#include "gis/io/qgis/qgis_form.hpp"
#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/style_looks.hpp"
#include "words/words.hpp"

namespace fieldgap {

namespace {

constexpr const char* dark = "70,10,90,255";

gis::Symbol outline()
{
    return gis::fill({faded(dark, 25), dark, 0.9});
}

} // namespace

std::string bottleneck_ring_body()
{
    return gis::by_rule({{"", "", outline(), at_any_scale}}) + gis::display_expression(R"("bottleneck_id" || ': ' || "schools")");
}

std::string bottleneck_body(int far_scale)
{
    const std::string lacks = gis::sentence(words::text_of(words::Text::style_lacks_of), {R"(format_number("unmet_m2", 0))"});
    return gis::by_rule({{"", "", outline(), far_scale}}) +
           gis::labels({R"("bottleneck_id" || ': ' || )" + lacks, 8.0, dark, quarter_scale, true, true, true}) +
           gis::display_expression(R"("bottleneck_id" || ': ' || "schools")");
}

} // namespace fieldgap
