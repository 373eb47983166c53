#include "gis/io/vector_crs.hpp"

#include "gis/error.hpp"
#include "gis/geometry/datum.hpp"
#include "gis/io/encoding.hpp"
#include "gis/io/gdal_scope.hpp"
#include "gis/io/geometry_in.hpp"
#include "gis/io/source_path.hpp"
#include "words/words.hpp"

#include <ogrsf_frmts.h>

#include <cmath>

namespace gis {
namespace {

using words::Text;

Crs users_crs(const VectorSource& source)
{
    const GdalMessages messages;
    Crs crs = crs_from_text(source.crs);
    if (!crs || !is_horizontal(*crs)) {
        throw Error(words::say(Text::source_crs_unknown, {source.role, valid_utf8(source.crs)}));
    }
    return crs;
}

/// A degree or so over the edge is still a sloppy map; a projected coordinate is not.
bool is_on_globe(const Point& degrees)
{
    return std::fabs(degrees.x) <= 361.0 && std::fabs(degrees.y) <= 90.0;
}

Point wgs84_from(Point degrees, WebDatum datum)
{
    switch (datum) {
    case WebDatum::gcj02: return wgs84_from_gcj02(degrees);
    case WebDatum::bd09: return wgs84_from_bd09(degrees);
    case WebDatum::none: return degrees;
    }
    return degrees;
}

} // namespace

Crs crs_of_source(const VectorSource& source, OGRLayer* layer, const std::string& layer_name)
{
    Crs crs;
    if (!source.crs.empty()) {
        crs = users_crs(source);
    } else if (layer != nullptr && layer->GetSpatialRef() != nullptr && is_horizontal(*layer->GetSpatialRef())) {
        crs = crs_copy(*layer->GetSpatialRef());
    }
    if (crs) {
        crs->StripVertical();
        if (!is_wgs84_degrees(*crs) && !transformation(*crs, *wgs84())) {
            throw Error(words::say(Text::source_crs_unknown, {source.role, name_of(*crs)}));
        }
    } else if (source.needs_crs) {
        throw Error(words::say(Text::source_without_crs, {valid_utf8(layer_name), shown(source), source.role}));
    }
    return crs;
}

bool ToDegrees::moved(std::vector<Point*>& points)
{
    if (transformation_) {
        xs_.clear();
        ys_.clear();
        for (const Point* point : points) {
            xs_.push_back(point->x);
            ys_.push_back(point->y);
        }
        transformation_->Transform(static_cast<int>(xs_.size()), xs_.data(), ys_.data());
        for (std::size_t i = 0; i < points.size(); ++i) {
            *points[i] = {xs_[i], ys_[i]};
        }
    }
    for (Point* point : points) {
        if (!is_on_globe(*point)) {
            return false;
        }
        *point = wgs84_from(*point, datum_);
    }
    return true;
}

} // namespace gis
