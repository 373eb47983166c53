#include "gis/io/crs/crs_list.hpp"

#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/crs/crs.hpp"
#include "gis/io/crs/source_crs.hpp"

#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

namespace gis {
namespace {

constexpr std::size_t max_planes = 60;

struct ListRelease
{
    void operator()(OSRCRSInfo** list) const { OSRDestroyCRSInfoList(list); }
};

/// How the names of systems begin whose datums every country has replaced since, so that few files are still in them. Their numbers are
/// often those of the newer system to some hundred metres: ED50 and ETRS89 have UTM in common, GUGiK-80 and CS92 a plane of Poland.
constexpr std::array<std::string_view, 9> replaced_datums = {"Pulkovo 1942", "ED50",  "ED87", "DB_REF",   "AGD66",
                                                             "AGD84",        "NAD27", "TM65", "OSNI 1952"};

bool is_on_replaced_datum(std::string_view name)
{
    return std::any_of(replaced_datums.begin(), replaced_datums.end(), [&](std::string_view datum) { return name.starts_with(datum); });
}

/// The same plane as another of that name, with its axes told the other way round; here x is east always.
bool is_told_twice(std::string_view name)
{
    return name.ends_with("(N-E)") || name.ends_with("(N-zE)");
}

bool is_listed(const OSRCRSInfo& info)
{
    const std::string name = info.pszName;
    const bool is_of_old_china =
        name.starts_with("Beijing 1954") || name.starts_with("Xian 1980") || name.starts_with("New Beijing") || name.starts_with("WGS 72");
    return info.eType == OSR_CRS_TYPE_PROJECTED && !info.bDeprecated && info.bBboxValid && !is_of_old_china && !is_told_twice(name);
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
                              {info.dfWestLongitudeDeg, info.dfSouthLatitudeDeg, east, info.dfNorthLatitudeDeg},
                              info.pszAreaName == nullptr ? "" : info.pszAreaName,
                              is_on_replaced_datum(info.pszName)});
        }
    }
    return planes;
}

const std::vector<ListedCrs>& all_planes()
{
    static const std::vector<ListedCrs> all = read_list();
    return all;
}

double size(const Box& area)
{
    return (area.max_x - area.min_x) * (area.max_y - area.min_y);
}

/// Codes as numbers: 2326 before 10000.
bool is_likelier(const ListedCrs& a, const ListedCrs& b)
{
    if (a.is_replaced != b.is_replaced) {
        return b.is_replaced;
    }
    if (size(a.area) != size(b.area)) {
        return size(a.area) < size(b.area);
    }
    return a.code.size() != b.code.size() ? a.code.size() < b.code.size() : a.code < b.code;
}

/// Planes of single railways and roads, in which no office counts.
bool is_of_works(const ListedCrs& plane)
{
    return plane.area_name.find("related to") != std::string::npos;
}

} // namespace

std::vector<ListedCrs> planes_of(const std::string& area_name)
{
    std::vector<ListedCrs> planes;
    std::copy_if(all_planes().begin(), all_planes().end(), std::back_inserter(planes),
                 [&](const ListedCrs& one) { return one.area_name.find(area_name) != std::string::npos && !is_of_works(one); });
    std::sort(planes.begin(), planes.end(), is_likelier);
    return planes;
}

std::vector<ListedCrs> planes_made_for(const Point& degrees)
{
    std::vector<ListedCrs> planes;
    std::copy_if(all_planes().begin(), all_planes().end(), std::back_inserter(planes),
                 [&](const ListedCrs& one) { return lies_in(one.area, degrees); });
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
