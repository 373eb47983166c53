#include "gis/io/crs/crs_list.hpp"

#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/crs/crs.hpp"
#include "gis/io/crs/source_crs.hpp"

#include <ogr_srs_api.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace gis {
namespace {

constexpr std::size_t max_planes = 60;

struct ListRelease
{
    void operator()(OSRCRSInfo** list) const { OSRDestroyCRSInfoList(list); }
};

bool is_listed(const OSRCRSInfo& info)
{
    const std::string name = info.pszName;
    const bool is_replaced =
        name.starts_with("Beijing 1954") || name.starts_with("Xian 1980") || name.starts_with("New Beijing") || name.starts_with("WGS 72");
    return info.eType == OSR_CRS_TYPE_PROJECTED && !info.bDeprecated && info.bBboxValid && !is_replaced;
}

std::vector<ListedCrs> read_list()
{
    const GdalMessages messages;
    int count = 0;
    const std::unique_ptr<OSRCRSInfo*, ListRelease> list(OSRGetCRSInfoListFromDatabase("EPSG", nullptr, &count));
    std::vector<ListedCrs> planes;
    for (int i = 0; list && i < count; ++i) {
        const OSRCRSInfo& info = *list.get()[i];
        if (is_listed(info)) {
            const double east = info.dfEastLongitudeDeg + (info.dfEastLongitudeDeg < info.dfWestLongitudeDeg ? 360.0 : 0.0);
            planes.push_back({std::string("EPSG:") + info.pszCode,
                              info.pszName,
                              {info.dfWestLongitudeDeg, info.dfSouthLatitudeDeg, east, info.dfNorthLatitudeDeg}});
        }
    }
    return planes;
}

double size(const Box& area)
{
    return (area.max_x - area.min_x) * (area.max_y - area.min_y);
}

/// Systems on datums of the Warsaw Pact's armies, replaced everywhere: GUGiK-80 shares the numbers of Poland's CS92.
bool is_replaced(const ListedCrs& plane)
{
    return plane.name.starts_with("Pulkovo 1942");
}

/// Codes as numbers: 2326 before 10000.
bool is_likelier(const ListedCrs& a, const ListedCrs& b)
{
    if (is_replaced(a) != is_replaced(b)) {
        return is_replaced(b);
    }
    if (size(a.area) != size(b.area)) {
        return size(a.area) < size(b.area);
    }
    return a.code.size() != b.code.size() ? a.code.size() < b.code.size() : a.code < b.code;
}

} // namespace

std::vector<ListedCrs> planes_made_for(const Point& degrees)
{
    static const std::vector<ListedCrs> all = read_list();
    std::vector<ListedCrs> planes;
    std::copy_if(all.begin(), all.end(), std::back_inserter(planes), [&](const ListedCrs& one) { return lies_in(one.area, degrees); });
    std::sort(planes.begin(), planes.end(), is_likelier);
    planes.resize(std::min(planes.size(), max_planes));
    return planes;
}

std::string crs_name(const std::string& text)
{
    const GdalMessages messages;
    const Crs crs = crs_from_text(text);
    return crs ? name_of(*crs) : "";
}

} // namespace gis
