#include "layers/output/bottleneck_style.hpp"

#include "gis/io/geopackage/qgis_style.hpp"
#include "layers/output/style_looks.hpp"

namespace fieldgap {

std::string bottleneck_body(int far_scale)
{
    constexpr const char* dark = "70,10,90,255";
    const gis::Symbol outline = gis::fill({faded(dark, 25), dark, 0.9});
    return gis::by_rule({{"", "", outline, far_scale}}) +
           gis::labels({R"("bottleneck_id" || ': ' || round("unmet_m2") || ' m2')", 8.0, dark, quarter_scale, true, true, true}) +
           gis::display_expression(R"("bottleneck_id" || ': ' || "schools")");
}

} // namespace fieldgap
